import fc from 'fast-check';
import type { BagCount } from './cell-count.js';
import { isEnough, verdictsOf, type Requirements } from './cell-count.dose.js';

const required = (
  change: Partial<Requirements['recipients'][number]> = {},
  registry: Partial<Requirements['registry']> = {},
): Requirements => ({
  recipients: [{ ref: 'R1', weightKg: 80, requestedCd34PerKgE6: 5, minimumCd34PerKgE6: 2, ...change }],
  registry: { floor: null, ceilingCd34PerKgE6: null, ...registry },
});
const bag = (cd34PerUl: number, volumeMl = 250, id = 'a'): BagCount => ({ bag: id, cd34PerUl, volumeMl });
const verdict = (counts: readonly BagCount[], by: Requirements) => {
  const [first] = verdictsOf(counts, () => 'R1', by);
  if (first === undefined) throw new Error('no verdict');
  return first;
};

describe('the dose', () => {
  it('is 250 mL x 1600 per µL / 1000 / 80 kg = 5.0 million per kg (standards.md 2.3)', () => {
    expect(verdict([bag(1600)], required())).toMatchObject({ dosePerKgE6: 5, meetsRequest: true });
    // 400 million cells in all: one kg of recipient gets all of them.
    expect(verdict([bag(1600)], required({ weightKg: 1 })).dosePerKgE6).toBe(400);
  });

  it('adds up over bags and days', () => {
    expect(verdict([bag(800, 250, 'a'), bag(400, 500, 'b')], required())).toMatchObject({
      dosePerKgE6: 5,
      meetsRequest: true,
    });
  });

  it('is of no bags nothing', () => {
    expect(verdict([], required())).toMatchObject({ dosePerKgE6: 0, meetsRequest: false, meetsMinimum: false });
  });

  it.each([
    // In floating point these fall on the wrong side: 0.1 + 0.2 and its like.
    [[bag(0.1, 1000), bag(0.2, 1000, 'b')], 1, 0.3],
    [[bag(1100, 3)], 3, 1.1],
    [[bag(4350, 100)], 87, 5],
    [[bag(1234.567, 81)], 8.1, 12.34567],
  ])('exactly equal to the request is met, a millionth less is not: %#', (counts, weightKg, requestedCd34PerKgE6) => {
    expect(verdict(counts, required({ weightKg, requestedCd34PerKgE6, minimumCd34PerKgE6: 0.1 })).meetsRequest).toBe(
      true,
    );
    const above = requestedCd34PerKgE6 + 0.000001;
    expect(
      verdict(counts, required({ weightKg, requestedCd34PerKgE6: above, minimumCd34PerKgE6: 0.1 })).meetsRequest,
    ).toBe(false);
  });

  it('is never shown as met when it is not', () => {
    const short = verdict([bag(1599.9999)], required());
    expect(short.meetsRequest).toBe(false);
    expect(short.dosePerKgE6).toBe(4.9999);
  });

  it('goes to the recipient that the bag is for, each judged by weight', () => {
    const twins = {
      ...required(),
      recipients: [
        ...required().recipients,
        { ref: 'R2', weightKg: 40, requestedCd34PerKgE6: 5, minimumCd34PerKgE6: 2 },
      ],
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
    const by = required(
      { requestedCd34PerKgE6: 1.5, minimumCd34PerKgE6: 1 },
      { floor: { cd34PerKgE6: 2, comparison } },
    );
    const judged = verdict([bag(cd34PerUl)], by);
    expect(judged).toMatchObject({ meetsRequest: true, meetsRegistryFloor: meets });
    expect(isEnough([judged])).toBe(meets);
  });

  it('is above the ceiling only when it exceeds it', () => {
    const by = required({}, { ceilingCd34PerKgE6: 5 });
    expect(verdict([bag(1600)], by).aboveRegistryCeiling).toBe(false);
    expect(verdict([bag(1600.01)], by).aboveRegistryCeiling).toBe(true);
  });
});

describe('for all counts', () => {
  const decimal = (most: number, places: number) =>
    fc.integer({ min: 1, max: most * 10 ** places }).map((whole) => whole / 10 ** places);
  const bags = fc.array(fc.record({ cd34PerUl: decimal(100_000, 2), volumeMl: decimal(5000, 1) }), {
    minLength: 1,
    maxLength: 6,
  });
  const counted = bags.map((list) => list.map((each, index) => ({ ...each, bag: String(index) })));

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
      fc.property(counted, decimal(60, 1), (counts, requestedCd34PerKgE6) => {
        const by = required({ requestedCd34PerKgE6 });
        const [all, fewer] = [verdict(counts, by), verdict(counts.slice(1), by)];
        expect(all.dosePerKgE6).toBeGreaterThanOrEqual(fewer.dosePerKgE6);
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
        const plain = counts.reduce((sum, each) => sum + (each.volumeMl * each.cd34PerUl) / 1000, 0) / weightKg;
        expect(Math.abs(verdict(counts, required({ weightKg })).dosePerKgE6 - plain)).toBeLessThan(
          0.0001 + plain * 1e-9,
        );
      }),
    );
  });
});
