import { defaultPolicy, type CountThreshold } from '../policy.js';
import { belowThresholds, thresholdCauses } from './cell-count.thresholds.js';
import type { BagCount, CellCountFacts } from './cell-count.js';

const bag = (id: string, recipient = 'R1', partOf: readonly string[] = []) => ({
  id,
  recipient,
  volumeMl: 250,
  partOf,
});
const collected = (...bags: ReturnType<typeof bag>[]): CellCountFacts['collected'] => [
  { day: 1, endedAt: '2026-11-23T04:00:00.000Z', plateletsE9PerL: null, bags, split: [] } as never,
];
const recipient = (weightKg: number, ref = 'R1') => ({ ref, weightKg, doses: [] });
const count = (change: Partial<BagCount> = {}): BagCount => ({
  ...{ bag: 'bag-1', volumeMl: 250, cd34PerUl: 1440, wbcE9PerL: 200, cd3PerUl: null },
  ...change,
});
const of = (ion: string, product: string) =>
  defaultPolicy.countThresholds.filter((each) => each.ion === ion && each.product === product);
const found = (thresholds: readonly CountThreshold[], weightKg: number, ...counts: BagCount[]) =>
  belowThresholds(
    counts,
    { recipients: [recipient(weightKg)], collected: collected(bag('bag-1'), bag('bag-2')) },
    thresholds,
  ).map(({ dose, threshold }) => [threshold.metric, dose, threshold.perKg]);

describe('thresholds that nothing is decided by', () => {
  it('are reached by a dose that is exactly as high, all bags together', () => {
    // 250 mL of 1440 per µL are 360 million, for 80 kg 4.5 million per kg.
    expect(found(of('3553', 'HPC-A'), 80, count())).toEqual([]);
    expect(found(of('3553', 'HPC-A'), 80, count({ cd34PerUl: 1439 }))).toEqual([['CD34', 4.4968, 4.5]]);
    const halves = [count({ cd34PerUl: 720 }), count({ bag: 'bag-2', cd34PerUl: 720 })];
    expect(found(of('3553', 'HPC-A'), 80, ...halves)).toEqual([]);
  });

  it('go by the recipient’s weight', () => {
    // 250 mL of 70 × 10⁹/L are 175 × 10⁸ cells.
    const marrow = count({ cd34PerUl: 700, wbcE9PerL: 70 });
    expect(found(of('3553', 'HPC-M'), 70, marrow)).toEqual([]);
    expect(found(of('3553', 'HPC-M'), 69.9, marrow)).toEqual([
      ['CD34', 2.5035, 3],
      ['TNC', 2.5035, 3],
    ]);
  });

  it('are not judged of what was not counted: mononuclear cells need both figures', () => {
    expect(found(of('2197', 'HPC-A'), 80, count())).toEqual([]);
    expect(found(of('2197', 'HPC-A'), 80, count({ mncPercent: 80 }))).toEqual([]);
    expect(found(of('2197', 'HPC-A'), 80, count({ mncPercent: 79.9 }))).toEqual([['MNC', 4.9937, 5]]);
    expect(found(of('2197', 'HPC-A'), 80, count({ mncPercent: 70, wbcE9PerL: null }))).toEqual([]);
    expect(found(of('2197', 'HPC-A'), 80, count({ mncPercent: 70 }), count({ bag: 'bag-2' }))).toEqual([]);
    expect(found(of('3553', 'HPC-A'), 80)).toEqual([]);
  });

  it('are judged by whose a bag, or a part of it, is', () => {
    const parts = collected(bag('half-1', 'R1', ['bag-1']), bag('half-2', 'R2', ['bag-1']));
    const recipients = [recipient(80), recipient(30, 'R2')];
    const twins = belowThresholds([count()], { recipients, collected: parts }, of('3553', 'HPC-A'));
    expect(twins.map(({ recipient: ref, dose }) => [ref, dose])).toEqual([['R1', 2.25]]);
  });

  it('say whose figure it is, and call one that no source states the policy’s', () => {
    const [own] = of('3553', 'HPC-A');
    const [read] = of('2197', 'HPC-A');
    const causes = thresholdCauses([
      { recipient: 'R1', dose: 4, threshold: own! },
      { recipient: 'R2', dose: 4, threshold: read! },
    ]);
    expect(causes).toMatchObject([
      {
        ...{ key: 'count-below-threshold/R1/CD34', severity: 'notice' },
        wrong: expect.stringContaining(
          'R1 gets 4 million CD34 per kg, below 4.5, the figure of the donor’s registry (S25',
        ),
      },
      { key: 'count-below-threshold/R2/MNC', wrong: 'R2 gets 4 × 10⁸ MNC per kg, below 5, a figure of the policy.' },
    ]);
  });
});
