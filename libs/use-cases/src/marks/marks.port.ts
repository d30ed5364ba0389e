import type { ShipmentId } from '@cellrelay/kernel';

/** A shipment of which something is to be worked out: something has come, or was recorded, that says otherwise of it. */
export interface ShipmentMark {
  readonly shipment: ShipmentId;
  /** Another one each time, and never one that was before. */
  readonly revision: string;
  readonly tries: number;
}

/** Marks of one kind, counted. */
export interface MarkDepth {
  readonly waiting: number;
  /** Of these, those that were tried and could not be worked out. */
  readonly failing: number;
  /** Since the mark that waits longest was set; 0 where none waits. */
  readonly oldestMs: number;
}

/** Marks of one kind. Each is set in one transaction with what it is set for: whoever dies before it is worked out leaves it. */
export interface ShipmentMarks {
  mark(shipment: ShipmentId): Promise<ShipmentMark | null>;
  /** Takes the mark away as it was read: where another was set since, that one stands. */
  clear(mark: ShipmentMark): Promise<void>;
  /** Again after so many milliseconds. */
  putOff(mark: ShipmentMark, afterMs: number): Promise<void>;
}
