import { earliest, type Instant } from '@cellrelay/kernel';
import type { Deadline, DeadlineKind } from './obligation.js';
import { confirmedPlan, currentBookings, flightNow, governingBag, livePlans } from './overview.js';
import type { Shipment } from './shipment.js';
import { travelWindows } from './travel-windows.js';

/** What ends the time in which a deadline that has rung can still be made good. */
type Horizon = 'collection' | 'departure' | 'limit' | 'none';

const horizons: Readonly<Record<DeadlineKind, Horizon>> = {
  'clearance-due': 'collection',
  'registry-consent-due': 'collection',
  'processing-decision-due': 'limit',
  'changed-limit-due': 'limit',
  'parties-told': 'none',
  'postponement-told': 'collection',
  'suspension-decision-due': 'collection',
  'backup-due': 'collection',
  'conditioning-start-due': 'none',
  'plan-due': 'collection',
  'hold-lapses': 'departure',
  'ticketing-lapses': 'departure',
  'give-up-time-passes': 'departure',
  'connection-too-short': 'departure',
  connection: 'departure',
  'departure-overdue': 'limit',
  'arrival-overdue': 'limit',
  'customs-answer-due': 'departure',
  'customs-presentation-due': 'limit',
  'permit-lapses': 'departure',
  'permit-lapsed': 'none',
  'regularisation-due': 'none',
  'exemption-answer-due': 'departure',
  'scan-decision-due': 'limit',
  'courier-due': 'collection',
  'courier-fit-due': 'collection',
  'courier-in-position': 'collection',
  'visa-expedite-due': 'departure',
  'collection-start-due': 'departure',
  'collection-end-due': 'departure',
  'count-due': 'departure',
  'decision-due': 'departure',
  'freezing-due': 'limit',
  'fate-of-cells-due': 'limit',
  'follow-up-shipment-due': 'collection',
  'new-way-due': 'limit',
  'handover-due': 'departure',
  'leave-for-airport': 'departure',
  'box-packed-due': 'departure',
  'relay-due': 'departure',
  'relay-visa-expedite-due': 'departure',
  'box-hold': 'limit',
  'delivery-due': 'limit',
  reprint: 'departure',
  'reprint-before-leaving': 'departure',
  'receipt-due': 'limit',
  'marrow-advisory': 'limit',
  'infusion-due': 'limit',
  'follow-up': 'none',
  'grade-deviation': 'none',
  'close-deviation': 'none',
  'partner-told': 'none',
  'rapid-alert': 'none',
  'bag-target': 'limit',
  'bag-limit': 'none',
  'latest-moment': 'limit',
  'shipper-charge-due': 'departure',
  'shipper-target': 'limit',
  'shipper-hold': 'none',
  'cargo-loaded-due': 'departure',
  'cargo-rebooking-due': 'departure',
  'arrival-before-conditioning': 'none',
  'stand-down-told': 'none',
  'by-hand-due': 'none',
};

/**
 * Until when something can still be done about a deadline that has rung: until the collection it prepares, the next departure, or the limit of the cells. Undefined where that is not known,
 * or over. No latest moment of a milestone is among them: these tell how long the centre needs for its patient.
 */
export function canBeDoneUntil(shipment: Shipment, deadline: Deadline): Instant | undefined {
  const at = momentOf(shipment, horizons[deadline.kind], deadline);
  return at !== undefined && at > deadline.dueAt ? at : undefined;
}

function momentOf(shipment: Shipment, horizon: Horizon, deadline: Deadline): Instant | undefined {
  switch (horizon) {
    case 'collection':
      return earliest(travelWindows(shipment).flatMap(({ startsAt }) => (startsAt > deadline.dueAt ? [startsAt] : [])));
    case 'departure':
      return ownDeparture(shipment, deadline) ?? nextDeparture(shipment, deadline.dueAt);
    case 'limit':
      return governingBag(shipment)?.clock.limitAt;
    case 'none':
      return undefined;
  }
}

/** Of the leg that is named by the occasion, which is a booking, or a checkpoint before a flight; undefined where it names none. */
function ownDeparture({ stages }: Shipment, { key, kind }: Deadline): Instant | undefined {
  const occasion = key.slice(kind.length + 1);
  const { bookings, plans } = stages['flight-booking'];
  const exemption = stages['xray-exemption'].exemptions.find(({ id }) => id === occasion);
  const plan = plans.find((each) => each.plan === exemption?.plan);
  const own = bookings.find(
    ({ id, leg }) => id === occasion || (leg === exemption?.leg && plan?.current.includes(id) === true),
  );
  return own === undefined ? undefined : flightNow(own).departsAt.at;
}

/** Of the plan that flies; before it is known, of any. */
function nextDeparture(shipment: Shipment, after: Instant): Instant | undefined {
  const decided = confirmedPlan(shipment);
  const plans = decided === undefined ? livePlans(shipment) : [decided];
  const waiting = plans.flatMap((plan) =>
    currentBookings(shipment, plan).filter(({ departedAt }) => departedAt === null),
  );
  return earliest(waiting.map((booking) => flightNow(booking).departsAt.at).filter((at) => at > after));
}
