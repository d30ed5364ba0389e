import fc from 'fast-check';
import type { BagCount, RecipientVerdict } from './cell-count.js';
import { isEnough, verdictsOf, type Requirements } from './cell-count.dose.js';

type Dose = Requirements['recipients'][number]['doses'][number];
/** One recipient of 80 kg, ordered CD34 per kg unless it is said otherwise. */
const required = (
  change: Partial<Dose> & { weightKg?: number } = {},
  limits: Requirements['limits'] = [],
): Requirements => {
  const { weightKg = 80, ...dose } = change;
  return {
    recipients: [{ ref: 'R1', weightKg, doses: [{ ...asked, ...dose }] }],
    limits,
  };
};
const asked: Dose = { metric: 'CD34', per: 'kg', requested: 5, minimum: 2 };
const limit = (change: Partial<Requirements['limits'][number]>): Requirements['limits'] => [
  { product: 'HPC-A', metric: 'CD34', kind: 'floor', perKg: 2, comparison: 'at-or-above', ...change },
];
const bag = (cd34PerUl: number, volumeMl = 250, id = 'a'): BagCount => ({
  ...{ bag: id, cd34PerUl, volumeMl },
  ...{ wbcE9PerL: null, cd3PerUl: null },
});
const verdict = (counts: readonly BagCount[], by: Requirements) => {
  const [first] = verdictsOf(counts, () => 'R1', by);
  if (first === undefined) throw new Error('no verdict');
  return first;
};

const shown = (judged: RecipientVerdict) => judged.doses[0]?.dose;

describe('the dose', () => {
  it('is 250 mL x 1600 per µL / 1000 / 80 kg = 5.0 million per kg (standards.md 2.3)', () => {
    expect(verdict([bag(1600)], required())).toMatchObject({ doses: [{ dose: 5 }], meetsRequest: true });
    // 400 million cells in all: one kg of recipient gets all of them.
    expect(shown(verdict([bag(1600)], required({ weightKg: 1 })))).toBe(400);
  });

  it('adds up over bags and days', () => {
    expect(verdict([bag(800, 250, 'a'), bag(400, 500, 'b')], required())).toMatchObject({
      doses: [{ dose: 5 }],
      meetsRequest: true,
    });
  });

  it('is of no bags nothing', () => {
    expect(verdict([], required())).toMatchObject({ doses: [{ dose: 0 }], meetsRequest: false, meetsMinimum: false });
  });

  it.each([
    // In floating point these fall on the wrong side: 0.1 + 0.2 and its like.
    [[bag(0.1, 1000), bag(0.2, 1000, 'b')], 1, 0.3],
    [[bag(1100, 3)], 3, 1.1],
    [[bag(4350, 100)], 87, 5],
    [[bag(1234.567, 81)], 8.1, 12.34567],
  ])('exactly equal to the request is met, a millionth less is not: %#', (counts, weightKg, requested) => {
    expect(verdict(counts, required({ weightKg, requested, minimum: 0.1 })).meetsRequest).toBe(true);
    const above = requested + 0.000001;
    expect(verdict(counts, required({ weightKg, requested: above, minimum: 0.1 })).meetsRequest).toBe(false);
  });

  it('is never shown as met when it is not', () => {
    const short = verdict([bag(1599.9999)], required());
    expect(short.meetsRequest).toBe(false);
    expect(shown(short)).toBe(4.9999);
  });

  it('goes to the recipient that the bag is for, each judged by weight', () => {
    const twins = {
      ...required(),
      recipients: [...required().recipients, { ref: 'R2', weightKg: 40, doses: [asked] }],
    };
    const verdicts = verdictsOf([bag(1600, 250, 'a'), bag(1600, 124, 'b')], (id) => (id === 'a' ? 'R1' : 'R2'), twins);
    expect(verdicts.map((each) => [each.recipient, each.meetsRequest])).toEqual([
      ['R1', true],
      ['R2', false],
    ]);
    expect(isEnough(verdicts)).toBe(false);
  });

  it.each([
    ['CMDP, at its floor', 'at-or-above', 640, true],
    ['CMDP, under its floor', 'at-or-above', 639.99, false],
    ['JMDP, at its floor, which must be exceeded', 'above', 640, false],
    ['JMDP, over its floor', 'above', 640.01, true],
  ] as const)('against the registry floor: %s', (_, comparison, cd34PerUl, meets) => {
    const by = required({ requested: 1.5, minimum: 1 }, limit({ comparison }));
    const judged = verdict([bag(cd34PerUl)], by);
    expect(judged).toMatchObject({ meetsRequest: true, meetsRegistryFloor: meets });
    expect(isEnough([judged])).toBe(meets);
  });

  it('is above the ceiling only when it exceeds it', () => {
    const by = required({}, limit({ kind: 'ceiling', perKg: 5 }));
    expect(verdict([bag(1600)], by).aboveRegistryCeiling).toBe(false);
    expect(verdict([bag(1600.01)], by).aboveRegistryCeiling).toBe(true);
  });
});

