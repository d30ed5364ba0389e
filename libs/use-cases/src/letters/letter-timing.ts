import { DateTime } from 'luxon';
import { instantFromMillis, latest, type Instant } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import type { LetterTerms, Wait } from './letter-rule.js';

/** When letters may go. `until` is null where it depends on what has not happened yet. */
export type Timing =
  | { readonly may: 'never' }
  | { readonly may: 'now' }
  | { readonly may: 'later'; readonly until: Instant | null; readonly hinges: 'infusion' | 'collection' };

/** Whether letters may go, by the later of what the rule counts from. Of several recipients, or days of collecting, the last counts: nobody is told early. What was read of letters speaks of donors who were asked: of a banked unit none go. */
export function letterTiming({ letters }: LetterTerms, shipment: Shipment, now: Instant): Timing {
  if (letters === 'never' || shipment.stages.order.details?.unit != null) return { may: 'never' };
  const waits = waitsOf(letters, shipment).filter(({ until }) => until === null || until > now);
  const open = waits.find(({ until }) => until === null) ?? waits.at(-1);
  if (open === undefined) return { may: 'now' };
  return { may: 'later', until: latestOrNull(waits), hinges: open.hinges };
}

interface Waiting {
  readonly until: Instant | null;
  readonly hinges: 'infusion' | 'collection';
}

function waitsOf({ afterInfusionMonths, afterCollectionMonths }: Wait, shipment: Shipment): readonly Waiting[] {
  const of = (hinges: Waiting['hinges'], months: number | null, from: Instant | null): readonly Waiting[] =>
    months === null ? [] : [{ hinges, until: from === null ? null : monthsAfter(from, months) }];
  return [
    ...of('collection', afterCollectionMonths, collectedAt(shipment)),
    ...of('infusion', afterInfusionMonths, infusedAt(shipment)),
  ];
}

function latestOrNull(waits: readonly Waiting[]): Instant | null {
  const known = waits.flatMap(({ until }) => (until === null ? [] : [until]));
  return known.length < waits.length ? null : (latest(known) ?? null);
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
