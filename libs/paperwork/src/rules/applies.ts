import type { TripFact } from '../facts/from-rules.js';
import { holdsIn } from './jurisdictions.js';
import type { Rule, When } from './rule.js';
import type { Passage, Trip } from './trip.js';

/** How a rule's conditions stand: met, not met, or to be said once those facts are on record. */
export type Met = 'yes' | 'no' | readonly TripFact[];

type Facts = Omit<Trip, 'passages' | 'example'>;

/** Whether a rule is about that passage of that trip. What is known decides first: a condition that fails needs no other fact. */
export function appliesTo(rule: Pick<Rule, 'jurisdiction' | 'when'>, passage: Passage, trip: Facts): Met {
  if (!holdsIn(rule.jurisdiction, passage.country)) return 'no';
  if (!ofPassage(rule.when, passage) || !ofGoods(rule.when, trip)) return 'no';
  const conditions = ofTrip(rule.when, trip);
  if (conditions.some(({ met }) => met === false)) return 'no';
  const missing = conditions.flatMap(({ met, fact }) => (met === null ? [fact] : []));
  return missing.length === 0 ? 'yes' : missing;
}

function ofPassage({ directions, otherEndIn, otherEndNotIn }: When, { direction, otherEnd }: Passage): boolean {
  return (
    directions.includes(direction) &&
    (otherEndIn === undefined || otherEndIn.includes(otherEnd)) &&
    otherEndNotIn?.includes(otherEnd) !== true
  );
}

/** What every trip has on record. */
function ofGoods({ products, frozen }: When, trip: Facts): boolean {
  return products?.includes(trip.product) !== false && (frozen === undefined || frozen === trip.frozen);
}

interface Condition {
  /** Null: the fact is not on record. */
  readonly met: boolean | null;
  readonly fact: TripFact;
}

function ofTrip(when: When, trip: Facts): readonly Condition[] {
  const { containerMoreThanMl: most } = when;
  return [
    condition('markers', when.markers, trip.markers),
    condition('manipulated', when.manipulated, trip.manipulated),
    condition('carriage', when.carriage, trip.carriage),
    { fact: 'containerMl', met: most === undefined ? true : holdsMore(trip, most) },
  ];
}

function condition<T>(fact: TripFact, wanted: T | undefined, known: T | null): Condition {
  if (wanted === undefined) return { fact, met: true };
  return { fact, met: known === null ? null : known === wanted };
}

/** A bag that has more in it holds more; one that has less may still hold more. */
function holdsMore({ containerMl, contentsMl }: Facts, mostMl: number): boolean | null {
  if (containerMl !== null) return containerMl > mostMl;
  return contentsMl !== null && contentsMl > mostMl ? true : null;
}
