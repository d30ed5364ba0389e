import type pg from 'pg';
import type { KeyRegister, SigningKey } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';

interface KeyRow {
  readonly id: string;
  readonly public_key: string;
  readonly from_at: Date;
  readonly retired_at: Date | null;
}

const all = `select id, public_key, from_at, retired_at from cellrelay.signing_key`;
const inUse = `${all} where retired_at is null order by from_at desc limit 1`;
// Of two that are taken up at once the later one retires the earlier.
const alone = `lock table cellrelay.signing_key in share row exclusive mode`;
const retire = `update cellrelay.signing_key set retired_at = cellrelay.wall_clock() where retired_at is null returning id`;
const add = `insert into cellrelay.signing_key (id, public_key) values ($1, $2)`;

/** The register of keys in its own table. Taking one up is for the owner's role: the application reads it. */
export class PostgresKeyRegister implements KeyRegister {
  constructor(private readonly pool: pg.Pool) {}

  async current(): Promise<SigningKey | null> {
    const [row] = (await this.pool.query<KeyRow>(inUse)).rows;
    return row === undefined ? null : keyOf(row);
  }

  async list(): Promise<readonly SigningKey[]> {
    return (await this.pool.query<KeyRow>(`${all} order by from_at desc, id`)).rows.map(keyOf);
  }

  takeUp({ id, publicKey }: Pick<SigningKey, 'id' | 'publicKey'>): Promise<void> {
    return transaction(this.pool, async (client) => {
      await client.query(alone);
      const [before] = (await client.query<{ id: string }>(retire)).rows;
      await client.query(add, [id, publicKey]);
      if (before !== undefined)
        await appendAudit(client, { kind: 'signing-key-retired', by: null, about: before.id, data: {} });
      await appendAudit(client, { kind: 'signing-key-taken-up', by: null, about: id, data: {} });
      return { keep: true, value: undefined };
    });
  }
}

function keyOf({ id, public_key: publicKey, from_at: from, retired_at: retired }: KeyRow): SigningKey {
  return { id, publicKey, from: instantOfRow(from), retiredAt: instantOrNull(retired) };
}
