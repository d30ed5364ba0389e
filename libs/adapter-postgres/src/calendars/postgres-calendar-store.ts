import { instantFromMillis } from '@cellrelay/kernel';
import type pg from 'pg';
import type {
  Acting,
  AuditEvent,
  CalendarAddress,
  CalendarScope,
  CalendarStore,
  CalendarTold,
  OwnCalendar,
  Owner,
  ToldItem,
} from '@cellrelay/use-cases';
import { lockAccount } from '../accounts/own-account-sql.js';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './calendar-sql.js';

/** Before anything was told. */
const never = instantFromMillis(0);

interface OwnRow {
  readonly scope: CalendarScope;
  readonly made_at: Date;
  readonly last_used_at: Date | null;
}

interface AddressRow {
  readonly account: string;
  readonly acting: Acting;
  readonly scope: CalendarScope;
  readonly revision: number;
  readonly told_at: Date | null;
  readonly told_as: string;
  readonly told: readonly ToldItem[];
}

/** Calendars' addresses, each change on the audit record, and what they were told, which is no change of rights. */
export class PostgresCalendarStore implements CalendarStore {
  constructor(private readonly pool: pg.Pool) {}

  async own(account: string): Promise<OwnCalendar | null> {
    const [row] = (await this.pool.query<OwnRow>(sql.ownCalendar, [account])).rows;
    return row === undefined ? null : ownOf(row);
  }

  make(
    owner: Owner,
    { tokenHash, scope }: { readonly tokenHash: string; readonly scope: CalendarScope },
  ): Promise<OwnCalendar | null> {
    return this.told(owner, { kind: 'calendar-made', data: { scope } }, async (client) => {
      const [row] = (await client.query<OwnRow>(sql.makeCalendar, [owner.account, tokenHash, scope])).rows;
      return row === undefined ? null : ownOf(row);
    });
  }

  async end(owner: Owner): Promise<boolean> {
    const ended = await this.told(owner, { kind: 'calendar-ended', data: {} }, async (client) =>
      (await client.query(sql.endCalendar, [owner.account])).rowCount === 1 ? true : null,
    );
    return ended === true;
  }

  async find(tokenHash: string): Promise<CalendarAddress | null> {
    const [row] = (await this.pool.query<AddressRow>(sql.findCalendar, [tokenHash])).rows;
    if (row === undefined) return null;
    const { account, acting, scope, revision, told_at, told_as, told } = row;
    return {
      ...{ account, acting, scope },
      told: { revision, changedAt: instantOrNull(told_at) ?? never, as: told_as, items: told },
    };
  }

  async tell(
    { account, tokenHash, before }: { readonly account: string; readonly tokenHash: string; readonly before: number },
    { revision, changedAt, as, items }: CalendarTold,
  ): Promise<boolean> {
    const values = [account, tokenHash, before, revision, changedAt, as, JSON.stringify(items)];
    return (await this.pool.query(sql.tellCalendar, values)).rowCount === 1;
  }

  /** The account's row is locked first, as by every change of a way in: see accounts/ending-ways-in.ts. */
  private told<Value>(
    { account, by }: Owner,
    told: Pick<AuditEvent, 'kind' | 'data'>,
    work: (client: pg.PoolClient) => Promise<Value | null>,
  ): Promise<Value | null> {
    return transaction(this.pool, async (client) => {
      const stands = (await client.query(lockAccount, [account])).rowCount === 1;
      const value = stands ? await work(client) : null;
      if (value === null) return { keep: false, value };
      await appendAudit(client, { ...told, by, about: account });
      return { keep: true, value };
    });
  }
}

function ownOf({ scope, made_at, last_used_at }: OwnRow): OwnCalendar {
  return { scope, madeAt: instantOfRow(made_at), lastUsedAt: instantOrNull(last_used_at) };
}
