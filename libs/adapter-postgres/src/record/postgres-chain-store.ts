import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import { hashBeforeFirst, type ChainLine, type ChainName, type ChainStore, type Head } from '@cellrelay/use-cases';

/** Lines read at a time: what is held in memory. */
const PAGE = 100;

interface HeadRow extends Head {
  readonly id: string;
}

const auditHead = `select seq::integer as seq, hash from cellrelay.audit_entry order by seq desc limit 1`;
const logHead = `select revision as seq, last_hash as hash from cellrelay.shipment where id = $1`;
const logHeads = `select id, revision as seq, last_hash as hash from cellrelay.shipment where id > $1 order by id limit ${PAGE}`;
const auditLines = `select seq::integer as seq, text, hash from cellrelay.audit_entry where seq > $1 and seq <= $2 order by seq limit ${PAGE}`;
const logLines = `select seq, text, hash from cellrelay.event where shipment = $3 and seq > $1 and seq <= $2 order by seq limit ${PAGE}`;

/** Sorts before every id there is. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

const empty: Head = { seq: 0, hash: hashBeforeFirst };

/** The chains in their tables. Lines are only ever added, so that a chain is read page by page without a snapshot; its heads are read in one. */
export class PostgresChainStore implements ChainStore {
  constructor(private readonly pool: pg.Pool) {}

  async head(chain: ChainName): Promise<Head | null> {
    if (chain === 'audit') return (await this.pool.query<Head>(auditHead)).rows[0] ?? empty;
    return (await this.pool.query<Head>(logHead, [shipmentOf(chain)])).rows[0] ?? null;
  }

  async *lines(chain: ChainName, upTo: number): AsyncGenerator<readonly ChainLine[]> {
    const [text, more] = chain === 'audit' ? [auditLines, []] : [logLines, [shipmentOf(chain)]];
    for (let after = 0; ;) {
      const { rows } = await this.pool.query<ChainLine>(text, [after, upTo, ...more]);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = last.seq;
    }
  }

  async *heads(): AsyncGenerator<readonly (Head & { readonly chain: ChainName })[]> {
    const client = await this.pool.connect();
    let whole = false;
    try {
      await client.query('begin isolation level repeatable read read only');
      yield* headsIn(client);
      await client.query('commit');
      whole = true;
    } finally {
      // One that was broken off stands within its transaction still.
      client.release(!whole);
    }
  }
}

async function* headsIn(client: pg.ClientBase): AsyncGenerator<readonly (Head & { readonly chain: ChainName })[]> {
  const [audit = empty] = (await client.query<Head>(auditHead)).rows;
  yield [{ chain: 'audit', ...audit }];
  for (let after = beforeAll; ;) {
    const { rows } = await client.query<HeadRow>(logHeads, [after]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id, seq, hash }) => ({ chain: `shipment/${id as ShipmentId}` as const, seq, hash }));
    after = last.id;
  }
}

function shipmentOf(chain: ChainName): string {
  return chain.slice('shipment/'.length);
}
