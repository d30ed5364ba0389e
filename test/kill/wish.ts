import { parseArgs } from 'node:util';

/** What a run is asked for. */
export interface Wish {
  /** The numbers of the rounds. */
  readonly rounds: readonly number[];
  readonly seed: number;
  /** How many rounds are played side by side, each on servers of its own. */
  readonly lanes: number;
  /** Only scenarios whose names hold this. */
  readonly only: string;
}

const usage = 'npm run test:kill -- [--rounds N] [--seed S] [--round K] [--lanes L] [--only NAME]';

/** Reads the arguments. `--round K` plays that round alone. Throws a sentence with the usage. */
export function wishOf(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      round: { type: 'string' },
      lanes: { type: 'string', default: '2' },
      only: { type: 'string', default: '' },
    },
  });
  const alone = values.round === undefined ? null : wholeOf('round', values.round, 1);
  const rounds =
    alone === null ? Array.from({ length: wholeOf('rounds', values.rounds, 1) }, (_, at) => at + 1) : [alone];
  return {
    rounds,
    seed: wholeOf('seed', values.seed, 0),
    lanes: Math.min(wholeOf('lanes', values.lanes, 1), rounds.length),
    only: values.only,
  };
}

function wholeOf(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} wants a whole number from ${least} on, not "${text}". ${usage}`);
}
