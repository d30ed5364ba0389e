import { err, ok, shipmentIdOf, type Instant } from '@cellrelay/kernel';
import type { Change } from '../questions.port.js';
import type { ShipmentView } from '../questions/views.js';
import type { NewDelivery } from './delivery.js';
import type { EndpointFeed } from './endpoint.port.js';
import { FeedEndpoints, type FeedingParts } from './feed-endpoints.js';

const id = shipmentIdOf('0a000000-0000-4000-8000-000000000001')!;
const since = '2026-11-01T00:00:00.000Z';
const happened = { at: '2026-11-02T00:00:00.000Z', what: 'Collected', kind: 'happened', plan: null };
const view = { id, reference: 'EX-1', example: false, alertsFull: [], timeline: [happened] } as unknown as ShipmentView;

function ground(more: { view?: Partial<ShipmentView> | null; examples?: boolean; known?: boolean } = {}) {
  const feed: EndpointFeed = {
    ...{ id: 'e1', cursor: '1', since, examples: more.examples ?? false },
    organisation: { id: 'o1', name: 'EXAMPLE centre', kind: 'transplant-centre' },
  };
  const [kept, asked, cursors] = [new Map<string, NewDelivery>(), [] as unknown[], [] as string[]];
  const changes: readonly Change[] = [
    { cursor: '2', shipment: id, revision: 3 },
    { cursor: '3', shipment: id, revision: null },
  ];
  const failed: unknown[] = [];
  const shown = more.view === null ? undefined : { ...view, ...more.view };
  const parts: FeedingParts = {
    clock: { now: () => Promise.resolve(since as Instant) },
    failed: (error) => failed.push(error),
    endpoints: {
      feeds: () => Promise.resolve([feed]),
      moveOn: (_feed, cursor) => Promise.resolve(void cursors.push(cursor)),
    },
    changes: {
      changesAfter: () =>
        Promise.resolve(more.known === false ? err({ code: 'cursor-unknown', sentence: 'None.' }) : ok(changes)),
      latestCursor: () => Promise.resolve('9'),
    },
    questions: {
      as: (reader) => {
        asked.push(reader);
        return { shipment: () => Promise.resolve(shown) } as never;
      },
    },
    deliveries: {
      lastOf: () => Promise.resolve(new Map()),
      enqueue: (many) => {
        const fresh = many.filter(({ key }) => !kept.has(key));
        fresh.forEach((each) => kept.set(each.key, each));
        return Promise.resolve(fresh.length);
      },
    },
  };
  return { parts, kept, asked, cursors, failed };
}

describe('a program', () => {
  it('is told what its organisation’s coordinators see, and then the cursor moves', async () => {
    const { parts, kept, asked, cursors } = ground();
    expect(await new FeedEndpoints(parts).look()).toBe(true);
    expect([[...kept.values()].map(({ channel }) => channel), cursors]).toEqual([['webhook'], ['3']]);
    expect(asked).toEqual([expect.objectContaining({ role: 'coordinator', courier: null })]);
  });

  it('is told nothing twice and loses nothing where whoever tells it dies before the cursor has moved', async () => {
    const { parts, kept, cursors, failed } = ground();
    const moveOn = () => Promise.reject(new Error('gone'));
    const dying = new FeedEndpoints({ ...parts, endpoints: { ...parts.endpoints, moveOn } });
    expect([await dying.look(), failed]).toEqual([false, [new Error('gone')]]);
    await new FeedEndpoints(parts).look();
    expect([kept.size, cursors]).toEqual([1, ['3']]);
  });

  it('is told though another before it cannot be', async () => {
    const { parts, cursors, failed } = ground();
    const [feed] = await parts.endpoints.feeds();
    const feeds = () => Promise.resolve([{ ...feed!, id: 'e0', cursor: 'broken' }, feed!]);
    const changesAfter = (cursor: string, most: number) =>
      cursor === 'broken' ? Promise.reject(new Error('broken')) : parts.changes.changesAfter(cursor, most);
    const changes = { ...parts.changes, changesAfter };
    await new FeedEndpoints({ ...parts, changes, endpoints: { ...parts.endpoints, feeds } }).look();
    expect([cursors, failed]).toEqual([['3'], [new Error('broken')]]);
  });

  it.each([
    ['its organisation does not see', { view: null }],
    ['is an example', { view: { example: true } }],
  ])('is told nothing of what %s', async (_what, more) => {
    const { parts, kept } = ground(more);
    await new FeedEndpoints(parts).look();
    expect(kept.size).toBe(0);
  });

  it('is told of examples where it wants to be', async () => {
    const { parts, kept } = ground({ view: { example: true }, examples: true });
    await new FeedEndpoints(parts).look();
    expect(kept.size).toBe(1);
  });

  it('begins anew where the database is another', async () => {
    const { parts, cursors } = ground({ known: false });
    expect([await new FeedEndpoints(parts).look(), cursors]).toEqual([false, ['9']]);
  });
});
