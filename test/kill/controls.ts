import { scenarioIn } from '../support/scenarios.js';
import { Chance } from './chance.js';
import { logFindings } from './judge/findings.js';
import { wantedOf } from './judge/wanted.js';
import { copiesOf } from './plan/copies.js';
import type { TimedBlow } from './plan/round-plan.js';
import { playRound, usualRules, type Players, type Rules } from './round.js';

/** Without one of the protections a round must fail: what finds nothing proves nothing. */
export interface Control {
  readonly name: string;
  /** Why it found nothing; null when it found what it had to. */
  readonly missed: string | null;
}

const file = 'case-a-day-one-enough.yaml';

const strikesAfterEffects = [0.1, 0.3, 0.5].flatMap((atShare) =>
  [0, 1, 2].map((who): TimedBlow => ({
    atShare,
    waitMs: 0,
    blow: { kind: 'worker-struck', who, strike: { at: 'after-effect', count: 1, how: 'dies' }, forMs: 0 },
  })),
);

/** Plays the controls, one after the other. */
export async function playControls(players: Players): Promise<readonly Control[]> {
  return [
    await found(players, 'a desk that ignores the key acts twice when a worker dies', /acted [2-9] times/, {
      blows: strikesAfterEffects,
      rules: { ...usualRules, honoursKeys: false },
    }),
    await found(players, 'a bell that is lost and not hung again never rings', /^stuck/, {
      blows: [],
      rules: { ...usualRules, losesBells: true, hangsAgain: false, patienceMs: 5_000 },
    }),
    await found(players, 'hung again, it does, and nothing is amiss', null, {
      blows: [],
      rules: { ...usualRules, losesBells: true },
    }),
    await doubledOrMissing(),
  ];
}

async function found(
  players: Players,
  name: string,
  wanted: RegExp | null,
  { blows, rules }: { readonly blows: readonly TimedBlow[]; readonly rules: Rules },
): Promise<Control> {
  const plan = { backend: 'redis', blows, allAtOnce: false, chance: new Chance(1) } as const;
  const { findings, fell } = await playRound(players, plan, copiesOf(scenarioIn(file)), rules);
  const good = wanted === null ? findings.length === 0 : findings.some((each) => wanted.test(each));
  const told = fell > 0 === blows.length > 0;
  const missed = good ? null : `it found ${findings.join('; ') || 'nothing'}`;
  return { name, missed: told ? missed : `${fell} of ${blows.length} blows are said to have fallen` };
}

async function doubledOrMissing(): Promise<Control> {
  const [scenario] = copiesOf(scenarioIn(file));
  const { log } = await wantedOf(scenario ?? scenarioIn(file));
  const changed = [log, log.toSpliced(7, 1), log.toSpliced(7, 0, ...log.slice(7, 8)), log.slice(0, -1)];
  const [same, ...others] = changed.map((each) => logFindings(log, each).length);
  const good = same === 0 && others.every((count) => count === 1);
  return {
    name: 'a log with an event missing, doubled or cut off is told from a whole one',
    missed: good ? null : `it found ${same}, ${others.join()}`,
  };
}
