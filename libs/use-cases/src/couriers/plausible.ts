import { localDateAt, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { PooledCourier } from '../couriers.port.js';

/** Years before and after today within which a date is believed. No standard says them: wide enough for every paper, and a slip of the finger falls outside. */
const believed = {
  paper: { back: 10, ahead: 20 },
  rest: { back: 10, ahead: 1 },
} as const;

type Span = (typeof believed)[keyof typeof believed];

/** What nobody's record can say: a day decades away, and a country that is none. */
export function implausible(courier: Omit<PooledCourier, 'id'>, today: LocalDate): readonly Refusal[] {
  return [...datesOf(courier).flatMap((stated) => farOff(stated, today)), ...countriesOf(courier).flatMap(noCountry)];
}

/** The same of one passport, which stands there in a body. */
export function implausiblePassport(
  { country, validUntil }: PooledCourier['passports'][number],
  at: string,
  today: LocalDate,
): readonly Refusal[] {
  return [
    ...farOff({ at: `${at}/validUntil`, date: validUntil, span: believed.paper }, today),
    ...noCountry({ at: `${at}/country`, country }),
  ];
}

interface StatedDate {
  readonly at: string;
  readonly date: LocalDate;
  readonly span: Span;
}

function datesOf({ trainedUntil, passports, visas, restUntil }: Omit<PooledCourier, 'id'>): readonly StatedDate[] {
  const paper = (at: string, date: LocalDate | null) => (date === null ? [] : [{ at, date, span: believed.paper }]);
  return [
    ...paper('/trainedUntil', trainedUntil),
    ...passports.flatMap(({ validUntil }, index) => paper(`/passports/${index}/validUntil`, validUntil)),
    ...visas.flatMap(({ until }, index) => paper(`/visas/${index}/until`, until)),
    ...(restUntil === null ? [] : [{ at: '/restUntil', date: dateOf(restUntil), span: believed.rest }]),
  ];
}

const dateOf = ({ at, zone }: ZonedInstant): LocalDate => localDateAt(at, zone);

function farOff({ at, date, span }: StatedDate, today: LocalDate): readonly Refusal[] {
  const [from, until] = [yearsOn(today, -span.back), yearsOn(today, span.ahead)];
  if (from <= date && date <= until) return [];
  const sentence = `${date} is too far from today to be meant: from ${from} to ${until} is allowed.`;
  return [{ code: 'date-implausible', sentence, at, allowed: [`${from} to ${until}`] }];
}

/** The same day of another year; as a bound it need not be in the calendar. */
function yearsOn(today: LocalDate, years: number): string {
  return `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;
}

interface StatedCountry {
  readonly at: string;
  readonly country: string;
}

function countriesOf({ basedIn, passports, visas }: Omit<PooledCourier, 'id'>): readonly StatedCountry[] {
  return [
    ...(basedIn === null ? [] : [{ at: '/basedIn', country: basedIn }]),
    ...passports.map(({ country }, index) => ({ at: `/passports/${index}/country`, country })),
    ...visas.map(({ country }, index) => ({ at: `/visas/${index}/country`, country })),
  ];
}

/** CLDR names these too, and nobody travels on their papers: unions, the unknown, and what is for tests. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function noCountry({ at, country }: StatedCountry): readonly Refusal[] {
  if (names.of(country) !== undefined && !noCountries.has(country)) return [];
  const sentence = `There is no country ${country}: write its two letters, as DE or US.`;
  return [{ code: 'country-unknown', sentence, at, allowed: ['the two letters of a country (ISO 3166-1), as US'] }];
}
