import type { ArrivalCount, InfusionDose, TravelledBag } from './receipt.js';

/**
 * What a bag gave: CD34 total (10⁶) = mL x cells per µL / 1000, per kg of its recipient (standards.md 2.3). The count on arrival rules where there is
 * one. Of a bag used in part the part that was infused counts; more than the bag held (it may have been thinned) is all of it. Null without a count.
 */
export function doseOf(
  bag: TravelledBag,
  arrival: ArrivalCount | undefined,
  volumeInfusedMl: number | null,
): InfusionDose | null {
  const arrived = arrival?.cd34PerUl ?? null;
  const perUl = arrived ?? bag.cd34PerUlAtOrigin;
  if (perUl === null) return null;
  const volumeMl = Math.min(volumeInfusedMl ?? bag.volumeMl, bag.volumeMl);
  const cellsE6 = (volumeMl * perUl) / 1000;
  const perKgE6 = bag.weightKg === null ? null : shown(cellsE6 / bag.weightKg);
  const countedAt = arrived === null ? 'origin' : 'arrival';
  return {
    recipient: bag.recipient,
    countedAt,
    volumeMl,
    figures: [{ metric: 'CD34', cellsE6: shown(cellsE6), perKgE6 }],
  };
}

/** Cut off after four decimals and never rounded up, so that a dose does not look met when it is not; what binary fractions lose is given back first. */
function shown(figure: number): number {
  return Math.floor(Number((figure * 10_000).toFixed(6))) / 10_000;
}

/** How much of the CD34 per µL that were counted at origin were missing on arrival, in percent; null without both counts. Below zero: more. */
export function lossPercentOf(bag: TravelledBag, arrival: ArrivalCount | undefined): number | null {
  const [origin, arrived] = [bag.cd34PerUlAtOrigin, arrival?.cd34PerUl ?? null];
  if (origin === null || arrived === null || origin === 0) return null;
  return Math.round((1 - arrived / origin) * 1000) / 10;
}
