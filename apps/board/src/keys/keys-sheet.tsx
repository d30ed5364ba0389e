import { useState } from 'react';
import { Sheet } from '../shell/sheet.js';
import { lettersOn, setLetters, useKeyCommands } from './keyboard.js';

/** Every key that does something here, and whether single letters do. */
export function KeysSheet({ close }: { readonly close: () => void }) {
  return (
    <Sheet title="Keys" close={close}>
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
