import type pg from 'pg';
import type { DataSource, Repository } from 'typeorm';
import type { Role } from '@cellrelay/shipment';
import {
  isMachineryName,
  type Account,
  type AccountStore,
  type Acting,
  type AuditEvent,
  type FirstAccount,
  type NewActing,
  type Session,
  type Verified,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow } from '../instants.js';
import { AccountRow } from '../rows/account.row.js';
import { transaction } from '../pool.js';
import { anyAccount, findAccount, insertAccount, makeOperator, renewPassword } from './account-sql.js';
import { endWaysIn } from './ending-ways-in.js';
import { endSession, findSession, insertSession, sweepSessions } from './session-sql.js';

interface FoundRow {
  readonly id: string;
  readonly name: string;
  readonly password_hash: string;
  readonly created_at: Date;
  readonly acting: Acting;
}

interface StandingRow {
  readonly account: string;
  readonly name: string;
  readonly acting: Acting;
  readonly expires_at: Date;
  readonly last_seen_at: Date;
}

/** Accounts by TypeORM; sessions by statements that read the database's clock. */
export class PostgresAccountStore implements AccountStore {
  private readonly accounts: Repository<AccountRow>;

  constructor(
    dataSource: DataSource,
    private readonly pool: pg.Pool,
  ) {
    this.accounts = dataSource.getRepository(AccountRow);
  }

  async create(name: string, passwordHash: string, given?: NewActing): Promise<Account | null> {
    if (isMachineryName(name)) return null;
    const { organisation = null, person = name, role = 'coordinator', courier = null } = given ?? {};
    const values = [name, passwordHash, organisation, person, role, courier] as const;
    const made = await transaction(this.pool, async (client) => {
      if (organisation === null) await client.query(makeOperator);
      const line = await inserted(client, values);
      if (line === null) return { keep: false, value: false };
      await appendAudit(client, line);
      return { keep: true, value: true };
    });
    return made ? this.find(name) : null;
  }

  createFirst(first: readonly FirstAccount[]): Promise<boolean> {
    return transaction(this.pool, async (client) => {
      const nothing = { keep: false, value: false };
      if ((await client.query(anyAccount)).rowCount !== 0) return nothing;
      await client.query(makeOperator);
      const lines: AuditEvent[] = [];
      for (const { name, role, passwordHash } of first) {
        const line = await inserted(client, [name, passwordHash, null, name, role, null]);
        // Another start was quicker.
        if (line === null) return nothing;
        lines.push(line);
      }
      for (const line of lines) await appendAudit(client, line);
      return { keep: true, value: true };
    });
  }

  async find(name: string): Promise<Account | null> {
    const [row] = (await this.pool.query<FoundRow>(findAccount, [name])).rows;
    if (row === undefined) return null;
    const { id, password_hash: passwordHash, created_at: createdAt, acting } = row;
    return { id, name: row.name, passwordHash, createdAt: instantOfRow(createdAt), acting };
  }

  count(): Promise<number> {
    return this.accounts.count();
  }

  /** The new password and the end of every other way in are one transaction: whoever knew the old one is out. */
  setPassword(name: string, passwordHash: string): Promise<boolean> {
    return transaction(this.pool, async (client) => {
      const [row] = (await client.query<{ id: string }>(renewPassword, [name, passwordHash])).rows;
      if (row === undefined) return { keep: false, value: false };
      await endWaysIn(client, row.id);
      await appendAudit(client, { kind: 'password-changed', by: null, about: row.id, data: { anew: true } });
      return { keep: true, value: true };
    });
  }

  async openSession({ id, passwordHash }: Verified, tokenHash: string, lastsMs: number): Promise<Session | null> {
    const made = await this.pool.query(insertSession, [tokenHash, id, lastsMs, passwordHash]);
    if (made.rowCount !== 1) return null;
    const opened = await this.session(tokenHash);
    if (opened === null) throw new RangeError(`a session that lasts ${lastsMs} ms has ended already`);
    return opened;
  }

  async session(tokenHash: string): Promise<Session | null> {
    const found = await this.pool.query<StandingRow>({ name: 'session-find', text: findSession, values: [tokenHash] });
    const [row] = found.rows;
    if (row === undefined) return null;
    return {
      account: row.account,
      accountName: row.name,
      acting: row.acting,
      expiresAt: instantOfRow(row.expires_at),
      lastSeenAt: instantOfRow(row.last_seen_at),
    };
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.pool.query(endSession, [tokenHash]);
  }

  async sweepSessions(): Promise<number> {
    return (await this.pool.query(sweepSessions)).rowCount ?? 0;
  }
}

/** An account's row; answers what the audit record says of it, null where the name is taken. */
async function inserted(
  client: pg.ClientBase,
  values: readonly [name: string, hash: string, of: string | null, person: string, role: Role, courier: string | null],
): Promise<AuditEvent | null> {
  const [row] = (await client.query<{ id: string; organisation: string }>(insertAccount, [...values])).rows;
  if (row === undefined) return null;
  const [name, , , , role, courier] = values;
  return {
    kind: 'account-made',
    by: null,
    about: row.id,
    data: { name, organisation: row.organisation, role, courier },
  };
}
