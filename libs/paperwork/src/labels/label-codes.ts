import type { ZonedInstant } from '@cellrelay/kernel';
import {
  checkCharacterOf,
  compoundMessage,
  electronicBloodGroups,
  electronicCollectionTime,
  electronicDin,
  electronicExpiry,
  electronicFlexibleTime,
  electronicGrid,
  electronicProductCode,
  electronicProductDivisions,
  electronicSec,
  kindOfFlags,
  labelTimeOf,
  partsOfDin,
  type BloodGroupsCode,
  type Din,
  type DinFlags,
  type Grid,
  type ProductCode,
  type ProductDivisions,
  type Sec,
} from '@cellrelay/identifiers';
import type { CodeText, LabelCode } from './label.js';

/** All that the codes of one bag hold. */
export interface CodedBag {
  readonly din: Din;
  readonly flags: DinFlags;
  readonly productCode: ProductCode;
  readonly productDivisions?: ProductDivisions;
  readonly bloodGroups?: BloodGroupsCode;
  readonly collectedAt: ZonedInstant;
  readonly expiresAt: ZonedInstant;
  readonly grid: Grid;
  readonly sec?: Sec;
}

/** The DIN as Code 128 (data structure 001), with its text. */
export function dinCode(din: Din, flags: DinFlags): LabelCode {
  return { symbology: 'code-128', of: 'din', content: electronicDin(din, flags), text: dinText(din, flags) };
}

/** The product code as Code 128 (003). */
export function productCodeOf(productCode: ProductCode): LabelCode {
  const content = electronicProductCode(productCode);
  return { symbology: 'code-128', of: 'product', content, text: { kind: 'plain', text: productCode } };
}

/** The expiry as Code 128 (005), by the clock of whoever labelled it, as the structure has no zone. */
export function expiryCode(expiresAt: ZonedInstant): LabelCode {
  const content = electronicExpiry(labelTimeOf(expiresAt));
  return { symbology: 'code-128', of: 'expiry', content, text: { kind: 'plain', text: content.slice(2) } };
}

/**
 * Everything in one Data Matrix (023): what traces the product first (S17 section 7.3.1), then when, then whose. The expiry stands in it twice: by the local clock, which
 * every reader knows, and in UTC (031), as the cells cross zones.
 */
export function compoundCode(bag: CodedBag): LabelCode {
  const { din, flags, productCode, productDivisions, bloodGroups, collectedAt, expiresAt, grid, sec } = bag;
  const utc = labelTimeOf({ at: expiresAt.at, zone: 'UTC' as ZonedInstant['zone'] });
  const contents = [
    electronicDin(din, flags),
    bloodGroups && electronicBloodGroups(bloodGroups),
    electronicProductCode(productCode),
    productDivisions && electronicProductDivisions(productDivisions),
    electronicExpiry(labelTimeOf(expiresAt)),
    electronicCollectionTime(labelTimeOf(collectedAt)),
    electronicFlexibleTime({ of: 'expiry', clock: 'utc', time: utc }),
    electronicGrid(grid),
    sec && electronicSec(sec),
  ];
  const content = compoundMessage(contents.filter((each) => each !== undefined));
  return { symbology: 'data-matrix', of: 'compound', content, text: { kind: 'none' } };
}

function dinText(din: Din, flags: DinFlags): CodeText {
  const { facility, year, sequence } = partsOfDin(din);
  const silent = ['unused', 'check'].includes(kindOfFlags(flags));
  return {
    kind: 'din',
    groups: [facility, year, sequence],
    flags: silent ? null : flags,
    check: checkCharacterOf(din),
  };
}
