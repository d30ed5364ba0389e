import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { DeliveryStatus, NewDeskDelivery } from '../deliveries/delivery.js';

/** A request by mail, and what became of it. */
export interface RequestMail {
  /** The delivery's number. */
  readonly id: string;
  readonly delivery: NewDeskDelivery;
  readonly status: DeliveryStatus;
  readonly askedAt: Instant;
  readonly endedAt: Instant | null;
  /** Whether it waits, or was taken and the log does not know of it yet. */
  readonly underWay: boolean;
  /** The sentence of the last try. */
  readonly says: string | null;
}

/** One that the mail server has taken, and of which the log does not know yet. */
export interface TakenMail {
  readonly id: string;
  readonly delivery: NewDeskDelivery;
  readonly takenAt: Instant;
}

/** What became of keeping one. `known`: it is there under its key already, whatever it says; `under-way`: another one of the same request is, and this one was not kept. */
export type Keeping = 'kept' | 'known' | 'under-way';

/** Requests by mail, which are deliveries. */
export interface RequestMailStore {
  /** Keeps it to be sent, with its line of the audit record; by one alone for each shipment, so that of one request one mail is under way at most. */
  keep(delivery: NewDeskDelivery): Promise<Keeping>;
  byKey(key: string): Promise<RequestMail | null>;
  /** Of a shipment, the newest first. */
  ofShipment(shipment: ShipmentId): Promise<readonly RequestMail[]>;
  /** The oldest first. Those that were put off are left out. */
  taken(limit: number): Promise<readonly TakenMail[]>;
  /** The log knows of it, or knows better. */
  settle(id: string): Promise<void>;
  /** Again after so many milliseconds. */
  putOff(id: string, afterMs: number): Promise<void>;
}
