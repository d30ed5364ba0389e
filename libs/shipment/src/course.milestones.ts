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

/** By when something must be, in each backward pass, by where it stands in one. */
function latestIn({ target, limit }: Passes, of: (pass: Along<LegLatest>) => Instant | undefined) {
  const read = (pass: Along<LegLatest> | null): Instant | null => (pass === null ? null : (of(pass) ?? null));
  return { latestForTarget: read(target), latestForLimit: read(limit) };
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

function drawnBefore(step: Step, index: number, passes: Passes): Drawn {
  const { expected, planned, limit } = passes;
  const expectedAt = at(expected.before, index);
  return {
    ...named(step),
    plannedAt: planned.before[index] ?? expectedAt,
    expectedAt,
    ...latestIn(passes, ({ before }) => before[index]),
    by: 'plan',
    latestByFallback: limit?.legs[0]?.byFallback ?? false,
  };
}

/** Which moment of a leg a milestone is, in each pass. */
const ends = {
  departs: { expected: (leg: LegExpected) => leg.departsAt, latest: (leg: LegLatest) => leg.departsBy },
  lands: { expected: (leg: LegExpected) => leg.arrivesAt, latest: (leg: LegLatest) => leg.landsBy },
} as const;

function drawnAtLeg(step: AtLeg, passes: Passes): Drawn {
  const { expected, planned, limit } = passes;
  const { leg, end } = step;
  const here = at(expected.legs, leg);
  const expectedAt = step.happenedAt ?? ends[end].expected(here);
  return {
    ...named(step),
    plannedAt: momentOf(planned.legs[leg], ends[end].expected) ?? expectedAt,
    expectedAt,
    ...latestIn(passes, ({ legs }) => momentOf(legs[leg], ends[end].latest) ?? undefined),
    by: flownBy(here),
    latestByFallback: isByFallback(limit?.legs ?? [], step),
  };
}

function momentOf<Leg>(leg: Leg | undefined, read: (leg: Leg) => Instant): Instant | null {
  return leg === undefined ? null : read(leg);
}

/** A departure by its own leg's fallback or by that of the next, a landing by that of the next. */
function isByFallback(legs: readonly LegLatest[], { leg, end }: AtLeg): boolean {
  return legs.slice(end === 'departs' ? leg : leg + 1, leg + 2).some(({ byFallback }) => byFallback);
}

function drawnAfter(step: Step, index: number, passes: Passes): Drawn {
  const { expected, planned } = passes;
  const expectedAt = at(expected.after, index);
  return {
    ...named(step),
    plannedAt: planned.after[index] ?? expectedAt,
    expectedAt,
    ...latestIn(passes, ({ after }) => after[index]),
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
