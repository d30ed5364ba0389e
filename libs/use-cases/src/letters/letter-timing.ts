import { DateTime } from 'luxon';
import { instantFromMillis, latest, type Instant } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import type { LetterTerms, Wait } from './letter-rule.js';

/** When letters may go. `until` is null where it depends on what has not happened yet. */
export type Timing =
  { readonly may: 'never' } | { readonly may: 'now' } | { readonly may: 'later'; readonly until: Instant | null };

/** Whether letters may go, by the later of what the rule counts from. Of several recipients, or days of collecting, the last counts: nobody is told early. What was read of letters speaks of donors who were asked: of a banked unit none go. */
export function letterTiming({ letters }: LetterTerms, shipment: Shipment, now: Instant): Timing {
  if (letters === 'never' || shipment.stages.order.details?.unit != null) return { may: 'never' };
  const waits = daysOf(letters, shipment).filter((until) => until === null || until > now);
  if (waits.length === 0) return { may: 'now' };
  return { may: 'later', until: waits.includes(null) ? null : (latest(waits.filter(isKnown)) ?? null) };
}

const isKnown = (until: Instant | null): until is Instant => until !== null;

/** From when on each of them lets letters go; null while that is not known. */
function daysOf({ afterInfusionMonths, afterCollectionMonths }: Wait, shipment: Shipment): readonly (Instant | null)[] {
  const of = (months: number | null, from: Instant | null): readonly (Instant | null)[] =>
    months === null ? [] : [from && monthsAfter(from, months)];
  return [...of(afterCollectionMonths, collectedAt(shipment)), ...of(afterInfusionMonths, infusedAt(shipment))];
}

function collectedAt({ stages }: Shipment): Instant | null {
  return latest(stages.collection.days.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt.at]))) ?? null;
}

function infusedAt({ stages }: Shipment): Instant | null {
  const infusions = stages.receipt.ended.filter(({ how }) => how === 'infusion');
  return latest(infusions.map(({ at }) => at.at)) ?? null;
}

/** The same hour so many months on; where that month has no such day, its last. */
function monthsAfter(at: Instant, months: number): Instant {
  return instantFromMillis(DateTime.fromISO(at, { zone: 'utc' }).plus({ months }).toMillis());
}
