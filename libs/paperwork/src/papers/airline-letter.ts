import type { LegFacts, PaperFacts } from '../facts/paper-facts.js';
import { moment } from '../messages/forms.js';
import { addressee, heading, paragraph, rows, steps } from './blocks.js';
import {
  airportText,
  bandText,
  boxRows,
  carrierText,
  flightText,
  passportText,
  productText,
  signedBySender,
  useByRow,
  whatItIs,
} from './cells.js';
import { made, type Desk, type Made } from './making.js';
import { toldApart } from './told-apart.js';
import { courierEnded } from './travellers.js';

const sheet = {
  kind: 'airline-letter',
  reader: 'airline',
  claim: 'officers',
  needs: ['hotline', 'signatory', 'clock', 'courier', 'passport'],
} as const;

/** A letter for each flight, and for each leg of one that stops on the way: TSA looks whether the airline was told (S11), JMDP tells it at booking (S45). None of a unit that goes as cargo: its waybill tells. */
export function airlineLetters(facts: PaperFacts): readonly Made[] {
  if (facts.cargo !== null) return [];
  const names = toldApart(facts.legs, {
    name: ({ flight }) => flight.designator,
    besides: ({ flight }) => flight.from.iata,
  });
  return facts.legs.map((leg, nth) => {
    const occasion = { facts, of: names[nth] ?? null, country: leg.flight.from.country, lacks: courierEnded(facts) };
    return made(sheet, occasion, (desk) => letter(desk, leg));
  });
}

function letter(desk: Desk<'airline', (typeof sheet.needs)[number]>, { flight, fallback, record }: LegFacts) {
  const { say, facts } = desk;
  const { courier, passport, substitute } = facts;
  const other = fallback === null ? [] : [say('airline.fallback', { flight: flightText(fallback) })];
  return {
    title: say('airline.title'),
    blocks: [
      addressee(say('airline.to'), flight.designator, airportText(flight.from)),
      paragraph(say('airline.request', { courier: courier.name, flight: flightText(flight) }), ...other),
      paragraph(...whatItIs(say, facts)),
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['label.courier', carrierText(courier)],
        ['label.telephone', courier.phone],
        ['label.passport', passportText(passport)],
        ['label.substitute', substitute === undefined ? null : carrierText(substitute)],
        ['label.flight', record === null ? flight.designator : `${flight.designator} (${record})`],
        ['label.from', airportText(flight.from)],
        ['label.departure', moment(flight.departsAt)],
        ['label.to', airportText(flight.to)],
        ['label.arrival', moment(flight.arrivesAt)],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        useByRow(facts.clock, flight.from),
        ['label.hotline', facts.hotline],
      ]),
      heading(say('airline.please')),
      steps(say('airline.cabin'), say('airline.crew'), say('airline.no-xray'), say('airline.late')),
      paragraph(say('security.thanks')),
    ],
    end: [signedBySender(say, facts.signatory)],
  };
}
