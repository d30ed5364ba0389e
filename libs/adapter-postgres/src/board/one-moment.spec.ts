import type pg from 'pg';
import { listShipments } from './list.js';
import { openItems } from './open-items.js';

/** A pool that keeps what it is asked, and knows of seven rows of which the page shows none. */
function poolThatKeeps(): { pool: pg.Pool; asked: string[] } {
  const asked: string[] = [];
  const query = (text: string) =>
    Promise.resolve({ rows: asked.push(text) > 0 ? [{ total: 7, id: null, shipment: null }] : [] });
  return { pool: { query } as unknown as pg.Pool, asked };
}

describe('a page and how many there are', () => {
  it('come from one statement, so that nothing is committed between them, on an empty page too', async () => {
    const { pool, asked } = poolThatKeeps();
    const paging = { cursor: null, limit: 50 };
    const nothing = { ok: true, value: { items: [], next: null, total: 7 } };
    expect(await listShipments(pool, {}, paging)).toEqual(nothing);
    expect(await openItems(pool, { tasks: true }, paging)).toEqual(nothing);
    expect(asked).toHaveLength(2);
  });
});
