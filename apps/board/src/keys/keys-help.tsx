import { useState, useSyncExternalStore } from 'react';
import { Sheet } from '../shell/sheet.js';
import { lettersOn, setLetters, useKey, useKeyCommands } from './keyboard.js';

let open = false;
const listeners = new Set<() => void>();

function setOpen(next: boolean): void {
  open = next;
  listeners.forEach((listen) => listen());
}

/** Opens the list of keys. */
export const showKeys = (): void => setOpen(true);

/** What `?` shows: every key that does something here, from the one list in which they are bound. */
export function KeysHelp() {
  useKey('?', 'Show this list', showKeys);
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
  if (!shown) return null;
  return (
    <Sheet title="Keys" close={() => setOpen(false)}>
      <KeyList />
      <LettersSwitch />
    </Sheet>
  );
}

function KeyList() {
  const commands = useKeyCommands();
  return (
    <table className="keys">
      <tbody>
        {commands.map(({ keys, label }) => (
          <tr key={`${keys} ${label}`}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{label}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            <kbd>Enter</kbd>
          </th>
          <td>Open the chosen shipment</td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>Esc</kbd>
          </th>
          <td>Close; leave the search</td>
        </tr>
      </tbody>
    </table>
  );
}

function LettersSwitch() {
  const [on, setOn] = useState(lettersOn);
  const change = (next: boolean) => {
    setLetters(next);
    setOn(next);
  };
  return (
    <label className="inline">
      <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
      Single keys do something
    </label>
  );
}
