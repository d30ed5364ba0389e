import type pg from 'pg';
import type { Instant } from '@cellrelay/kernel';
import type { AuditEvent, LinkOwner, PendingSignIn, ProviderIdentity, ProviderLinks } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { instantOfRow } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './oidc-sql.js';

interface TakenRow {
  readonly session: string | null;
  readonly id: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
}

/** Links and browsers on their way, by statements that read the database's clock. */
export class PostgresProviderLinks implements ProviderLinks {
  constructor(private readonly pool: pg.Pool) {}

  async sendAway(tokenHash: string, session: string | null, lastsMs: number): Promise<void> {
    await this.pool.query(sql.sendAway, [tokenHash, session, lastsMs]);
  }

  async takeBack(tokenHash: string): Promise<PendingSignIn | null> {
    const [row] = (await this.pool.query<TakenRow>(sql.takeBack, [tokenHash])).rows;
    if (row === undefined) return null;
    const { session, id, name, organisation } = row;
    if (session === null) return { links: null };
    return id === null || name === null || organisation === null ? null : { links: { id, name, organisation } };
  }

  async accountOf({ issuer, subject }: ProviderIdentity): Promise<string | null> {
    const [row] = (await this.pool.query<{ name: string }>(sql.accountOf, [issuer, subject])).rows;
    return row?.name ?? null;
  }

  link(
    identity: ProviderIdentity,
    to: NonNullable<PendingSignIn['links']>,
  ): Promise<'linked' | 'taken' | 'linked-already'> {
    const { issuer, subject } = identity;
    return transaction(this.pool, async (client) => {
      const made = await client.query(sql.insertLink, [issuer, subject, to.id]);
      if (made.rowCount === 1) {
        await appendAudit(client, auditOf('oidc-linked', identity, to));
        return { keep: true, value: 'linked' as const };
      }
      const [owner] = (await client.query<{ account: string }>(sql.ownerOfLink, [issuer, subject])).rows;
      const another = owner !== undefined && owner.account !== to.id;
      return { keep: false, value: another ? ('taken' as const) : ('linked-already' as const) };
    });
  }

  async linkedSince(issuer: string, account: string): Promise<Instant | null> {
    const [row] = (await this.pool.query<{ at: Date }>(sql.linkedSince, [issuer, account])).rows;
    return row === undefined ? null : instantOfRow(row.at);
  }

  unlink(issuer: string, { name, organisation }: LinkOwner): Promise<boolean> {
    return transaction(this.pool, async (client) => {
      const gone = await client.query<{ account: string; subject: string }>(sql.deleteLink, [issuer, name]);
      const [row] = gone.rows;
      if (row === undefined) return { keep: false, value: false };
      const { subject, account: id } = row;
      await appendAudit(client, auditOf('oidc-unlinked', { issuer, subject }, { id, name, organisation }));
      return { keep: true, value: true };
    });
  }
}

/** The account is its own author: nobody links another's. */
function auditOf(
  kind: string,
  { issuer, subject }: ProviderIdentity,
  { id, name, organisation }: NonNullable<PendingSignIn['links']>,
): AuditEvent {
  return { kind, by: { account: name, organisation }, about: id, data: { issuer, subject } };
}
