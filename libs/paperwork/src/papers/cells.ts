import type { Flight } from '@cellrelay/itinerary';
import type { Zone } from '@cellrelay/kernel';
import type {
  AlwaysKnown,
  BandFacts,
  BagFacts,
  BoxFacts,
  Carrier,
  ClockFacts,
  Office,
  Passport,
  PaperFacts,
  Signatory,
} from '../facts/paper-facts.js';
import { celsius, country, dayOf, figure, moment } from '../messages/forms.js';
import { word, type Filler, type Say } from '../messages/say.js';
import type { Block, Said } from '../paper.js';
import type { PlainKey } from './blocks.js';
import { signatures } from './blocks.js';

/** Words that several papers use for the same things. */

type Row = readonly [PlainKey, Filler | null | undefined];

/** Whether the cells travel frozen, in a dry shipper. */
export function isFrozen(band: BandFacts): boolean {
  return 'atOrBelowCelsius' in band;
}

/** The thermal profile as ordered. */
export function bandText(band: BandFacts): Filler {
  if ('atOrBelowCelsius' in band) return word('temperature.frozen', { celsius: celsius(band.atOrBelowCelsius) });
  return `${celsius(band.fromCelsius)}–${celsius(band.toCelsius)} °C`;
}

/** What is in the box and why it is not to be delayed, for somebody who has never seen one. */
export function whatItIs(say: Say, { band, forSeveral }: Pick<AlwaysKnown, 'band' | 'forSeveral'>): readonly Said[] {
  const kind = isFrozen(band) ? [say('cells.shipper')] : [say('cells.liquid')];
  return [
    say(forSeveral ? 'cells.what-for-several' : 'cells.what'),
    ...kind,
    say('cells.logger'),
    say('cells.delay'),
    say('cells.secret'),
  ];
}

/**
 * By when the cells are to be used, as planned before there are any; in the clock of where it is read. Another clock would tell an officer where the cells go, besides being
 * one that nobody there has.
 */
export function useByRow({ limitAt, runs }: ClockFacts, there?: Flight['from']): Row {
  const zone = there === undefined ? limitAt.zone : (there.zone as Zone);
  return [runs ? 'label.use-by' : 'label.use-by-planned', moment({ ...limitAt, zone })];
}

export function productText(product: PaperFacts['product']): Filler {
  return word(`product.${product}`);
}

/** What is known of the box from outside; before one is packed, how large it will be. */
export function boxRows(box: BoxFacts | undefined, size: PaperFacts['boxSizeCm']): readonly Row[] {
  const outside = size === undefined ? null : `${size.join(' × ')} cm`;
  if (box === undefined) return [['label.box-size', outside]];
  return [
    ['label.box', outside === null ? box.number : `${box.number} (${outside})`],
    ['label.seal', box.seal],
    ['label.logger', box.logger],
  ];
}

export function passportText({ number, country: of }: Passport): Filler {
  return (language) => `${number} (${country(of)(language)})`;
}

export function carrierText({ name, company }: Carrier): string {
  return `${name}, ${company}`;
}

/** A flight with its day, in the clock of where it departs. */
export function flightText({ designator, departsAt }: Flight): Filler {
  return word('flight.named', { flight: designator, date: dayOf(departsAt) });
}

/** San Francisco (SFO). */
export function airportText({ city, iata }: Flight['from']): string {
  return `${city} (${iata})`;
}

export function officeText({ name, lines }: Office): string {
  return [name, ...lines].join(', ');
}

export function millilitres(amount: number): Filler {
  return word('word.millilitres', { amount: figure(amount) });
}

/** What all bags hold together. */
export function volumeOf(bags: readonly BagFacts[]): number {
  return bags.reduce((sum, { volumeMl }) => sum + volumeMl, 0);
}

/** For the sender, who answers for what is said. */
export function signedBySender(say: Say, { name, position }: Signatory): Block {
  return signatures([say('label.signed-for-sender'), `${name}, ${position}`]);
}

/** Where the trip begins and ends, by its flights. */
export function endsOf({ legs }: Pick<PaperFacts, 'legs'>): { readonly from: Place | null; readonly to: Place | null } {
  const [first, last] = [legs[0]?.flight.from, legs.at(-1)?.flight.to];
  return { from: placeOf(first), to: placeOf(last) };
}

interface Place {
  readonly city: string;
  readonly country: string;
  readonly zone: Zone;
}

function placeOf(airport: Flight['from'] | undefined): Place | null {
  // The zone of an airport was looked up in the same time-zone data.
  return airport === undefined ? null : { city: airport.city, country: airport.country, zone: airport.zone as Zone };
}
