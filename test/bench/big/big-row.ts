import { bothThere, oneSecond, promisesOf } from '../bells/bells-result.js';
import { askLog } from '../bells/logged-bells.js';
import { atOnce, evenly } from '../bells/moments.js';
import { Watched } from '../bells/our-bells.js';
import { spreadOf, type Spread } from '../figures.js';
import { backendNames, type Backend, type BackendName } from '../ground/backends.js';
import { figure, type Aim, type Figure, type Line, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import type { BigGround } from './big-ground.js';
import { CountsDue, type Rung } from './ring-counts.js';

/** Rung before anything is counted. */
const rehearsed = 20;

interface Run {
  readonly backend: BackendName;
  readonly stream: Rung;
  readonly burst: Rung;
  readonly lost: Rung;
}

/** Row e: a steady stream and very many at once, among all shipments of the largest step; with bells on either backend. */
export async function bigRow({ server, backends }: BigGround, { big, growth }: Sizes): Promise<RowResult> {
  const watched = new Watched();
  const runs: Run[] = [];
  for (const backend of backends) runs.push(await runOn({ server, watched }, backend, big));
  const all = runs.flatMap(({ stream, burst, lost }) => [...stream.due, ...burst.due, ...lost.due]);
  const logged = await askLog(server.admin, all);
  return {
    grids: [{ row: 'e', columns: backendNames, lines: linesOf(runs, big, growth.steps.at(-1) ?? 0) }],
    promises: [...promisesOf('e', all, { watched, logged }), ...bothThere('e', runs)],
    details: { runs: runs.map(detailsOf), earlyEntriesPutBack: watched.earlyEntries, logged },
  };
}

async function runOn(
  { server, watched }: Pick<BigGround, 'server'> & { readonly watched: Watched },
  backend: Backend,
  { stream, burst }: Sizes['big'],
): Promise<Run> {
  const counts = await CountsDue.on(server, backend, watched);
  try {
    await counts.ring(atOnce(rehearsed));
    return {
      backend: backend.name,
      stream: await counts.ring(evenly(stream)),
      burst: await counts.ring(atOnce(burst)),
      lost: await counts.ring(atOnce(burst), { lost: true }),
    };
  } finally {
    await counts.close();
  }
}

const drained: Aim = { says: 'within 60 s', bound: 60, keeps: 'at-most' };

function linesOf(runs: readonly Run[], { stream, burst }: Sizes['big'], live: number): readonly Line[] {
  const pace = `${Math.round((stream.count * 1_000) / stream.overMs)} due a second, ${live} live`;
  const line = (measured: string, unit: Line['unit'], of: (run: Run) => Figure): Line => {
    const found = (name: BackendName): Run | undefined => runs.find(({ backend }) => backend === name);
    const figures = backendNames.map((name) => {
      const run = found(name);
      return run === undefined ? figure(null) : of(run);
    });
    return { measured, unit, figures };
  };
  const late = (of: Spread['p50']): Figure => figure(of);
  return [
    line(`due to handler, p50, ${pace}`, 'ms', (run) => late(spreadOf(run.stream.entryMs).p50)),
    line(`due to handler, p99, ${pace}`, 'ms', (run) => late(spreadOf(run.stream.entryMs).p99)),
    line(`due to alert committed, p99, ${pace}`, 'ms', (run) => ({
      value: spreadOf(run.stream.committedMs).p99,
      aim: oneSecond,
    })),
    line(`due to alert committed, worst, ${pace}`, 'ms', (run) => late(spreadOf(run.stream.committedMs).max)),
    line(`${burst} due at once: all alerts committed after`, 's', (run) => ({
      value: drainedAfter(run.burst),
      aim: drained,
    })),
    line('the same, alerts committed a second', '/s', (run) => figure(burst / drainedAfter(run.burst))),
    line('the same, every bell lost before: after', 's', (run) => ({
      value: drainedAfter(run.lost),
      aim: drained,
    })),
  ];
}

/** In seconds. Of a run in which one is missing there is no such time. */
function drainedAfter({ due, committedMs }: Rung): number {
  return committedMs.length < due.length ? Number.NaN : spreadOf(committedMs).max / 1_000;
}

function detailsOf({ backend, ...parts }: Run): unknown {
  const spreads = Object.entries(parts).map(([name, { entryMs, committedMs }]) => [
    name,
    { entryMs: spreadOf(entryMs), committedMs: spreadOf(committedMs) },
  ]);
  return { backend, ...(Object.fromEntries(spreads) as Record<string, unknown>) };
}
