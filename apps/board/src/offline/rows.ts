import { now } from '../time/now.js';
import { phone } from './database.js';
import { newest, queuedAfter, settled, toldBy, type Outcome, type Told, type Tried } from './next-to-send.js';
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

type Change = (rows: readonly Kept[]) => readonly Kept[];

/** Changes rows by a pure function, in one transaction: all of the change is on the phone, or none. */
export async function changeRows(change: Change): Promise<void> {
  const transaction = await begin();
  await Promise.all([changeIn(transaction, change), transaction.done]);
  tell();
}

/** Notes what a try came to, and what its answer tells of the stage, in one transaction. */
export async function settleRow(tried: Tried, outcome: Outcome): Promise<void> {
  const transaction = await begin();
  const noted = async () => {
    const news = toldBy(await transaction.objectStore('outbox').getAll(), tried.key, outcome);
    if (news !== undefined) await noteTold(transaction, news);
    await changeIn(transaction, (rows) => settled(rows, tried, outcome));
  };
  await Promise.all([noted(), transaction.done]);
  tell();
}

/** Puts a command into the queue; one whose key lies there already stays as it is. It is on the phone's disk when this answers. */
export async function addRow(added: ToQueue): Promise<void> {
  const transaction = await begin();
  const outbox = transaction.objectStore('outbox');
  const rows = await outbox.getAll();
  const told = await toldOf(transaction, added);
  // The database gives the number.
  if (rows.every(({ key }) => key !== added.key)) await outbox.add(queuedAfter(rows, added, told) as Kept);
  await transaction.done;
  tell();
}

const begin = async () => (await phone()).transaction(['outbox', 'answers'], 'readwrite', { durability: 'strict' });
type Transaction = Awaited<ReturnType<typeof begin>>;

async function changeIn(transaction: Transaction, change: Change): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  const before = await outbox.getAll();
  const after = change(before);
  const stays = new Set(after.map(({ sequence }) => sequence));
  const gone = before.filter(({ sequence }) => !stays.has(sequence));
  const moved = after.filter((row) => !before.includes(row));
  await Promise.all([...gone.map(({ sequence }) => outbox.delete(sequence)), ...moved.map((row) => outbox.put(row))]);
}

type Stage = Omit<Told, 'revision'>;

const toldName = ({ account, shipment, stage }: Stage) => `${account} told ${shipment} ${stage}`;

async function toldOf(transaction: Transaction, stage: Stage): Promise<number | null> {
  const found = await transaction.objectStore('answers').get(toldName(stage));
  return (found?.value as number | undefined) ?? null;
}

async function noteTold(transaction: Transaction, { revision, ...stage }: Told): Promise<void> {
  const value = newest(revision, await toldOf(transaction, stage));
  await transaction.objectStore('answers').put({ account: stage.account, at: now(), value }, toldName(stage));
}
