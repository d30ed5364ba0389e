import { countriesIn } from './country-names.js';
import { foldedText, type FoldedText } from './folded-text.js';
import { forms, markKinds, type MarkKind } from './marking-forms.js';

/** What is known of who must not be told: of the screener's own side of the shipment. */
export interface KnownHere {
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organisations: readonly string[];
  readonly ids: readonly string[];
}

/** A part of the text that may tell who somebody is, in UTF-16 units, and as what. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly MarkKind[];
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: MarkKind;
}

/**
 * What in a letter may tell who somebody is: in order, none over another. A help for whoever screens it, and no more: what it finds may be harmless, and what it does not find
 * may still tell.
 */
export function marksIn(text: string, known: KnownHere): readonly Mark[] {
  const folded = foldedText(text);
  const found = [
    ...forms.flatMap(({ kind, pattern, cased }) =>
      matches(cased === true ? folded.cased : folded.lower, pattern, kind),
    ),
    ...knownForms(known).flatMap(({ kind, pattern }) => matches(folded.lower, pattern, kind)),
    ...countriesIn(folded.lower).map((range): Found => ({ ...range, kind: 'place' })),
  ];
  return merged(found.map((each) => inText(each, folded)));
}

function matches(text: string, pattern: RegExp, kind: MarkKind): readonly Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = match[0].trimEnd();
    return said === '' ? [] : [{ from: match.index, to: match.index + said.length, kind }];
  });
}

function inText({ from, to, kind }: Found, folded: FoldedText): Found {
  return { ...folded.origin(from, to), kind };
}

/** What overlaps becomes one, of all its kinds. */
function merged(found: readonly Found[]): readonly Mark[] {
  const sorted = [...found].sort((one, other) => one.from - other.from || one.to - other.to);
  const marks: { from: number; to: number; kinds: Set<MarkKind> }[] = [];
  for (const { from, to, kind } of sorted) {
    const last = marks.at(-1);
    if (last === undefined || from >= last.to) marks.push({ from, to, kinds: new Set([kind]) });
    else {
      last.to = Math.max(last.to, to);
      last.kinds.add(kind);
    }
  }
  return marks.map(({ from, to, kinds }) => ({ from, to, kinds: markKinds.filter((kind) => kinds.has(kind)) }));
}

/** Words of names that would mark half of every letter. */
const everyday = new Set([
  ...[
    'example',
    'donor',
    'recipient',
    'patient',
    'registry',
    'centre',
    'center',
    'hospital',
    'transplant',
    'the',
    'and',
  ],
  ...['collection', 'apheresis', 'von', 'van', 'der', 'den', 'del', 'bin', 'stem', 'cell', 'bone', 'marrow', 'dear'],
]);

function knownForms({ people, places, organisations, ids }: KnownHere): readonly { kind: MarkKind; pattern: RegExp }[] {
  const of = (kind: MarkKind, words: readonly string[]) =>
    words.filter((word) => word !== '').map((word) => ({ kind, pattern: spelled(word) }));
  return [
    ...of('name', people.flatMap(wordsOf)),
    ...of('place', places.flatMap(wholeOf)),
    ...of('organisation', organisations.flatMap(wholeOf)),
    ...of('id', ids.flatMap(wholeOf)),
  ];
}

/** The words of a person's name; of one in Chinese also without its first sign, as people are called. */
function wordsOf(name: string): readonly string[] {
  const words = foldedText(name)
    .lower.split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => !everyday.has(word));
  return words.flatMap((word) => {
    if (!/\p{Script=Han}/u.test(word)) return word.length < 3 ? [] : [word];
    return word.length < 3 ? [word] : [word, word.slice(1)];
  });
}

function wholeOf(name: string): readonly string[] {
  const whole = foldedText(name).lower.trim();
  const kept = whole
    .split(/\s+/)
    .filter((word) => word !== 'example')
    .join(' ');
  return kept.length < 2 || everyday.has(kept) ? [] : [kept];
}

/** The word wherever it stands by itself; a longer one also with something set between its letters. */
function spelled(word: string): RegExp {
  const signs = Array.from(word.replaceAll(/\s+/g, ' '));
  const between = signs.length >= 4 ? '[\\s._*·-]?' : '';
  const middle = signs.map((sign) => (sign === ' ' ? '\\s*' : escaped(sign))).join(between);
  return /\p{Script=Han}/u.test(word)
    ? new RegExp(middle, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${middle}(?:'?s)?(?![\\p{L}\\p{N}])`, 'gu');
}

function escaped(sign: string): string {
  return sign.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
