import type { BorderFacts, PaperFacts } from '../facts/paper-facts.js';
import { dayOf } from '../messages/forms.js';
import { addressee, heading, paragraph, rows, table } from './blocks.js';
import { airportText, boxRows, millilitres, officeText, productText, signedBySender } from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'regularisation-letter',
  reader: 'customs',
  claim: 'papers',
  needs: ['hotline', 'signatory', 'bags', 'consignee'],
} as const;

type LetterDesk = Desk<'customs', (typeof sheet.needs)[number]>;
type Released = NonNullable<BorderFacts['released']>;

/** A letter for each border where the goods were let go first, on the word that the papers follow (S89). */
export function regularisationLetters(facts: PaperFacts): readonly Made[] {
  return facts.borders.flatMap((border) => {
    const { released, country, airport, direction } = border;
    if (released === null) return [];
    const of = `${country}-${direction}-${airport.iata}`;
    return [made(sheet, { facts, of, country }, (desk) => letter(desk, border, released))];
  });
}

function letter(desk: LetterDesk, { airport, flight }: BorderFacts, released: Released) {
  const { say, facts } = desk;
  const place = airportText(airport);
  return {
    title: say('regularise.title'),
    blocks: [
      addressee(say('customs.to'), place),
      paragraph(
        say('regularise.request'),
        say('regularise.released', { date: dayOf(released.at), place }),
        say('regularise.owed', { days: String(released.workingDays) }),
      ),
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['customs.consignee', officeText(facts.consignee)],
        ['label.flight', flight],
        ...boxRows(facts.box, facts.boxSizeCm),
        ['label.hotline', facts.hotline],
      ]),
      table(
        desk,
        ['label.donation', 'label.product-code', 'label.volume'],
        facts.bags.map(({ din, productCode, volumeMl }) => [din, productCode, millilitres(volumeMl)]),
      ),
      heading(say('regularise.enclosed')),
      {
        kind: 'checks',
        items: [
          ...[say('regularise.approval'), say('regularise.tests')],
          ...[say('regularise.declaration'), say('regularise.receipt')],
        ],
      } as const,
    ],
    end: [signedBySender(say, facts.signatory)],
  };
}
