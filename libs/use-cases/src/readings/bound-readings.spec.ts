import type { Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import { emptyShipment, type Shipment } from '@cellrelay/shipment';
import { MemoryReadings } from '@cellrelay/testkit';
import { boundReadings } from './bound-readings.js';
import { mostReadOfLogger, type ReadingStore } from './readings.port.js';

const id = 'a0000000-0000-4000-8000-000000000001' as ShipmentId;
const instant = (text: string) => `2026-11-27T${text}:00.000Z` as Instant;
const zoned = (text: string) => ({ at: instant(text), zone: 'UTC' as Zone });

function shipmentWith(receivedAt: string | null): Shipment {
  const { temperature, receipt } = emptyShipment.stages;
  const usual = { box: 'B1', probe: 'at-the-bag', sends: 'live' } as const;
  const bindings = [
    { ...usual, logger: 'L1', boundAt: zoned('08:00'), unboundAt: zoned('09:00') },
    { ...usual, logger: 'L1', boundAt: zoned('10:00'), unboundAt: null },
    { ...usual, logger: 'L2', boundAt: zoned('23:00'), unboundAt: null },
  ];
  const stages = {
    ...emptyShipment.stages,
    temperature: { ...temperature, bindings },
    receipt: { ...receipt, receivedAt: receivedAt === null ? null : zoned(receivedAt) },
  };
  return { ...emptyShipment, stages };
}

const told = ['07:59', '08:00', '09:00', '09:30', '10:00', '13:00', '14:00', '14:01', '23:30'];

async function readOf(receivedAt: string | null, asOf = '23:59'): Promise<Readonly<Record<string, readonly string[]>>> {
  const store = new MemoryReadings();
  const readings = told.map((text) => ({ atMillis: Date.parse(instant(text)), celsius: 4 }));
  for (const logger of ['L1', 'L2']) await store.keep({ shipment: id, logger, readings, most: 100 });
  const read = await boundReadings(store, { id, shipment: shipmentWith(receivedAt) }, instant(asOf));
  const times = [...read].map(([logger, all]) => [
    logger,
    all.map(({ atMillis }) => new Date(atMillis).toISOString().slice(11, 16)),
  ]);
  return Object.fromEntries(times) as Readonly<Record<string, readonly string[]>>;
}

describe('the readings that a shipment is judged by', () => {
  it('are those of its loggers while they are bound, and until an hour after the receipt', async () => {
    expect(await readOf('13:00')).toEqual({ L1: ['08:00', '09:00', '10:00', '13:00', '14:00'] });
  });

  it('went on for ever before the receipt ended them', async () => {
    const ever = ['08:00', '09:00', '10:00', '13:00', '14:00', '14:01', '23:30'];
    expect(await readOf(null)).toEqual({ L1: ever, L2: ['23:30'] });
  });

  it('are those until now', async () => {
    expect(await readOf(null, '13:30')).toEqual({ L1: ['08:00', '09:00', '10:00', '13:00'] });
    expect(await readOf(null, '07:00')).toEqual({});
  });

  it('are never more of a logger than a report may read', async () => {
    const asked: number[] = [];
    const of: ReadingStore['of'] = (_shipment, _spans, most) => {
      asked.push(most);
      return Promise.resolve(new Map());
    };
    await boundReadings({ of }, { id, shipment: shipmentWith(null) }, instant('23:59'));
    expect(asked).toEqual([mostReadOfLogger]);
  });
});
