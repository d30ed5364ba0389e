import { foldedText } from './folded-text.js';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const codes = letters.flatMap((one) => letters.map((other) => one + other));

/** Of people and things from there, as far as letters between registries are likely to say so. */
const adjectives = [
  ...[
    'american',
    'british',
    'english',
    'scottish',
    'welsh',
    'irish',
    'german',
    'french',
    'italian',
    'spanish',
    'swiss',
  ],
  ...['dutch', 'belgian', 'polish', 'chinese', 'japanese', 'taiwanese', 'korean', 'indian', 'canadian', 'australian'],
  ...['amerikanisch', 'britisch', 'deutsch', 'franzosisch', 'italienisch', 'spanisch', 'polnisch', 'chinesisch'],
  ...[
    'usa',
    'uk',
    'england',
    'scotland',
    'wales',
    'america',
    'amerika',
    'europe',
    'europa',
    '美国人',
    '德国人',
    '英国人',
  ],
];

/** What countries are called in English, German and Chinese (CLDR, as the runtime carries it), and their people, folded. */
function countryNames(): ReadonlySet<string> {
  const named = ['en', 'de', 'zh'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => names.of(code) ?? []);
  });
  return new Set([...named, ...adjectives].map((name) => foldedText(name).lower));
}

let known: ReadonlySet<string> | undefined;

/** Longest name in words, and in Chinese signs, that is looked for. */
const mostWords = 5;
const mostSigns = 9;

/** As words stand in German and English sentences: Deutschlands, deutscher, Germany's. */
const endings = /('s|s|en|er|es|em|e|n)$/;

/** Where a folded text in small letters names a country, or people from there. */
export function countriesIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  known ??= countryNames();
  return [...wordRanges(text, known), ...signRanges(text, known)];
}

function* wordRanges(text: string, names: ReadonlySet<string>): Generator<{ from: number; to: number }> {
  const words = [...text.matchAll(/[\p{L}'.&-]+/gu)].map((match) => {
    const word = match[0].replace(/[.'-]+$/, '');
    return { from: match.index, to: match.index + word.length };
  });
  for (const [index, { from }] of words.entries())
    for (const { to } of words.slice(index, index + mostWords)) {
      const said = text.slice(from, to).replaceAll(/\s+/g, ' ');
      if (names.has(said) || names.has(said.replace(endings, ''))) yield { from, to };
    }
}

function* signRanges(text: string, names: ReadonlySet<string>): Generator<{ from: number; to: number }> {
  for (const run of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at < run[0].length; at++)
      for (let to = at + 2; to <= Math.min(run[0].length, at + mostSigns); to++)
        if (names.has(run[0].slice(at, to))) yield { from: run.index + at, to: run.index + to };
}