describe('a dose of another metric', () => {
  const counted: BagCount = { bag: 'a', volumeMl: 250, cd34PerUl: 1600, wbcE9PerL: 200, cd3PerUl: 40_000 };

  it.each<[string, Partial<Dose>, number]>([
    // 200 x 10⁹/L x 250 mL = 500 x 10⁸ cells (standards.md 2.3).
    ['TNC in all', { metric: 'TNC', per: 'total' }, 500],
    ['TNC per kg', { metric: 'TNC' }, 6.25],
    ['CD34 in all', { per: 'total' }, 400],
    ['CD3 in all', { metric: 'CD3', per: 'total' }, 10_000],
    ['CD3 per kg', { metric: 'CD3' }, 125],
  ])('%s', (_, dose, expected) => {
    const exact = verdict([counted], required({ ...dose, requested: expected, minimum: expected }));
    expect(exact).toMatchObject({ doses: [{ dose: expected }], meetsRequest: true, meetsMinimum: true });
    const above = verdict([counted], required({ ...dose, requested: expected + 0.000001 }));
    expect(above.meetsRequest).toBe(false);
  });

  it('is met only with every other that was ordered', () => {
    const both = required();
    const [recipient] = both.recipients;
    if (recipient === undefined) throw new Error('no recipient');
    const marrow: Dose = { metric: 'TNC', per: 'kg', requested: 7, minimum: 3 };
    const by = { ...both, recipients: [{ ...recipient, doses: [asked, marrow] }] };
    expect(verdict([counted], by)).toMatchObject({
      doses: [{ meetsRequest: true }, { meetsRequest: false, meetsMinimum: true }],
      meetsRequest: false,
      meetsMinimum: true,
    });
  });

  it('is held against limits of its own metric only, per kg even where it was ordered in all', () => {
    const tnc = limit({ product: 'HPC-M', metric: 'TNC', kind: 'ceiling', perKg: 6 });
    expect(verdict([counted], required({}, tnc)).aboveRegistryCeiling).toBe(false);
    expect(verdict([counted], required({ metric: 'TNC', per: 'total' }, tnc)).aboveRegistryCeiling).toBe(true);
    const floor = limit({ metric: 'TNC', perKg: 7 });
    expect(verdict([counted], required({}, floor)).meetsRegistryFloor).toBe(true);
    expect(verdict([counted], required({ metric: 'TNC' }, floor)).meetsRegistryFloor).toBe(false);
  });
});

describe('for all counts', () => {
  const decimal = (most: number, places: number) =>
    fc.integer({ min: 1, max: most * 10 ** places }).map((whole) => whole / 10 ** places);
  const bags = fc.array(fc.record({ cd34PerUl: decimal(100_000, 2), volumeMl: decimal(5000, 1) }), {
    minLength: 1,
    maxLength: 6,
  });
  const counted = bags.map((list) =>
    list.map(({ cd34PerUl, volumeMl }, index) => bag(cd34PerUl, volumeMl, String(index))),
  );

  it('the order of the bags does not matter', () => {
    fc.assert(
      fc.property(counted, decimal(350, 2), (counts, weightKg) => {
        const by = required({ weightKg });
        expect(verdict([...counts].reverse(), by)).toEqual(verdict(counts, by));
      }),
    );
  });

  it('one more bag never lowers the dose or takes a met request away', () => {
    fc.assert(
      fc.property(counted, decimal(60, 1), (counts, requested) => {
        const by = required({ requested });
        const [all, fewer] = [verdict(counts, by), verdict(counts.slice(1), by)];
        expect(shown(all)).toBeGreaterThanOrEqual(shown(fewer) ?? Infinity);
        expect(fewer.meetsRequest && !all.meetsRequest).toBe(false);
      }),
    );
  });

  it('splitting a bag changes nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 2, max: 5000 }),
        decimal(350, 2),
        (hundredths, volume, weightKg) => {
          const by = required({ weightKg });
          const part = Math.floor(volume / 2);
          const split = [bag(hundredths / 100, part), bag(hundredths / 100, volume - part, 'b')];
          expect(verdict(split, by)).toEqual(verdict([bag(hundredths / 100, volume)], by));
        },
      ),
    );
  });

  it('agrees with plain arithmetic to the shown decimals', () => {
    fc.assert(
      fc.property(counted, decimal(350, 2), (counts, weightKg) => {
        const plain = counts.reduce((sum, each) => sum + (each.volumeMl * (each.cd34PerUl ?? 0)) / 1000, 0) / weightKg;
        expect(Math.abs((shown(verdict(counts, required({ weightKg }))) ?? 0) - plain)).toBeLessThan(
          0.0001 + plain * 1e-9,
        );
      }),
    );
  });
});
