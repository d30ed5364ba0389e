import { latest, minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Flight } from './flight.js';

/** A leg as far as it is known: its flight with the times that count now, whether it can be flown, and what is left to fall back on. */
export interface LegAhead {
  readonly flight: Flight;
  /** `gone`: it has left with the box; `no-seats`: that flight will not carry it. */
  readonly standing: 'gone' | 'to-fly' | 'no-seats';
  readonly fallback: Flight | null;
}

/** How a leg is reckoned with: by its flight, by its fallback, or by none that is known, and then it is never earlier than this. */
export type FlownBy = 'flight' | 'fallback' | 'no-flight';

export interface LegExpected {
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
  readonly by: FlownBy;
}

export interface LegLatest {
  readonly departsBy: Instant;
  readonly landsBy: Instant;
  /** By when the box must be ready to be carried: minimum connection or way to the airport excluded. */
  readonly readyBy: Instant;
  /** Whether it is the fallback that leaves so much time. */
  readonly byFallback: boolean;
}

/**
 * The forward pass over the legs: each leaves as its flight does, if the box can be there in time; else with its fallback; else so soon as it can be there, by a flight that
 * is yet to be found. A flight that is missed is never a gain: what comes instead is not reckoned to land before it would have.
 */
export function expectedLegs(
  legs: readonly LegAhead[],
  readyAt: Instant | null,
  minimumConnectionMinutes: number,
): readonly LegExpected[] {
  const expected: LegExpected[] = [];
  let ready = readyAt;
  for (const leg of legs) {
    const next = expectedLeg(leg, ready);
    expected.push(next);
    ready = plusMinutes(next.arrivesAt, minimumConnectionMinutes);
  }
  return expected;
}

function expectedLeg(leg: LegAhead, readyAt: Instant | null): LegExpected {
  const { flight, fallback } = leg;
  if (leg.standing === 'gone' || (leg.standing === 'to-fly' && isCaught(flight, readyAt)))
    return { departsAt: flight.departsAt.at, arrivesAt: flight.arrivesAt.at, by: 'flight' };
  const missed = leg.standing === 'to-fly' ? [flight.arrivesAt.at] : [];
  if (fallback !== null && isCaught(fallback, readyAt)) {
    const arrivesAt = latest([fallback.arrivesAt.at, ...missed]) ?? fallback.arrivesAt.at;
    return { departsAt: fallback.departsAt.at, arrivesAt, by: 'fallback' };
  }
  return yetToBeFound(leg, readyAt);
}

function isCaught({ departsAt }: Flight, readyAt: Instant | null): boolean {
  return readyAt === null || readyAt <= departsAt.at;
}

function yetToBeFound({ flight, fallback }: LegAhead, readyAt: Instant | null): LegExpected {
  const gone = fallback === null ? [flight] : [flight, fallback];
  const from = latest([...gone.map(({ departsAt }) => departsAt.at), ...(readyAt === null ? [] : [readyAt])]);
  const departsAt = from ?? flight.departsAt.at;
  const arrivesAt = latest([plusMinutes(departsAt, airborne(flight)), ...gone.map((each) => each.arrivesAt.at)]);
  return { departsAt, arrivesAt: arrivesAt ?? flight.arrivesAt.at, by: 'no-flight' };
}

function airborne({ departsAt, arrivesAt }: Flight): number {
  return minutesBetween(departsAt.at, arrivesAt.at);
}

/**
 * The backward pass: by when each leg must leave, land and have the box, for the last to land by then. Scheduled flights do not wait, so what comes before a flight must be
 * there for it, or for the fallback where that still lands in time. Read forwards, whatever keeps these times lands by then.
 */
export function latestLegs(
  legs: readonly LegAhead[],
  landsBy: Instant,
  minimumConnectionMinutes: number,
): readonly LegLatest[] {
  const backwards: LegLatest[] = [];
  let by = landsBy;
  for (const leg of [...legs].reverse()) {
    const before = latestLeg(leg, by);
    backwards.push(before);
    by = plusMinutes(before.readyBy, -minimumConnectionMinutes);
  }
  return backwards.reverse();
}

function latestLeg(leg: LegAhead, landsBy: Instant): LegLatest {
  const { flight, standing } = leg;
  const inTime = plusMinutes(landsBy, -airborne(flight));
  const fallback = fallbackInTime(leg, landsBy);
  const departsBy = fallback !== null && fallback > inTime ? fallback : inTime;
  const scheduled = flight.departsAt.at < inTime ? flight.departsAt.at : inTime;
  // Without seats only the fallback is a flight to be ready for; without one, any that still lands in time.
  if (standing === 'no-seats')
    return { landsBy, departsBy, readyBy: fallback ?? inTime, byFallback: fallback !== null };
  const byFallback = fallback !== null && fallback > scheduled;
  return { landsBy, departsBy, readyBy: byFallback ? fallback : scheduled, byFallback };
}

/** When the fallback leaves, where it can be counted on. */
function fallbackInTime({ flight, standing, fallback }: LegAhead, landsBy: Instant): Instant | null {
  if (fallback === null || standing === 'gone' || fallback.arrivesAt.at > landsBy) return null;
  return standing === 'to-fly' && flight.arrivesAt.at > landsBy ? null : fallback.departsAt.at;
}
