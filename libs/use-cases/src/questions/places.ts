import { orderOf, type Obligation, type Shipment } from '@cellrelay/shipment';
import type { RowView } from './views.js';

export type Place = RowView['from'];

/** The two ends of a trip. */
export interface Ends {
  readonly from: Place;
  readonly to: Place;
}

/** Collection centre and transplant centre, as places with a clock. */
export function endsOf(shipment: Shipment): Ends {
  const { collectionCentre, transplantCentre } = orderOf(shipment).details.parties;
  return {
    from: { city: collectionCentre.city, zone: collectionCentre.zone },
    to: { city: transplantCentre.city, zone: transplantCentre.zone },
  };
}

const atTheFarEnd: ReadonlySet<string> = new Set([
  'arrival-overdue',
  'watch-arrival',
  'delivery-due',
  'receipt-due',
  'infusion-due',
  'conditioning-start-due',
]);

/** In whose clock an item's time is shown first: where it is to be done, as far as the two ends tell. */
export function shownInOf({ key, kind, owner, stage }: Obligation, ends: Ends): Place {
  const atCentre = owner === 'transplant-centre' || stage === 'receipt';
  const entering = stage === 'customs-clearance' && key.includes('-import-');
  return atTheFarEnd.has(kind) || atCentre || entering ? ends.to : ends.from;
}
