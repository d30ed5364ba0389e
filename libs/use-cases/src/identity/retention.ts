import { localDateAt, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';
import { orderOf, type Shipment } from '@cellrelay/shipment';
import type { Side } from './identity-vault.port.js';

/** How long what leads from cells to a person is to be kept where the person is. Marks as in policies: V read in the law itself, V- read, but not for our case. */
interface Duty {
  readonly countries: readonly string[];
  readonly years: number;
  readonly source: string;
  readonly mark: 'V' | 'V-';
}

/** The European Union and the other states of the EEA. */
const eea = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

/** What was read. A country that is not here has a duty that nobody has looked up: that is told as such, and two people decide. */
const duties: readonly Duty[] = [
  {
    countries: eea,
    years: 30,
    source: 'Directive 2006/86/EC, Article 9(2) with Annex VI: donor and recipient identification',
    mark: 'V',
  },
  {
    countries: ['US'],
    years: 10,
    source: '21 CFR 1271.270(d), which speaks of establishments that make, store or use such cells',
    mark: 'V-',
  },
];

/** What stands against erasing somebody, in a sentence; null where nothing does. */
export function heldBy(shipment: Shipment, side: Side, now: Instant): string | null {
  const over = shipment.stages.order.status !== 'open' && shipment.stages.order.status !== 'none';
  if (!over) return 'The shipment is still open: who is at either end of it may be needed at any hour.';
  if (!hadCells(shipment)) return null;
  const country = countryOf(shipment, side);
  const duty = duties.find(({ countries }) => country !== null && countries.includes(country));
  if (duty === undefined) return notLookedUp(country);
  const until = yearsAfter(shipment.recordedAt ?? now, duty.years);
  if (localDateAt(now, 'UTC' as Zone) >= until) return null;
  return sentenceOf(duty, country ?? '', until);
}

function sentenceOf({ years, source, mark }: Duty, country: string, until: LocalDate): string {
  return mark === 'V'
    ? `In ${country} it is to be kept for at least ${years} years (${source}): until ${until}, counted from the shipment’s last entry.`
    : `In ${country} a duty to keep it for ${years} years may hold (${source}; not verified for this case): that would be until ${until}.`;
}

function notLookedUp(country: string | null): string {
  return country === null
    ? 'The order does not say in which country this side is, so that it is not known how long the law there wants it kept.'
    : `How long the law of ${country} wants it kept has not been looked up here.`;
}

function hadCells({ stages }: Shipment): boolean {
  const { details } = stages.order;
  return details?.unit != null || stages.collection.days.some(({ bags }) => bags.length > 0);
}

function countryOf(shipment: Shipment, side: Side): string | null {
  const { parties } = orderOf(shipment).details;
  return (side === 'donor' ? parties.collectionCentre : parties.transplantCentre).country ?? null;
}

/** The same day so many years on; of a leap day, the first of March. */
function yearsAfter(at: Instant, years: number): LocalDate {
  const day = localDateAt(at, 'UTC' as Zone);
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const isLeapDay = day.slice(5) === '02-29';
  return (isLeapDay && !isLeap(Number(later.slice(0, 4))) ? `${later.slice(0, 4)}-03-01` : later) as LocalDate;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
