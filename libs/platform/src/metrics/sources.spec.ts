import { monotonicMillis } from '../clock/wall-clock.js';
import { sparingly } from './sources.js';

function asked(answers: (() => Promise<number>)[]) {
  let now = 0;
  let times = 0;
  const look = sparingly(
    () => {
      times += 1;
      return answers[Math.min(times, answers.length) - 1]!();
    },
    5_000,
    () => now,
  );
  return { look, times: () => times, pass: (ms: number) => (now += ms) };
}

describe('a question that is asked sparingly', () => {
  it('is asked once for all who look at the same time, and its answer is kept for a while', async () => {
    const { look, times, pass } = asked([() => Promise.resolve(7)]);
    expect(await Promise.all([look(), look(), look()])).toEqual([7, 7, 7]);
    pass(4_999);
    expect([await look(), times()]).toEqual([7, 1]);
    pass(1);
    expect([await look(), times()]).toEqual([7, 2]);
  });

  it('has no answer where it failed, and is not asked again at once', async () => {
    const { look, times, pass } = asked([() => Promise.reject(new Error('gone')), () => Promise.resolve(7)]);
    expect([await look(), await look(), times()]).toEqual([null, null, 1]);
    pass(5_000);
    expect(await look()).toBe(7);
  });

  it('is waited for two seconds, and not asked a second time while it hangs', async () => {
    const { look, times, pass } = asked([() => new Promise<number>(() => undefined)]);
    const before = monotonicMillis();
    expect(await look()).toBeNull();
    expect(monotonicMillis() - before).toBeLessThan(4_000);
    pass(60_000);
    const again = look();
    expect(times()).toBe(1);
    expect(await again).toBeNull();
  });
});
