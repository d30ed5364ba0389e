import { createHash, randomUUID } from 'node:crypto';
import { openDatabase, type Database, type DatabaseOptions } from '@cellrelay/adapter-postgres';
import { instantFromMillis, millisOf, type CommandId, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { Deadline, Obligation, Shipment } from '@cellrelay/shipment';
import {
  noScanMoves,
  type BoardRow,
  type Commit,
  type Loaded,
  type RowView,
  type StoredEntry,
} from '@cellrelay/use-cases';

/** The store does not look into states: these hold what its tests ask about, and nothing of a real shipment. */

const start = '2026-11-22T08:00:00.000Z' as Instant;

export function shipmentId(): ShipmentId {
  return randomUUID() as ShipmentId;
}

export function commandKey(
  shipment: ShipmentId,
  id: string = randomUUID(),
  bodyHash = 'body',
): { shipment: ShipmentId; id: CommandId; bodyHash: string } {
  return { shipment, id: id as CommandId, bodyHash };
}

export function deadline(key: string, dueAt: Instant, more: Partial<Deadline> = {}): Deadline {
  return {
    key,
    stage: 'cell-count',
    dueAt,
    owner: 'coordinator',
    what: 'Record the day 1 count',
    does: 'ring',
    kind: 'count-due',
    severity: 'warning',
    overdue: { wrong: 'no count', follows: 'nobody knows the dose' },
    offers: [],
    ...more,
  };
}

/** A state whose only content is how many events there were and what is owed. */
export interface Fake {
  readonly owes: readonly Obligation[];
  readonly note: string;
}

export function stateOf(revision: number, recordedAt: Instant, fake: Fake): Shipment {
  return {
    stages: fake,
    revision,
    stageRevisions: { order: revision },
    openedAt: start,
    recordedAt,
  } as unknown as Shipment;
}

export function owedBy(state: Shipment): readonly Obligation[] {
  return (state.stages as unknown as Fake).owes;
}

export function boardRow(state: Shipment, more: Partial<BoardRow> = {}): BoardRow {
  const fake = state.stages as unknown as Fake;
  const view = { reference: `REF ${state.revision}`, note: fake.note } as unknown as RowView;
  const nextDueAt =
    owedBy(state)
      .map((each) => each.dueAt)
      .sort()[0] ?? null;
  return {
    live: true,
    example: false,
    reference: `REF ${state.revision}`,
    severity: 0,
    nextDueAt,
    searchText: fake.note.toLowerCase(),
    view,
    figure: null,
    unit: null,
    holders: [],
    shared: null,
    ...more,
  };
}

export interface Told {
  readonly note?: string;
  readonly owes?: readonly Obligation[];
  readonly agenda?: Partial<Commit['agenda']>;
  readonly redriven?: readonly string[];
  readonly row?: Partial<BoardRow>;
  readonly events?: number;
  readonly owesReport?: boolean;
  readonly owesPapers?: boolean;
}

/** A commit with so many events, chained as the real ones are; the events hold what the fold below makes the state from. */
export function commitOf(shipment: ShipmentId, loaded: Loaded, told: Told = {}): Commit {
  const first = (loaded.state?.revision ?? 0) + 1;
  const { note = 'a note', owes = [], events = 1 } = told;
  let previous = loaded.lastHash;
  const entries = Array.from({ length: events }, (_, index): StoredEntry => {
    const event = { type: 'Noted', v: 1, stage: 'order', data: { note, owes } };
    const text = JSON.stringify({ shipment, seq: first + index, recordedAt: loaded.now, event });
    previous = chainHash(previous, text);
    return { shipment, seq: first + index, text, hash: previous };
  });
  const state = stateOf(first + events - 1, loaded.now, { note, owes });
  return {
    entries,
    state,
    agenda: { opened: [], moved: [], closed: [], ...told.agenda },
    redriven: told.redriven ?? [],
    answer: {
      shipment,
      revision: state.revision,
      stageRevisions: state.stageRevisions,
      events: entries.map((entry) => ({ seq: entry.seq, type: 'Noted' })),
    },
    row: boardRow(state, told.row),
    owesReport: told.owesReport ?? false,
    owesPapers: told.owesPapers ?? false,
    scans: noScanMoves,
  };
}

/** A chain of the same kind as the core's. */
export function chainHash(previous: string | null, text: string): string {
  return createHash('sha256')
    .update(`${previous ?? ''}\n${text}`, 'utf8')
    .digest('hex');
}

/** The fold of those events. */
export function fold(entries: readonly StoredEntry[]): Shipment {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('a log without lines');
  const { seq, recordedAt, event } = JSON.parse(last.text) as {
    seq: number;
    recordedAt: Instant;
    event: { data: Fake };
  };
  return stateOf(seq, recordedAt, event.data);
}

export async function opened(url: string, more: Partial<DatabaseOptions> = {}): Promise<Database> {
  return openDatabase({ url, folding: { version: 1, refold: fold }, poolSize: 8, ...more });
}

/** Commits once, and insists that it was taken. */
export async function note(database: Database, shipment: ShipmentId, told: Told = {}): Promise<Commit['answer']> {
  const outcome = await database.shipments.commit(commandKey(shipment), (loaded) => ({
    ok: true,
    commit: commitOf(shipment, loaded, told),
  }));
  if (outcome.kind !== 'committed') throw new Error(`not committed: ${outcome.kind}`);
  return outcome.answer;
}

/** A shipment that owes this from its first event on; answers the ids of its agenda rows by key. */
export async function owing(
  database: Database,
  owes: readonly Obligation[],
  more: Told = {},
): Promise<{ shipment: ShipmentId; ids: Map<string, string> }> {
  const shipment = shipmentId();
  await note(database, shipment, { owes, agenda: { opened: owes }, ...more });
  return { shipment, ids: await idsOf(database, shipment) };
}

export async function idsOf(database: Database, shipment: ShipmentId): Promise<Map<string, string>> {
  const found = await database.pool.query<{ id: string; key: string }>(
    'select id, key from cellrelay.agenda_item where shipment = $1',
    [shipment],
  );
  return new Map(found.rows.map((row) => [row.key, row.id]));
}

export async function fromNow(database: Database, ms: number): Promise<Instant> {
  return instantFromMillis(millisOf(await database.clock.now()) + ms);
}

/** All rows that a shipment has anywhere. */
export async function everythingOf(database: Database, shipment: ShipmentId): Promise<unknown> {
  const [events, states, items, answers] = await Promise.all(
    ['event where shipment', 'shipment where id', 'agenda_item where shipment', 'command_answer where shipment'].map(
      async (table) =>
        (await database.pool.query(`select * from cellrelay.${table} = $1 order by 1, 2`, [shipment]))
          .rows as unknown[],
    ),
  );
  return { events, states, items, answers };
}

/** The transaction up to which a cursor has told everything. */
export function transactionOf(cursor: string): bigint {
  return BigInt(cursor.split('.')[1] ?? '0');
}

/**
 * The stream's cursor once all that was written is behind it. Other spec files on this server hold transactions of their own open for moments: they may
 * delay the stream, and never lose from it.
 */
export async function settled(database: Database): Promise<string> {
  const last =
    'select max(tx)::text as tx from (select tx from cellrelay.event union all select tx from cellrelay.maintenance) as written';
  const written = await database.pool.query<{ tx: string | null }>(last);
  for (;;) {
    const cursor = await database.changes.latestCursor();
    if (transactionOf(cursor) >= BigInt(written.rows[0]?.tx ?? '0')) return cursor;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
