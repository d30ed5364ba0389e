import type { Offer } from '../obligation.js';
import type { Booking, FlightBookingState, FlightPlan, PlanNumber } from './flight-booking.js';
import { fallbackLeft } from './flight-booking.lookup.js';

type Outcome =
  | 'RecordSeatsHeld'
  | 'RecordSeatsRefused'
  | 'RecordSeatsTicketed'
  | 'RecordHoldLapsed'
  | 'RecordSeatsGivenUp'
  | 'RecordDeparture'
  | 'RecordArrival'
  | 'RecordFlightEstimate'
  | 'RecordFlightCancelled';

const labels: Readonly<Record<Outcome, string>> = {
  RecordSeatsHeld: 'Record the seats held',
  RecordSeatsRefused: 'Record that there are no seats',
  RecordSeatsTicketed: 'Record the ticket',
  RecordHoldLapsed: 'Record that the hold lapsed',
  RecordSeatsGivenUp: 'Record that they are given up',
  RecordDeparture: 'Record the departure',
  RecordArrival: 'Record the landing',
  RecordFlightEstimate: 'Record a new estimate',
  RecordFlightCancelled: 'Record that it is cancelled',
};

/** Which seats, in words: both plans may fly the same flight number on their own days. */
export function seatsOf({ flight, plan }: Booking): string {
  return `${flight.designator}, plan ${plan}`;
}

/** A person enters what the airline did. */
export function record(command: Outcome, { id }: Booking): Offer {
  return { command, label: labels[command], prefill: { booking: id } };
}

/** All that can have come of asking the airline, the best first. */
export function outcomes(booking: Booking, ...commands: readonly Outcome[]): readonly Offer[] {
  return commands.map((command) => record(command, booking));
}

export function proposePlan(plan: PlanNumber, forWhat = `day ${plan}`): Offer {
  return { command: 'ProposePlan', label: `Propose flights for ${forWhat}`, prefill: { plan } };
}

/** Moving a leg: to its fallback where one is left, or to a flight named now. */
export function rebook(state: FlightBookingState, plan: FlightPlan, leg: number, reason: string): readonly Offer[] {
  const fallback = fallbackLeft(state, plan, leg);
  const place = { plan: plan.plan, leg };
  const another: Offer = { command: 'RebookLeg', label: 'Name another flight', prefill: { ...place, reason } };
  if (fallback === undefined) return [another];
  return [
    { command: 'RebookLeg', label: `Switch to ${fallback.designator}`, prefill: { ...place, flight: null, reason } },
    another,
  ];
}
