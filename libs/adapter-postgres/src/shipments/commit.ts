import type pg from 'pg';
import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Obligation, Refusal, Shipment } from '@cellrelay/shipment';
import type {
  BellRequest,
  Commit,
  CommandAnswer,
  CommandKey,
  CommitOutcome,
  Loaded,
  StoredEntry,
} from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import { bellOf, type BellRow } from '../agenda/bell-row.js';
import { linkUnderLock, useUp, type CameBy } from '../links/using-link.js';
import { findAnswer, loadForCommand, writeNew, writeNext } from './commit-sql.js';
import { valuesOf } from './commit-values.js';
import { wholeLog } from './log.js';
import type { RememberedStates } from './remembered-states.js';
import { moveScans } from '../scans/postgres-scans.js';
import { keepWords } from '../words/postgres-words.js';
import { takenUnit } from './units.js';

export type Decide = (
  loaded: Loaded,
) => { readonly ok: true; readonly commit: Commit } | { readonly ok: false; readonly refusal: Refusal };

/** Places between two statements, for tests that let the process die there. */
export type StorePoint = 'loaded' | 'written';

/** How a log becomes a state. States that another version left behind are made again from the log. */
export interface Folding {
  readonly version: number;
  readonly refold: (entries: readonly StoredEntry[]) => Shipment;
}

export interface CommitParts {
  readonly folding: Folding;
  readonly reach: (point: StorePoint) => Promise<void>;
  /** Items due within this time are answered as bells. */
  readonly armWithinMs: number;
  readonly remembered: RememberedStates;
}

interface AnsweredRow {
  readonly answered_for: string | null;
  readonly body_hash: string | null;
  readonly answer: CommandAnswer | null;
}

interface LoadedRow extends AnsweredRow {
  readonly now: Date;
  /** Null where there is no shipment yet. */
  readonly last_hash: string | null;
  readonly fold_version: number | null;
  /** Null where there is no shipment yet. */
  readonly state: Shipment | null;
}

type WrittenRow = { readonly shipments: number } & (BellRow | { readonly id: null });

/** One command within one transaction that is begun already: three statements when accepted. To be kept unless it was refused or repeated. */
export async function commitWithin(
  client: pg.ClientBase,
  command: CommandKey,
  decide: Decide,
  parts: CommitParts,
): Promise<CommitOutcome> {
  const row = await read(client, command, parts);
  const before = answeredBefore(command, row);
  if (before !== undefined) return before;
  await parts.reach('loaded');
  const came = await cameBy(client, command);
  const loaded = await loadedFrom(client, command, row, parts);
  const decided = came.refusal === undefined ? decide(loaded) : { ok: false as const, refusal: came.refusal };
  if (!decided.ok) return (await answerSince(client, command)) ?? refusedBy(decided.refusal);
  const bells = await write(client, valuesOf(command, loaded, decided.commit, parts), loaded.state === null);
  const taken = await usedUpAlready(client, command, loaded, decided.commit);
  if (taken !== undefined) return refusedBy(taken);
  if (command.words !== undefined) await keepWords(client, command.words);
  const { entries, state } = decided.commit;
  // Kept before it is committed: the hash names this very log. Should the transaction come to nothing, no row will ever end with it.
  parts.remembered.keep(command.shipment, entries.at(-1)?.hash ?? loaded.lastHash ?? '', state);
  await useUp(client, came.link);
  await moveScans(client, command, decided.commit.scans);
  await parts.reach('written');
  return { kind: 'committed', answer: decided.commit.answer, bells };
}

function refusedBy(refusal: Refusal): CommitOutcome {
  return { kind: 'refused', refusal };
}

/** Behind the shipment's lock, so that of two who send by one link at once the later one finds it used. */
async function cameBy(client: pg.ClientBase, { shipment, link }: CommandKey): Promise<CameBy> {
  return link === undefined ? {} : linkUnderLock(client, { id: link.id, shipment });
}

