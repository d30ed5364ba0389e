import type { Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import { exampleShipment, FakeClock, issueAll, MemoryStore, openedAt, openShipment } from '@cellrelay/testkit';
import type { Reading } from '@cellrelay/viability';
import { noRelay } from '../bell/relay.js';
import { IssueCommand } from '../command/issue-command.js';
import type { Acting } from '../people/acting.js';
import { mostOfLogger } from './readings.port.js';
import { TemperatureQuestion } from './temperature-question.js';
import type { TemperatureView } from './temperature-view.js';

const id: ShipmentId = exampleShipment();
const startsAt = Date.parse(openedAt);
const bound = { at: openedAt, zone: 'UTC' as Zone };
const operators: Acting = {
  ...{ person: 'one', role: 'coordinator', courier: null },
  organisation: { id: 'operator-1', name: 'Operator', kind: 'operator' },
};

/** What the page is told of a logger that read each five seconds, so many times. */
async function told(times: number): Promise<TemperatureView | undefined> {
  const asOf = new Date(startsAt + times * 5_000).toISOString() as Instant;
  const store = new MemoryStore(new FakeClock(openedAt));
  await issueAll(new IssueCommand(store, noRelay), id, [openShipment()]);
  const opened = (await store.load(id)) as Shipment;
  const box = { box: 'B1', probe: 'at-the-bag', sends: 'live', boundAt: bound, unboundAt: null } as const;
  const temperature = { ...opened.stages.temperature, bindings: [{ ...box, logger: 'L1' }] };
  const shipment: Shipment = { ...opened, stages: { ...opened.stages, temperature } };
  const readings = Array.from({ length: times }, (_, nth): Reading => ({
    atMillis: startsAt + nth * 5_000,
    celsius: 5,
  }));
  return new TemperatureQuestion(
    { load: () => Promise.resolve(shipment) },
    { of: () => Promise.resolve(new Map([['L1', readings]])) },
    { now: () => Promise.resolve(asOf) },
    { ableToSend: () => Promise.resolve(new Set(['L1'])) },
  ).of(operators, id);
}

describe('the temperatures of a shipment', () => {
  it('of four days, one each five seconds, are few points, and more would be taken', async () => {
    const view = await told((4 * 24 * 3_600) / 5);
    expect(view?.loggers).toMatchObject([{ readings: 69_120, full: false }]);
    expect(view?.loggers[0]?.points.length).toBeLessThanOrEqual(600);
  });

  it('say of which logger no more is taken', async () =>
    expect((await told(mostOfLogger))?.loggers).toMatchObject([{ full: true }]));
});
