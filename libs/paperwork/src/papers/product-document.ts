import type { BagFacts, CountFacts, PaperFacts } from '../facts/paper-facts.js';
import { figure, moment } from '../messages/forms.js';
import type { Filler } from '../messages/say.js';
import { word } from '../messages/say.js';
import type { Block } from '../paper.js';
import { heading, paragraph, rows, table } from './blocks.js';
import { bandText, endsOf, millilitres, productText, signedBySender } from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'product-document',
  reader: 'transplant-centre',
  claim: 'papers',
  needs: ['signatory', 'bags', 'consignor'],
} as const;

type BagDesk = Desk<'transplant-centre', (typeof sheet.needs)[number]>;

/**
 * One for each bag: what it is, whose by label, and what was counted (standards.md 1.3, 2.3). A dose per kg is not on it: beside a count it would tell the recipient's weight to
 * whoever holds the paper on the way.
 */
export function productDocuments(facts: PaperFacts): readonly Made[] {
  const { from, to } = endsOf(facts);
  const country = to?.country ?? from?.country ?? null;
  if (facts.bags === undefined || facts.bags.length === 0)
    return [made(sheet, { facts, of: null, country }, (desk) => ({ title: desk.say('bag.title'), blocks: [] }))];
  return facts.bags.map((bag) =>
    made(sheet, { facts, of: `${bag.din}-${bag.productCode}`, country }, (desk) => bagDocument(desk, bag)),
  );
}

function bagDocument(desk: BagDesk, bag: BagFacts) {
  const { say, facts } = desk;
  const { din, productCode, volumeMl, recipient, collectedAt, useBy, counts } = bag;
  return {
    title: say('bag.title'),
    blocks: [
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['label.donation', din],
        ['label.product-code', productCode],
        ['label.volume', millilitres(volumeMl)],
        ['bag.donor', facts.donorGrid],
        ['bag.blood-group', facts.donorBloodGroup],
        ['bag.recipient', `${facts.reference}/${recipient}`],
        ['role.collection-centre', facts.consignor.name],
        ['bag.collected', collectedAt === null ? null : moment(collectedAt)],
        ['label.temperature', bandText(facts.band)],
        ['label.use-by', moment(useBy)],
      ]),
      heading(say('bag.counts')),
      counts === null ? paragraph(say('bag.not-counted')) : counted(desk, counts, volumeMl),
      paragraph(say('bag.identify'), say('bag.warning')),
    ],
    end: [signedBySender(say, facts.signatory)],
  };
}

/** Totals by standards.md 2.3: per µl × ml / 1000 in 10⁶, and 10⁹ per litre × ml / 100 in 10⁸. */
function counted(desk: BagDesk, { cd34PerUl, wbcE9PerL, cd3PerUl }: CountFacts, volumeMl: number): Block {
  const lines: readonly (readonly [Filler, number | null])[] = [
    [word('bag.cd34'), cd34PerUl],
    [word('bag.cd34-total'), cd34PerUl && (cd34PerUl * volumeMl) / 1000],
    [word('bag.wbc'), wbcE9PerL],
    [word('bag.tnc-total'), wbcE9PerL && (wbcE9PerL * volumeMl) / 100],
    [word('bag.cd3'), cd3PerUl],
    [word('bag.cd3-total'), cd3PerUl && (cd3PerUl * volumeMl) / 1000],
  ];
  return table(
    desk,
    ['bag.measure', 'bag.figure'],
    lines.flatMap(([what, amount]): readonly (readonly Filler[])[] =>
      amount === null ? [] : [[what, figure(amount)]],
    ),
  );
}
