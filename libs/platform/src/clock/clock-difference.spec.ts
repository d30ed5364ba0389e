import { instantFromMillis } from '@cellrelay/kernel';
import { judgeClockDifference, measureClockDifference } from './clock-difference.js';

describe('the difference between the clocks', () => {
  it.each([
    [0, 'fine'],
    [2_000, 'fine'],
    [-2_001, 'warn'],
    [60_000, 'warn'],
    [60_001, 'refuse'],
    [-60_001, 'refuse'],
  ])('of %d ms is judged %s', (differenceMs, verdict) => {
    expect(judgeClockDifference(differenceMs).verdict).toBe(verdict);
  });

  it('takes half of the round trip off', async () => {
    const wall = [1_000, 1_400].map(instantFromMillis);
    const measured = await measureClockDifference({ now: () => Promise.resolve(instantFromMillis(6_200)) }, () =>
      wall.shift()!,
    );
    expect(measured.differenceMs).toBe(5_000);
    expect(measured.sentence).toContain('5.0 s ahead of');
  });
});
