/** Letters of other scripts that look like Latin ones (Unicode UTS #39, confusables.txt), and what small letters and digits look like among themselves. */
const looksLike: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ғ: 'f',
    һ: 'h',
    н: 'h',
    і: 'l',
    ї: 'l',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    о: 'o',
  },
  ...{ р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', ү: 'y', х: 'x', ԝ: 'w', п: 'n', г: 'r' },
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'l',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    γ: 'y',
    ζ: 'z',
  },
  ...{ ı: 'l', i: 'l', ł: 'l', ø: 'o', đ: 'd', ħ: 'h' },
  ...{ '0': 'o', '1': 'l', '|': 'l', '!': 'l', '5': 's' },
};

/** Two letters that look like one. */
const pairs = [
  ['m', 'rn'],
  ['w', 'vv'],
] as const;

/**
 * What is left of a name when case, accents, spaces, signs and look-alike letters are taken for nothing: names that come to the same are one name to whoever reads them. What is
 * left of nothing but signs is the name.
 */
export function skeletonOf(name: string): string {
  const plain = name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  const letters = [...plain].map((character) => looksLike[character] ?? character).join('');
  const bare = letters.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return bare === '' ? name.trim() : pairs.reduce((text, [one, two]) => text.replaceAll(one, two), bare);
}
