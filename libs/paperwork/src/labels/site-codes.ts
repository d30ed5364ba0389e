import { err, ok, type Result } from '@cellrelay/kernel';
import { parseBloodGroupsCode, parseProductDescriptionCode, type BloodGroupsCode } from '@cellrelay/identifiers';

/**
 * What a site knows codes to mean, kept by itself under its own licence: ISBT 128's tables may not be passed on (S79), so none comes along. A code that is not in the
 * list is printed nowhere.
 */
export interface SiteCodes {
  readonly products: readonly ProductEntry[];
  readonly bloodGroups: readonly BloodGroupEntry[];
}

/** A product description code, S and four characters, with the proper name it stands for and what follows that name on a label. */
export interface ProductEntry {
  readonly code: string;
  readonly name: string;
  readonly attributes?: string;
}

/** The blood groups code of an ABO and RhD group, all four characters. */
export interface BloodGroupEntry {
  readonly code: string;
  readonly abo: 'A' | 'B' | 'AB' | 'O';
  readonly rh: '+' | '-';
}

/** What is wrong with an entry of the list. */
export interface EntryFault {
  readonly at: string;
  readonly sentence: string;
}

/** The list, or all that is wrong with it: codes of another form, codes or groups twice, names that are empty. */
export function checkedSiteCodes(codes: SiteCodes): Result<SiteCodes, readonly EntryFault[]> {
  const faults = [
    ...codes.products.flatMap(({ code, name }, index) =>
      [
        formFault(parseProductDescriptionCode(code)),
        name.trim() === '' ? 'The product has no name.' : undefined,
      ].flatMap((sentence) => at(`/products/${index}`, sentence)),
    ),
    ...codes.bloodGroups.flatMap(({ code }, index) =>
      at(`/bloodGroups/${index}`, formFault(parseBloodGroupsCode(code))),
    ),
    ...twice(
      'products',
      codes.products.map(({ code }) => code),
    ),
    ...twice(
      'bloodGroups',
      codes.bloodGroups.map(({ abo, rh }) => abo + rh),
    ),
    ...twice(
      'bloodGroups',
      codes.bloodGroups.map(({ code }) => code),
    ),
  ];
  return faults.length === 0 ? ok(codes) : err(faults);
}

function formFault(read: Result<unknown, { readonly sentence: string }>): string | undefined {
  return read.ok ? undefined : read.error.sentence;
}

function at(pointer: string, sentence: string | undefined): readonly EntryFault[] {
  return sentence === undefined ? [] : [{ at: pointer, sentence }];
}

function twice(list: 'products' | 'bloodGroups', keys: readonly string[]): readonly EntryFault[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : at(`/${list}/${index}`, `${key} is in the list twice.`),
  );
}

/** The product that the code begins with the description of; undefined where the list has none. */
export function productIn(codes: SiteCodes, productCode: string): ProductEntry | undefined {
  return codes.products.find(({ code }) => productCode.startsWith(code));
}

/** The code of a blood group; undefined where the list has none. */
export function bloodGroupsIn(
  codes: SiteCodes,
  { abo, rh }: Pick<BloodGroupEntry, 'abo' | 'rh'>,
): BloodGroupsCode | undefined {
  const entry = codes.bloodGroups.find((each) => each.abo === abo && each.rh === rh);
  const read = entry && parseBloodGroupsCode(entry.code);
  return read?.ok === true ? read.value : undefined;
}
