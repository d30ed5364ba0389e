import type { ShipmentId } from '@cellrelay/kernel';
import type { BenchServer } from '../ground/bench-server.js';
import { mustFind } from '../ground/must-find.js';
import { until } from '../ground/until.js';
import { spreadOf, type Spread } from '../figures.js';
import type { Line, Promised, RowResult } from '../report/line.js';
import { plantAll, plantCopies } from '../shipments/plant.js';
import { preparedTrip } from '../shipments/prepared-trip.js';
import type { Sizes } from '../sizes.js';
import { ringBare } from './bare-bells.js';
import { shipmentDueAt, type DueSoon } from './due-soon.js';
import { askLog, type Logged } from './logged-bells.js';
import { startOurBells, Watched } from './our-bells.js';

/** Time to store a shipment that is to fall due, with room: they are stored before the first of them does. */
const storingMsEach = 15;

type Ours = Awaited<ReturnType<typeof startOurBells>>;

interface Times {
  readonly entryMs: number[];
  readonly committedMs: number[];
  readonly bareMs: number[];
}

interface Run {
  readonly openItems: number;
  readonly stream: Times;
  readonly burst: Times;
}

/** Row b: how late the handler is entered, against a bare delayed job, and how late the alert is on the disk. */
export async function bellsRow(server: BenchServer, { bells: sizes }: Sizes): Promise<RowResult> {
  const watched = new Watched();
  const ours = await startOurBells(server, watched);
  const all: DueSoon[] = [];
  const runs: Run[] = [];
  try {
    for (const openItems of sizes.openItems) {
      await plantOpenItems(server, ours, openItems);
      const run: Run = { openItems: await openItemsIn(server), stream: noTimes(), burst: noTimes() };
      for (let round = 0; round < sizes.rounds; round += 1) {
        const { stream, burst } = sizes;
        all.push(...(await both({ server, ours, watched }, evenly(stream.count, stream.overMs), run.stream)));
        all.push(
          ...(await both(
            { server, ours, watched },
            Array.from({ length: burst }, () => 0),
            run.burst,
          )),
        );
      }
      runs.push(run);
    }
  } finally {
    await ours.close();
  }
  return resultOf(runs, all, { watched, logged: await askLog(server.admin, all) });
}

const noTimes = (): Times => ({ entryMs: [], committedMs: [], bareMs: [] });

/** Moments spread over a time, not on whole milliseconds of any rhythm. */
function evenly(count: number, overMs: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.round((at * overMs) / count + ((at * 7) % 13)));
}

interface Ground {
  readonly server: BenchServer;
  readonly ours: Ours;
  readonly watched: Watched;
}

/** Ours, then the bare queue, at the same distances. */
async function both(ground: Ground, afterMs: readonly number[], times: Times): Promise<readonly DueSoon[]> {
  const due = await ringOurs(ground, afterMs);
  for (const { shipment, dueAtMs } of due) {
    const heard = ground.watched.heard.get(shipment);
    if (heard === undefined) continue;
    times.entryMs.push(heard.enteredAtMs - dueAtMs);
    if (heard.committedAtMs !== null) times.committedMs.push(heard.committedAtMs - dueAtMs);
  }
  const from = Date.now() + 1_000;
  times.bareMs.push(
    ...(await ringBare(
      ground.server,
      afterMs.map((each) => from + each),
    )),
  );
  return due;
}

/** Stores shipments that fall due then, hangs their bells as every commit does, and waits until all have rung. */
async function ringOurs({ ours, watched }: Ground, afterMs: readonly number[]): Promise<readonly DueSoon[]> {
  const from = Date.now() + 1_500 + afterMs.length * storingMsEach;
  const due = await Promise.all(afterMs.map((each) => shipmentDueAt(from + each)));
  const histories = due.map(({ history }) => history);
  await plantAll(ours.store, histories, (outcome) => ours.after.committed(outcome));
  if (Date.now() > from)
    console.error(`  (storing took ${Date.now() - from} ms longer than allowed for: the first bells ring late)`);
  const last = Math.max(...due.map(({ dueAtMs }) => dueAtMs));
  await until(() => due.every(({ shipment }) => isDone(watched, shipment)), last + 30_000);
  return due;
}

function isDone(watched: Watched, shipment: ShipmentId): boolean {
  return (watched.heard.get(shipment)?.committedAtMs ?? null) !== null;
}

async function plantOpenItems(server: BenchServer, ours: Ours, wanted: number): Promise<void> {
  const trip = await preparedTrip();
  const [one] = await plantCopies(ours.store, trip, 1);
  const each = await openItemsIn(server, mustFind([one], 0));
  const missing = wanted - (await openItemsIn(server));
  if (missing > 0) await plantCopies(ours.store, trip, Math.ceil(missing / each));
  await server.admin.query('analyze cellrelay.agenda_item, cellrelay.shipment');
}

async function openItemsIn({ admin }: BenchServer, shipment: ShipmentId | null = null): Promise<number> {
  const text =
    'select count(*)::integer as count from cellrelay.agenda_item where closed_at is null and ($1::uuid is null or shipment = $1)';
  return mustFind((await admin.query<{ count: number }>(text, [shipment])).rows, 0).count;
}

function resultOf(
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
