import type pg from 'pg';
import type {
  AuditAuthor,
  Changed,
  HeldInvitation,
  Invitation,
  Invited,
  NewInvitation,
  NewLink,
  NewRole,
  Organisation,
  PageOf,
  PeopleStore,
  Person,
} from '@cellrelay/use-cases';
import { endWaysIn } from '../accounts/ending-ways-in.js';
import { instantOfRow } from '../instants.js';
import { inviting, joining, releasing, renewing, withdrawing } from './changing-invitations.js';
import {
  administratorsOf,
  asAdministrator,
  LeftUnchanged,
  refuseAlike,
  refuseTaken,
  type Administrator,
  type Change,
} from './changing-people.js';
import { operatorsAdministrator } from './operators-administrator.js';
import {
  invitationOf,
  organisationOf,
  pageOf,
  personOf,
  type FoundInvitation,
  type FoundOrganisation,
  type FoundPerson,
} from './people-rows.js';
import * as sql from './people-sql.js';

interface Paging {
  readonly after: string;
  readonly limit: number;
}

type Counted<Row> = Row & { readonly total: number };

/** Organisations and people in their tables; changes one at a time, each with its line of the audit record. */
export class PostgresPeopleStore implements PeopleStore {
  constructor(private readonly pool: pg.Pool) {}

  async organisations({ after, limit }: Paging): Promise<PageOf<Organisation>> {
    const { rows } = await this.pool.query<Counted<FoundOrganisation>>(sql.organisationsPage, [after, limit + 1]);
    return pageOf(rows, limit, organisationOf);
  }

  async organisation(id: string): Promise<Organisation | null> {
    const [found] = (await this.pool.query<FoundOrganisation>(sql.organisationById, [id])).rows;
    return found === undefined ? null : organisationOf(found);
  }

  makeOrganisation(by: AuditAuthor, made: Pick<Organisation, 'name' | 'kind'>): Promise<Changed<Organisation>> {
    return asAdministrator(this.pool, by, async ({ client, kind }) => {
      if (kind !== 'operator') throw new LeftUnchanged('not-administrator');
      await refuseAlike(client, made.name);
      const [row] = (await client.query<FoundOrganisation>(sql.insertOrganisation, [made.name, made.kind])).rows;
      if (row === undefined) throw new LeftUnchanged('name-taken');
      return {
        value: organisationOf(row),
        event: { kind: 'organisation-made', about: row.id, data: { name: row.name, kind: row.kind } },
      };
    });
  }

  async people(organisation: string, { after, limit }: Paging): Promise<PageOf<Person>> {
    const { rows } = await this.pool.query<Counted<FoundPerson>>(sql.peoplePage, [organisation, after, limit + 1]);
    return pageOf(rows, limit, personOf);
  }

  async administered(organisation: string): Promise<boolean> {
    return (await administratorsOf(this.pool, organisation)) > 0;
  }

  changeRole(by: AuditAuthor, account: string, { role, courier }: NewRole): Promise<Changed<Person>> {
    return this.ofOwn(by, account, async (client, before) => {
      await refuseTaken(client, courier, account);
      await client.query(sql.updateRole, [account, role, courier]);
      return { kind: 'role-changed', data: { from: before.role, to: role, courier } };
    });
  }

  endAccount(by: AuditAuthor, account: string): Promise<Changed<Person>> {
    return this.ofOwn(by, account, async (client, before) => {
      await client.query(sql.endAccount, [account]);
      await endWaysIn(client, account);
      return { kind: 'account-ended', data: { role: before.role } };
    });
  }

  /** A change of somebody of one's own organisation. Whatever it is, the operator keeps an administrator. */
  private ofOwn(
    by: AuditAuthor,
    account: string,
    change: (client: pg.PoolClient, before: Person) => Promise<Pick<Change<Person>['event'], 'kind' | 'data'>>,
  ): Promise<Changed<Person>> {
    return asAdministrator(this.pool, by, async ({ client, kind }: Administrator) => {
      const [found] = (await client.query<FoundPerson>(sql.activePerson, [account, by.organisation])).rows;
      if (found === undefined) throw new LeftUnchanged('not-found');
      const told = await change(client, personOf(found));
      if (kind === 'operator' && (await administratorsOf(client, by.organisation)) === 0)
        throw new LeftUnchanged('last-administrator');
      const [after] = (await client.query<FoundPerson>(sql.personById, [account])).rows;
      return { value: personOf(after!), event: { ...told, about: account } };
    });
  }

  async invitations(organisation: string): Promise<readonly Invitation[]> {
    const { rows } = await this.pool.query<FoundInvitation>(sql.openInvitations, [organisation]);
    return rows.map(invitationOf);
  }

  invite(by: AuditAuthor, invitation: NewInvitation): Promise<Changed<Invitation>> {
    return asAdministrator(this.pool, by, (administrator) => inviting(administrator, by, invitation));
  }

  renewInvitation(by: AuditAuthor, id: string, link: NewLink): Promise<Changed<Invitation>> {
    return asAdministrator(this.pool, by, (administrator) => renewing(administrator, by, { id, ...link }));
  }

  async heldInvitations(): Promise<readonly HeldInvitation[]> {
    return (await this.pool.query<HeldInvitation>(sql.heldInvitations)).rows;
  }

  releaseInvitation(id: string, link: NewLink): Promise<Changed<Invited>> {
    return releasing(this.pool, id, link);
  }

  withdrawInvitation(by: AuditAuthor, id: string): Promise<Changed<Invitation>> {
    return asAdministrator(this.pool, by, (administrator) => withdrawing(administrator, by, id));
  }

  async noteMail(id: string, mailed: 'sent' | 'failed'): Promise<void> {
    await this.pool.query(sql.noteMail, [id, mailed]);
  }

  async invited(tokenHash: string): Promise<Invited | null> {
    const [row] = (
      await this.pool.query<Pick<Invited, 'person' | 'role'> & Invited['organisation'] & { expires_at: Date }>(
        sql.invited,
        [tokenHash],
      )
    ).rows;
    if (row === undefined) return null;
    const { person, role, name, kind, expires_at: expiresAt } = row;
    return { person, role, organisation: { name, kind }, expiresAt: instantOfRow(expiresAt) };
  }

  join(tokenHash: string, name: string, passwordHash: string): Promise<Changed<string>> {
    return joining(this.pool, tokenHash, { name, passwordHash });
  }

  operatorsAdministrator(name: string, passwordHash: string): Promise<'made' | 'renewed' | null> {
    return operatorsAdministrator(this.pool, name, passwordHash);
  }
}
