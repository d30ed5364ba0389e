import { Sheet } from '../shell/sheet.js';
import { t } from '../words/words.js';
import { apple } from './apple.js';
import { doesNow, isBound, useCommands } from './commands.js';
import { keysShown } from './key-names.js';
import { LettersSwitch } from './letters-switch.js';

/** Every key that does something here, and whether single letters do. */
export function KeysSheet({ close }: { readonly close: () => void }) {
  return (
    <Sheet title={t('Keys')} close={close}>
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
