import { median, spreadOf } from '../figures.js';
import { mustFind } from '../ground/must-find.js';
import { beside, besideYardstick, type Line, type RowResult } from '../report/line.js';
import type { Round } from './clients.js';

/** One of those that are measured in turns. */
export interface Side {
  readonly name: string;
  readonly run: () => Promise<Round>;
  readonly rounds: Round[];
  /** What the server wrote to its own log meanwhile, over all rounds. */
  walBytes: number;
  /** What this process computed meanwhile; unlike the rate it hardly hangs on what else the machine does. */
  cpuMs: number;
}

export interface Sides {
  readonly many: Side;
  /** The same through a store that keeps no state in memory: each is read, and what it owes derived, anew. */
  readonly unremembered: Side;
  /** The bare driver: the yardstick first, then the quickest there is. */
  readonly ways: readonly Side[];
  readonly hot: Side;
}

/** What the rounds come to: the median of each side's rounds, and the times of all its commands. */
export function resultOf(sides: Sides, log: { readonly answered: number; readonly stored: number }): RowResult {
  const says = `${log.answered} answered, ${log.stored} stored`;
  const what = 'every event that was answered is in the log, and no other';
  return {
    grids: [{ row: 'a', columns: besideYardstick, lines: linesOf(sides) }],
    promises: [{ row: 'a', what, kept: log.answered === log.stored, says }],
    details: Object.fromEntries(
      [sides.many, sides.unremembered, ...sides.ways, sides.hot].map((each) => [each.name, detailsOf(each)]),
    ),
  };
}

function linesOf({ many, unremembered, ways, hot }: Sides): readonly Line[] {
  const [bare, inOne] = [mustFind(ways, 0), mustFind(ways, 1)];
  const [ours, theirs] = [latency(many), latency(bare)];
  const third = { says: 'a third of bare pg', bound: rate(bare) / 3, keeps: 'at-least' } as const;
  return [
    beside('durable commands, 16 clients', '/s', [rate(many), rate(bare)], third),
    beside('one of these, p50', 'ms', [ours.p50, theirs.p50]),
    beside('one of these, p99', 'ms', [ours.p99, theirs.p99]),
    beside('the same, all bare rows in one statement', '/s', [rate(many), rate(inOne)]),
    beside('the same, no state remembered', '/s', [rate(unremembered), rate(bare)]),
    beside('the same, all on one hot shipment', '/s', [rate(hot), null]),
  ];
}

function rate({ rounds }: Side): number {
  return median(rounds.map((round) => round.perSecond));
}

function latency({ rounds }: Side): ReturnType<typeof spreadOf> {
  return spreadOf(rounds.flatMap((round) => round.tookMs));
}

function detailsOf(each: Side): unknown {
  const done = each.rounds.reduce((sum, round) => sum + round.tookMs.length, 0);
  return {
    perSecond: each.rounds.map((round) => Math.round(round.perSecond)),
    tookMs: latency(each),
    walBytesEach: Math.round(each.walBytes / done),
    cpuMsEach: Math.round((each.cpuMs / done) * 100) / 100,
  };
}
