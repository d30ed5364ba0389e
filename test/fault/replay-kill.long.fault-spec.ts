import { playedThrough, undisturbedLog } from '../support/killed-replay.js';
import type { Death } from '../support/replay-process.js';
import { seededNumbers } from '../support/seeded.js';

const twoMinutes = 120_000;
const points = ['loaded', 'written', 'after-commit', 'after-lease', 'after-effect', 'after-outcome'] as const;
// An undisturbed run takes about a thousand statements, fewer on a quiet machine, where it polls less: every moment must come before its end.
const next = seededNumbers(20_242, 40, 700);
const moments = Array.from({ length: 8 }, next);

describe('a replay that is killed once and started again ends in the log of one that was left alone', () => {
  it.each(points.flatMap((at) => [1, 5, 9].map((count): [Death['at'], number] => [at, count])))(
    'killed at %s, the time no. %i',
    async (at, count) => {
      const { ran, deaths } = await playedThrough([{ at, count }]);
      expect(deaths).toBe(1);
      expect(ran.log).toEqual(await undisturbedLog());
    },
    twoMinutes,
  );

  it.each(moments)(
    'killed at statement no. %i',
    async (count) => {
      const { ran, deaths } = await playedThrough([{ at: 'statement', count }]);
      expect(deaths).toBe(1);
      expect(ran.log).toEqual(await undisturbedLog());
    },
    twoMinutes,
  );
});
