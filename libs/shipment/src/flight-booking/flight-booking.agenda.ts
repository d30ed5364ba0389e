import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Deadline, Obligation } from '../obligation.js';
import type { FlightBookingAgendaFacts, FlightBookingState, PlanNumber } from './flight-booking.js';
import { proposePlan } from './flight-booking.offers.js';
import { planNumbered } from './flight-booking.lookup.js';
import { seatObligations } from './flight-booking.seats.js';
import { watchObligations } from './flight-booking.watch.js';

export { flightBookingCauses } from './flight-booking.causes.js';

const dayMinutes = 24 * 60;
const planNumbers: readonly PlanNumber[] = [1, 2];

/** What is owed of the flights: a plan for each collection day, its seats, and word of every departure and landing. */
export function flightBookingObligations(
  state: FlightBookingState,
  facts: FlightBookingAgendaFacts,
): readonly Obligation[] {
  return [
    ...planNumbers.flatMap((plan) => planDue(plan, state, facts)),
    ...state.bookings.flatMap((booking) => seatObligations(state, booking, facts)),
    ...(facts.delivered ? [] : watchObligations(state, facts)),
  ];
}

/** Nobody can have planned anything before the shipment was opened. A plan that was stood down and is needed after all is due again. */
function planDue(plan: PlanNumber, state: FlightBookingState, facts: FlightBookingAgendaFacts): readonly Deadline[] {
  const startsAt: Instant | undefined = facts.collectionStartsAt[plan];
  const status = planNumbered(state, plan)?.status ?? 'none';
  if (startsAt === undefined || (status !== 'none' && status !== 'stood-down')) return [];
  const dueAt = plusMinutes(startsAt, -facts.planDueDaysBefore * dayMinutes);
  const forWhat = facts.banked ? 'the unit' : `collection day ${plan}`;
  return [
    {
      does: 'ring',
      stage: 'flight-booking',
      owner: 'coordinator',
      key: `plan-due/${plan}`,
      kind: 'plan-due',
      dueAt: latest([dueAt, plusMinutes(facts.openedAt, facts.reportGraceMinutes)]) ?? dueAt,
      what: `Propose flights for ${forWhat}`,
      severity: 'warning',
      overdue: {
        wrong: `There are no flights for ${forWhat}.`,
        follows: 'Borders, checkpoints and the courier cannot be arranged without them.',
      },
      offers: [facts.banked ? proposePlan(plan, forWhat) : proposePlan(plan)],
    },
  ];
}
