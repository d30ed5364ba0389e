import type { Change } from '../support/changed-sources.js';
import { eventually, WithoutBells } from '../support/without-bells.js';

const lateSeconds = 3;
const port = '/libs/use-cases/src/bell/downtime.port.ts';
/** What counts in minutes in use counts in seconds here. */
const soonSilent: readonly Change[] = [
  { file: port, what: 'downtimeMs = 120_?000', into: 'downtimeMs = 10000' },
  { file: port, what: String.raw`\blateMs = 60_?000`, into: `lateMs = ${lateSeconds * 1_000}` },
  { file: '/libs/use-cases/src/bell/pulse.ts', what: 'proveAfterMs: 30_?000', into: 'proveAfterMs: 5000' },
];
const clocksLookedAtSoon: readonly Change[] = [
  { file: '/apps/ops/src/start/watch-clock.ts', what: 'everyMs = 60_?000', into: 'everyMs = 1000' },
];

let world: WithoutBells;
beforeEach(async () => (world = await WithoutBells.open()));
afterEach(() => world.close());

it('a worker that is killed as soon as the downtime is on record leaves the same one digest to the next', async () => {
  const ids = await world.forTwoHours();
  const fell = await world.unanswered();
  const started = world.worker();
  await eventually(async () => (await world.rows('downtime')) === 1);
  await (await started).kill();
  await world.worker();
  await world.over();
  await world.expectOneDigest(ids, fell);
}, 120_000);

it('a worker that was held for long finds out by itself, before it rings what fell due', async () => {
  const worker = await world.worker({}, soonSilent);
  await eventually(async () => (await world.rows('bell_beat')) === 1);
  const ids = await world.countsDue([6, 8]);
  worker.hold();
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  expect(await world.countsRung(ids)).toEqual([0, 0]);
  const fell = await world.unanswered(lateSeconds);
  worker.goOn();
  await world.over();
  await world.expectOneDigest(ids, fell);
  expect(worker.output()).toContain('bells-were-silent');
}, 120_000);

it('a database’s clock that drifts away and is put back is warned of while the worker runs', async () => {
  const worker = await world.worker({}, clocksLookedAtSoon);
  await world.clockAhead(10);
  await eventually(() => worker.output().includes('clocks-differ'));
  expect(worker.output()).toContain('database-clock-jumped');
  await world.clockAhead(0);
  await eventually(() => worker.output().includes('database-clock-went-back'));
  expect(worker.output()).toContain('clocks-agree-again');
}, 180_000);
