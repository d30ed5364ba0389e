import { parseArgs } from 'node:util';
import { messageOf } from '@cellrelay/kernel';
import { WishRefused } from '../support/wish-refused.js';

/** What names a round: it can be played again without those before it. */
export interface RoundName {
  readonly seed: number;
  readonly number: number;
}

/** What a run is asked for. */
export interface Wish {
  readonly rounds: readonly RoundName[];
  /** How many rounds are played side by side, each on servers of its own. */
  readonly lanes: number;
  /** Only scenarios whose names hold this. */
  readonly only: string;
}

const usage = 'npm run test:kill -- [--rounds N] [--seed S]... [--round K] [--lanes L] [--only NAME]';

/** Reads the arguments. So many rounds are played of every seed that is named; `--round K` plays that one alone. Throws a sentence with the usage. */
export function wishOf(args: readonly string[]): Wish {
  const { values } = valuesIn(args);
  const numbers =
    values.round === undefined ? upTo(wholeOf('rounds', values.rounds, 1)) : [wholeOf('round', values.round, 1)];
  const seeds = values.seed.map((each) => wholeOf('seed', each, 0));
  const rounds = numbers.flatMap((number) => seeds.map((seed) => ({ seed, number })));
  return { rounds, lanes: Math.min(wholeOf('lanes', values.lanes, 1), rounds.length), only: values.only };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string', default: '20' },
        seed: { type: 'string', multiple: true, default: ['1'] },
        round: { type: 'string' },
        lanes: { type: 'string', default: '2' },
        only: { type: 'string', default: '' },
      },
    });
  } catch (error) {
    throw new WishRefused(`${messageOf(error)}. ${usage}`);
  }
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function wholeOf(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new WishRefused(`--${name} wants a whole number from ${least} on, not "${text}". ${usage}`);
}
