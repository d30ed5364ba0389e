import type { PaperFacts } from '../facts/paper-facts.js';
import { heading, rows, signatures } from './blocks.js';
import { bandText, boxRows, endsOf, productText, useByRow } from './cells.js';
import { bagTable } from './centre-forms.js';
import { handoverChecks } from './checklists.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'hand-over-form',
  reader: 'courier',
  claim: 'papers',
  needs: ['bags', 'box', 'clock', 'consignor', 'consignee'],
  placesChecks: true,
} as const;

/** Two forms with two signatures each: where the box leaves the collection centre, and where it arrives. Whoever carries it learns DINs and no GRID. */
export function handOverForms(facts: PaperFacts): readonly Made[] {
  const { from, to } = endsOf(facts);
  return [
    made(sheet, { facts, of: 'pick-up', country: from?.country ?? null }, (desk) => form(desk, 'pick-up')),
    made(sheet, { facts, of: 'delivery', country: to?.country ?? null }, (desk) => form(desk, 'delivery')),
  ];
}

type FormDesk = Desk<'courier', (typeof sheet.needs)[number]>;

function form(desk: FormDesk, where: 'pick-up' | 'delivery') {
  const { say, facts } = desk;
  const { city } = where === 'pick-up' ? facts.consignor : facts.consignee;
  const [gives, takes] = signers(facts, where);
  return {
    title: say(titleOf(facts, where)),
    blocks: [
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['role.collection-centre', facts.consignor.name],
        ['role.transplant-centre', facts.consignee.name],
        ['label.temperature', bandText(facts.band)],
        ...boxRows(facts.box, facts.boxSizeCm),
        useByRow(facts.clock),
        ['label.hotline', facts.hotline],
      ]),
      bagTable(desk, facts.bags, facts.reference),
      heading(say('hand-over.checks')),
      handoverChecks(desk, where),
      {
        kind: 'blanks',
        rows: [say('hand-over.at', { city }), say('hand-over.seal-read'), say('packing.remarks')],
      } as const,
    ],
    end: [signatures([say('hand-over.gives'), gives], [say('hand-over.takes'), takes])],
  };
}

function titleOf({ cargo }: Pick<PaperFacts, 'cargo'>, where: 'pick-up' | 'delivery') {
  if (where === 'delivery') return 'hand-over.title-delivery';
  return cargo === null ? 'hand-over.title-pick-up' : 'hand-over.title-carrier';
}

/** Whose name is known is printed; the other signs and writes it. */
function signers(
  { courier }: FormDesk['facts'],
  where: 'pick-up' | 'delivery',
): readonly [string | null, string | null] {
  const name = courier?.name ?? null;
  return where === 'pick-up' ? [null, name] : [name, null];
}
