import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { CourierList, CourierPool, KeptCourier, PooledCourier } from '@cellrelay/use-cases';
import { Conditions } from '../board/conditions.js';
import { withoutNul } from '../plain-text.js';

interface RecordRow {
  readonly record: PooledCourier;
  readonly revision: number;
}

const added = `insert into cellrelay.courier (id, name, record, search_text) values ($1, $2, $3, $4)
  on conflict (id) do nothing returning record, revision`;
const changed = `update cellrelay.courier set name = $2, record = $3, search_text = $4, revision = revision + 1,
  changed_at = cellrelay.wall_clock() where id = $1 and revision = $5 returning record, revision`;

/** The pool of couriers in its own table. */
export class PostgresCourierPool implements CourierPool {
  constructor(private readonly pool: pg.Pool) {}

  async find(id: string): Promise<KeptCourier | null> {
    const { rows } = await this.pool.query<RecordRow>('select record, revision from cellrelay.courier where id = $1', [
      withoutNul(id),
    ]);
    return rows[0] === undefined ? null : keptOf(rows[0]);
  }

  async put(courier: PooledCourier, revision: number): Promise<KeptCourier | null> {
    const values = [courier.id, courier.name, JSON.stringify(courier), searchTextOf(courier)];
    const { rows } =
      revision === 0
        ? await this.pool.query<RecordRow>(added, values)
        : await this.pool.query<RecordRow>(changed, [...values, revision]);
    return rows[0] === undefined ? null : keptOf(rows[0]);
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
      `select record, revision from cellrelay.courier where ${wanted.text} order by name, id limit ${wanted.parameter(limit)}`,
      wanted.values,
    );
    return { items: found.rows.map(keptOf), total: counted.rows[0]?.total ?? 0 };
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

function keptOf({ record, revision }: RecordRow): KeptCourier {
  return { ...record, revision };
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
