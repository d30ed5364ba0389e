import type * as PromClient from 'prom-client';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AgendaDepth, DeliveryDepth, MarkDepth } from '@cellrelay/use-cases';
import type { ShownMetrics } from './metrics.js';
import { freshMs, sparingly, type QueueDepth, type Sources } from './sources.js';

/** Seconds: from what nobody notices to what has become a matter of hours. */
const lateness = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200];
const commandTimes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const deskTimes = [0.05, 0.25, 1, 5, 20, 60];

type Prom = typeof PromClient;

/** Counts for Prometheus. What it takes is loaded only when this is called. */
export async function openMetrics(): Promise<ShownMetrics> {
  const prom = await import('prom-client');
  const registry = new prom.Registry();
  prom.collectDefaultMetrics({ register: registry });
  const counted = countersOn(prom, registry);
  const gauges = gaugesOn(prom, registry);
  let sources: Sources = {};
  let asked = askedOf(sources);
  return {
    ...counted,
    ask: (more) => {
      sources = { ...sources, ...more, pools: { ...sources.pools, ...more.pools } };
      asked = askedOf(sources);
    },
    page: async () => {
      const [agenda, open, queues, deliveries, paperMarks] = await Promise.all([
        asked.agenda?.(),
        asked.open?.(),
        asked.queues?.(),
        asked.deliveries?.(),
        asked.paperMarks?.(),
      ]);
      const database = agenda === null ? ((await asked.reach?.()) ?? null) : agenda;
      show(gauges, { sources, database, agenda, open, queues, deliveries, paperMarks });
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function countersOn(
  prom: Prom,
  registry: Registry,
): Pick<ShownMetrics, 'command' | 'bell' | 'looked' | 'desk' | 'delivery'> {
  const { counter, histogram } = makers(prom, registry);
  const commands = histogram('command_seconds', 'Commands by who issued them and what became of them', {
    labels: ['by', 'outcome'],
    buckets: commandTimes,
  });
  const late = histogram('bell_lateness_seconds', 'From when an item could have been rung to when a worker had it', {
    labels: ['does'],
    buckets: lateness,
  });
  const bells = counter('bells_total', 'Bells by what came of them', ['does', 'outcome']);
  const looks = counter('sweep_looks_total', 'Looks of the sweep', ['outcome']);
  const swept = counter('sweep_bells_total', 'Bells that the sweep hung: coming near, or overdue', ['why']);
  const desks = histogram('desk_call_seconds', 'Calls to desks by kind and what they said', {
    labels: ['kind', 'outcome'],
    buckets: deskTimes,
  });
  const tries = counter('delivery_tries_total', 'Tries to tell people and programs', ['channel', 'outcome']);
  fromNought(bells, looks);
  return {
    command: (by, outcome, ms) => commands.observe({ by, outcome }, ms / 1_000),
    bell: ({ fate, leased }) => {
      const does = leased?.item.obligation.does ?? '';
      bells.inc({ does, outcome: fate });
      if (leased !== null) late.observe({ does }, leased.lateMs / 1_000);
    },
    looked: (report) => {
      looks.inc({ outcome: report === null ? 'failed' : 'well' });
      swept.inc({ why: 'near' }, report?.near ?? 0);
      swept.inc({ why: 'overdue' }, report?.overdue ?? 0);
    },
    delivery: (channel, outcome) => tries.inc({ channel, outcome }),
    desk: (kind, outcome, ms) => desks.observe({ kind, outcome }, ms / 1_000),
  };
}

/** A rate needs a nought to begin from. */
function fromNought(bells: Counter<'does' | 'outcome'>, looks: Counter<'outcome'>): void {
  for (const does of ['ring', 'call'])
    for (const outcome of ['done', 'failed', 'parked']) bells.inc({ does, outcome }, 0);
  for (const outcome of ['well', 'failed']) looks.inc({ outcome }, 0);
}

function makers(prom: Prom, registry: Registry) {
  const named = (name: string, help: string) => ({ name: `cellrelay_${name}`, help, registers: [registry] });
  return {
    counter: <L extends string>(name: string, help: string, labelNames: L[]): Counter<L> =>
      new prom.Counter({ ...named(name, help), labelNames }),
    histogram: <L extends string>(
      name: string,
      help: string,
      { labels, buckets }: { readonly labels: L[]; readonly buckets: number[] },
    ): Histogram<L> => new prom.Histogram({ ...named(name, help), labelNames: labels, buckets }),
    gauge: <L extends string>(name: string, help: string, labelNames: L[]): Gauge<L> =>
      new prom.Gauge({ ...named(name, help), labelNames }),
  };
}

/** Each has a label, so that one whose source says nothing shows no value instead of a nought. */
function gaugesOn(prom: Prom, registry: Registry) {
  const { gauge } = makers(prom, registry);
  return {
    up: gauge('up', 'Whether what this process stands on answered just now', ['part']),
    agenda: gauge('agenda_items', 'Items of the agenda', ['state']),
    oldest: gauge(
      'agenda_overdue_seconds',
      'How long the longest overdue deadline and the longest overdue call have been due',
      ['which'],
    ),
    deliveries: gauge('deliveries', 'What waits to be told, and what was given up within a day', ['state']),
    untold: gauge('deliveries_oldest_waiting_seconds', 'How long the message that waits longest has waited', ['which']),
    marks: gauge('paper_marks', 'Shipments whose papers are to be looked at again, and those where that failed', [
      'state',
    ]),
    unlooked: gauge('paper_marks_oldest_seconds', 'How long the papers that wait longest have waited to be looked at', [
      'state',
    ]),
    queue: gauge('queue_jobs', 'Bells that hang in a queue', ['queue', 'state']),
    connections: gauge('pool_connections', 'Connections to the database', ['side', 'state']),
    waiting: gauge('pool_waiting', 'Who waits for a connection to the database', ['side']),
    most: gauge('pool_connections_most', 'How many connections there may be', ['side']),
    lastLook: gauge('sweep_last_look_seconds', 'How long ago the last look of the sweep that ended well began', [
      'side',
    ]),
    streams: gauge('live_streams', 'Boards that listen for news', ['side']),
  };
}

function askedOf({ agenda, reach, open, queues, deliveries, paperMarks }: Sources) {
  return {
    agenda: agenda && sparingly(agenda, freshMs.usual),
    reach: reach && sparingly(() => reach().then(() => true), freshMs.usual),
    open: open && sparingly(open, freshMs.costly),
    queues: queues && sparingly(queues, freshMs.usual),
    deliveries: deliveries && sparingly(deliveries, freshMs.usual),
    paperMarks: paperMarks && sparingly(paperMarks, freshMs.usual),
  };
}

interface Seen {
  readonly sources: Sources;
  /** Null: it did not answer; undefined: there is none to ask. */
  readonly database: unknown;
  readonly agenda: AgendaDepth | null | undefined;
  readonly open: number | null | undefined;
  readonly queues: Readonly<Record<string, QueueDepth>> | null | undefined;
  readonly deliveries: DeliveryDepth | null | undefined;
  readonly paperMarks: MarkDepth | null | undefined;
}

function show(gauges: ReturnType<typeof gaugesOn>, seen: Seen): void {
  const { sources, database, agenda, open, queues, deliveries, paperMarks } = seen;
  for (const gauge of Object.values(gauges)) gauge.reset();
  showUp(gauges, 'database', database);
  showUp(gauges, 'queue', queues);
  if (agenda) showAgenda(gauges, agenda);
  if (deliveries) showDeliveries(gauges, deliveries);
  if (paperMarks) showPaperMarks(gauges, paperMarks);
  if (typeof open === 'number') gauges.agenda.set({ state: 'open' }, open);
  showQueues(gauges, queues ?? {});
  showPools(gauges, sources.pools ?? {});
  if (sources.sinceLastLookMs) gauges.lastLook.set({ side: 'worker' }, sources.sinceLastLookMs() / 1_000);
  if (sources.streams) gauges.streams.set({ side: 'api' }, sources.streams());
}

function showUp({ up }: ReturnType<typeof gaugesOn>, part: string, said: unknown): void {
  if (said !== undefined) up.set({ part }, said === null ? 0 : 1);
}

function showQueues({ queue: jobs }: ReturnType<typeof gaugesOn>, queues: Readonly<Record<string, QueueDepth>>): void {
  for (const [queue, { waiting, delayed, active }] of Object.entries(queues)) {
    jobs.set({ queue, state: 'waiting' }, waiting);
    jobs.set({ queue, state: 'delayed' }, delayed);
    jobs.set({ queue, state: 'active' }, active);
  }
}

function showAgenda({ agenda: items, oldest }: ReturnType<typeof gaugesOn>, depth: AgendaDepth): void {
  items.set({ state: 'overdue' }, depth.overdue);
  items.set({ state: 'due_within_hour' }, depth.dueWithinHour);
  items.set({ state: 'parked' }, depth.parked);
  items.set({ state: 'overdue_calls' }, depth.overdueCalls);
  oldest.set({ which: 'oldest' }, depth.oldestOverdueMs / 1_000);
  oldest.set({ which: 'oldest_call' }, depth.oldestOverdueCallMs / 1_000);
}

function showDeliveries({ deliveries, untold }: ReturnType<typeof gaugesOn>, depth: DeliveryDepth): void {
  deliveries.set({ state: 'waiting' }, depth.waiting);
  deliveries.set({ state: 'failed' }, depth.failed);
  untold.set({ which: 'person' }, depth.oldestPersonMs / 1_000);
  untold.set({ which: 'program' }, depth.oldestProgramMs / 1_000);
}

function showPaperMarks({ marks, unlooked }: ReturnType<typeof gaugesOn>, depth: MarkDepth): void {
  marks.set({ state: 'waiting' }, depth.waiting);
  marks.set({ state: 'failing' }, depth.failing);
  unlooked.set({ state: 'waiting' }, depth.oldestMs / 1_000);
}

function showPools(
  { connections, waiting, most }: ReturnType<typeof gaugesOn>,
  pools: NonNullable<Sources['pools']>,
): void {
  for (const [side, use] of Object.entries(pools)) {
    const now = use();
    connections.set({ side, state: 'in_use' }, now.inUse);
    connections.set({ side, state: 'idle' }, now.idle);
    waiting.set({ side }, now.waiting);
    most.set({ side }, now.most);
  }
}
