import { isDeepStrictEqual } from 'node:util';
import type { Obligation, Shipment } from '@cellrelay/shipment';
import type { BoardRow } from '@cellrelay/use-cases';
import { textOf } from '../error-text.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { withoutNul } from '../plain-text.js';
import type { Stored, StoredItem, StoredShipment } from './read-batch.js';
import type { Difference, VerifyWith } from './verified.js';

type Found = Omit<Difference, 'shipment'>;

/** Where one shipment's rows differ from what its log makes of them. */
export function compare(
  stored: Stored,
  how: VerifyWith,
): { readonly stale: boolean; readonly differences: readonly Difference[] } {
  const stale = stored.row.fold_version !== how.foldVersion;
  const found = [...compareLog(stored, how), ...compareDerived(stored, how, stale)];
  return { stale, differences: found.map((each) => ({ shipment: stored.row.id, ...each })) };
}

function compareLog({ row, log }: Stored, how: VerifyWith): Found[] {
  const found: Found[] = [];
  let previous: string | null = null;
  log.forEach((line, index) => {
    const at = String(line.seq);
    if (line.seq !== index + 1)
      found.push({ what: 'log', at, sentence: `line ${line.seq} stands where line ${index + 1} should` });
    if (how.chainHash(previous, line.text) !== line.hash)
      found.push({ what: 'log', at, sentence: 'the hash does not fit the text and the line before' });
    previous = line.hash;
  });
  if (previous !== row.last_hash)
    found.push({
      what: 'log',
      at: String(row.revision),
      sentence: 'the log does not end with the hash that the shipment remembers',
    });
  return found;
}

function compareDerived({ row, log, items, figure, scans }: Stored, how: VerifyWith, stale: boolean): Found[] {
  let state: Shipment;
  try {
    state = how.fold(log);
  } catch (error) {
    return [{ what: 'state', at: 'state', sentence: `the log cannot be folded: ${textOf(error, 'message')}` }];
  }
  const bytes = compareScans(scans, how.scansOf(state));
  if (stale) return bytes;
  return [
    ...bytes,
    ...compareState(row, state),
    ...compareAgenda(items, how.agendaOf(state)),
    ...compareRow(row, figure, how.rowOf(row.id, state)),
  ];
}

/** Bytes without a line of the log are nobody's to see; a line without bytes is a paper that nobody has any more. */
function compareScans(stored: readonly string[], standing: readonly string[]): Found[] {
  const lost = standing.filter((at) => !stored.includes(at));
  const over = stored.filter((at) => !standing.includes(at));
  return [
    ...lost.map((at): Found => ({ what: 'scan', at, sentence: 'the log has this scan, and its bytes are not there' })),
    ...over.map((at): Found => ({ what: 'scan', at, sentence: 'bytes of a scan that the log does not have' })),
  ];
}

function compareState(row: StoredShipment, state: Shipment): Found[] {
  const found: Found[] = [];
  if (!same(row.state, state))
    found.push({ what: 'state', at: 'state', sentence: 'the state is not what the log folds to' });
  if (row.revision !== state.revision)
    found.push({
      what: 'state',
      at: 'revision',
      sentence: `revision ${row.revision} is stored, the log has ${state.revision}`,
    });
  return found;
}

function compareAgenda(items: readonly StoredItem[], owed: readonly Obligation[]): Found[] {
  const left = new Map(items.map((item) => [item.key, item]));
  const found = owed.flatMap((each): Found[] => {
    const item = left.get(each.key);
    left.delete(each.key);
    if (item === undefined)
      return [{ what: 'agenda', at: each.key, sentence: `owed at ${each.dueAt}, but no open item says so` }];
    return same(columnsOf(item), columnsFor(each))
      ? []
      : [{ what: 'agenda', at: each.key, sentence: 'the open item is not what is owed' }];
  });
  return [
    ...found,
    ...[...left.keys()].map((at): Found => ({ what: 'agenda', at, sentence: 'an open item for what is not owed' })),
  ];
}

function columnsOf({ stage, kind, does, owner, offered, obligation, due_at: dueAt }: StoredItem): unknown {
  return { stage, kind, does, owner, offered, obligation, dueAt: instantOfRow(dueAt) };
}

function columnsFor(owed: Obligation): unknown {
  const { stage, kind, does, owner, dueAt } = owed;
  return { stage, kind, does, owner, offered: owed.does !== 'call' && owed.offers.length > 0, obligation: owed, dueAt };
}

function compareRow(row: StoredShipment, figure: unknown, made: BoardRow): Found[] {
  const stored: BoardRow = {
    live: row.live,
    example: row.example,
    reference: row.reference,
    severity: row.severity,
    nextDueAt: instantOrNull(row.next_due_at),
    searchText: row.search_text,
    view: row.view as BoardRow['view'],
    figure: figure as BoardRow['figure'],
    unit: row.unit,
    shared: sharedIn(row),
    holders: row.holders as BoardRow['holders'],
  };
  const right: BoardRow = {
    ...made,
    reference: withoutNul(made.reference),
    searchText: withoutNul(made.searchText),
    shared: made.shared && { ...made.shared, searchText: withoutNul(made.shared.searchText) },
    holders: [...made.holders].sort((a, b) => order(a.part, b.part) || order(a.holder, b.holder)),
  };
  const columns = Object.keys(stored) as (keyof BoardRow)[];
  return columns
    .filter((column) => !same(stored[column], right[column]))
    .map((at): Found => ({ what: 'row', at, sentence: `${at} on the board is not what the log makes of it` }));
}

function sharedIn({ shared_view: view, shared_search: searchText }: StoredShipment): BoardRow['shared'] {
  return view === null || searchText === null ? null : { view: view as BoardRow['view'], searchText };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Equal as JSON, in whatever order the keys stand. */
function same(stored: unknown, made: unknown): boolean {
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(made)) as unknown);
}
