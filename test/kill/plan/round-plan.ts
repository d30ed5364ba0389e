import { chanceOfRound, type Chance } from '../chance.js';
import { anyBlow, type Backend, type Blow } from './blow.js';

/** A blow, and when: once so much of the round is done, and some milliseconds later. */
export interface TimedBlow {
  readonly atShare: number;
  readonly waitMs: number;
  readonly blow: Blow;
}

/** All that is settled of a round before it begins. */
export interface RoundPlan {
  readonly number: number;
  readonly file: string;
  readonly backend: Backend;
  readonly blows: readonly TimedBlow[];
  readonly chance: Chance;
}

/** How many blows fall on a round at most: fewer than the tries that an item has, so that none is parked for being killed alone. */
const mostBlows = 4;

/** What happens in a round of a run: the same for the same seed, whatever rounds were played before. */
export function planOf(seed: number, number: number, files: readonly string[]): RoundPlan {
  const chance = chanceOfRound(seed, number);
  const file = chance.one(files);
  const backend = chance.one(['redis', 'redis', 'postgres'] as const);
  const blows = Array.from({ length: chance.whole(1, mostBlows) }, () => ({
    atShare: chance.share(),
    waitMs: chance.whole(0, 25),
    blow: anyBlow(chance, backend),
  }));
  return { number, file, backend, blows: blows.sort((one, other) => one.atShare - other.atShare), chance };
}
