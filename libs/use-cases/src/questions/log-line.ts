import type { ShipmentEvent } from '@cellrelay/shipment';
import { entryOf } from '../log/entry.js';
import type { StoredEntry } from '../ports.js';
import { cellCountSays, collectionSays, custodySays, orderSays } from './says-at-ends.js';
import { deviationSays } from './says-of-deviations.js';
import { receiptSays } from './says-of-receipt.js';
import { alertSays } from './says-of-bells.js';
import { courierSays, customsClearanceSays, flightBookingSays, xrayExemptionSays } from './says-on-the-way.js';
import type { Tellers } from './says.js';
import type { LogLineView } from './views.js';

/** How every event there is is told. A new event type does not compile until its words are here. */
const tellers: Tellers<ShipmentEvent['type']> = {
  ...orderSays,
  ...collectionSays,
  ...cellCountSays,
  ...flightBookingSays,
  ...customsClearanceSays,
  ...xrayExemptionSays,
  ...courierSays,
  ...custodySays,
  ...receiptSays,
  ...deviationSays,
  ...alertSays,
};

/** The event in one readable sentence. Bags go by their product code, and the donor by no name or number. */
export function sentenceOfEvent(event: ShipmentEvent): string {
  // The type picks the teller that was written for it; the union cannot follow that.
  const tell = tellers[event.type] as (data: ShipmentEvent['data'], event: ShipmentEvent) => string;
  return tell(event.data, event);
}

/** A stored line of the log as people read it. The donor's GRID, which the first line holds, is left out. */
export function logLineOf({ text, hash }: Pick<StoredEntry, 'text' | 'hash'>): LogLineView {
  const { seq, recordedAt, statedBy, recordedBy, commandId, event } = entryOf(text);
  return {
    seq,
    type: event.type,
    stage: event.stage,
    occurredAt: event.occurredAt.at,
    occurredZone: event.occurredAt.zone,
    recordedAt,
    statedBy,
    recordedBy,
    commandId,
    says: sentenceOfEvent(event),
    data: withoutGrid(event.data),
    hash,
  };
}

function withoutGrid(data: ShipmentEvent['data']): Record<string, unknown> {
  const { donorGrid: _left, ...rest } = data as Record<string, unknown>;
  return rest;
}
