import { electronicProductCode, formatDin, noFlags, parseDin, parseProductCode } from '@cellrelay/identifiers';
import type { BagFacts } from '../facts/paper-facts.js';
import { dinCode } from './label-codes.js';

/** A code that whoever takes a bag or a box reads off it and compares: what its bar code holds, and what a person reads beside that. */
export interface CodeToCheck {
  /** The bag's number, with which the reference of its tie tag ends; null: the box. */
  readonly bag: number | null;
  readonly of: string;
  readonly kind: 'din' | 'product' | 'box';
  readonly text: string;
  readonly human: string;
}

/** A bag by the number that its tie tag has. */
export interface NumberedBag extends Pick<BagFacts, 'din' | 'productCode'> {
  readonly number: number;
}

type Code = Omit<CodeToCheck, 'bag' | 'of'>;

/**
 * The codes on these bags and that box. The bags of one collection share their DIN, so each bag is known by both of its codes. Of the Data Matrix of a tie tag, which tells the
 * donor's GRID, nothing is here. A box bears no code of ours: its number is its own.
 */
export function codesToCheck(bags: readonly NumberedBag[], box: string | null): readonly CodeToCheck[] {
  return [
    ...bags.flatMap(({ number, din, productCode }) =>
      [...dinsIn(din), ...productsIn(productCode)].map((code) => ({ bag: number, of: `bag ${number}`, ...code })),
    ),
    ...(box === null ? [] : [{ bag: null, of: 'box', kind: 'box', text: box, human: box } as const]),
  ];
}

/** What is no code of the standard is on no label of ours, and is not asked for. */
function dinsIn(text: string): readonly Code[] {
  const read = parseDin(text);
  if (!read.ok) return [];
  const { din } = read.value;
  return [{ kind: 'din', text: dinCode(din, noFlags).content, human: formatDin(din) }];
}

function productsIn(text: string): readonly Code[] {
  const read = parseProductCode(text);
  return read.ok ? [{ kind: 'product', text: electronicProductCode(read.value), human: read.value }] : [];
}
