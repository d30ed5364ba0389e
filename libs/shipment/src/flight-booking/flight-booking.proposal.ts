import { arrivalAtCentre, itineraryProblem, type Flight, type ItineraryProblem, type Leg } from '@cellrelay/itinerary';
import { earliest, inZone, plusMinutes, type Instant } from '@cellrelay/kernel';
import { firstOf, notWorded, outOfRange } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { FlightBookingFacts, FlightBookingState, ProposePlan } from './flight-booking.js';
import { bookingsOf, isSameFlight, planNumbered } from './flight-booking.lookup.js';

type Proposal = ProposePlan['data'];

/** A day on the road is more than any transplant centre is away from its airport. */
const mostGroundMinutes = 24 * 60;

/** What is wrong with proposed flights: their order, their fallbacks, the collection they leave from, the limit they must keep. */
export function proposalProblem(
  proposal: Proposal,
  state: FlightBookingState,
  given: FlightBookingFacts,
): Refusal | undefined {
  const collectedAt = given.collectionEndsAt[proposal.plan];
  if (collectedAt === undefined) return noCollectionDay(proposal);
  if (!given.plansWanted.includes(proposal.plan)) return notWanted(proposal, given);
  const confirmed = planNumbered(state, proposal.plan)?.status === 'confirmed';
  // Once a plan is confirmed the next best connection is better than none, as for a single leg.
  const facts = confirmed ? { ...given, minimumConnectionMinutes: 0 } : given;
  return groundProblem(proposal) ?? legDeparted(proposal, state) ?? flightsProblem(proposal, facts, collectedAt);
}

function flightsProblem(proposal: Proposal, facts: FlightBookingFacts, collectedAt: Instant): Refusal | undefined {
  return (
    legsProblem(proposal.legs, facts) ??
    firstOf(proposal.legs, (leg, index) =>
      fallbackProblem(leg, proposal.legs[index - 1], { index, facts, collectedAt }),
    ) ??
    firstOf(proposal.legs, ({ flight }, index) =>
      departureProblem(flight, index, collectedAt, `/legs/${index}/flight`),
    ) ??
    limitProblem(proposal, facts)
  );
}

function noCollectionDay({ plan }: Proposal): Refusal {
  const sentence = `There is no collection on day ${plan} to plan flights for: it was not ordered, or has been stood down.`;
  return { code: 'no-collection-day', sentence, at: '/plan' };
}

function notWanted({ plan }: Proposal, { plansWanted }: FlightBookingFacts): Refusal {
  const allowed = plansWanted.map(String);
  const instead =
    allowed.length === 0 ? 'No plan is needed any more.' : `The cells travel by plan ${allowed.join(' or ')}.`;
  return { code: 'plan-not-wanted', sentence: `Plan ${plan} is not needed. ${instead}`, at: '/plan', allowed };
}

/** A leg that has been flown, or is being flown, cannot be planned away. */
function legDeparted({ plan, legs }: Proposal, state: FlightBookingState): Refusal | undefined {
  const known = planNumbered(state, plan);
  if (known?.status !== 'confirmed') return undefined;
  return firstOf(bookingsOf(state, known), ({ departedAt, flight }, index) => {
    const planned = legs[index]?.flight;
    if (departedAt === null || (planned !== undefined && isSameFlight(planned, flight))) return undefined;
    const sentence = `${flight.designator} has departed: leg ${index + 1} stays as it is.`;
    return { code: 'leg-has-departed', sentence, at: `/legs/${index}/flight`, allowed: [flight.designator] };
  });
}

function groundProblem({ groundMinutesAfter }: Proposal): Refusal | undefined {
  const what = 'The way from the last airport to the transplant centre';
  return outOfRange({
    value: groundMinutesAfter,
    least: 0,
    most: mostGroundMinutes,
    what,
    unit: 'minutes',
    at: '/groundMinutesAfter',
  });
}

function legsProblem(legs: readonly Leg[], facts: FlightBookingFacts): Refusal | undefined {
  const problem = itineraryProblem(
    legs.map((leg) => leg.flight),
    facts.minimumConnectionMinutes,
  );
  if (problem === undefined) return undefined;
  return refusalOf(problem, problem.code === 'no-legs' ? '/legs' : `/legs/${problem.leg}/flight`);
}

function refusalOf({ code, sentence, allowed }: ItineraryProblem, at: string): Refusal {
  return { code, sentence, at, ...(allowed === undefined ? {} : { allowed }) };
}

interface FallbackPlace {
  readonly index: number;
  readonly facts: FlightBookingFacts;
  readonly collectedAt: Instant;
}

/** A fallback that cannot be flown is none: it flies the leg's airports, is another flight, and can be caught. */
function fallbackProblem(
  { flight, fallback }: Leg,
  before: Leg | undefined,
  place: FallbackPlace,
): Refusal | undefined {
  if (fallback === null) return undefined;
  const at = `/legs/${place.index}/fallback`;
  if (isSameFlight(flight, fallback)) {
    return { code: 'fallback-is-the-flight', sentence: `${fallback.designator} cannot be the fallback of itself.`, at };
  }
  return (
    endsElsewhere(fallback, flight, at) ??
    chainProblem(
      [...(before === undefined ? [] : [before.flight]), fallback],
      place.facts.minimumConnectionMinutes,
      at,
    ) ??
    departureProblem(fallback, place.index, place.collectedAt, at)
  );
}

