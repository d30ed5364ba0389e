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

/** What countries are called in English, German and Chinese (CLDR, as the runtime carries it), and their people. */
export function countryNames(): readonly string[] {
  const named = ['en', 'de', 'zh'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => names.of(code) ?? []);
  });
  return [...new Set([...named, ...adjectives])];
}
