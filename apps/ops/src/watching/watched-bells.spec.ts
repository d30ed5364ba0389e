import { createLogger, noMetrics, type Metrics } from '@cellrelay/platform';
import type { BellFate, Desk } from '@cellrelay/use-cases';
import { watchedBells, watchedDesk } from './watched-bells.js';

const item = {
  id: '41',
  shipment: 's',
  revision: 2,
  attempts: 5,
  obligation: { key: 'hold-seats/1.0/1', stage: 'flight-booking', does: 'call' },
};

function watching() {
  const counted: unknown[] = [];
  const lines: string[] = [];
  const count = (...what: unknown[]) => void counted.push(what.slice(0, 2));
  const metrics: Metrics = { ...noMetrics, bell: ({ fate }) => count('bell', fate), desk: count, looked: count };
  const logger = createLogger({ level: 'debug', form: 'json', write: (line) => lines.push(line) });
  return { counted, lines: () => lines.map((line) => JSON.parse(line) as unknown), all: { metrics, logger } };
}

describe('a watched bell', () => {
  it.each<[BellFate, readonly unknown[]]>([
    ['done', [{ level: 'debug', event: 'bell-answered' }]],
    ['parked', [{ level: 'warn', event: 'bell-parked' }]],
    // The worker has told of it with its reason.
    ['failed', []],
  ])('that is %s has its line, with shipment, item and key', (fate, wanted) => {
    const { counted, lines, all } = watching();
    watchedBells(all).bell({ fate, leased: { item: item as never, lateMs: 41.6 } });
    expect(counted).toEqual([['bell', fate]]);
    const scope = { shipment: 's', item: '41_2', key: 'hold-seats/1.0/1', does: 'call', lateMs: 42, tries: 6 };
    expect(lines()).toMatchObject(wanted.map((line) => ({ ...(line as object), ...scope })));
  });

  it('that nobody leased is counted', () => {
    const { counted, lines, all } = watching();
    watchedBells(all).bell({ fate: 'not-mine', leased: null });
    expect([counted, lines()]).toEqual([[['bell', 'not-mine']], []]);
  });
});

describe('a watched desk', () => {
  const asked = { kind: 'hold-seats', shipment: 's' } as never;

  it('answers as it does, and is counted by what it said', async () => {
    const { counted, lines, all } = watching();
    const desk: Desk = { serves: ['hold-seats'], call: () => Promise.resolve({ kind: 'by-hand' }) };
    const watched = watchedDesk(desk, all);
    expect(watched.serves).toEqual(['hold-seats']);
    expect(await watched.call(asked)).toEqual({ kind: 'by-hand' });
    expect(counted).toEqual([['hold-seats', 'by-hand']]);
    expect(lines()).toMatchObject([{ event: 'desk-called', shipment: 's', call: 'hold-seats', outcome: 'by-hand' }]);
  });

  it('fails as it does, and says nothing of what it said', async () => {
    const { counted, lines, all } = watching();
    const desk: Desk = { serves: [], call: () => Promise.reject(new Error('ZZ-TELLTALE')) };
    await expect(watchedDesk(desk, all).call(asked)).rejects.toThrow('TELLTALE');
    expect(counted).toEqual([['hold-seats', 'failed']]);
    expect(JSON.stringify(lines())).not.toContain('TELLTALE');
  });
});
