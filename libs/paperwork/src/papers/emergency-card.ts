import type { PaperFacts } from '../facts/paper-facts.js';
import type { Say } from '../messages/say.js';
import type { Block } from '../paper.js';
import { heading, paragraph, rows, steps } from './blocks.js';
import { bandText, boxRows, carrierText, productText, useByRow } from './cells.js';
import { made, type Made } from './making.js';

const sheet = {
  kind: 'emergency-card',
  reader: 'courier',
  claim: 'officers',
  needs: ['hotline', 'courier', 'clock'],
} as const;

/** A card for each country on the way: the courier reads it in English and shows it in the officer's language. */
export function emergencyCards(facts: PaperFacts): readonly Made[] {
  if (facts.cargo !== null) return [];
  const stops = facts.legs.flatMap(({ flight }) => [flight.from, flight.to]);
  const first = stops.filter(({ country }, index) => stops.findIndex((stop) => stop.country === country) === index);
  return first.map((stop) =>
    made(sheet, { facts, of: stop.country, country: stop.country }, (desk) => {
      const { say, facts: known } = desk;
      const { hotline, courier, clock, band, product, box, boxSizeCm } = known;
      return {
        title: say('emergency.title'),
        blocks: [
          { kind: 'banner', said: say('security.banner') },
          paragraph(say('emergency.officer'), say('cells.secret')),
          paragraph(say('emergency.call', { hotline })),
          rows(desk, [
            ['label.contents', productText(product)],
            ['label.courier', carrierText(courier)],
            ['label.telephone', courier.phone],
            ['label.temperature', bandText(band)],
            ...boxRows(box, boxSizeCm),
            useByRow(clock, stop),
          ]),
          ...troubles(say, hotline),
        ],
      };
    }),
  );
}

/** What to say and whom to call, in the order in which it happens most (standards.md 4 and 1.5: supervisor, hotline, physician; the alternative flight; never a third party). */
function troubles(say: Say, hotline: string): readonly Block[] {
  return [
    heading(say('emergency.xray')),
    steps(
      ...[say('emergency.xray-say'), say('emergency.xray-show')],
      ...[say('emergency.xray-call', { hotline }), say('emergency.xray-done')],
    ),
    heading(say('emergency.delay')),
    steps(say('emergency.delay-call', { hotline }), say('emergency.delay-stay')),
    heading(say('emergency.leak')),
    steps(say('emergency.leak-keep'), say('emergency.leak-gloves'), say('emergency.leak-call', { hotline })),
    heading(say('emergency.lost')),
    steps(say('emergency.lost-tell', { hotline }), say('emergency.lost-box')),
  ];
}
