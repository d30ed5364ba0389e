import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type {
  AuditAuthor,
  FoundLink,
  LinkPaging,
  LinkStore,
  NewSignedLink,
  PageOf,
  SignedLink,
} from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { transaction } from '../pool.js';
import { linkOf, type LinkRead } from './link-rows.js';
import * as sql from './link-sql.js';

/** More open links of one shipment are a mistake, or a mischief. */
const mostOpen = 100;

/** Links in their table; each that is made or revoked with its line of the audit record. */
export class PostgresLinkStore implements LinkStore {
  constructor(private readonly pool: pg.Pool) {}

  make(by: AuditAuthor, { statement, task, addressee, mail, tokenHash }: NewSignedLink): Promise<SignedLink | null> {
    const { link: id, shipment, command, organisation, expiresAt } = statement;
    const what = [id, shipment, command, task, addressee, organisation, mail];
    return transaction(this.pool, async (client) => {
      await client.query(sql.holdShipment, [shipment]);
      const [open] = (await client.query<{ count: number }>(sql.countOpen, [shipment])).rows;
      if ((open?.count ?? 0) >= mostOpen) return { keep: false, value: null };
      const values = [...what, tokenHash, by.account, by.organisation, expiresAt];
      const [row] = (await client.query<LinkRead>(sql.insertLink, values)).rows;
      const data = { link: id, command, expiresAt };
      await appendAudit(client, { kind: 'link-made', by, about: shipment, data });
      return { keep: true, value: linkOf(row!) };
    });
  }

  async list(shipment: ShipmentId, { after, limit }: LinkPaging): Promise<PageOf<SignedLink>> {
    const { rows } = await this.pool.query<LinkRead & { total: number }>(sql.linksPage, [shipment, after, limit + 1]);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { items: shown.map(linkOf), next, total: rows[0]?.total ?? 0 };
  }

  revoke(by: AuditAuthor, id: string): Promise<SignedLink | null> {
    return transaction(this.pool, async (client) => {
      const [row] = (await client.query<LinkRead & { shipment: string }>(sql.revokeLink, [id])).rows;
      if (row === undefined) return { keep: false, value: null };
      const data = { link: id, command: row.command };
      await appendAudit(client, { kind: 'link-revoked', by, about: row.shipment, data });
      return { keep: true, value: linkOf(row) };
    });
  }

  async noteMail(id: string, mailed: 'sent' | 'failed'): Promise<void> {
    await this.pool.query(sql.noteMail, [id, mailed]);
  }

  async find(tokenHash: string): Promise<FoundLink | null> {
    const [row] = (await this.pool.query<LinkRead>(sql.linkByHash, [tokenHash])).rows;
    return row === undefined ? null : { ...linkOf(row), madeFor: row.made_for };
  }
}