/** Refuses a flight that does not fly between the same airports as the leg's. */
export function endsElsewhere(flight: Flight, leg: Flight, at: string): Refusal | undefined {
  if (flight.from.iata === leg.from.iata && flight.to.iata === leg.to.iata) return undefined;
  const sentence = `${flight.designator} flies from ${flight.from.iata} to ${flight.to.iata}, but the leg is from ${leg.from.iata} to ${leg.to.iata}.`;
  return { code: 'not-that-leg', sentence, at, allowed: [`${leg.from.iata}-${leg.to.iata}`] };
}

/** Refuses flights that do not follow one another. */
export function chainProblem(
  flights: readonly Flight[],
  minimumConnectionMinutes: number,
  at: string,
): Refusal | undefined {
  const problem = itineraryProblem(flights, minimumConnectionMinutes);
  return problem === undefined ? undefined : refusalOf(problem, at);
}

/** Refuses a flight that leaves at a time at which no cells can be on it: a first one before the collection ends, any one absurdly long after. */
export function departureProblem(
  flight: Flight,
  leg: number,
  collectedAt: Instant | undefined,
  at: string,
): Refusal | undefined {
  const early = leg === 0 ? departsTooEarly(flight, collectedAt, at) : undefined;
  return early ?? departsAbsurdlyLate(flight, collectedAt, at);
}

/** Refuses a first flight that would leave without the cells. */
function departsTooEarly(flight: Flight, collectedAt: Instant | undefined, at: string): Refusal | undefined {
  if (collectedAt === undefined || flight.departsAt.at >= collectedAt) return undefined;
  const { zone } = flight.departsAt;
  const ends = inZone(collectedAt, zone);
  const sentence = `${flight.designator} departs at ${inZone(flight.departsAt.at, zone)}, before the collection ends at ${ends}.`;
  return { code: 'departs-before-collection-ends', sentence, at, allowed: [`departing ${ends} or later`] };
}

/** Fresh cells last for three days or so; a flight two weeks after them is a slip of the month or the year, whatever has gone wrong on the way. */
const mostDaysAfterCollection = 14;

/** Refuses a flight so long after the collection that its date cannot be meant. Late ones are another matter: they take a reason, or raise an alert. */
function departsAbsurdlyLate(flight: Flight, collectedAt: Instant | undefined, at: string): Refusal | undefined {
  const latest = collectedAt && plusMinutes(collectedAt, mostDaysAfterCollection * 24 * 60);
  if (latest === undefined || flight.departsAt.at <= latest) return undefined;
  const { zone } = flight.departsAt;
  const sentence = `${flight.designator} departs at ${inZone(flight.departsAt.at, zone)}, over ${mostDaysAfterCollection} days after the collection: check the date.`;
  return {
    code: 'departs-long-after-collection',
    sentence,
    at,
    allowed: [`departing ${inZone(latest, zone)} or earlier`],
  };
}

/**
 * The clock ends when infusion starts, so the centre's minutes come off the limit; with two days' bags it is the older one's
 * that counts. Later than that only with the transplant centre's reason.
 */
function limitProblem(
  { plan, legs, groundMinutesAfter, lateReason }: Proposal,
  facts: FlightBookingFacts,
): Refusal | undefined {
  if (lateReason !== null) return reasonProblem(lateReason);
  const last = legs.at(-1)?.flight;
  const arrivesAt = arrivalAtCentre(
    legs.map((leg) => leg.flight),
    groundMinutesAfter,
  );
  const ends = [facts.collectionEndsAt[1], facts.collectionEndsAt[plan]].filter((each) => each !== undefined);
  const oldest = facts.chargedAt ?? earliest(ends);
  if (last === undefined || arrivesAt === undefined || oldest === undefined) return undefined;
  const infusedAt = plusMinutes(arrivesAt, facts.receiptToInfusionMinutes);
  const limitAt = plusMinutes(oldest, facts.limitMinutes);
  if (infusedAt <= limitAt) return undefined;
  const { zone } = last.arrivesAt;
  const sentence = `Infusion could start at ${inZone(infusedAt, zone)} at the earliest, after the limit of the oldest bag at ${inZone(limitAt, zone)}. It takes the transplant centre's reason.`;
  return { code: 'infusion-after-limit', sentence, at: '/lateReason' };
}

/** A letter that gets a form past its check is no reason: later somebody must be able to read why the limit was let go. */
const leastReasonCharacters = 10;

function reasonProblem(lateReason: string): Refusal | undefined {
  const [what, at] = ["The transplant centre's reason", '/lateReason'];
  const length = lateReason.trim().length;
  if (length === 0 || length >= leastReasonCharacters) return notWorded(lateReason, what, at);
  const allowed = [`at least ${leastReasonCharacters} characters`];
  return {
    code: 'reason-too-short',
    sentence: `${what} has ${length} characters; say it in a few words.`,
    at,
    allowed,
  };
}
