import fc from 'fast-check';
import { letterRule, strictest, termsOf, type LetterTerms, type Wait } from './letter-rule.js';
import { letterRuleOf, letterRules } from './letter-rules.js';

const months = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
const wait = fc.oneof(
  fc.constant('never' as const),
  fc.record({ afterInfusionMonths: months, afterCollectionMonths: months }),
);
const terms = fc.record({ letters: wait, direct: wait, gifts: fc.boolean() });

const rank = (value: number | null): number => value ?? -1;

/** Whether whatever the first permits the second permits too. */
function within(one: Wait | 'never', other: Wait | 'never'): boolean {
  if (one === 'never') return true;
  if (other === 'never') return false;
  return (
    rank(one.afterInfusionMonths) >= rank(other.afterInfusionMonths) &&
    rank(one.afterCollectionMonths) >= rank(other.afterCollectionMonths)
  );
}

function noLaxer(one: LetterTerms, other: LetterTerms): boolean {
  return within(one.letters, other.letters) && within(one.direct, other.direct) && (!one.gifts || other.gifts);
}

describe('what holds between two registries', () => {
  it('is the same whichever is named first', () => {
    fc.assert(fc.property(terms, terms, (a, b) => expect(letterRule(a, b)).toEqual(letterRule(b, a))));
  });

  it('is no laxer than either, and no stricter than both', () => {
    fc.assert(
      fc.property(terms, terms, terms, (a, b, c) => {
        const pair = letterRule(a, b);
        expect(noLaxer(pair, a) && noLaxer(pair, b)).toBe(true);
        if (noLaxer(c, a) && noLaxer(c, b)) expect(noLaxer(c, pair)).toBe(true);
      }),
    );
  });

  it('is theirs where both have the same, and grows stricter with either', () => {
    fc.assert(
      fc.property(terms, terms, terms, (a, b, c) => {
        expect(letterRule(a, a)).toEqual(a);
        expect(noLaxer(letterRule(letterRule(a, c), b), letterRule(a, b))).toBe(true);
      }),
    );
  });

  it('is nothing at all where one has said nothing', () => {
    for (const rule of letterRules) expect(letterRule(termsOf(rule), termsOf(null))).toEqual(strictest);
  });
});

describe('the rules', () => {
  it('have a name of their own, a source and a day each', () => {
    expect(new Set(letterRules.map(({ id }) => id)).size).toBe(letterRules.length);
    for (const { source, asOf, id } of letterRules) {
      expect(source).not.toBe('');
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(letterRuleOf(id)?.id).toBe(id);
    }
    expect(letterRuleOf('toString')).toBeNull();
    expect(letterRuleOf(null)).toBeNull();
  });

  it('permit nothing where they are only believed', () => {
    const believed = letterRules.filter(({ mark }) => mark === 'G');
    expect(believed.length).toBeGreaterThan(0);
    for (const rule of believed) expect(termsOf(rule)).toEqual(strictest);
  });

  it('of NMDP and CMDP come to two years after the collection and an infusion, nobody meets, and no gifts go', () => {
    const pair = letterRule(termsOf(letterRuleOf('nmdp')), termsOf(letterRuleOf('cmdp')));
    const letters = { afterInfusionMonths: 0, afterCollectionMonths: 24 };
    expect(pair).toEqual({ letters, direct: 'never', gifts: false });
  });
});
