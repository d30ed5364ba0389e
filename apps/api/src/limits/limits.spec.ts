import { SignInWaits } from './sign-in-waits.js';
import { TokenBuckets } from './token-bucket.js';

function watch() {
  const clock = { ms: 0 };
  return { clock, ticks: () => clock.ms };
}

describe('a rate', () => {
  it('lets a burst through, then says how long to wait, then refills', () => {
    const { clock, ticks } = watch();
    const buckets = new TokenBuckets({ burst: 2, perSecond: 0.5 }, ticks);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 2]);
    clock.ms = 2_000;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 2]);
  });

  it('is counted for each caller apart', () => {
    const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, watch().ticks);
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([0, 0, 1]);
  });

  it('does not remember more callers than it may', () => {
    const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, watch().ticks, 2);
    expect(['a', 'b', 'c', 'b', 'a'].map((key) => buckets.take(key))).toEqual([0, 0, 0, 1, 0]);
  });
});

describe('wrong passwords', () => {
  it('make the next try wait, twice as long each time, a minute at most', () => {
    const { clock, ticks } = watch();
    const waits = new SignInWaits(ticks);
    const asked = Array.from({ length: 10 }, () => {
      const first = waits.begin('a');
      clock.ms += first * 1000;
      if (first > 0) waits.begin('a');
      return first;
    });
    expect(asked).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60]);
  });

  it('do not make others wait, and a right one clears them', () => {
    const waits = new SignInWaits(watch().ticks);
    for (let n = 0; n < 4; n += 1) waits.begin('coordinator@attacker');
    expect(waits.begin('coordinator@attacker')).toBeGreaterThan(0);
    expect(waits.begin('coordinator@home')).toBe(0);
    waits.succeeded('coordinator@attacker');
    expect(waits.begin('coordinator@attacker')).toBe(0);
  });

  it('are forgotten after a quarter of an hour', () => {
    const { clock, ticks } = watch();
    const waits = new SignInWaits(ticks);
    for (let n = 0; n < 3; n += 1) waits.begin('a');
    clock.ms = 15 * 60_000 + 1;
    expect([waits.begin('a'), waits.begin('a'), waits.begin('a')]).toEqual([0, 0, 0]);
  });
});
