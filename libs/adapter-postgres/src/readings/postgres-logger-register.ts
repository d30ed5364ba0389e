import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type {
  AuditAuthor,
  KnownLogger,
  LoggerRegister,
  NewLogger,
  PageOf,
  RegisteredLogger,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow, instantOrNull } from '../instants.js';
import { withoutNul } from '../plain-text.js';
import { transaction } from '../pool.js';
import * as sql from './logger-sql.js';

interface LoggerRead {
  readonly id: string;
  readonly made_at: Date;
  readonly sends: boolean;
  readonly last_heard_at: Date | null;
  readonly ended_at: Date | null;
}

type Unchanged = 'taken' | 'too-many' | null;

/** Devices in their table; each change with its line of the audit record. */
export class PostgresLoggerRegister implements LoggerRegister {
  constructor(private readonly pool: pg.Pool) {}

  async list(
    organisation: string,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<PageOf<RegisteredLogger>> {
    const values = [organisation, withoutNul(after), limit + 1];
    const { rows } = await this.pool.query<LoggerRead & { readonly total: number }>(sql.loggersPage, values);
    const items = rows.slice(0, limit).map(loggerOf);
    const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null;
    return { items, next, total: rows[0]?.total ?? 0 };
  }

  make(by: AuditAuthor, { id, tokenHash }: NewLogger, most: number): Promise<RegisteredLogger | 'taken' | 'too-many'> {
    return this.changed(by, 'logger-made', async (client) => {
      await client.query(sql.holdOrganisation, [by.organisation]);
      const [standing] = (await client.query<{ count: number }>(sql.countStanding, [by.organisation])).rows;
      if ((standing?.count ?? 0) >= most) return 'too-many';
      const values = [withoutNul(id), by.organisation, tokenHash];
      return (await client.query<LoggerRead>(sql.insertLogger, values)).rows[0] ?? 'taken';
    });
  }

  renew(by: AuditAuthor, { id, tokenHash }: NewLogger): Promise<RegisteredLogger | null> {
    return this.changed(by, 'logger-token-renewed', async (client) => {
      const values = [withoutNul(id), by.organisation, tokenHash];
      return (await client.query<LoggerRead>(sql.renewLogger, values)).rows[0] ?? null;
    });
  }

  end(by: AuditAuthor, id: string): Promise<RegisteredLogger | null> {
    return this.changed(by, 'logger-ended', async (client) => {
      return (await client.query<LoggerRead>(sql.endLogger, [withoutNul(id), by.organisation])).rows[0] ?? null;
    });
  }

  async ableToSend(shipment: ShipmentId, loggers: readonly string[]): Promise<ReadonlySet<string>> {
    const values = [shipment, loggers.map(withoutNul)];
    const { rows } = await this.pool.query<{ readonly id: string }>(sql.ableToSend, values);
    return new Set(rows.map(({ id }) => id));
  }

  async byToken(tokenHash: string): Promise<KnownLogger | null> {
    const query = { name: 'logger-find', text: sql.findLogger, values: [tokenHash] };
    return (await this.pool.query<KnownLogger>(query)).rows[0] ?? null;
  }

  /** Nothing changed leaves no line. */
  private changed<Why extends Unchanged>(
    by: AuditAuthor,
    kind: string,
    change: (client: pg.PoolClient) => Promise<LoggerRead | Why>,
  ): Promise<RegisteredLogger | Why> {
    return transaction<RegisteredLogger | Why>(this.pool, async (client) => {
      const row = await change(client);
      if (row === null || typeof row === 'string') return { keep: false, value: row };
      await appendAudit(client, { kind, by, about: row.id, data: {} });
      return { keep: true, value: loggerOf(row) };
    });
  }
}

function loggerOf({ id, sends, ...row }: LoggerRead): RegisteredLogger {
  return {
    id,
    madeAt: instantOfRow(row.made_at),
    sends,
    lastHeardAt: instantOrNull(row.last_heard_at),
    endedAt: instantOrNull(row.ended_at),
  };
}
