import type { ShipmentId } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';

/** A state and the hash of the last line of its log. */
export interface Remembered {
  readonly hash: string;
  readonly state: Shipment;
}

/**
 * The states that this process met last, each with the hash that its log ended with. The chain's last hash names one log and so one state, whoever has written
 * meanwhile: a state whose hash is still the row's needs neither be sent nor read again, nor what was derived from it derived again. Never more than `most`; the one
 * that was kept longest ago goes first.
 */
export class RememberedStates {
  private readonly states = new Map<ShipmentId, Remembered>();

  constructor(private readonly most: number) {}

  /** What is remembered of a shipment. Whoever asks holds on to it: it may be forgotten, or followed by another, before the row has been read. */
  of(shipment: ShipmentId): Remembered | undefined {
    return this.states.get(shipment);
  }

  keep(shipment: ShipmentId, hash: string, state: Shipment): void {
    this.states.delete(shipment);
    this.states.set(shipment, { hash, state });
    const [oldest] = this.states.keys();
    if (this.states.size > this.most && oldest !== undefined) this.states.delete(oldest);
  }
}
