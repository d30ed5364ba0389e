import { agendaDifference, agendaOf, fold, foldVersion, type Obligation, type Shipment } from '@cellrelay/shipment';
import { canonicalText, rowOf, type BoardRow, type LogEntry, type PlayedHistory } from '@cellrelay/use-cases';
import { mustFind } from '../ground/must-find.js';

/** A row of the agenda as the store would have left it: closed ones too. */
export interface StoredItem {
  readonly obligation: Obligation;
  readonly revision: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** Every row that a played history would have left behind, had each of its commands been taken by the store at its moment. */
export interface StoredTrip {
  /** What of the rows' texts is another's in each copy: the shipment's id and its reference. */
  readonly id: string;
  readonly reference: string;
  readonly recordedAt: string;
  readonly state: Shipment;
  readonly foldVersion: number;
  readonly row: BoardRow;
  /** The log's lines, canonical. */
  readonly lines: readonly string[];
  readonly items: readonly StoredItem[];
  readonly answers: readonly { readonly id: string; readonly answer: string; readonly at: string }[];
}

/** Folds the log command by command, and keeps every item that was ever owed in between. */
export function storedTrip({ entries, shipment }: PlayedHistory): StoredTrip {
  const id = mustFind(entries, 0).shipment;
  const items = new Map<string, StoredItem>();
  const answers: StoredTrip['answers'][number][] = [];
  let owed: readonly Obligation[] = [];
  for (const group of byCommand(entries)) {
    const last = mustFind(group, group.length - 1);
    const state = fold(entries.slice(0, last.seq));
    const after = agendaOf(state);
    apply(items, agendaDifference(owed, after), last.recordedAt);
    owed = after;
    const events = group.map(({ seq, event }) => ({ seq, type: event.type }));
    const answer = { shipment: id, revision: state.revision, stageRevisions: state.stageRevisions, events };
    answers.push({ id: last.commandId, answer: JSON.stringify(answer), at: last.recordedAt });
  }
  const row = rowOf(id, shipment, owed);
  if (row.figure !== null || row.unit !== null) throw new Error('a trip of the benchmark is live and has no unit');
  return {
    ...{ id, reference: row.reference, recordedAt: mustFind(entries, entries.length - 1).recordedAt },
    ...{ state: shipment, foldVersion, row, lines: entries.map(canonicalText), items: [...items.values()], answers },
  };
}

function byCommand(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const groups: LogEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.commandId === entry.commandId) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** As the store writes it: one row for each key, which an item that comes back or moves takes up at its next revision. */
function apply(items: Map<string, StoredItem>, difference: ReturnType<typeof agendaDifference>, at: string): void {
  for (const key of difference.closed) {
    const item = items.get(key);
    if (item !== undefined) items.set(key, { ...item, closedAt: at });
  }
  for (const obligation of [...difference.opened, ...difference.moved]) {
    const before = items.get(obligation.key);
    const openedAt = before === undefined || before.closedAt !== null ? at : before.openedAt;
    items.set(obligation.key, { obligation, revision: (before?.revision ?? 0) + 1, openedAt, closedAt: null });
  }
}
