import { destinationOf, orderOf, type Obligation, type Shipment } from '@cellrelay/shipment';
import type { RowView } from './views.js';

export type Place = RowView['from'];

/** The two ends of a trip. */
export interface Ends {
  readonly from: Place;
  readonly to: Place;
}

/** Collection centre and transplant centre, as places with a clock. */
export function endsOf(shipment: Shipment): Ends {
  const { collectionCentre } = orderOf(shipment).details.parties;
  const goal = destinationOf(shipment);
  return {
    from: { city: collectionCentre.city, zone: collectionCentre.zone },
    to: { city: goal.city, zone: goal.zone },
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

/** In whose clock an item's time is shown first: where it happens, and where it does not say that, at which of the two ends it is to be done. */
export function shownInOf(
  { key, kind, owner, stage, happensIn }: Pick<Obligation, 'key' | 'kind' | 'owner' | 'stage' | 'happensIn'>,
  ends: Ends,
): Place {
  if (happensIn !== undefined) return { ...happensIn };
  const atCentre = owner === 'transplant-centre' || stage === 'receipt';
  const entering = stage === 'customs-clearance' && key.includes('-import-');
  return atTheFarEnd.has(kind) || atCentre || entering ? ends.to : ends.from;
}
