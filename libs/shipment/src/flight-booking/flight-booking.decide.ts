import { err, ok } from '@cellrelay/kernel';
import { atNow, decided, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  ConfirmPlan,
  FlightBookingCommand,
  FlightBookingEvent,
  FlightBookingFacts,
  FlightBookingState,
  PlanNumber,
  ProposePlan,
  RebookLeg,
  StandDownPlan,
} from './flight-booking.js';
import { planNumbered } from './flight-booking.lookup.js';
import { outcomeProblem, outcomeReading } from './flight-booking.outcomes.js';
import { proposalProblem } from './flight-booking.proposal.js';
import { rebookingOf } from './flight-booking.rebooking.js';
import { planTable } from './flight-booking.transitions.js';

/** Proposes, rebooks, confirms and stands down plans, and takes in what airlines did. */
export function decideFlightBooking(
  command: FlightBookingCommand,
  state: FlightBookingState,
  facts: FlightBookingFacts,
): Decision<FlightBookingEvent> {
  switch (command.name) {
    case 'ProposePlan':
    case 'RebookLeg':
    case 'ConfirmPlan':
    case 'StandDownPlan':
      return decideOnPlan(command, state, facts);
    default: {
      const { event, at } = outcomeReading(command);
      return decided(outcomeProblem({ command, event, at }, state, facts), () => [event]);
    }
  }
}

type PlanCommand = ProposePlan | RebookLeg | ConfirmPlan | StandDownPlan;

function decideOnPlan(
  command: PlanCommand,
  state: FlightBookingState,
  facts: FlightBookingFacts,
): Decision<FlightBookingEvent> {
  const { plan } = command.data;
  const status = planNumbered(state, plan)?.status ?? 'none';
  const refused = notAllowedNow(planTable, { command: command.name, state: status, what: `Plan ${plan}` });
  if (refused !== undefined) return err(refused);
  switch (command.name) {
    case 'ProposePlan':
      return decided(proposalProblem(command.data, state, facts), () => [
        { type: 'PlanProposed', ...envelope(facts), data: command.data },
      ]);
    case 'RebookLeg':
      return rebook(command, state, facts);
    case 'ConfirmPlan':
      return decided(consentProblem(plan, facts), () => [
        { type: 'PlanConfirmed', ...envelope(facts), data: { plan } },
      ]);
    case 'StandDownPlan':
      return ok([{ type: 'PlanStoodDown', ...envelope(facts), data: { plan } }]);
  }
}

function envelope(facts: FlightBookingFacts): Pick<FlightBookingEvent, 'v' | 'stage' | 'occurredAt'> {
  return { v: 1, stage: 'flight-booking', occurredAt: atNow(facts.now) };
}

function rebook(
  { data }: RebookLeg,
  state: FlightBookingState,
  facts: FlightBookingFacts,
): Decision<FlightBookingEvent> {
  const { plan, leg, reason } = data;
  const rebooking = rebookingOf(data, state, facts);
  if (rebooking.problem !== undefined) return err(rebooking.problem);
  const { flight } = rebooking;
  return decided(notWorded(reason, 'The reason', '/reason'), () => [
    { type: 'LegRebooked', ...envelope(facts), data: { plan, leg, flight, reason } },
  ]);
}

/** A request above the registry's ceiling is accepted, but nothing flies on it without the registry's word (readings.md). */
function consentProblem(plan: PlanNumber, facts: FlightBookingFacts): Refusal | undefined {
  if (!facts.consentMissing) return undefined;
  const sentence = `Plan ${plan} cannot be confirmed: the request is above the registry's ceiling and its consent is not on record.`;
  return { code: 'registry-consent-missing', sentence, allowed: ['RecordRegistryConsent'] };
}
