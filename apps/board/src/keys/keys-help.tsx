import { useSyncExternalStore } from 'react';
import { Sheet } from '../shell/sheet.js';
import { apple } from './apple.js';
import { doesNow, isBound, useCommands } from './commands.js';
import { keysShown } from './key-names.js';
import { useKey } from './keyboard.js';
import { LettersSwitch } from './letters-switch.js';
import { t } from '../words/words.js';

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
  useKey('?', t('Show this list'), showKeys);
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
  if (!shown) return null;
  return (
    <Sheet title={t('Keys')} close={() => setOpen(false)}>
      <KeyList />
      <LettersSwitch />
    </Sheet>
  );
}

function KeyList() {
  const commands = useCommands().filter(isBound).filter(doesNow);
  return (
    <table className="keys">
      <tbody>
        {commands.map(({ id, keys, label }) => (
          <tr key={id}>
            <th scope="row">
              <kbd>{keysShown(keys, apple)}</kbd>
            </th>
            <td>{label}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            <kbd>↓</kbd> <kbd>↑</kbd>
          </th>
          <td>{t('In the list: next shipment, shipment before; Home and End go to its ends')}</td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>Enter</kbd>
          </th>
          <td>{t('Open the chosen shipment')}</td>
        </tr>
        <tr>
          <th scope="row">
            <kbd>Esc</kbd>
          </th>
          <td>{t('Close; leave the search')}</td>
        </tr>
      </tbody>
    </table>
  );
}
