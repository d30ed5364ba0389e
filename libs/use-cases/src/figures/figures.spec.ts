import { instantOf } from '@cellrelay/kernel';
import { MemoryFiguresStore } from '@cellrelay/testkit';
import { figuresCsv } from './figures-csv.js';
import { figuresIn } from './figures.js';
import type { CountedLine, FiguresStore } from './figures.port.js';
import { enterPastTotal } from './past-totals.js';

const at = instantOf('2026-11-22T08:00:00.000Z');
if (at === undefined) throw new Error('no instant');

const total = (more: object = {}) => ({
  year: 2019,
  country: 'FR',
  product: 'HPC-A',
  count: 40,
  source: 'Yearly report',
  reason: 'First entry',
  ...more,
});
const line: CountedLine = {
  year: 2024,
  country: 'US',
  region: null,
  product: 'HPC-A',
  shipments: 3,
  domestic: 1,
  outcomes: { infused: 2, cryopreserved: 0, cancelled: 0, stopped: 1 },
  bagsEnded: 2,
  bagsInTarget: 1,
  bagsInLimit: 2,
  ageMinutes: { median: 1835, p90: 2000.5, max: 2400 },
  dosePerKgE6: { median: 5.5, min: 5 },
  doorMinutes: { median: 130, p90: 150, max: 160.5 },
  withLogger: 2,
  withExcursion: 1,
  slackEaten: { departed: 1, infusion: 1 },
  reasons: { 'donor-withdrawn': 1 },
};
const range = { from: 2019, to: 2024, examples: false };

async function withTotals(...bodies: readonly object[]): Promise<FiguresStore> {
  const store = new MemoryFiguresStore(at ?? (undefined as never));
  for (const body of bodies) {
    const entered = await enterPastTotal(store, body, 'ana');
    if (!entered.ok) throw new Error(entered.error[0].sentence);
  }
  return Object.assign(store, { counted: () => Promise.resolve([line]) });
}

describe('the programme’s table', () => {
  it('shows what was entered beside what was counted, each marked as what it is, the newest year first', async () => {
    const { items, years } = await figuresIn(await withTotals(total()), range);
    expect(items.map(({ year, how, shipments }) => [year, how, shipments])).toEqual([
      [2024, 'counted', 3],
      [2019, 'entered', 40],
    ]);
    expect(items[1]).toMatchObject({ source: 'Yearly report', enteredBy: 'ana', infused: null, domestic: null });
    expect(years).toEqual([
      { year: 2024, counted: 3, entered: 0 },
      { year: 2019, counted: 0, entered: 40 },
    ]);
  });

  it('counts the last entry of a year, destination and product, and none that was taken back', async () => {
    const replaced = await withTotals(total(), total({ count: 41, reason: 'Two were counted as one' }));
    expect((await figuresIn(replaced, range)).items.map(({ shipments }) => shipments)).toEqual([3, 41]);
    expect(await replaced.entered(2019, 2019)).toMatchObject([
      { count: 41, current: true },
      { count: 40, current: false },
    ]);
    const back = await withTotals(total(), total({ count: null, reason: 'Another register has them' }));
    expect((await figuresIn(back, range)).items).toHaveLength(1);
  });

  it('is given as CSV, a line for each of its own', async () => {
    const store = await withTotals(
      total({ source: 'Report "2019", table 3', reason: 'x' }),
      total({ country: 'DE', source: '=1+1' }),
    );
    const [head, counted, germany, france, end] = figuresCsv(await figuresIn(store, range)).split('\r\n');
    expect(head?.split(',').slice(0, 8)).toEqual([
      'year',
      'country',
      'region',
      'product',
      'how',
      'shipments',
      'domestic',
      'infused',
    ]);
    expect(counted).toBe(
      '2024,US,,HPC-A,counted,3,1,2,0,0,1,1835,2000.5,2400,5.5,5,2,1,2,donor-withdrawn: 1,,,130,150,160.5,2,1,"departed: 1; infusion: 1"',
    );
    expect(germany).toContain(",'=1+1,ana");
    expect(france).toContain(',"Report ""2019"", table 3",ana');
    expect(end).toBe('');
  });
});

describe('a total of a past year', () => {
  it('entered twice stands once', async () => {
    const store = new MemoryFiguresStore(at);
    await enterPastTotal(store, total(), 'ana');
    expect(await enterPastTotal(store, total(), 'ben')).toMatchObject({
      ok: true,
      value: { repeated: true, total: { by: 'ana' } },
    });
    expect(await store.entered(2019, 2019)).toHaveLength(1);
  });

  it.each<[string, string, object]>([
    ['one-destination', '/country', total({ country: null })],
    ['one-destination', '/region', total({ region: 'Europe' })],
    ['malformed', '/country', total({ country: 'France' })],
    ['out-of-range', '/count', total({ count: -1 })],
    ['out-of-range', '/year', total({ year: 1200 })],
    ['text-missing', '/reason', total({ reason: '' })],
    ['field-missing', '/count', total({ count: undefined })],
    ['unknown-field', '/note', total({ note: 'x' })],
  ])('is refused as %s at %s', async (code, pointer, body) =>
    expect(await enterPastTotal(new MemoryFiguresStore(at), body, 'ana')).toMatchObject({
      ok: false,
      error: [{ code, at: pointer }],
    }),
  );
});
