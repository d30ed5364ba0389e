import type { Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import { emptyShipment, type LoggerBinding, type Shipment } from '@cellrelay/shipment';
import { MemoryReadings } from '@cellrelay/testkit';
import { mostReadings, type IncomingReading, type ReadingSource } from './readings.port.js';
import { TakeReadings } from './take-readings.js';

const [mine, other] = [
  'a0000000-0000-4000-8000-000000000001' as ShipmentId,
  'a0000000-0000-4000-8000-000000000002' as ShipmentId,
];
const now = '2026-11-27T12:00:00.000Z' as Instant;
const centre = { id: 'centre', kind: 'collection-centre' } as const;
const office = { id: 'office', kind: 'operator' } as const;

const zoned = (at: string) => ({ at: at as Instant, zone: 'UTC' as Zone });

function shipmentWith(bindings: readonly Partial<LoggerBinding>[], holder?: string, receivedAt?: string): Shipment {
  const { order, temperature, receipt } = emptyShipment.stages;
  const standard = { logger: 'L1', box: 'B1', probe: 'at-the-bag', sends: 'live', unboundAt: null } as const;
  const bound = bindings.map((each) => ({ ...standard, boundAt: zoned('2026-11-27T08:00:00.000Z'), ...each }));
  const organisations = holder === undefined ? {} : { 'collection-centre': { id: holder, name: 'EXAMPLE' } };
  const stages = {
    ...emptyShipment.stages,
    order: { ...order, organisations },
    temperature: { ...temperature, bindings: bound },
    receipt: { ...receipt, receivedAt: receivedAt === undefined ? null : zoned(receivedAt) },
  };
  return { ...emptyShipment, stages };
}

interface Ground {
  readonly states?: readonly (readonly [ShipmentId, Shipment])[];
  readonly work?: (shipment: ShipmentId) => Promise<void>;
  readonly most?: number;
}

function ground({ states = [[mine, shipmentWith([{}], 'centre')]], work, ...more }: Ground = {}) {
  const store = new MemoryReadings();
  store.bound.set(
    'L1',
    states.map(([id]) => id),
  );
  const [worked, failed]: [ShipmentId[], ShipmentId[]] = [[], []];
  const intake = new TakeReadings({
    store,
    shipments: {
      loadAll: (ids) =>
        Promise.resolve(states.filter(([id]) => ids.includes(id)).map(([shipment, state]) => ({ shipment, state }))),
    },
    clock: { now: () => Promise.resolve(now) },
    work: async (shipment) => {
      worked.push(shipment);
      await work?.(shipment);
    },
    failed: (shipment) => failed.push(shipment),
    ...more,
  });
  const take = (readings: readonly unknown[], source: ReadingSource = device(centre), more = false) =>
    intake.take(source, readings as readonly IncomingReading[], more);
  const foresee = (readings: readonly unknown[]) =>
    intake.foresee(device(centre), readings as readonly IncomingReading[]);
  return { store, take, foresee, worked, failed };
}

function device(organisation: Extract<ReadingSource['by'], { kind: 'device' }>['organisation']): ReadingSource {
  return { logger: 'L1', by: { kind: 'device', organisation } };
}

const at = (minutes: number, celsius: unknown = 4.2) => ({
  at: new Date(Date.parse('2026-11-27T09:00:00.000Z') + minutes * 60_000).toISOString(),
  celsius,
});
const kinds = (verdicts: readonly { readonly kind: string; readonly code?: string }[]) =>
  verdicts.map(({ kind, code }) => code ?? kind);

const stored = async (store: MemoryReadings) => {
  const all = { logger: 'L1', from: '2026-11-27T00:00:00.000Z' as Instant, to: '2026-11-28T00:00:00.000Z' as Instant };
  return (await store.of(mine, [all], 100)).get('L1') ?? [];
};

describe('a delivery of readings', () => {
  it('is judged row by row, in its order, and what is good is kept whatever stands beside it', async () => {
    const { take, store } = ground();
    const rows = [
      at(1),
      { at: '2027-01-01T00:00:00Z', celsius: 4 },
      at(2, 300),
      at(3, 'NaN'),
      at(4, null),
      at(5, Number.NaN),
      { at: 'yesterday', celsius: 4 },
      { at: '2026-11-27T10:00:00', celsius: 4 },
      { at: '2026-02-30T10:00:00Z', celsius: 4 },
      null,
      { ...at(6), humidity: 40 },
      { ...at(7), logger: 'L2' },
      { at: '2026-11-27T07:59:59Z', celsius: 4 },
      { ...at(8), logger: 'L1' },
    ];
    expect(kinds(await take(rows))).toEqual([
      'kept',
      'reading-in-the-future',
      'celsius-implausible',
      ...['celsius-not-a-number', 'celsius-not-a-number', 'celsius-not-a-number'],
      ...['reading-instant-invalid', 'reading-instant-invalid', 'reading-instant-invalid'],
      'reading-malformed',
      'unknown-field',
      'logger-foreign',
      'logger-not-bound',
      'kept',
    ]);
    expect(await store.last({ shipment: mine, logger: 'L1' })).toEqual({
      atMillis: Date.parse(at(8).at),
      celsius: 4.2,
    });
  });

  it('says of each that is refused what was wrong and what is allowed', async () => {
    const [hot, named] = await ground().take([at(1, 300), { ...at(2), logger: 'L2' }]);
    expect(hot).toEqual({
      kind: 'refused',
      code: 'celsius-implausible',
      sentence: '300 °C is what no probe on cells shows: the probe is at fault, or it is not degrees Celsius.',
      allowed: ['-200 to 80'],
    });
    expect(named).toMatchObject({ allowed: ['L1'] });
  });

  it('may come late, out of order and twice: nothing counts twice, and the first at an instant stands', async () => {
    const { take, store, worked } = ground();
    expect(kinds(await take([at(3), at(1), at(3), at(3, 9)]))).toEqual(['kept', 'kept', 'known', 'reading-differs']);
    expect(kinds(await take([at(2), at(1), at(3, 9)]))).toEqual(['kept', 'known', 'reading-differs']);
    expect(kinds(await take([at(2), at(1)]))).toEqual(['known', 'known']);
    expect((await stored(store)).map(({ celsius }) => celsius)).toEqual([4.2, 4.2, 4.2]);
    // Once for each delivery that brought something new.
    expect(worked).toEqual([mine, mine]);
  });

  it('is read with any offset, and a clock may be ahead a little', async () => {
    const rows = [
      '2026-11-27T17:00:00+08:00',
      '2026-11-27T09:00:00Z',
      '2026-11-27T12:05:00Z',
      '2026-11-27T12:05:00.001Z',
    ];
    expect(kinds(await ground().take(rows.map((each) => ({ at: each, celsius: 4 }))))).toEqual([
      'kept',
      'known',
      'kept',
      'reading-in-the-future',
    ]);
  });

  it('counts while its logger is in the box, both ends included', async () => {
    const until = { unboundAt: zoned('2026-11-27T10:00:00.000Z') };
    const { take } = ground({ states: [[mine, shipmentWith([until], 'centre')]] });
    const rows = ['2026-11-27T08:00:00Z', '2026-11-27T10:00:00Z', '2026-11-27T10:00:00.001Z'];
    const verdicts = await take(rows.map((each) => ({ at: each, celsius: 4 })));
    expect(kinds(verdicts)).toEqual(['kept', 'kept', 'logger-not-bound']);
  });

  it('goes to the shipment in whose box its logger was then', async () => {
    const first = shipmentWith([{ unboundAt: zoned('2026-11-27T10:00:00.000Z') }], 'centre');
    const second = shipmentWith([{ boundAt: zoned('2026-11-27T11:00:00.000Z') }], 'centre');
    const { take, worked } = ground({
      states: [
        [other, second],
        [mine, first],
      ],
    });
    expect(kinds(await take([at(0), at(90), at(150)]))).toEqual(['kept', 'logger-not-bound', 'kept']);
    expect(worked.toSorted()).toEqual([mine, other]);
  });

  it('of a device of an organisation that has nothing to do with the shipment is taken for that of one in no box', async () => {
    const { take, worked } = ground({ states: [[mine, shipmentWith([{}], 'somebody else')]] });
    const foreign = await take([at(1)]);
    const bound = await ground({ states: [] }).take([at(1)]);
    expect(foreign).toEqual(bound);
    expect(kinds(foreign)).toEqual(['logger-not-bound']);
    expect(worked).toEqual([]);
    expect(kinds(await take([at(1)], device(office)))).toEqual(['kept']);
  });

  it('that somebody hands in for one shipment goes nowhere else', async () => {
    const states = [
      [mine, shipmentWith([{}])],
      [other, shipmentWith([{}])],
    ] as const;
    const { take, worked } = ground({ states });
    const account = { account: 'anna', organisation: 'office' };
    const source: ReadingSource = { logger: 'L1', by: { kind: 'account', account, shipment: other } };
    expect(kinds(await take([at(1)], source))).toEqual(['kept']);
    expect(worked).toEqual([other]);
  });

  it('in several parts is worked out once, with the last, whatever the last brings', async () => {
    const { take, worked, store } = ground();
    const account = { account: 'anna', organisation: 'office' };
    const source: ReadingSource = { logger: 'L1', by: { kind: 'account', account, shipment: mine } };
    expect(kinds(await take([at(1)], source, true))).toEqual(['kept']);
    expect(worked).toEqual([]);
    expect(await store.mark(mine)).not.toBeNull();
    expect(kinds(await take([at(1, 300)], source))).toEqual(['celsius-implausible']);
    expect(worked).toEqual([mine]);
  });

  it('stays kept where it could not be worked out, and its mark stays', async () => {
    const { take, store, failed } = ground({ work: () => Promise.reject(new Error('the database is away')) });
    expect(kinds(await take([at(1)]))).toEqual(['kept']);
    expect(failed).toEqual([mine]);
    expect(await store.mark(mine)).not.toBeNull();
  });

  it('of more than may come at once is not looked at', async () => {
    await expect(ground().take(Array.from({ length: mostReadings + 1 }, () => at(1)))).rejects.toThrow(RangeError);
    expect(await ground().take([])).toEqual([]);
  });
});

describe('a logger that nobody unbinds', () => {
  const received = '2026-11-27T10:00:00.000Z';
  const later = [at(60), at(120), at(120.001)];

  it('is read until an hour after the receipt, and then told that its box was opened', async () => {
    const { take, store } = ground({ states: [[mine, shipmentWith([{}], 'centre', received)]] });
    const verdicts = await take(later);
    expect(kinds(verdicts)).toEqual(['kept', 'kept', 'logger-not-bound']);
    expect(verdicts[2]).toMatchObject({ sentence: expect.stringContaining('60 minutes after the receipt') });
    expect(await stored(store)).toHaveLength(2);
  });

  it('was read for ever before the receipt ended it', async () => {
    expect(kinds(await ground().take(later))).toEqual(['kept', 'kept', 'kept']);
  });

  it('brings what it read before the receipt whenever it comes, late or by file', async () => {
    const { take } = ground({ states: [[mine, shipmentWith([{}], 'centre', received)]] });
    const account = { account: 'anna', organisation: 'office' };
    const byFile: ReadingSource = { logger: 'L1', by: { kind: 'account', account, shipment: mine } };
    expect(kinds(await take([at(150), at(-30)]))).toEqual(['logger-not-bound', 'kept']);
    expect(kinds(await take([at(-29)], byFile))).toEqual(['kept']);
  });

  it('of another’s shipment is told nothing of its receipt', async () => {
    const states = [[mine, shipmentWith([{}], 'somebody else', received)]] as const;
    expect(await ground({ states }).take([at(150)])).toEqual(await ground({ states: [] }).take([at(150)]));
  });
});

describe('readings of a logger beyond what one may have in a shipment', () => {
  it('are refused one by one, the earliest kept, and those that stand are known still', async () => {
    const { take, store } = ground({ most: 3 });
    expect(kinds(await take([at(1), at(2)]))).toEqual(['kept', 'kept']);
    const verdicts = await take([at(5), at(2), at(4), at(3), at(5)]);
    expect(kinds(verdicts)).toEqual([
      ...['too-many-of-logger', 'known', 'too-many-of-logger', 'kept'],
      'too-many-of-logger',
    ]);
    expect(verdicts[0]).toMatchObject({ allowed: ['3'], sentence: expect.stringContaining('has 3 readings') });
    expect(kinds(await take([at(1), at(1, 9)]))).toEqual(['known', 'reading-differs']);
    expect(await stored(store)).toHaveLength(3);
  });

  it('were all kept where nothing counts them', async () => {
    const { take } = ground({ most: Infinity });
    expect(kinds(await take([at(1), at(2), at(3), at(4)]))).toEqual(['kept', 'kept', 'kept', 'kept']);
  });

  it('are taken nowhere else into account: another shipment has its own', async () => {
    const first = shipmentWith([{ unboundAt: zoned('2026-11-27T10:00:00.000Z') }], 'centre');
    const second = shipmentWith([{ boundAt: zoned('2026-11-27T11:00:00.000Z') }], 'centre');
    const { take } = ground({
      most: 1,
      states: [
        [other, second],
        [mine, first],
      ],
    });
    expect(kinds(await take([at(0), at(150)]))).toEqual(['kept', 'kept']);
  });
});

describe('what would become of readings', () => {
  it('is what then does, and keeps nothing', async () => {
    const { take, foresee, store, worked } = ground({ most: 4 });
    await take([at(1), at(2)]);
    worked.length = 0;
    const rows = [at(1), at(2, 9), at(3), at(3), at(3, 5), at(4, 300), at(-90), at(5), at(6)];
    const before = await stored(store);
    const foreseen = await foresee(rows);
    expect(await stored(store)).toEqual(before);
    expect(kinds(foreseen)).toEqual([
      ...['known', 'reading-differs', 'kept', 'known', 'reading-differs'],
      ...['celsius-implausible', 'logger-not-bound', 'kept', 'too-many-of-logger'],
    ]);
    expect(await take(rows)).toEqual(foreseen);
    expect(worked).toEqual([mine]);
  });
});
