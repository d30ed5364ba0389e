import { spreadOf, type Spread } from '../figures.js';
import type { Line, Promised, RowResult } from '../report/line.js';
import type { DueSoon } from './due-soon.js';
import type { Logged } from './logged-bells.js';
import type { Watched } from './our-bells.js';

/** How late things were, in milliseconds after the due time. */
export interface Times {
  readonly entryMs: number[];
  readonly committedMs: number[];
  readonly bareMs: number[];
}

/** What was measured while so many other items were open. */
export interface Run {
  readonly openItems: number;
  readonly stream: Times;
  readonly burst: Times;
}

/** Lines and promises of row b. */
export function resultOf(
  runs: readonly Run[],
  all: readonly DueSoon[],
  seen: { readonly watched: Watched; readonly logged: Logged },
): RowResult {
  const { watched, logged } = seen;
  return {
    lines: runs.flatMap((run) => [...streamLines(run), ...burstLines(run)]),
    promises: [
      ...neverEarly(watched, logged),
      promised(
        'nothing lost: every deadline that fell due rang once and raised its alert',
        logged.rangOnce === all.length && logged.alerts === all.length,
        `${all.length} fell due, ${logged.rangOnce} rang once, ${logged.alerts} raised their alert`,
      ),
      promised('nothing failed on the way', watched.failures.length === 0, watched.failures[0] ?? 'no failure'),
    ],
    details: {
      runs: runs.map(({ openItems, stream, burst }) => ({ openItems, stream: spreads(stream), burst: spreads(burst) })),
      earlyEntriesPutBack: watched.earlyEntries,
      logged,
    },
  };
}

function promised(what: string, kept: boolean, says: string): Promised {
  return { row: 'b', what, kept, says };
}

function neverEarly(watched: Watched, logged: Logged): readonly Promised[] {
  const says = `${watched.leasedEarly} leased early, ${logged.recordedEarly} recorded early; ${watched.earlyEntries} came early and were put back`;
  return [promised('never early', watched.leasedEarly === 0 && logged.recordedEarly === 0, says)];
}

function spreads(times: Times): Readonly<Record<keyof Times, Spread>> {
  return { entryMs: spreadOf(times.entryMs), committedMs: spreadOf(times.committedMs), bareMs: spreadOf(times.bareMs) };
}

const oneSecond = { says: 'p99 1 s', bound: 1_000, keeps: 'at-most' } as const;

function streamLines({ openItems, stream }: Run): readonly Line[] {
  const { entryMs, committedMs, bareMs } = spreads(stream);
  const of = `, ${openItems} open`;
  const near = { says: 'within 50 ms of bare', bound: bareMs.p99 + 50, keeps: 'at-most' } as const;
  return [
    line(`due to handler, p50${of}`, [entryMs.p50, bareMs.p50], null),
    line(`due to handler, p99${of}`, [entryMs.p99, bareMs.p99], near),
    line(`due to handler, worst${of}`, [entryMs.max, bareMs.max], null),
    line(`due to alert committed, p99${of}`, [committedMs.p99, null], oneSecond),
  ];
}

function burstLines({ openItems, burst }: Run): readonly Line[] {
  const { entryMs, committedMs, bareMs } = spreads(burst);
  const of = ` at once, ${openItems} open`;
  return [
    line(`due to handler, p99, burst${of}`, [entryMs.p99, bareMs.p99], null),
    line(`due to alert committed, p99, burst${of}`, [committedMs.p99, null], oneSecond),
  ];
}

function line(measured: string, [ours, yardstick]: readonly [number, number | null], aim: Line['aim']): Line {
  return { row: 'b', measured, unit: 'ms', ours, yardstick, aim };
}
