import type { Instant, Result, ShipmentId } from '@cellrelay/kernel';
import type { Holder, Obligation, Owner, Refusal } from '@cellrelay/shipment';
import type { OwnShipments } from './people/reader.js';
import type { RowView } from './questions/views.js';

/** Which shipments a list shows. What is left out does not narrow. */
export interface ListFilter {
  /** Still under way, or over. */
  readonly live?: boolean;
  readonly example?: boolean;
  /** At least that bad: 1 notice, 2 warning, 3 critical. */
  readonly minSeverity?: number;
  /** Only those in which somebody stands, each with the row that is shared with them. */
  readonly own?: OwnShipments | undefined;
  /** Only the donor's of this GRID, whole: for whoever may know it, whose own text to look in has none. */
  readonly grid?: string | undefined;
  /** Looked for anywhere in the row's search text, all words, in any case. */
  readonly search?: string;
}

/** Where in a list to go on. Cursors come from the page before and say nothing to anybody else. */
export interface Paging {
  /** Null: from the start. */
  readonly cursor: string | null;
  /** At most so many; the caller bounds it. */
  readonly limit: number;
}

/** The list can be entered anywhere: cursors go on from row to row, and a jump passes over what lies between. */
export interface ListPaging extends Paging {
  readonly skip?: number;
}

export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** The cursor to go on with; null at the end. */
  readonly next: string | null;
  /** All that pass the filter, on every page. */
  readonly total: number;
}

export interface ListedShipment {
  readonly shipment: ShipmentId;
  readonly revision: number;
  readonly row: RowView;
}

/** A shipment's row with what others see of it, and who they are. */
export interface SharedListed extends ListedShipment {
  /** Null where nobody but the operator stands in it. */
  readonly shared: RowView | null;
  readonly holders: readonly Holder[];
}

export interface ItemFilter {
  readonly shipment?: ShipmentId;
  /** Whose. With `tasks`, what is overdue or parked comes too, whoever was to do it. */
  readonly owner?: Owner;
  /** Only what a person can settle now: deadlines that have offers, and whatever was parked. */
  readonly tasks?: boolean;
  readonly dueBefore?: Instant;
  /** Only of shipments in which somebody stands, with the row that is shared with them. */
  readonly own?: OwnShipments | undefined;
  /** With `own`: only what they may settle as what they stand in that shipment, each as `<part> <command>`. */
  readonly settledBy?: readonly string[] | undefined;
}

/** An open agenda item with the row of its shipment. */
export interface OpenItem {
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly revision: number;
  readonly obligation: Obligation;
  readonly attempts: number;
  /** Why it waits for a person; null when it does not. */
  readonly parked: string | null;
  readonly row: RowView;
}

/** The read side: everything from rows that commits keep. */
export interface BoardStore {
  /** Worst alert first, then whatever is due next. A cursor that is none is refused: `cursor-unknown`. */
  list(filter: ListFilter, paging: ListPaging): Promise<Result<PageOf<ListedShipment>, Refusal>>;
  /** The rows of these shipments, those that exist, in no particular order. */
  rows(shipments: readonly ShipmentId[]): Promise<readonly SharedListed[]>;
  /** The ids of the shipments in which somebody stands. */
  own(own: OwnShipments): Promise<readonly ShipmentId[]>;
  /** Open agenda items, what is due first before the rest. A cursor that is none is refused: `cursor-unknown`. */
  openItems(filter: ItemFilter, paging: Paging): Promise<Result<PageOf<OpenItem>, Refusal>>;
}

/** Which shipments orders have become. */
export interface ReferenceStore {
  /** Those that have one of these references, whole and in any case; a reference that is none's is left out. */
  referred(references: readonly string[]): Promise<readonly Referred[]>;
}

export interface Referred {
  readonly shipment: ShipmentId;
  readonly reference: string;
}

/** That a shipment has moved. Told at least once; several moves may be told as one. */
export interface Change {
  /** Goes on after this change. */
  readonly cursor: string;
  readonly shipment: ShipmentId;
  /** At least this revision stands by now; null: the shipment is gone (an example that was removed). */
  readonly revision: number | null;
}

/** The live stream. Take `latestCursor` before reading a list, then ask for what came after: nothing falls between. */
export interface ChangeStream {
  latestCursor(): Promise<string>;
  /**
   * Changes after the cursor, oldest first, one for each shipment; at most `limit` log lines are looked at. Empty: nothing new. A cursor that is none, or from
   * another database, is refused (`cursor-unknown`): whoever holds it must read everything anew.
   */
  changesAfter(cursor: string, limit: number): Promise<Result<readonly Change[], Refusal>>;
  /** Calls `wake` when there may be news, at least every second or so. Answers how to stop. */
  watch(wake: () => void): () => void;
}
