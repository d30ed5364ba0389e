import type { NewDelivery, Channel, DeliveryStatus } from './delivery.js';
import type { DeliveryPage, DeliveryView } from './delivery-views.js';

/** Which deliveries are asked for; null: whatever it is. */
export interface DeliveryFilter {
  readonly status: DeliveryStatus | null;
  readonly channel: Channel | null;
  readonly shipment: string | null;
}

export interface DeliveryPaging {
  /** The id of the last one of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

/** What was told of an organisation's people and programs, to be read by that organisation. What is another's is not there. */
export interface DeliveryRecord {
  /** The newest first. */
  list(organisation: string, filter: DeliveryFilter, paging: DeliveryPaging): Promise<DeliveryPage>;
  one(organisation: string, id: string): Promise<DeliveryView | null>;
  /** As it was enqueued, with its moment: what a mail is made of. */
  whole(
    organisation: string,
    id: string,
  ): Promise<{ readonly delivery: NewDelivery; readonly createdAt: string } | null>;
  /** A program is told again what it was told; false where there is no such delivery of a program, or it waits. */
  replay(organisation: string, id: string): Promise<boolean>;
}
