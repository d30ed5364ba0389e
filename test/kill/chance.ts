import { seededNumbers } from '../support/seeded.js';

const steps = 2 ** 30;

/** Everything random of one round; the same for the same seed. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seededNumbers(seed, 0, steps - 1);
  }

  /** From 0 up to, and not including, 1. */
  share(): number {
    return this.next() / steps;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** One of these. */
  one<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** One of these, each as often as its weight says. */
  weighed<T>(list: readonly (readonly [weight: number, what: T])[]): T {
    let left = this.share() * list.reduce((sum, [weight]) => sum + weight, 0);
    const found = list.find(([weight]) => (left -= weight) < 0) ?? list.at(-1);
    if (found === undefined) throw new Error('nothing to choose from');
    return found[1];
  }
}

/** The chance of one round of a run: any round can be played again without those before it. */
export function chanceOfRound(seed: number, round: number): Chance {
  return new Chance((Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b)) >>> 0);
}
