import type { LegExpected, LegLatest } from '@cellrelay/itinerary';
import { earliest, type Instant } from '@cellrelay/kernel';
import { milestonesOfLegs, type AtLeg } from './course.on-the-way.js';
import { chainOf, expectedAlong, latestAlong, type Along, type Chain } from './course.passes.js';
import type { FlightPlan } from './flight-booking/flight-booking.js';
import type { Shipment } from './shipment.js';
import type { Milestone, Step } from './slack/slack.js';

/** What has been read off a chain already. */
interface Read {
  readonly chain: Chain;
  readonly expected: Along<LegExpected>;
  readonly targetAt: Instant | null;
  readonly limitAt: Instant | null;
}

/** All that was read of the chain: as expected, as planned, and backwards from both lines. */
interface Passes {
  readonly expected: Along<LegExpected>;
  readonly planned: Along<LegExpected>;
  readonly target: Along<LegLatest> | null;
  readonly limit: Along<LegLatest> | null;
}

/** A milestone before it is known what of the others has happened. */
type Drawn = Omit<Milestone, 'standing'>;

/** The milestones of a trip in order, with what both passes say of each. */
export function milestonesOf(shipment: Shipment, plan: FlightPlan, read: Read): readonly Milestone[] {
  const { chain, expected } = read;
  const back = (line: Instant | null) => (line === null ? null : latestAlong(shipment, chain, line));
  const planned = expectedAlong(shipment, chainOf(shipment, plan, 'plan'));
  const passes: Passes = { expected, planned, target: back(read.targetAt), limit: back(read.limitAt) };
  const drawn = [
    ...chain.before.map((step, index) => drawnBefore(step, index, passes)),
    ...milestonesOfLegs(shipment, plan).map((step) => drawnAtLeg(step, passes)),
    ...chain.after.map((step, index) => drawnAfter(step, index, passes)),
  ];
  return drawn.map((each, index) => standing(each, drawn.slice(index + 1)));
}

function named({
  key,
  kind,
  what,
  shownIn,
  happenedAt,
}: Pick<Step, 'key' | 'kind' | 'what' | 'shownIn' | 'happenedAt'>) {
  return { key, kind, what, shownIn, happenedAt };
}

function drawnBefore(step: Step, index: number, { expected, planned, target, limit }: Passes): Drawn {
  const expectedAt = at(expected.before, index);
  return {
    ...named(step),
    plannedAt: planned.before[index] ?? expectedAt,
    expectedAt,
    latestForTarget: target?.before[index] ?? null,
    latestForLimit: limit?.before[index] ?? null,
    by: 'plan',
    latestByFallback: limit?.legs[0]?.byFallback ?? false,
  };
}

function drawnAtLeg(step: AtLeg, passes: Passes): Drawn {
  return step.end === 'departs' ? drawnDeparting(step, passes) : drawnLanding(step, passes);
}

function drawnDeparting(step: AtLeg, { expected, planned, target, limit }: Passes): Drawn {
  const { leg } = step;
  const expectedAt = step.happenedAt ?? at(expected.legs, leg).departsAt;
  return {
    ...named(step),
    plannedAt: planned.legs[leg]?.departsAt ?? expectedAt,
    expectedAt,
    latestForTarget: target?.legs[leg]?.departsBy ?? null,
    latestForLimit: limit?.legs[leg]?.departsBy ?? null,
    by: flownBy(at(expected.legs, leg)),
    latestByFallback: (limit?.legs[leg]?.byFallback ?? false) || (limit?.legs[leg + 1]?.byFallback ?? false),
  };
}

function drawnLanding(step: AtLeg, { expected, planned, target, limit }: Passes): Drawn {
  const { leg } = step;
  const expectedAt = step.happenedAt ?? at(expected.legs, leg).arrivesAt;
  return {
    ...named(step),
    plannedAt: planned.legs[leg]?.arrivesAt ?? expectedAt,
    expectedAt,
    latestForTarget: target?.legs[leg]?.landsBy ?? null,
    latestForLimit: limit?.legs[leg]?.landsBy ?? null,
    by: flownBy(at(expected.legs, leg)),
    latestByFallback: limit?.legs[leg + 1]?.byFallback ?? false,
  };
}

function drawnAfter(step: Step, index: number, { expected, planned, target, limit }: Passes): Drawn {
  const expectedAt = at(expected.after, index);
  return {
    ...named(step),
    plannedAt: planned.after[index] ?? expectedAt,
    expectedAt,
    latestForTarget: target?.after[index] ?? null,
    latestForLimit: limit?.after[index] ?? null,
    by: worstOf(expected.legs),
    latestByFallback: false,
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('a pass has a moment for each part of its chain');
  return found;
}

function flownBy({ by }: LegExpected): Milestone['by'] {
  return by === 'flight' ? 'plan' : by;
}

function worstOf(legs: readonly LegExpected[]): Milestone['by'] {
  if (legs.some(({ by }) => by === 'no-flight')) return 'no-flight';
  return legs.some(({ by }) => by === 'fallback') ? 'fallback' : 'plan';
}

/** One of which there is no word, although what comes after it has happened, has happened too, and no later than that. */
function standing(drawn: Drawn, after: readonly Drawn[]): Milestone {
  const gone = { latestForTarget: null, latestForLimit: null, latestByFallback: false };
  if (drawn.happenedAt !== null) return { ...drawn, ...gone, by: 'plan', standing: 'happened' };
  const next = earliest(after.flatMap(({ happenedAt }) => (happenedAt === null ? [] : [happenedAt])));
  if (next === undefined) return { ...drawn, standing: 'expected' };
  const expectedAt = drawn.expectedAt < next ? drawn.expectedAt : next;
  return { ...drawn, ...gone, by: 'plan', expectedAt, standing: 'passed' };
}
