import { err, ok, type Result } from '@cellrelay/kernel';
import { problemOf, type IdentifierFault, type IdentifierProblem, type Whereabouts } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { lengthOfFirst, parseStructure, type Structure } from './structure.js';

/** Several structures in one symbol. */
export interface CompoundMessage {
  /** The number of a sequence that the standard's owner has listed; null where the order says nothing. The lists are not shipped, so the order is not checked. */
  readonly sequence: string | null;
  readonly structures: readonly Structure[];
}

const subject = {
  identifier: 'compound message',
  expectedForm:
    '=+, 2 digits that count the structures, 3 digits of their sequence (000 where it says nothing), then the structures with nothing between them',
} as const;

/**
 * The content of one symbol for several barcodes' contents, in this order and of no listed sequence (ISBT 128 data structure 023, S17 section 2.4.23).
 * Throws a RangeError on a content that is not read here: callers make them with this lib's writers, so meeting one is a defect.
 */
export function compoundMessage(contents: readonly string[]): string {
  if (contents.length === 0 || contents.length > 99) throw new RangeError('a compound message of no or too many parts');
  if (!contents.every((content) => parseStructure(content).ok)) throw new RangeError('no part of a compound message');
  return `=+${String(contents.length).padStart(2, '0')}000${contents.join('')}`;
}

/** Reads a compound message: refused as a whole unless the count is right and every structure in it is read and sound, as the standard asks. */
export function parseCompoundMessage(text: string): Result<CompoundMessage, IdentifierProblem> {
  const header = /^=\+(\d{2})(\d{3})/.exec(text);
  if (header === null)
    return err(scannedIntoWrongField(subject, text) ?? refusal('length', 'The text begins as no compound message.'));
  const parts = partsIn(text.slice(header[0].length));
  if (!parts.ok) return parts;
  const structures = allOf(parts.value.map(parseStructure));
  if (!structures.ok) return structures;
  const counted = Number(header[1]);
  if (counted !== structures.value.length) return err(miscounted(counted, structures.value.length));
  return ok({ sequence: header[2] === '000' ? null : (header[2] ?? null), structures: structures.value });
}

/** The text cut where structures begin. */
function partsIn(text: string): Result<readonly string[], IdentifierProblem> {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += parts.at(-1)?.length ?? 0) {
    const length = lengthOfFirst(text.slice(at));
    if (length === undefined)
      return err(
        refusal('structure-unknown', `At character ${at + 1} after its header begins no structure that is read here.`, {
          position: at + 1,
        }),
      );
    parts.push(text.slice(at, at + length));
  }
  return ok(parts);
}

function allOf(read: readonly Result<Structure, IdentifierProblem>[]): Result<Structure[], IdentifierProblem> {
  const structures: Structure[] = [];
  for (const one of read) {
    if (!one.ok) return one;
    structures.push(one.value);
  }
  return ok(structures);
}

function miscounted(counted: number, there: number): IdentifierProblem {
  return refusal('structure-count', `It counts ${counted} structures and holds ${there}: part of it may be missing.`);
}

function refusal(code: IdentifierFault, wrong: string, where?: Whereabouts): IdentifierProblem {
  return problemOf(subject, code, wrong, where);
}
