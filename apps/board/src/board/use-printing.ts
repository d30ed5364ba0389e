import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useKey } from '../keys/keyboard.js';
import type { ListStore } from './list-store.js';

/** So many rows are put on paper; more is what exports are for. */
export const MOST_PRINTED = 500;

/** Whether the page is being printed. A key prints the whole list up to a limit; the browser's own way what is there. */
export function usePrinting(store: ListStore): boolean {
  const [printing, setPrinting] = useState(false);
  useKey('p', `Print the list, up to ${MOST_PRINTED} shipments`, () =>
    store.fill(MOST_PRINTED).then(() => window.print()),
  );
  useEffect(() => {
    const [begin, end] = [() => flushSync(() => setPrinting(true)), () => setPrinting(false)];
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
