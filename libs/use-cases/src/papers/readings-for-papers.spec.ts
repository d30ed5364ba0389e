import { instantFromMillis, millisOf, plusMinutes, type Instant } from '@cellrelay/kernel';
import { exampleShipment, issuingGround, MemoryReadings } from '@cellrelay/testkit';
import type { LoggerBinding, Shipment } from '@cellrelay/shipment';
import { readingsForPapers } from './readings-for-papers.js';

const id = exampleShipment();
const from = '2024-09-04T07:00:00.000Z' as Instant;
const asOf = plusMinutes(from, 60 * 24);

/** The trip with a logger bound since then. */
async function bound(logger: string): Promise<Shipment> {
  const { store } = await issuingGround();
  const state = (await store.load(id))!;
  const bindings = [{ logger, box: 'BOX-1', probe: 'at-the-bag', boundAt: { at: from, zone: 'UTC' }, unboundAt: null }];
  const temperature = { ...state.stages.temperature, bindings: bindings as unknown as readonly LoggerBinding[] };
  return { ...state, stages: { ...state.stages, temperature } };
}

describe('what loggers have read, for a paper', () => {
  it('is nothing without a logger, or before it has read anything', async () => {
    const { store } = await issuingGround();
    const readings = readingsForPapers(new MemoryReadings());
    expect(await readings({ id, shipment: (await store.load(id))! }, asOf)).toBeNull();
    expect(await readings({ id, shipment: await bound('L-1') }, asOf)).toBeNull();
  });

  it('is thinned, and keeps the coldest and the warmest', async () => {
    const store = new MemoryReadings();
    const start = millisOf(from);
    const all = Array.from({ length: 1_200 }, (_, nth) => ({
      atMillis: start + nth * 60_000,
      celsius: nth === 700 ? 9.9 : nth === 800 ? 0.4 : 5 + (nth % 3) / 10,
    }));
    await store.keep({ shipment: id, logger: 'L-1', readings: all, most: 10_000 });
    const read = (await readingsForPapers(store)({ id, shipment: await bound('L-1') }, asOf))!;
    expect(read).toMatchObject({ logger: 'L-1', lowestCelsius: 0.4, highestCelsius: 9.9 });
    expect(read.points.length).toBeLessThanOrEqual(300);
    const celsius = read.points.map((point) => point.celsius);
    expect([Math.min(...celsius), Math.max(...celsius)]).toEqual([0.4, 9.9]);
    const at = read.points.map((point) => point.at);
    expect(at).toEqual([...at].sort());
    expect(at[0]).toBe(instantFromMillis(start));
  });
});
