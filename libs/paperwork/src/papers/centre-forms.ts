import type { PaperFacts } from '../facts/paper-facts.js';
import { country, moment } from '../messages/forms.js';
import { word } from '../messages/say.js';
import type { Say } from '../messages/say.js';
import type { Block } from '../paper.js';
import { heading, paragraph, plain, rows, signatures, table } from './blocks.js';
import { bandText, boxRows, endsOf, millilitres, productText, useByRow } from './cells.js';
import { handoverChecks, receiptChecks } from './checklists.js';
import { made, type Desk, type Made } from './making.js';

const packing = {
  kind: 'packing-record',
  reader: 'collection-centre',
  claim: 'papers',
  needs: ['bags', 'box', 'clock'],
  placesChecks: true,
} as const;
const receipt = {
  kind: 'receipt-form',
  reader: 'transplant-centre',
  claim: 'papers',
  needs: ['bags', 'box', 'clock', 'receiptChecks'],
  placesChecks: true,
} as const;

/** What was packed, and what was looked at on packing (standards.md 1.3, 1.4). */
export function packingRecords(facts: PaperFacts): readonly Made[] {
  return [made(packing, { facts, of: null, country: endsOf(facts).from?.country ?? null }, packed)];
}

function packed(desk: Desk<'collection-centre', (typeof packing.needs)[number]>) {
  const { say, facts } = desk;
  const { box, bags } = facts;
  return {
    title: say('packing.title'),
    blocks: [
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['bag.donor', facts.donorGrid],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(box, facts.boxSizeCm),
        ['packing.hold', box.holdHours === null ? null : word('word.hours', { hours: String(box.holdHours) })],
        ['packing.closed', moment(box.closedAt)],
        useByRow(facts.clock),
      ]),
      bagTable(desk, bags, facts.reference),
      heading(say('packing.checks')),
      handoverChecks(desk, 'packing'),
      blanks(say, 'packing.ambient', 'packing.first-reading', 'packing.remarks'),
    ],
    end: [signatures([say('packing.packed-by'), null], [say('packing.read-back-by'), null])],
  };
}

/** What is found when the box is opened, to be filled by hand: the checks of the site's policy as the site's, and those that law asks for apart from them. */
export function receiptForms(facts: PaperFacts): readonly Made[] {
  return [made(receipt, { facts, of: null, country: endsOf(facts).to?.country ?? null }, received)];
}

function received(desk: Desk<'transplant-centre', (typeof receipt.needs)[number]>) {
  const { say, facts } = desk;
  const city = facts.consignee?.city ?? endsOf(facts).to?.city ?? 'UTC';
  return {
    title: say('receipt.title'),
    blocks: [
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['bag.donor', facts.donorGrid],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        useByRow(facts.clock),
        ['label.hotline', facts.hotline],
      ]),
      bagTable(desk, facts.bags, facts.reference),
      heading(say('receipt.opening')),
      {
        kind: 'blanks',
        rows: [say('receipt.at', { city }), say('receipt.celsius'), say('hand-over.seal-read')],
      } as const,
      heading(say('receipt.checks')),
      receiptChecks(say, facts.receiptChecks),
      ...checksOfLaw(desk),
      heading(say('receipt.decision')),
      checks(say, 'receipt.accepted', 'receipt.accepted-with-deviation', 'receipt.refused'),
      blanks(say, 'packing.remarks', 'receipt.infusion'),
      paragraph(say('receipt.physician'), say('receipt.copy', { issuer: facts.issuer?.name ?? '' })),
    ],
    end: [signatures([say('receipt.received-by'), null], [say('receipt.checked-by'), null])],
  };
}

/** What the receiving country asks to be looked at, by rules that print. */
function checksOfLaw({ say, facts, lawChecks }: Desk<'transplant-centre', (typeof receipt.needs)[number]>) {
  if (lawChecks.length === 0) return [];
  const where = country(endsOf(facts).to?.country ?? '');
  return [heading(say('receipt.checks-of-law', { country: where })), { kind: 'checks', items: lawChecks } as const];
}

function blanks(say: Say, ...each: readonly Parameters<typeof plain>[1][]): Block {
  return { kind: 'blanks', rows: each.map((key) => plain(say, key)) };
}

function checks(say: Say, ...each: readonly Parameters<typeof plain>[1][]): Block {
  return { kind: 'checks', items: each.map((key) => plain(say, key)) };
}

/** The bags by their labels. */
export function bagTable(
  desk: Parameters<typeof table>[0],
  bags: NonNullable<PaperFacts['bags']>,
  reference: string,
): Block {
  return table(
    desk,
    ['label.donation', 'label.product-code', 'label.volume', 'bag.recipient'],
    bags.map(({ din, productCode, volumeMl, recipient }) => [
      din,
      productCode,
      millilitres(volumeMl),
      `${reference}/${recipient}`,
    ]),
  );
}
