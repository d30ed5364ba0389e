import type { ShipmentId } from '@cellrelay/kernel';
import type { Obligation, Shipment } from '@cellrelay/shipment';
import type { BoardRow, StoredEntry } from '@cellrelay/use-cases';

/** How a log becomes everything else: the core's own functions. */
export interface VerifyWith {
  readonly chainHash: (previous: string | null, text: string) => string;
  readonly foldVersion: number;
  /** Throws when a line cannot be read. */
  readonly fold: (entries: readonly StoredEntry[]) => Shipment;
  readonly agendaOf: (state: Shipment) => readonly Obligation[];
  readonly rowOf: (shipment: ShipmentId, state: Shipment) => BoardRow;
  /** The numbers of the scans whose bytes are to be there. */
  readonly scansOf: (state: Shipment) => readonly string[];
}

/** One thing that is not as the log has it. */
export interface Difference {
  readonly shipment: ShipmentId;
  readonly what: 'log' | 'state' | 'agenda' | 'row' | 'scan';
  /** Line number, agenda key, column, or the scan's number. */
  readonly at: string;
  readonly sentence: string;
}

export interface Verified {
  readonly shipments: number;
  readonly events: number;
  /** Shipments whose state is of another fold version: their chain was checked, the rest is rebuilt at their next command. */
  readonly stale: number;
  /** Empty when all is as it should be. */
  readonly differences: readonly Difference[];
}
