import type { Refusal } from '../api/refusal.js';
import type { Kept, Queued, QueuedState, ToQueue } from './queued.js';

/** What became of one try. */
export type Outcome =
  /** Done, and the stage has this revision by it. */
  | { readonly kind: 'done'; readonly revision: number | null }
  | { readonly kind: 'refused' | 'stale'; readonly refusal: Refusal }
  /** No answer: it may have been done. */
  | { readonly kind: 'unknown' }
  /** Not looked at (nobody is signed in, too many at once): it stands as it stood before the try. */
  | { readonly kind: 'held' };

type Rows = readonly Kept[];

const inOrder = (rows: Rows): Rows => [...rows].sort((one, other) => one.sequence - other.sequence);
const stopped = ({ state }: Pick<Queued, 'state'>): boolean => state === 'refused' || state === 'stale';

/** The stopped command that this one waits for, through others that wait for it too; none where it is free to go. */
export function waitsFor(row: Pick<Queued, 'after'>, rows: readonly Queued[]): Queued | undefined {
  const before = row.after === null ? undefined : rows.find(({ key }) => key === row.after);
  if (before === undefined) return undefined;
  return stopped(before) ? before : waitsFor(before, rows);
}

/** Whether it will be sent without anybody doing anything about it. */
export function isOnItsWay(row: Queued, rows: readonly Queued[]): boolean {
  return !stopped(row) && waitsFor(row, rows) === undefined;
}

/**
 * What is to be sent next for that account: of each shipment the first that has no answer yet, past those that have stopped and those that
 * wait for one of them. `passed`: shipments that are left alone this time.
 */
export function nextToSend(rows: Rows, account: string, passed: ReadonlySet<string> = new Set()): Kept | undefined {
  return inOrder(rows).find((row) => row.account === account && !passed.has(row.shipment) && isOnItsWay(row, rows));
}

/**
 * The row of a new command: after the last one of its stage that is still on its way, whose revision it will state. `told`: the revision
 * that the stage has by its author's own earlier commands, which the form may have been read before.
 */
export function queuedAfter(rows: Rows, added: ToQueue, told: number | null = null): Omit<Kept, 'sequence'> {
  const ahead = inOrder(rows).findLast(
    (row) =>
      row.account === added.account && row.shipment === added.shipment && row.stage === added.stage && !stopped(row),
  );
  const revision = newest(added.revision, told);
  return { ...added, revision, after: ahead?.key ?? null, state: 'waiting', refusal: null };
}

const changed = (rows: Rows, key: string, change: Partial<Kept>): Rows =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row));

/** Said on the phone before the try: should it die now, nobody takes back what may have been done. */
export function begun(rows: Rows, key: string): Rows {
  return changed(rows, key, { state: 'sending' });
}

/** A row that was tried. `before`: the state that it had when the try began. */
export interface Tried {
  readonly key: string;
  readonly before: QueuedState;
}

/** The rows after a try. */
export function settled(rows: Rows, tried: Tried, outcome: Outcome): Rows {
  switch (outcome.kind) {
    case 'done':
      return without(rows, tried.key, { after: null, revision: outcome.revision });
    case 'refused':
    case 'stale':
      return changed(rows, tried.key, { state: outcome.kind, refusal: outcome.refusal });
    case 'unknown':
      return rows;
    case 'held':
      return changed(rows, tried.key, { state: tried.before });
  }
}

/** The stage of whose revision a try's answer has told, and which. */
export interface Told extends Pick<Kept, 'account' | 'shipment' | 'stage'> {
  readonly revision: number;
}

/** What a try's answer tells of its stage, to be known after its row has gone; nothing where it says none. */
export function toldBy(rows: Rows, key: string, outcome: Outcome): Told | undefined {
  const row = rows.find((one) => one.key === key);
  if (row === undefined || outcome.kind !== 'done' || outcome.revision === null) return undefined;
  const { account, shipment, stage } = row;
  return { account, shipment, stage, revision: outcome.revision };
}

/** Takes a row away. What waited for it goes on from where it would have, and never from less than its own form was read on. */
function without(rows: Rows, gone: string, { after, revision }: Pick<Kept, 'after' | 'revision'>): Rows {
  const onward = (row: Kept): Kept => ({ ...row, after, revision: newest(row.revision, revision) });
  return rows.filter(({ key }) => key !== gone).map((row) => (row.after === gone ? onward(row) : row));
}

/** The newer of two revisions; null is of a stage of which nothing was on record. */
export function newest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** A stopped one waits again: one that was stale on the revision that the server named, which its author has been told of. */
export function again(rows: Rows, key: string): Rows {
  const row = rows.find((one) => one.key === key);
  if (row === undefined || !stopped(row)) return rows;
  return changed(rows, key, { state: 'waiting', refusal: null, revision: standing(row) });
}

function standing({ state, revision, refusal }: Kept): number | null {
  const named = state === 'stale' ? Number(refusal?.allowed[0]) : Number.NaN;
  return Number.isInteger(named) ? named : revision;
}

/** Whether it was refused for what is on record, and may be recorded all the same by whoever is sure of it. */
export function mayStand({ state, refusal }: Pick<Queued, 'state' | 'refusal'>): boolean {
  return state === 'refused' && refusal?.standsIfConfirmed === true;
}

/** A refused one that stands all the same waits again, and says so: the conflict goes on record. A refusal has used up no key. */
export function confirmed(rows: Rows, key: string): Rows {
  const row = rows.find((one) => one.key === key);
  if (row === undefined || !mayStand(row)) return rows;
  return again(changed(rows, key, { body: { ...(row.body as object), despiteRecord: true } }), key);
}

/** Whether it can be taken back: not while a try may have been done. */
export function mayTakeBack({ state }: Pick<Queued, 'state'>): boolean {
  return state !== 'sending';
}

/** The rows without that one, where it may be taken back. */
export function takenBack(rows: Rows, key: string): Rows {
  const row = rows.find((one) => one.key === key);
  return row === undefined || !mayTakeBack(row) ? rows : without(rows, key, row);
}
