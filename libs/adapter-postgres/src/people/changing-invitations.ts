import type pg from 'pg';
import type { AuditAuthor, Changed, Invitation, Invited, NewInvitation, NewLink } from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import {
  administratorsOf,
  changing,
  LeftUnchanged,
  refuseTaken,
  type Administrator,
  type Change,
} from './changing-people.js';
import { invitationOf, type FoundInvitation } from './people-rows.js';
import * as sql from './people-sql.js';

/** More open invitations of one organisation are a mistake, or a mischief. */
const mostOpen = 200;

type Released = Pick<Invited, 'person' | 'role'> &
  Invited['organisation'] & { readonly organisation: string; readonly expires_at: Date };

/** Into one's own organisation; the operator's administrators also an administrator into one that nobody administers yet, or any more: that link is good for nothing before it is released. */
export async function inviting(
  { client, kind }: Administrator,
  by: AuditAuthor,
  { organisation, person, role, courier, mail, tokenHash, lastsMs }: NewInvitation,
): Promise<Change<Invitation>> {
  await refuseForeign({ client, kind }, by, organisation);
  refuseOthers(by, { organisation, role });
  await refuseTaken(client, courier);
  const [open] = (await client.query<{ count: number }>(sql.countInvitations, [organisation])).rows;
  if ((open?.count ?? 0) >= mostOpen) throw new LeftUnchanged('too-many');
  const outside = organisation !== by.organisation;
  const values = [organisation, person, role, courier, mail, tokenHash, lastsMs, outside];
  const [row] = (await client.query<FoundInvitation>(sql.insertInvitation, values)).rows;
  return told(row!, 'person-invited', { organisation, role, courier, ...(outside && { held: true }) });
}

/**
 * Another link for an invitation from outside, which is good then. For whoever runs the server: two people, of whom the one who invites sees no link, and the one who sees it stands
 * on both sides of every wall anyway.
 */
export async function releasing(pool: pg.Pool, id: string, { tokenHash, lastsMs }: NewLink): Promise<Changed<Invited>> {
  return changing(pool, null, async (client) => {
    const [found] = (await client.query<Released>(sql.releaseInvitation, [id, tokenHash, lastsMs])).rows;
    if (found === undefined) throw new LeftUnchanged('not-found');
    const { person, role, name, kind, organisation, expires_at: expiresAt } = found;
    const value = { person, role, organisation: { name, kind }, expiresAt: instantOfRow(expiresAt) };
    return { value, event: { kind: 'invitation-released', about: id, data: { organisation, role } } };
  });
}

/** Another link for the same invitation, of one's own organisation. */
export async function renewing(
  administrator: Administrator,
  by: AuditAuthor,
  { id, tokenHash, lastsMs }: NewLink & { readonly id: string },
): Promise<Change<Invitation>> {
  const { organisation, role } = await openOne(administrator, by, id);
  refuseOthers(by, { organisation, role });
  if (organisation !== by.organisation) throw new LeftUnchanged('held');
  const [row] = (await administrator.client.query<FoundInvitation>(sql.renewInvitation, [id, tokenHash, lastsMs])).rows;
  return told(row!, 'person-invited', { organisation, role, again: true });
}

/** The link is good for nothing from then on. */
export async function withdrawing(
  administrator: Administrator,
  by: AuditAuthor,
  id: string,
): Promise<Change<Invitation>> {
  const { organisation, role } = await openOne(administrator, by, id);
  const [row] = (await administrator.client.query<FoundInvitation>(sql.closeInvitation, [id])).rows;
  return told(row!, 'invitation-withdrawn', { organisation, role });
}

/** An account by an invitation, which is used up by it. */
export async function joining(
  pool: pg.Pool,
  tokenHash: string,
  { name, passwordHash }: { readonly name: string; readonly passwordHash: string },
): Promise<Changed<string>> {
  return changing(pool, null, async (client) => {
    const [found] = (await client.query<FoundInvitation & { organisation: string }>(sql.invitationToJoin, [tokenHash]))
      .rows;
    if (found === undefined) throw new LeftUnchanged('not-found');
    const { id, organisation, person, role, courier } = found;
    await refuseTaken(client, courier);
    const values = [name, passwordHash, organisation, person, role, courier];
    const [made] = (await client.query<{ id: string }>(sql.insertJoined, values)).rows;
    if (made === undefined) throw new LeftUnchanged('name-taken');
    await client.query(sql.closeInvitation, [id]);
    const data = { name, organisation, role, courier, invitation: id };
    return {
      value: made.id,
      event: { kind: 'account-made', by: { account: name, organisation }, about: made.id, data },
    };
  });
}

async function openOne(
  administrator: Administrator,
  by: AuditAuthor,
  id: string,
): Promise<FoundInvitation & { readonly organisation: string }> {
  const [found] = (
    await administrator.client.query<FoundInvitation & { organisation: string }>(sql.openInvitation, [id])
  ).rows;
  if (found === undefined) throw new LeftUnchanged('not-found');
  await refuseForeign(administrator, by, found.organisation);
  return found;
}

async function refuseForeign({ client, kind }: Administrator, by: AuditAuthor, organisation: string): Promise<void> {
  if (organisation === by.organisation) return;
  const there = (await client.query(sql.organisationById, [organisation])).rowCount === 1;
  if (kind !== 'operator' || !there) throw new LeftUnchanged('not-found');
  if ((await administratorsOf(client, organisation)) > 0) throw new LeftUnchanged('not-administrator');
}

/** From outside nobody is put into a role that sees or does anything in a shipment: that is for the organisation's own administrators to say. */
function refuseOthers(by: AuditAuthor, { organisation, role }: Pick<NewInvitation, 'organisation' | 'role'>): void {
  if (organisation !== by.organisation && role !== 'administrator') throw new LeftUnchanged('not-administrator');
}

function told(row: FoundInvitation, kind: string, data: Change<Invitation>['event']['data']): Change<Invitation> {
  return { value: invitationOf(row), event: { kind, about: row.id, data } };
}
