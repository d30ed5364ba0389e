import type { FiguresLine } from '../api/types.js';
import { spanText } from '../time/duration.js';

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
/** What stands where nothing is known. */
export const none = '–';

/** Where the cells went, in words: the country's name, or as much as is known of the region. */
export function destinationText({ country, region }: Pick<FiguresLine, 'country' | 'region'>): string {
  if (country !== null) return names.of(country) ?? country;
  return region ?? none;
}

/** A number, or a dash where it is not known. */
export function countText(count: number | null): string {
  return count === null ? none : String(count);
}

/** "31 h 20 median, 40 h 05 for nine in ten, 52 h 00 at most". */
export function ageText(age: FiguresLine['ageMinutes']): string {
  if (age === null) return none;
  const [median, p90, max] = [age.median, age.p90, age.max].map((minutes) => spanText(minutes * 60_000));
  return `${median} (90 %: ${p90}, most: ${max})`;
}

/** "5.2 (least 3.1)", in millions per kg. */
export function doseText(dose: FiguresLine['dosePerKgE6']): string {
  return dose === null ? none : `${doseOnly(dose.median)} (least ${doseOnly(dose.min)})`;
}

/** A dose with two places at most. */
export function doseOnly(dose: number): string {
  return String(Math.round(dose * 100) / 100);
}

/** Bags in time of those whose clock has ended, as a rate; with the numbers where there are few. */
export function rateText(within: number | null, ended: number | null): string {
  if (within === null || ended === null || ended === 0) return none;
  return `${Math.floor((within / ended) * 100)} % (${within} of ${ended})`;
}

/** "1 of 2": shipments with an excursion, of those that a logger went with. */
export function excursionsText(withExcursion: number | null, withLogger: number | null): string {
  return withExcursion === null || withLogger === null || withLogger === 0 ? none : `${withExcursion} of ${withLogger}`;
}

const eaters: Readonly<Record<string, string>> = {
  charged: 'Charging the shipper',
  collected: 'Collection',
  counted: 'Cell count',
  decided: 'Decision on the count',
  packed: 'Packing',
  'handed-over': 'Hand-over to the courier',
  left: 'Way to the airport',
  departed: 'Departure',
  landed: 'Flight',
  delivered: 'Way to the centre',
  received: 'Receipt',
  infusion: 'Infusion after receipt',
};

/** Where a delay arose, in words. */
export function eaterName(kind: string): string {
  return eaters[kind] ?? kind.replaceAll('-', ' ');
}

/** Where trips lost most, the most frequent first: "Departure 2, Cell count 1". */
export function eatenText(slackEaten: FiguresLine['slackEaten']): string {
  return Object.entries(slackEaten)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${eaterName(kind)} ${count}`)
    .join(', ');
}

/** The reasons for which shipments came to nothing, the most frequent first: "donor-withdrawn 2, count-stopped 1". */
export function reasonsText(reasons: FiguresLine['reasons']): string {
  return Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reason.replaceAll('-', ' ')} ${count}`)
    .join(', ');
}
