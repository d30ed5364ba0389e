import { DateTime, Info } from 'luxon';
import type { Instant, Zone } from '@cellrelay/kernel';
import {
  clockedBags,
  destinationOf,
  isBanked,
  orderOf,
  unitOf,
  type CellsFate,
  type DoseVerdict,
  type Processing,
  type Product,
  type Shipment,
  type StageName,
} from '@cellrelay/shipment';

/** How the strip's ten marks are called in sentences. */
export const stripLabels = {
  donor: 'Donor',
  collection: 'Collection',
  count: 'Count',
  flights: 'Flights',
  customs: 'Customs',
  xray: 'X-ray',
  courier: 'Courier',
  handover: 'Handover',
  receipt: 'Receipt',
  infusion: 'Infusion',
} as const;

/** A stage as people say it. */
export const stageLabels: Readonly<Record<StageName, string>> = {
  order: 'Order',
  'donor-clearance': 'Donor',
  collection: 'Collection',
  'cell-count': 'Count',
  'flight-booking': 'Flights',
  'customs-clearance': 'Customs',
  'xray-exemption': 'X-ray',
  courier: 'Courier',
  'courier-handoff': 'Handover',
  temperature: 'Temperature',
  papers: 'Papers',
  receipt: 'Receipt',
  deviation: 'Deviations',
  scans: 'Scans',
  alert: 'Alerts',
};

/** Where the cells go: "Beijing → Houston". */
export function routeOf(shipment: Shipment): string {
  const { collectionCentre } = orderOf(shipment).details.parties;
  return `${collectionCentre.city} → ${destinationOf(shipment).city}`;
}

/** A product as people say it. */
export const productWords: Readonly<Record<Product, string>> = {
  'HPC-A': 'PBSC',
  'HPC-M': 'Marrow',
  'MNC-A': 'Lymphocytes',
  'HPC-CB': 'Cord blood',
};

/** What travels, as far as it is known: "PBSC, 1 bag, 2–8 °C"; without the number while nothing is collected. */
export function productText(shipment: Shipment): string {
  const { product, minCelsius, maxCelsius } = orderOf(shipment).details;
  const bags = clockedBags(shipment).length;
  if (isBanked(shipment)) return `${productWords[product]}, frozen unit, ${maxCelsius} °C or colder`;
  const number = bags === 0 ? [] : [counted(bags, 'bag')];
  return [productWords[product], ...number, `${minCelsius}–${maxCelsius} °C`].join(', ');
}

/** A dose against its request: "5.14 of 5 million CD34 per kg". */
export function doseSaid(verdict: DoseVerdict): string {
  return `${verdict.dose} of ${verdict.requested} ${unitOf(verdict)}`;
}

/** What the receiving laboratory does to a graft, as a sentence begins with it. */
export const processingWords: Readonly<Record<Processing, string>> = {
  'red-cell-depletion': 'Red cell depletion',
  'plasma-depletion': 'Plasma depletion',
  'red-cell-and-plasma-depletion': 'Red cell and plasma depletion',
  none: 'No processing',
};

/** "1 bag", "2 bags". */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** A moment in a place's clock, short: "24 Nov 12:00". */
export function shortTime(at: Instant, zone: Zone | string): string {
  return DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('d LLL HH:mm');
}

/** A local day, short: "24 Nov". */
export function shortDay(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

const months = Info.months('short', { locale: 'en-GB' });

/** What becomes of the cells of a cancelled shipment, or of its unit. */
export function fateSaid(shipment: Shipment, cells: CellsFate): string {
  return (isBanked(shipment) ? unitFateWords : fateWords)[cells];
}

const unitFateWords: Readonly<Record<CellsFate, string>> = {
  none: 'the unit is not under way',
  'cryopreserve-at-origin': 'the unit stays in its bank’s tank',
  'deliver-anyway': 'the unit is delivered all the same',
  'discarded-by-centre': 'the unit is discarded',
};

const fateWords: Readonly<Record<CellsFate, string>> = {
  none: 'no cells were collected',
  'cryopreserve-at-origin': 'the cells are cryopreserved where they are',
  'deliver-anyway': 'the cells are delivered all the same',
  'discarded-by-centre': 'the centre discards the cells',
};
