import { atOnce, evenly } from '../bells/moments.js';
import type { BigGround } from '../big/big-ground.js';
import { spreadOf, type Spread } from '../figures.js';
import { backendNames, type Backend, type BackendName } from '../ground/backends.js';
import { figure, type Line, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import { bareBullmq } from './bare-bullmq.js';
import { bareContender, type Contender } from './contender.js';
import { graphileWorker } from './graphile-worker.js';
import { cellRelay } from './our-contender.js';
import { pgBoss } from './pg-boss.js';

/** Rung before anything is counted. */
const rehearsed = 20;

interface Ran {
  readonly name: string;
  readonly stream: Spread;
  readonly burst: Spread;
}

/** Row f: the same delays for everybody, one after the other, each with as many others hung: how late the handler is entered. */
export async function sideBySideRow(ground: BigGround, { sideBySide: sizes }: Sizes): Promise<RowResult> {
  const ran: Ran[] = [];
  for (const { name, open } of contenders(ground)) ran.push({ name, ...(await run(open, sizes)) });
  const columns = columnsOf.map(({ title }) => title);
  return {
    grids: [{ row: 'f', columns, lines: linesOf(ran, sizes) }],
    promises: [
      {
        row: 'f',
        what: 'every contender was measured',
        kept: ran.length === columns.length,
        says: ran.map(({ name }) => name).join(', '),
      },
    ],
    details: { ran },
  };
}

interface Entry {
  readonly title: string;
  readonly open: (ground: BigGround) => (() => Promise<Contender>) | undefined;
}

/** Everybody; who needs a Redis is left out where there is none. */
const columnsOf: readonly Entry[] = [
  ...backendNames.map((name) => on(name, 'CellRelay', ({ server }, backend) => cellRelay(server, backend))),
  ...backendNames.map((name) => on(name, 'bare BullMQ', (_, backend) => bareContender(bareBullmq(backend)))),
  {
    title: 'pg-boss',
    open:
      ({ server }) =>
      () =>
        bareContender(pgBoss(server)),
  },
  {
    title: 'graphile-worker',
    open:
      ({ server }) =>
      () =>
        bareContender(graphileWorker(server)),
  },
];

function on(name: BackendName, what: string, open: (ground: BigGround, backend: Backend) => Promise<Contender>): Entry {
  return {
    title: `${what}, ${name}`,
    open: (ground) => {
      const backend = ground.backends.find((each) => each.name === name);
      return backend === undefined ? undefined : () => open(ground, backend);
    },
  };
}

function contenders(ground: BigGround) {
  return columnsOf.flatMap(({ title, open }) => {
    const opening = open(ground);
    return opening === undefined ? [] : [{ name: title, open: opening }];
  });
}

async function run(open: () => Promise<Contender>, sizes: Sizes['sideBySide']): Promise<Omit<Ran, 'name'>> {
  const contender = await open();
  try {
    await contender.hangFar(sizes.armed);
    await contender.ring(atOnce(rehearsed));
    const stream = spreadOf(await contender.ring(evenly(sizes.stream)));
    return { stream, burst: spreadOf(await contender.ring(atOnce(sizes.burst))) };
  } finally {
    await contender.close();
  }
}

function linesOf(ran: readonly Ran[], { armed, burst, stream }: Sizes['sideBySide']): readonly Line[] {
  const line = (measured: string, of: (one: Ran) => number): Line => ({
    measured,
    unit: 'ms',
    figures: columnsOf.map(({ title }) => {
      const one = ran.find(({ name }) => name === title);
      return figure(one === undefined ? null : of(one));
    }),
  });
  const among = `${Math.round((stream.count * 1_000) / stream.overMs)} a second, ${armed} more hung`;
  return [
    line(`due to handler, p50, ${among}`, (one) => one.stream.p50),
    line('the same, p99', (one) => one.stream.p99),
    line('the same, worst', (one) => one.stream.max),
    line(`${burst} due at once, the last handler`, (one) => one.burst.max),
  ];
}
