import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { CourierList, CourierPool, PooledCourier } from '@cellrelay/use-cases';
import { Conditions } from '../board/conditions.js';
import { withoutNul } from '../plain-text.js';

interface RecordRow {
  readonly record: PooledCourier;
}

/** The pool of couriers in its own table. */
export class PostgresCourierPool implements CourierPool {
  constructor(private readonly pool: pg.Pool) {}

  async find(id: string): Promise<PooledCourier | null> {
    const { rows } = await this.pool.query<RecordRow>('select record from cellrelay.courier where id = $1', [
      withoutNul(id),
    ]);
    return rows[0]?.record ?? null;
  }

  async put(courier: PooledCourier): Promise<void> {
    await this.pool.query(
      `insert into cellrelay.courier (id, name, record, search_text) values ($1, $2, $3, $4)
       on conflict (id) do update set name = excluded.name, record = excluded.record, search_text = excluded.search_text,
         changed_at = cellrelay.wall_clock()`,
      [courier.id, courier.name, JSON.stringify(courier), searchTextOf(courier)],
    );
  }

  async list(search: string, limit: number): Promise<CourierList> {
    const wanted = wordsOf(search).reduce(
      (all, word) => all.add('position(? in search_text) > 0', word),
      new Conditions(),
    );
    const counted = await this.pool.query<{ total: number }>(
      `select count(*)::integer as total from cellrelay.courier where ${wanted.text}`,
      wanted.values,
    );
    const found = await this.pool.query<RecordRow>(
      `select record from cellrelay.courier where ${wanted.text} order by name, id limit ${wanted.parameter(limit)}`,
      wanted.values,
    );
    return { items: found.rows.map((row) => row.record), total: counted.rows[0]?.total ?? 0 };
  }

  /** Read from the states of the open shipments, as JSON text: there are few enough of them that no index is kept for it. */
  async nominatedFor(id: string): Promise<readonly ShipmentId[]> {
    const { rows } = await this.pool.query<{ id: ShipmentId }>(
      `select id from cellrelay.shipment where live and (state #> '{stages,courier,courier,poolId}')::text = $1 order by id limit 20`,
      [JSON.stringify(id)],
    );
    return rows.map((row) => row.id);
  }
}

function wordsOf(text: string): readonly string[] {
  return withoutNul(text)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function searchTextOf(courier: PooledCourier): string {
  const { id, name, company, phone, basedIn, passports, visas, languages } = courier;
  const countries = [...passports, ...visas].map((each) => each.country);
  return [id, name, company, phone, basedIn ?? '', ...countries, ...languages].join(' ').toLowerCase();
}
