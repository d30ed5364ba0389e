import { err, ok, type Result, type ZonedInstant } from '@cellrelay/kernel';
import {
  divisionOf,
  formatGrid,
  formatSec,
  noFlags,
  secMatchesDin,
  type Din,
  type DinFlags,
  type Grid,
  type ProductCode,
  type ProductDivisions,
  type Sec,
} from '@cellrelay/identifiers';
import { bloodGroupText, type BloodGroup } from '@cellrelay/shipment';
import type { BandFacts } from '../facts/paper-facts.js';
import { places } from '../facts/places.js';
import { compoundCode, dinCode, expiryCode, productCodeOf, type CodedBag } from './label-codes.js';
import { known, missingOnLabel } from './label-faults.js';
import { labelLanguages, type tagLanguages } from './label-messages.js';
import { coded, partsIn, type PartMaker } from './label-parts.js';
import { momentLines, keptAtText } from './label-texts.js';
import type { Label, LabelFault, LabelNotMade, LabelPart } from './label.js';
import { bloodGroupsIn, productIn, type ProductEntry, type SiteCodes } from './site-codes.js';

/** What a bag's tie tag says; null is not known. It goes with the bag to the transplant centre, so donor and recipient are references alone. */
export interface TieTagFacts {
  readonly reference: string;
  readonly example: boolean;
  readonly din: Din | null;
  /** Beside the DIN, by the site's own use; none unless said. */
  readonly flags?: DinFlags;
  readonly productCode: ProductCode | null;
  readonly productDivisions?: ProductDivisions;
  /** When its collection ended, by the clock of the collection centre. */
  readonly collectedAt: ZonedInstant | null;
  readonly expiresAt: ZonedInstant | null;
  readonly volumeMl: number | null;
  /** Anticoagulant and additives, as the collection centre names them. */
  readonly additives?: string;
  readonly storage: BandFacts | null;
  readonly grid: Grid | null;
  readonly recipient: string | null;
  /** Of the donor; null where it is not known, which a label may say nothing of. */
  readonly bloodGroup: BloodGroup | null;
  readonly sec?: Sec;
  /** Which biohazard tag goes with it (S46). */
  readonly biohazard?: 'incomplete' | 'positive' | 'risk';
}

const wanted = [
  ...(['din', 'productCode', 'collectedAt', 'expiresAt', 'volumeMl', 'storage', 'grid', 'recipient'] as const),
];

/** The tie tag of a bag (standards.md 1.3), or all that it lacks. */
export function tieTag(
  facts: TieTagFacts,
  codes: SiteCodes,
  reader: (typeof tagLanguages)[number],
): Result<Label, LabelNotMade> {
  const whole = known(facts, wanted);
  const product = facts.productCode === null ? undefined : productIn(codes, facts.productCode);
  const faults = [...(whole.ok ? [] : whole.error), ...listFaults(facts, codes), ...bagFaults(facts)];
  if (!whole.ok || product === undefined || faults.length > 0) return err({ label: 'tie-tag', missing: faults });
  const languages = labelLanguages(reader);
  const make = partsIn(languages);
  const bag = codedBag(whole.value, codes);
  return ok({
    ...{ kind: 'tie-tag', reference: facts.reference, example: facts.example, languages },
    parts: [...codesOf(bag), named(product), ...fieldsOf(whole.value, make), ...warningsOf(facts, make)],
  });
}

type WholeTag = TieTagFacts & { readonly [Fact in (typeof wanted)[number]]: NonNullable<TieTagFacts[Fact]> };

/** What the site's own list of codes lacks for this bag. */
function listFaults({ productCode, bloodGroup }: TieTagFacts, codes: SiteCodes): readonly LabelFault[] {
  const unnamed = productCode !== null && productIn(codes, productCode) === undefined;
  const uncoded = bloodGroup !== null && bloodGroupsIn(codes, bloodGroup) === undefined;
  return [...(unnamed ? [missingOnLabel('product')] : []), ...(uncoded ? [missingOnLabel('bloodGroups')] : [])];
}

/** What of the bag's identity does not fit together. */
function bagFaults({ din, productCode, productDivisions, sec }: TieTagFacts): readonly LabelFault[] {
  const elsewhere = productCode !== null && divisionOf(productCode).kind === 'elsewhere';
  const undivided = elsewhere && productDivisions === undefined;
  const strange = sec !== undefined && din !== null ? secMatchesDin(sec, din) : undefined;
  return [
    ...(undivided ? [missingOnLabel('productDivisions')] : []),
    ...(strange === undefined ? [] : [{ fact: 'sec', sentence: strange.sentence, whereToEnter: places.bags }]),
  ];
}

function codedBag(facts: WholeTag, codes: SiteCodes): CodedBag {
  const { bloodGroup, flags = noFlags, ...rest } = facts;
  const bloodGroups = bloodGroup === null ? undefined : bloodGroupsIn(codes, bloodGroup);
  return { ...rest, flags, ...(bloodGroups === undefined ? {} : { bloodGroups }) };
}

function codesOf(bag: CodedBag): readonly LabelPart[] {
  const linear = [dinCode(bag.din, bag.flags), productCodeOf(bag.productCode), expiryCode(bag.expiresAt)];
  return [...linear, compoundCode(bag)].map(coded);
}

function named({ name, attributes }: ProductEntry): LabelPart {
  return { kind: 'product', name, attributes: attributes ?? null };
}

function fieldsOf(facts: WholeTag, { field }: PartMaker): readonly LabelPart[] {
  const { additives, bloodGroup, productDivisions, sec } = facts;
  return [
    field('label.expires', ...momentLines(facts.expiresAt)),
    field('label.collected', ...momentLines(facts.collectedAt)),
    ...(bloodGroup === null ? [] : [field('label.blood-group', bloodGroupText(bloodGroup).replace('-', '−'))]),
    field('label.volume', `${facts.volumeMl} mL`),
    ...(additives === undefined ? [] : [field('label.additives', additives)]),
    field('label.keep-at', keptAtText(facts.storage)),
    ...(productDivisions === undefined ? [] : [field('label.division', productDivisions)]),
    field('label.donor', formatGrid(facts.grid)),
    field('label.recipient', facts.recipient),
    ...(sec === undefined ? [] : [field('label.sec', formatSec(sec).replace('SEC: ', ''))]),
  ];
}

function warningsOf({ biohazard, example }: TieTagFacts, { warning, notices }: PartMaker): readonly LabelPart[] {
  return [
    ...(biohazard === undefined ? [] : [warning(`label.biohazard.${biohazard}`)]),
    ...(['label.do-not-x-ray', 'label.identify', 'label.may-transmit'] as const).map(warning),
    ...notices(example),
  ];
}
