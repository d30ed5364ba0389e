import { phone } from './database.js';
import { queuedAfter } from './next-to-send.js';
import type { Kept, ToQueue } from './queued.js';

const told = 'BroadcastChannel' in globalThis ? new BroadcastChannel('cellrelay.outbox') : null;
const listeners = new Set<() => void>();

const tell = () => {
  listeners.forEach((listen) => listen());
  told?.postMessage(null);
};
told?.addEventListener('message', () => listeners.forEach((listen) => listen()));

/** Calls back when rows have changed, in this tab or another. Answers the way to stop. */
export function onRows(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All rows, in their order. */
export async function allRows(): Promise<readonly Kept[]> {
  return (await phone()).getAll('outbox');
}

/** Changes rows by a pure function, in one transaction: all of the change is on the phone, or none. */
export async function changeRows(change: (rows: readonly Kept[]) => readonly Kept[]): Promise<void> {
  const transaction = (await phone()).transaction('outbox', 'readwrite', { durability: 'strict' });
  const before = await transaction.store.getAll();
  const after = change(before);
  const stays = new Set(after.map(({ sequence }) => sequence));
  const gone = before.filter(({ sequence }) => !stays.has(sequence));
  const moved = after.filter((row) => !before.includes(row));
  await Promise.all([
    ...gone.map(({ sequence }) => transaction.store.delete(sequence)),
    ...moved.map((row) => transaction.store.put(row)),
    transaction.done,
  ]);
  tell();
}

/** Puts a command into the queue; one whose key lies there already stays as it is. It is on the phone's disk when this answers. */
export async function addRow(added: ToQueue): Promise<void> {
  const transaction = (await phone()).transaction('outbox', 'readwrite', { durability: 'strict' });
  const rows = await transaction.store.getAll();
  // The database gives the number.
  if (rows.every(({ key }) => key !== added.key)) await transaction.store.add(queuedAfter(rows, added) as Kept);
  await transaction.done;
  tell();
}
