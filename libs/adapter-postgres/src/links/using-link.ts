import type pg from 'pg';
import type { Refusal } from '@cellrelay/shipment';
import { linkExpired, linkUsed, noSuchLink, type LinkState } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { linkToUse, useLink } from './link-sql.js';

/** A link that a command comes by, its row held until the transaction ends. */
export interface LinkToUse {
  readonly id: string;
  readonly shipment: string;
  readonly command: string;
  readonly made_for: string;
  readonly state: LinkState;
}

/** By which link a command came, or why nothing comes by that any more; neither, where it came by none. */
export interface CameBy {
  readonly link?: LinkToUse;
  readonly refusal?: Refusal;
}

/** The link under its lock. */
export async function linkUnderLock(
  client: pg.ClientBase,
  { id, shipment }: Pick<LinkToUse, 'id' | 'shipment'>,
): Promise<CameBy> {
  const [link] = (await client.query<LinkToUse>(linkToUse, [id])).rows;
  if (link === undefined || link.shipment !== shipment || link.state === 'revoked') return { refusal: noSuchLink };
  if (link.state === 'used') return { refusal: linkUsed };
  return link.state === 'expired' ? { refusal: linkExpired } : { link };
}

/** Uses the link up, where there is one, on the audit record: last in the transaction of what came by it. */
export async function useUp(client: pg.ClientBase, link: LinkToUse | undefined): Promise<void> {
  if (link === undefined) return;
  const { id, shipment, command, made_for: organisation } = link;
  await client.query(useLink, [id]);
  const by = { account: `link:${id}`, organisation };
  await appendAudit(client, { kind: 'link-used', by, about: shipment, data: { link: id, command } });
}
