import { rungBells } from '../../apps/ops/src/replay/expect/rung-bells.js';
import { playedThrough, undisturbedLog } from '../support/killed-replay.js';
import { seededNumbers } from '../support/seeded.js';

const twoMinutes = 120_000;

describe('a replay whose process is killed and started again on the same database', () => {
  it(
    'ends in the log of one that was left alone, killed once at every named point',
    async () => {
      const { ran, deaths } = await playedThrough([
        { at: 'written', count: 3 },
        { at: 'after-commit', count: 2 },
        { at: 'after-lease', count: 2 },
        { at: 'after-effect', count: 3 },
        { at: 'after-outcome', count: 2 },
        { at: 'loaded', count: 4 },
      ]);
      expect(deaths).toBe(6);
      expect(ran.log).toEqual(await undisturbedLog());
    },
    twoMinutes,
  );

  it(
    'ends in that log, killed at random statements',
    async () => {
      // Three deaths of one run of about a thousand statements: each must come before its end.
      const next = seededNumbers(20_241, 60, 240);
      const { ran, deaths } = await playedThrough([1, 2, 3].map(() => ({ at: 'statement', count: next() })));
      expect(deaths).toBe(3);
      expect(ran.log).toEqual(await undisturbedLog());
    },
    twoMinutes,
  );
});

describe('without the sweep', () => {
  it(
    'a replay that is left alone loses nothing',
    async () => {
      const { missed } = await playedThrough([], false);
      expect(missed).toEqual([]);
    },
    twoMinutes,
  );

  it(
    'a bell is never rung when the process dies between the commit and telling of it',
    async () => {
      const { ran, missed, deaths } = await playedThrough([{ at: 'after-commit', count: 2 }], false);
      expect(deaths).toBe(1);
      expect(rungBells(ran.log).map((bell) => bell.key)).not.toContain('hold-seats/1.0/1');
      expect(missed.join('\n')).toContain('hold-seats/1.0/1 rang never');
    },
    twoMinutes,
  );
});
