import { millisOf, plusMinutes, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { notWorded } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { BoxNow, CourierHandoffFacts, CourierHandoffState, HoldFacts, PackBox } from './courier-handoff.js';

/** When a container's validated hold runs out; null where none was stated. */
export function holdEndsAt({
  closedAt,
  validatedHoldHours,
}: Pick<BoxNow, 'closedAt' | 'validatedHoldHours'>): Instant | null {
  return validatedHoldHours === null ? null : plusMinutes(closedAt.at, validatedHoldHours * 60);
}

/** Until when the box must hold: until the bags move into a second box, else until the transplant centre has it. Null: nobody knows. */
export function mustHoldUntil({ arrivalAtCentreAt, relayLandsAt }: HoldFacts): Instant | null {
  return relayLandsAt ?? arrivalAtCentreAt;
}

/**
 * A container whose validated hold is less than the planned time from door to door and a contingency is not packed (standards.md 1.1), unless the
 * transplant centre has said that it goes all the same. A hold that was not stated is not judged: it shows as not stated.
 */
export function holdProblem({ data }: PackBox, facts: CourierHandoffFacts): Refusal | undefined {
  const until = mustHoldUntil(facts);
  if (data.validatedHoldHours === null || until === null) return undefined;
  const least = hoursBetween(data.packedAt, until) + facts.boxContingencyHours;
  if (data.validatedHoldHours >= least) return undefined;
  if (data.shortHold !== null) return notWorded(data.shortHold.reason, 'The reason', '/shortHold/reason');
  return {
    code: 'box-hold-too-short',
    sentence: `The box is validated for ${data.validatedHoldHours} h; ${least} h are needed by the plan, ${facts.boxContingencyHours} h of them to spare. Take another box, plan a relay, or state the word of the transplant centre.`,
    at: '/validatedHoldHours',
    allowed: [`${least} h or more`, 'shortHold with a reason and a person'],
  };
}

/** Whole hours, a begun one counted. */
function hoursBetween(from: ZonedInstant, to: Instant): number {
  return Math.max(0, Math.ceil((millisOf(to) - millisOf(from.at)) / 3_600_000));
}

/** A box whose hold runs out before it may, as expected now. */
export interface ShortHold {
  readonly box: string;
  readonly endsAt: Instant;
  readonly neededUntil: Instant;
}

/** The box of now, and the second one that a planned relay is to bring: which of them do not hold long enough. */
export function shortHolds(state: CourierHandoffState, facts: HoldFacts): readonly ShortHold[] {
  return [...shortNow(state, facts), ...shortAfterRelay(state, facts)];
}

function shortNow({ boxNow }: CourierHandoffState, facts: HoldFacts): readonly ShortHold[] {
  return boxNow === null ? [] : shortOf(boxNow.box, holdEndsAt(boxNow), mustHoldUntil(facts));
}

function shortAfterRelay({ relayPlan }: CourierHandoffState, facts: HoldFacts): readonly ShortHold[] {
  const { relayLandsAt, arrivalAtCentreAt } = facts;
  if (relayPlan?.validatedHoldHours == null || relayLandsAt === null) return [];
  return shortOf(relayPlan.box, plusMinutes(relayLandsAt, relayPlan.validatedHoldHours * 60), arrivalAtCentreAt);
}

function shortOf(box: string, endsAt: Instant | null, neededUntil: Instant | null): readonly ShortHold[] {
  return endsAt === null || neededUntil === null || endsAt >= neededUntil ? [] : [{ box, endsAt, neededUntil }];
}
