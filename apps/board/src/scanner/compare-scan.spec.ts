import { divided, matrixOfBag1, ofTwoDays } from './codes.examples.js';
import { compareScan, type ScanVerdict } from './compare-scan.js';
import { differenceWords, verdictWords } from './scan-words.js';

/** What came of it, in a word and the code that it is about. */
const short = (verdict: ScanVerdict) => {
  if (verdict.kind === 'matches' || verdict.kind === 'of-another')
    return `${verdict.kind} ${verdict.code.of} ${verdict.code.kind}`;
  return verdict.kind === 'differs' ? `differs ${verdict.closest.of} ${verdict.closest.kind}` : verdict.kind;
};
const all = (scanned: string, inHand?: string, expected = divided) => compareScan(expected, scanned, inHand).map(short);
const places = (scanned: string, inHand = 'bag 1', expected = divided) => {
  const [verdict] = compareScan(expected, scanned, inHand);
  return verdict.kind === 'differs' ? differenceWords(verdict.pairs) : [verdict.kind];
};

describe('a code that is expected', () => {
  it.each([
    ['a bar code', '=G12349865432100', 'din'],
    ['a bar code with the sign of its symbology', ']C0=G12349865432100', 'din'],
    ['flags of the site, which say nothing of the donation', '=G12349865432115', 'din'],
    ['typed as it is printed', 'g1234 98 654321 00 H', 'din'],
    ['typed with its check character alone', 'G123498654321H', 'din'],
    ['typed bare', 'G1234 98 654321', 'din'],
    ['a product code', '=<S1128VA0', 'product'],
    ['a product code typed, its description in small letters', 's1128VA0', 'product'],
  ])('matches: %s', (_, scanned, kind) => {
    expect(all(scanned, 'bag 1')).toEqual([`matches bag 1 ${kind}`]);
  });

  it('matches as the number of a box, by whatever letters', () => {
    expect(all(' bx-7 ', 'box')).toEqual(['matches box box']);
  });

  it('of another bag says which', () => {
    expect(all('=<S1128VB0', 'bag 1')).toEqual(['of-another bag 2 product']);
    expect(all('=G12349865432900', 'bag 1', ofTwoDays)).toEqual(['of-another bag 2 din']);
    const [verdict] = compareScan(ofTwoDays, '=G12349865432900', 'bag 1');
    expect(verdictWords(verdict)).toBe('This is bag 2: its DIN is that of bag 2.');
  });

  it('that two bags share is that of the one in hand', () => {
    expect(all('=G12349865432100', 'bag 2')).toEqual(['matches bag 2 din']);
  });
});

describe('the one symbol of a tie tag', () => {
  it('tells both codes of its bag, and nothing of the donor', () => {
    const verdicts = compareScan(divided, matrixOfBag1, 'bag 1');
    expect(verdicts.map(short)).toEqual(['matches bag 1 din', 'matches bag 1 product']);
    expect(JSON.stringify(verdicts)).not.toContain('EXAMPLE');
  });

  it('of another kind is none that was asked for, and is not kept', () => {
    expect(compareScan(divided, '&:999100EXAMPLE000412')).toEqual([{ kind: 'not-asked' }]);
    expect(compareScan(divided, '=+02000&>0263321200&:999100EXAMPLE000412')).toEqual([{ kind: 'not-asked' }]);
  });
});

describe('a code that differs', () => {
  it('says where, counted without what the bar code begins with', () => {
    expect(places('=G12349865432700')).toEqual(['Character 13 is 7, and should be 1.']);
    expect(places('=<S1182VA0')).toEqual(['Character 4 is 8, and should be 2.', 'Character 5 is 2, and should be 8.']);
  });

  it('says what is missing and what is too many, and not that all behind it differs', () => {
    expect(places('G12349865431')).toEqual(['Character 12, 2, is missing.']);
    expect(places('G1234 987 654321')).toEqual(['After character 7 there is 7 too many.']);
    expect(places('XG123498654321')).toEqual(['Before the first character there is X too many.']);
  });

  it('tells capital letters of a division from small ones', () => {
    expect(places('=<S1128Va0')).toEqual(['Character 7 is a, and should be A.']);
  });

  it('is laid beside the one that it is most like, and that in hand where two are', () => {
    expect(all('=G12349865432800', 'bag 2', ofTwoDays)).toEqual(['differs bag 2 din']);
    expect(all('=<S1129V00', 'bag 2', ofTwoDays)).toEqual(['differs bag 2 product']);
  });

  it.each([
    ['a bar code', '=G12349865432700', null],
    ['flags that are a check and do not hold', '=G12349865432760', 'check'],
    ['typed with a check character that does not fit', 'G1234 98 654327 00 H', 'check'],
    ['typed without one', 'G1234 98 654327', 'typed'],
  ] as const)('is doubted as its own check tells: %s', (_, scanned, doubt) => {
    expect(compareScan(divided, scanned, 'bag 1')[0]).toMatchObject({ kind: 'differs', doubt });
  });

  it('in its check character alone is doubted, although the number is right', () => {
    expect(compareScan(divided, 'G1234 98 654321 00 J', 'bag 1')[0]).toMatchObject({ kind: 'differs', doubt: 'check' });
    expect(places('G1234 98 654321 00 J')).toEqual(['Character 16 is J, and should be H.']);
  });
});

describe('what is no code', () => {
  it('is not asked for, or nothing at all', () => {
    expect(all('hello')).toEqual(['not-asked']);
    expect(all('&>0263321200')).toEqual(['not-asked']);
    expect(all('  ')).toEqual(['empty']);
    expect(compareScan([], '=G12349865432100')).toEqual([{ kind: 'not-asked' }]);
  });
});
