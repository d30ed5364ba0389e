import { chanceOfRound, type Chance } from '../chance.js';
import type { RoundName } from '../wish.js';
import { anyBlow, type Backend, type Blow } from './blow.js';

/** A blow, and when: once so much of the round is done, and some milliseconds later. */
export interface TimedBlow {
  readonly atShare: number;
  readonly waitMs: number;
  readonly blow: Blow;
}

/** All that is settled of a round before it begins. */
export interface RoundPlan {
  readonly name: RoundName;
  readonly file: string;
  readonly backend: Backend;
  readonly blows: readonly TimedBlow[];
  /** All that is due of a shipment at a moment is hung at once: then its log has the same lines in another order. */
  readonly allAtOnce: boolean;
  readonly chance: Chance;
}

/** How many blows fall on a round at most: fewer than the tries that an item has, so that none is parked for being killed alone. */
const mostBlows = 5;

/** In so many of the rounds bells due at the same moment are answered in any order. */
const inAnyOrder = 0.25;

/** In so many of the rounds all blows fall together. */
const together = 0.25;

/** What happens in a round of a run: the same for the same seed, whatever rounds were played before. */
export function planOf(name: RoundName, files: readonly string[]): RoundPlan {
  const chance = chanceOfRound(name.seed, name.number);
  const file = chance.one(files);
  const backend = chance.one(['redis', 'redis', 'postgres'] as const);
  const atOnce = chance.share() < together ? chance.share() : null;
  const blows = Array.from({ length: chance.whole(1, mostBlows) }, () => ({
    atShare: atOnce ?? chance.share(),
    waitMs: chance.whole(0, 25),
    blow: anyBlow(chance, backend),
  }));
  const allAtOnce = chance.share() < inAnyOrder;
  return { name, file, backend, allAtOnce, blows: blows.sort((one, other) => one.atShare - other.atShare), chance };
}