/** An open shipment with the same unit is kept out by the unique key; one that has ended since is seen here, where it has used the unit up. */
async function usedUpAlready(
  client: pg.ClientBase,
  { shipment, withLog = false }: CommandKey,
  { state }: Loaded,
  { row }: Commit,
): Promise<Refusal | undefined> {
  const orders = state === null || withLog;
  return orders && row.live ? takenUnit(client, { shipment, first: state === null, row }) : undefined;
}

/** The shipment's row under its lock, with the state, sent or remembered. */
async function read(client: pg.ClientBase, command: CommandKey, parts: CommitParts): Promise<LoadedRow> {
  const remembered = parts.remembered.of(command.shipment);
  const found = await client.query<LoadedRow>({
    name: 'command-load',
    text: loadForCommand,
    values: [command.shipment, command.id, remembered?.hash ?? null, parts.folding.version],
  });
  const row = onlyRow(found.rows);
  return row.last_hash !== null && row.state === null ? { ...row, state: remembered?.state ?? null } : row;
}

/**
 * The same command sent twice at once: the second waits for the shipment's row, and its look at the answers may be older than that wait. Had the
 * first made it refusable, it must be told the first's answer, not that refusal.
 */
async function answerSince(client: pg.ClientBase, command: CommandKey): Promise<CommitOutcome | undefined> {
  const found = await client.query<AnsweredRow>({ name: 'command-answer', text: findAnswer, values: [command.id] });
  return found.rows[0] === undefined ? undefined : answeredBefore(command, found.rows[0]);
}

function answeredBefore(command: CommandKey, row: AnsweredRow): CommitOutcome | undefined {
  if (row.answer === null) return undefined;
  if (row.answered_for === command.shipment && row.body_hash === command.bodyHash)
    return { kind: 'repeated', answer: row.answer };
  const sentence =
    'This idempotency key was used before for another command. Send a new key with a new command, and the same one only with the same body.';
  return { kind: 'refused', refusal: { code: 'idempotency-key-reused', sentence } };
}

async function loadedFrom(
  client: pg.ClientBase,
  command: CommandKey,
  row: LoadedRow,
  { folding }: CommitParts,
): Promise<Loaded> {
  const current = row.fold_version === null || row.fold_version === folding.version;
  const log = current && command.withLog !== true ? null : await wholeLog(client, command.shipment);
  const state = current || log === null ? row.state : folding.refold(log);
  const now = notBefore(instantOfRow(row.now), state?.recordedAt ?? null);
  const found: Loaded = { state, lastHash: row.last_hash, now, ...(log === null ? {} : { log }) };
  return current ? found : { ...found, stored: await openObligations(client, command.shipment) };
}

/** What another version derived stands in the rows still: the difference to write is that to the rows, not to what this version would have derived. */
async function openObligations(client: pg.ClientBase, shipment: ShipmentId): Promise<readonly Obligation[]> {
  const found = await client.query<{ obligation: Obligation }>(
    'select obligation from cellrelay.agenda_item where shipment = $1 and closed_at is null order by due_at, key',
    [shipment],
  );
  return found.rows.map((row) => row.obligation);
}

/** Our clock may have been put back since; within a log it never is. */
function notBefore(now: Instant, last: Instant | null): Instant {
  return last !== null && last > now ? last : now;
}

async function write(client: pg.ClientBase, values: unknown[], first: boolean): Promise<readonly BellRequest[]> {
  const [name, text] = first ? ['command-write-new', writeNew] : ['command-write-next', writeNext];
  const written = await client.query<WrittenRow>({ name, text, values });
  if (onlyOrFirst(written.rows).shipments !== 1)
    throw new Error('a shipment cannot become an example, or cease to be one');
  return written.rows.flatMap((each) => (each.id === null ? [] : [bellOf(each)]));
}

function onlyRow<T>(rows: readonly T[]): T {
  if (rows.length !== 1) throw new Error(`one row was expected, ${rows.length} came`);
  return onlyOrFirst(rows);
}

function onlyOrFirst<T>(rows: readonly T[]): T {
  const [first] = rows;
  if (first === undefined) throw new Error('a row was expected, none came');
  return first;
}
