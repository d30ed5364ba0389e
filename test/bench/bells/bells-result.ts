import { spreadOf, type Spread } from '../figures.js';
import { backendNames, type BackendName } from '../ground/backends.js';
import {
  figure,
  type Aim,
  type Figure,
  type Line,
  type Promised,
  type RowName,
  type RowResult,
} from '../report/line.js';
import type { Logged, ToRing } from './logged-bells.js';
import type { Watched } from './our-bells.js';

/** How late things were, in milliseconds after the due time. */
export interface Times {
  readonly entryMs: number[];
  readonly committedMs: number[];
  readonly bareMs: number[];
}

/** What was measured while so many other items were open. */
export interface Run {
  readonly backend: BackendName;
  readonly openItems: number;
  readonly stream: Times;
  readonly burst: Times;
}

/** What was seen of all bells that were to ring. */
export interface Seen {
  readonly watched: Watched;
  readonly logged: Logged;
}

/** Lines and promises of row b. */
export function resultOf(runs: readonly Run[], all: readonly ToRing[], seen: Seen): RowResult {
  const columns = backendNames.flatMap((name) => [name, `bare, on ${name}`]);
  const byOpen = [...new Set(runs.map(({ openItems }) => openItems))];
  return {
    grids: [{ row: 'b', columns, lines: byOpen.flatMap((open) => linesOf(runs, open)) }],
    promises: [...promisesOf('b', all, seen), ...bothThere('b', runs)],
    details: {
      runs: runs.map(({ stream, burst, ...rest }) => ({ ...rest, stream: spreads(stream), burst: spreads(burst) })),
      earlyEntriesPutBack: seen.watched.earlyEntries,
      logged: seen.logged,
    },
  };
}

/** What holds of bells whatever the size. */
export function promisesOf(row: RowName, all: readonly ToRing[], { watched, logged }: Seen): readonly Promised[] {
  const early = `${watched.leasedEarly} leased early, ${logged.recordedEarly} recorded early; ${watched.earlyEntries} came early and were put back`;
  return [
    { row, what: 'never early', kept: watched.leasedEarly === 0 && logged.recordedEarly === 0, says: early },
    {
      row,
      what: 'nothing lost: every deadline that fell due rang once and raised its alert',
      kept: logged.rangOnce === all.length && logged.alerts === all.length,
      says: `${all.length} fell due, ${logged.rangOnce} rang once, ${logged.alerts} raised their alert`,
    },
    {
      row,
      what: 'nothing failed on the way',
      kept: watched.failures.length === 0,
      says: watched.failures[0] ?? 'no failure',
    },
  ];
}

/** Figures of a backend that is not installed are not counted as met, but as missing. */
export function bothThere(row: RowName, runs: readonly { readonly backend: BackendName }[]): readonly Promised[] {
  return backendNames.map((name) => {
    const kept = runs.some(({ backend }) => backend === name);
    const says = kept ? 'measured' : 'there is no redis-server on this machine (Debian: apt-get install redis-server)';
    return { row, what: `measured with bells on ${name}`, kept, says };
  });
}

function spreads(times: Times): Readonly<Record<keyof Times, Spread>> {
  return { entryMs: spreadOf(times.entryMs), committedMs: spreadOf(times.committedMs), bareMs: spreadOf(times.bareMs) };
}

export const oneSecond: Aim = { says: 'p99 1 s', bound: 1_000, keeps: 'at-most' };

type Spreads = ReturnType<typeof spreads>;

function linesOf(runs: readonly Run[], openItems: number): readonly Line[] {
  const here = runs.filter((run) => run.openItems === openItems);
  const of = `, ${openItems} open`;
  const streams = lineOver(here, (run) => run.stream);
  const bursts = lineOver(here, (run) => run.burst);
  return [
    streams(`due to handler, p50${of}`, (s) => [figure(s.entryMs.p50), s.bareMs.p50]),
    streams(`due to handler, p99${of}`, (s) => [{ value: s.entryMs.p99, aim: nearTo(s.bareMs.p99) }, s.bareMs.p99]),
    streams(`due to handler, worst${of}`, (s) => [figure(s.entryMs.max), s.bareMs.max]),
    streams(`due to alert committed, p99${of}`, (s) => [{ value: s.committedMs.p99, aim: oneSecond }, null]),
    bursts(`due to handler, p99, burst at once${of}`, (s) => [figure(s.entryMs.p99), s.bareMs.p99]),
    bursts(`due to alert committed, p99, burst at once${of}`, (s) => [
      { value: s.committedMs.p99, aim: oneSecond },
      null,
    ]),
  ];
}

function nearTo(bareMs: number): Aim {
  return { says: 'within 50 ms of bare', bound: bareMs + 50, keeps: 'at-most' };
}

/** A line with two figures for each backend: ours and the bare queue's. */
function lineOver(runs: readonly Run[], times: (run: Run) => Times) {
  return (measured: string, pair: (of: Spreads) => readonly [Figure, number | null]): Line => {
    const figures = backendNames.flatMap((name): readonly Figure[] => {
      const run = runs.find(({ backend }) => backend === name);
      if (run === undefined) return [figure(null), figure(null)];
      const [ours, bare] = pair(spreads(times(run)));
      return [ours, figure(bare)];
    });
    return { measured, unit: 'ms', figures };
  };
}
