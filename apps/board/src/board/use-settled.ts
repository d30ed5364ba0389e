import { useState } from 'react';
import { settle } from './under-hand.js';

interface Shown<Item> {
  readonly key: string;
  readonly rows: readonly Item[];
}

/**
 * The rows as they may be shown now, by {@link settle}. Another `key` is another list, which is shown at once.
 * `release` lets the waiting rows move.
 */
export function useSettled<Item extends { readonly id: string }>(key: string, wanted: readonly Item[], held: boolean) {
  const [last, setLast] = useState<Shown<Item>>({ key, rows: wanted });
  const settled = settle(last.key === key ? last.rows : [], wanted, held);
  if (last.key !== key || !sameRows(last.rows, settled.shown)) setLast({ key, rows: settled.shown });
  return { ...settled, release: () => setLast({ key, rows: wanted }) };
}

function sameRows(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
