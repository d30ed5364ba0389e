import { lazy, useSyncExternalStore } from 'react';
import { Part } from '../part.js';
import { useKey } from './keyboard.js';
import { t } from '../words/words.js';

const KeysSheet = lazy(() => import('./keys-sheet.js').then((made) => ({ default: made.KeysSheet })));

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
    <Part waiting={null}>
      <KeysSheet close={() => setOpen(false)} />
    </Part>
  );
}
