import type { CommandId, Instant, ShipmentId } from '@cellrelay/kernel';
import type { KindOfPaper, Paper } from '@cellrelay/paperwork';
import type { PlanNumber } from '@cellrelay/shipment';
import type { MarkDepth, ShipmentMark, ShipmentMarks } from '../marks/marks.port.js';
import type { FactPrints } from './paper-content.js';

/**
 * A paper as it was made, to be printed again as it was. Sealed words stand in it as tokens, as they do in the log: they are told where it is printed, to whoever may read
 * them, and what is erased of them is erased here too. That it was issued, and how it stands, is in the log of its shipment and nowhere else.
 */
export interface PaperDocument {
  readonly document: string;
  readonly shipment: ShipmentId;
  readonly plan: PlanNumber;
  readonly kind: KindOfPaper;
  readonly of: string | null;
  readonly reference: string;
  readonly content: Paper;
  /** SHA-256 of what it says as canonical JSON. */
  readonly sha256: string;
  readonly facts: FactPrints;
  readonly madeAt: Instant;
  /** The text of its code, signed when it was made; null where there was no key to sign with. */
  readonly code: string | null;
  /** The command that it was made for. */
  readonly command: CommandId;
  /** Who had it made. */
  readonly by: string;
}

/** What a list shows of a document. */
export type DocumentInList = Pick<PaperDocument, 'document' | 'reference' | 'by'>;

/** Contents of papers. Only added to. */
export interface PaperStore {
  /** Keeps those whose id is new. Of an id that is there already the earlier content stays. All of them or none. */
  keep(documents: readonly PaperDocument[]): Promise<void>;
  /** What was made for a command, in no particular order. */
  ofCommand(command: CommandId): Promise<readonly PaperDocument[]>;
  /** Those of a shipment by their ids, as far as they are there. */
  some(shipment: ShipmentId, documents: readonly string[]): Promise<readonly PaperDocument[]>;
  /** The same as a list shows them. */
  listed(shipment: ShipmentId, documents: readonly string[]): Promise<readonly DocumentInList[]>;
  /** Of which shipment it is; null: there is none of that id. */
  shipmentOf(document: string): Promise<ShipmentId | null>;
  /** How many there are of a shipment. */
  count(shipment: ShipmentId): Promise<number>;
}

/** Marks of shipments whose papers are to be looked at again, set in the transaction of what may outdate them: a commit sets its shipment's, whatever is entered or confirmed lets those of all live shipments be set. */
export interface PaperMarks extends ShipmentMarks {
  /** Sets marks for the next shipments that what was entered may concern, at most so many. Answers whether more are left. */
  spread(limit: number): Promise<boolean>;
  /** The oldest first. */
  marked(limit: number): Promise<readonly ShipmentMark[]>;
  depth(): Promise<MarkDepth>;
}
