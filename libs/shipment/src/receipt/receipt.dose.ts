import { minutesBetween, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { doseOf, figureOf, shownDose } from '../doses.js';
import type { ArrivalCount, GivenDose, InfusionDose, TravelledBag } from './receipt.js';

/**
 * What a bag gave, in each metric that was ordered for its recipient (standards.md 2.3). The count on arrival rules a metric that it has. Of a bag used
 * in part the part that was infused counts; more than the bag held (it may have been thinned) is all of it. Null without a count.
 */
export function doseGiven(
  bag: TravelledBag,
  arrival: ArrivalCount | undefined,
  volumeInfusedMl: number | null,
): InfusionDose | null {
  const volumeMl = Math.min(volumeInfusedMl ?? bag.volumeMl, bag.volumeMl);
  const figures = bag.asked.flatMap((asked) => givenIn(asked, { ...bag, volumeMl }, arrival));
  return figures.length === 0 ? null : { recipient: bag.recipient, volumeMl, figures };
}

function givenIn(
  { metric, perKgOf }: TravelledBag['asked'][number],
  { volumeMl, atOrigin }: TravelledBag,
  arrival: ArrivalCount | undefined,
): readonly GivenDose[] {
  const { field } = figureOf[metric];
  const arrived = arrival !== undefined && arrival[field] !== null;
  const counted = arrived ? arrival : atOrigin;
  if (counted === null || counted[field] === null) return [];
  const dose = shownDose(doseOf([{ ...counted, volumeMl }], metric, perKgOf));
  return [{ metric, per: perKgOf === null ? 'total' : 'kg', dose, countedAt: arrived ? 'arrival' : 'origin' }];
}

/** The count on arrival that tells of a bag: its own, else that of the nearest bag that it was split from. */
export function arrivalOf(
  { id, partOf }: Pick<TravelledBag, 'id' | 'partOf'>,
  arrivals: readonly ArrivalCount[],
): ArrivalCount | undefined {
  return [...partOf, id].flatMap((bag) => arrivals.filter((count) => count.bag === bag)).at(-1);
}

/** Whole minutes since the bag's clock started. */
export function ageMinutesAt(startedAt: ZonedInstant, clockStartsAt: Instant): number {
  return Math.floor(minutesBetween(clockStartsAt, startedAt.at));
}

/** How much of the CD34 per µL that were counted at origin were missing on arrival, in percent; null without both counts. Below zero: more. */
export function lossPercentOf(bag: TravelledBag, arrival: ArrivalCount | undefined): number | null {
  const [origin, arrived] = [bag.atOrigin?.cd34PerUl ?? null, arrival?.cd34PerUl ?? null];
  if (origin === null || arrived === null || origin === 0) return null;
  return Math.round((1 - arrived / origin) * 1000) / 10;
}
