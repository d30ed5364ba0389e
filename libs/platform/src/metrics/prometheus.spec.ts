import type { BellReport } from '@cellrelay/use-cases';
import { monotonicMillis } from '../clock/wall-clock.js';
import { noMetrics, type Metrics } from './metrics.js';
import { openMetrics } from './prometheus.js';

const report = (fate: BellReport['fate'], does: 'ring' | 'call', lateMs: number): BellReport =>
  ({ fate, leased: { lateMs, item: { obligation: { does } } } }) as unknown as BellReport;

async function shown(use: (metrics: Metrics) => void) {
  const metrics = await openMetrics();
  use(metrics);
  const { type, text } = await metrics.page();
  const valueOf = (series: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  };
  return { type, text, valueOf };
}

describe('the metrics', () => {
  it('are text that Prometheus reads, with those of the process', async () => {
    const { type, valueOf } = await shown(() => undefined);
    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(valueOf('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('count commands, bells and desk calls by what became of them', async () => {
    const { valueOf } = await shown((metrics) => {
      metrics.command('person', 'refused', 20);
      metrics.command('person', 'refused', 2_000);
      metrics.desk('hold-seats', 'by-hand', 30);
      metrics.bell(report('done', 'ring', 700));
      metrics.bell({ fate: 'not-mine', leased: null });
    });
    const commands = 'cellrelay_command_seconds';
    expect(valueOf(`${commands}_count{by="person",outcome="refused"}`)).toBe(2);
    expect(valueOf(`${commands}_bucket{le="0.025",by="person",outcome="refused"}`)).toBe(1);
    expect(valueOf('cellrelay_desk_call_seconds_sum{kind="hold-seats",outcome="by-hand"}')).toBe(0.03);
    expect(valueOf('cellrelay_bell_lateness_seconds_bucket{le="0.5",does="ring"}')).toBe(0);
    expect(valueOf('cellrelay_bell_lateness_seconds_bucket{le="1",does="ring"}')).toBe(1);
    expect(valueOf('cellrelay_bells_total{does="ring",outcome="done"}')).toBe(1);
    expect(valueOf('cellrelay_bells_total{does="call",outcome="parked"}')).toBe(0);
    expect(valueOf('cellrelay_bells_total{does="",outcome="not-mine"}')).toBe(1);
  });

  it('count what was told and what waits to be, of people and programs apart', async () => {
    const { valueOf } = await shown((metrics) => {
      metrics.delivery('mail', 'sent');
      metrics.delivery('mail', 'later');
      metrics.delivery('mail', 'later');
      metrics.ask({
        deliveries: () =>
          Promise.resolve({ waiting: 7, failed: 2, oldestPersonMs: 61_000, oldestProgramMs: 3_600_000 }),
      });
    });
    expect(valueOf('cellrelay_delivery_tries_total{channel="mail",outcome="later"}')).toBe(2);
    expect(valueOf('cellrelay_deliveries{state="waiting"}')).toBe(7);
    expect(valueOf('cellrelay_deliveries{state="failed"}')).toBe(2);
    expect(valueOf('cellrelay_deliveries_oldest_waiting_seconds{which="person"}')).toBe(61);
    expect(valueOf('cellrelay_deliveries_oldest_waiting_seconds{which="program"}')).toBe(3_600);
  });

  it('count the papers that wait to be looked at, and for how long', async () => {
    const { valueOf } = await shown((metrics) => {
      metrics.ask({ paperMarks: () => Promise.resolve({ waiting: 3, failing: 1, oldestMs: 90_000 }) });
    });
    expect(valueOf('cellrelay_paper_marks{state="waiting"}')).toBe(3);
    expect(valueOf('cellrelay_paper_marks{state="failing"}')).toBe(1);
    expect(valueOf('cellrelay_paper_marks_oldest_seconds{state="waiting"}')).toBe(90);
  });

  it('count what the sweep did, and that it failed', async () => {
    const { valueOf } = await shown((metrics) => {
      metrics.looked({ near: 3, overdue: 1 });
      metrics.looked(null);
    });
    expect(valueOf('cellrelay_sweep_looks_total{outcome="well"}')).toBe(1);
    expect(valueOf('cellrelay_sweep_looks_total{outcome="failed"}')).toBe(1);
    expect(valueOf('cellrelay_sweep_bells_total{why="near"}')).toBe(3);
    expect(valueOf('cellrelay_sweep_bells_total{why="overdue"}')).toBe(1);
  });

  it('ask the parts that there are, each as it was named last', async () => {
    const use = { inUse: 3, idle: 1, waiting: 2, most: 8 };
    const { text, valueOf } = await shown((metrics) => {
      metrics.ask({ pools: { api: () => use }, streams: () => 4 });
      metrics.ask({ pools: { worker: () => ({ ...use, waiting: 0 }) }, sinceLastLookMs: () => 1_500 });
      metrics.ask({ queues: () => Promise.resolve({ bells: { waiting: 1, delayed: 20, active: 2 } }) });
      metrics.ask({
        agenda: () =>
          Promise.resolve({
            ...{ overdue: 5, oldestOverdueMs: 61_000, overdueCalls: 2, oldestOverdueCallMs: 3_000 },
            ...{ parked: 1, dueWithinHour: 9 },
          }),
        open: () => Promise.resolve(800_000),
      });
    });
    expect(valueOf('cellrelay_pool_waiting{side="api"}')).toBe(2);
    expect(valueOf('cellrelay_pool_connections{side="worker",state="in_use"}')).toBe(3);
    expect(valueOf('cellrelay_live_streams{side="api"}')).toBe(4);
    expect(valueOf('cellrelay_sweep_last_look_seconds{side="worker"}')).toBe(1.5);
    expect(valueOf('cellrelay_queue_jobs{queue="bells",state="delayed"}')).toBe(20);
    expect(valueOf('cellrelay_agenda_items{state="open"}')).toBe(800_000);
    expect(valueOf('cellrelay_agenda_items{state="overdue"}')).toBe(5);
    expect(valueOf('cellrelay_agenda_overdue_seconds{which="oldest"}')).toBe(61);
    expect(valueOf('cellrelay_agenda_items{state="overdue_calls"}')).toBe(2);
    expect(valueOf('cellrelay_agenda_overdue_seconds{which="oldest_call"}')).toBe(3);
    expect(valueOf('cellrelay_up{part="database"}')).toBe(1);
    expect(text).not.toMatch(/ NaN$/m);
  });

  it('say that the database is away, in time, and show nothing old or made up in its place', async () => {
    const began = monotonicMillis();
    const { text, valueOf } = await shown((metrics) => {
      metrics.ask({ agenda: () => new Promise(() => undefined), open: () => new Promise(() => undefined) });
      metrics.ask({ queues: () => Promise.reject(new Error('gone')) });
    });
    expect(monotonicMillis() - began).toBeLessThan(4_000);
    expect(valueOf('cellrelay_up{part="database"}')).toBe(0);
    expect(valueOf('cellrelay_up{part="queue"}')).toBe(0);
    expect(text).not.toMatch(/^cellrelay_(agenda|queue)\w+\{/m);
  });

  it.each([
    ['is not away', 'over a connection of its own', () => Promise.resolve(), 1],
    ['is away', 'not even so', () => Promise.reject(new Error('ECONNREFUSED')), 0],
  ])('say that a database %s that answers %s, where the agenda has no answer', async (_, __, reach, up) => {
    const { text, valueOf } = await shown((metrics) => {
      metrics.ask({ agenda: () => Promise.reject(new Error('timeout exceeded when trying to connect')), reach });
    });
    expect(valueOf('cellrelay_up{part="database"}')).toBe(up);
    expect(text).not.toMatch(/^cellrelay_agenda\w+\{/m);
  });

  it('of a process that nobody watches are none', () => {
    expect(() => {
      noMetrics.command('person', 'accepted', 1);
      noMetrics.bell(report('done', 'ring', 1));
      noMetrics.delivery('mail', 'sent');
      noMetrics.ask({});
    }).not.toThrow();
  });
});
