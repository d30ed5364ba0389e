import type pg from 'pg';
import {
  namedParts,
  kindOfPart,
  rolesOf,
  type NamedOrganisation,
  type NamedPart,
  type Role,
} from '@cellrelay/shipment';
import { appendAudit } from '../audit/append-audit.js';
import { transaction } from '../pool.js';

/** The courier's id that the examples nominate, and that their example person acts as. */
export const exampleCourier = 'example-courier';

const nameOf = (part: NamedPart): string => `EXAMPLE ${part.replaceAll('-', ' ')}`;

/** Which rules of letters the example registries keep to: one of Beijing, one of Minneapolis. */
const rules: Partial<Readonly<Record<NamedPart, string>>> = { 'donor-registry': 'cmdp', 'patient-registry': 'nmdp' };

const insert = `insert into cellrelay.organisation (name, kind, example, letter_rule) values ($1, $2, true, $3) on conflict (name) do nothing`;
const select = `select id, name from cellrelay.organisation where example and name = any ($1::text[])`;

/** The same, while nobody acts for any of them. Of two starts at once the names decide. */
const unpeopled = `${select} and not exists (
  select from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation where o.example)`;

/** An invented organisation for each part; those that are there already stay. */
export async function exampleOrganisations(pool: pg.Pool): Promise<Readonly<Record<NamedPart, NamedOrganisation>>> {
  for (const part of namedParts) await pool.query(insert, [nameOf(part), kindOfPart[part], rules[part] ?? null]);
  const { rows } = await pool.query<NamedOrganisation>(select, [namedParts.map(nameOf)]);
  const found = namedParts.map((part) => [part, rows.find(({ name }) => name === nameOf(part))]);
  return Object.fromEntries(found) as Readonly<Record<NamedPart, NamedOrganisation>>;
}

/** Of the operator, who is real: whoever starts has a coordinator of their own. */
const operatorsRoles = ['auditor', 'administrator'] as const satisfies readonly Role[];
const operator = `select id, name from cellrelay.organisation where kind = 'operator'`;

const insertExample = `
insert into cellrelay.account (name, password_hash, organisation, person, role, courier, example)
values ($1, $2, $3, $4, $5, $6, true) on conflict do nothing`;

/** An invented person, and as what they sign in. */
export interface ExamplePerson {
  readonly name: string;
  readonly part: NamedPart | 'operator';
  readonly role: Role;
}

/** One person for each role of each example organisation, and the operator's auditor and administrator, all with that password; none where there are no example organisations, or people of theirs already. On the audit record as one line. */
export async function makeExamplePeople(pool: pg.Pool, passwordHash: string): Promise<readonly ExamplePerson[]> {
  return transaction(pool, async (client) => {
    const made: ExamplePerson[] = [];
    for (const newcomer of await newcomers(client))
      made.push(...(await makeOne(client, { ...newcomer, passwordHash })));
    if (made.length > 0) await noted(client, 'example-people-made', { accounts: made.length });
    return { keep: true, value: made };
  });
}

interface NewPerson extends Pick<ExamplePerson, 'part' | 'role'> {
  readonly organisation: string;
  readonly passwordHash: string;
}

async function newcomers(client: pg.ClientBase): Promise<readonly Omit<NewPerson, 'passwordHash'>[]> {
  const { rows } = await client.query<NamedOrganisation>(unpeopled, [namedParts.map(nameOf)]);
  if (rows.length === 0) return [];
  const [own] = (await client.query<NamedOrganisation>(operator)).rows;
  const ofParts = namedParts.flatMap((part) => {
    const organisation = rows.find(({ name }) => name === nameOf(part))?.id;
    return organisation === undefined ? [] : rolesOf[kindOfPart[part]].map((role) => ({ part, role, organisation }));
  });
  const ofOperator = own === undefined ? [] : operatorsRoles.map((role) => ({ role, organisation: own.id }));
  return [...ofOperator.map((each) => ({ part: 'operator' as const, ...each })), ...ofParts];
}

async function makeOne(
  client: pg.ClientBase,
  { part, role, organisation, passwordHash }: NewPerson,
): Promise<readonly ExamplePerson[]> {
  const name = role === 'courier' ? 'courier' : `${part}-${role}`;
  const courier = role === 'courier' ? exampleCourier : null;
  const values = [name, passwordHash, organisation, `EXAMPLE ${name}`, role, courier];
  // The name may be somebody's by now: then it is left to them.
  const { rowCount } = await client.query(insertExample, values);
  return rowCount === 0 ? [] : [{ name, part, role }];
}

/** Links that whoever knows the examples' password made into organisations that stay. */
const closeInvitations = `
update cellrelay.invitation i set closed_at = cellrelay.wall_clock() from cellrelay.organisation o
where o.id = i.organisation and not o.example and i.closed_at is null and exists (
  select from cellrelay.audit_entry e where e.kind = 'person-invited' and e.about = i.id::text
  and e.text::json -> 'by' ->> 'account' in (select cellrelay.came_by_examples()))
returning i.id, i.organisation, i.role`;

interface Closed {
  readonly id: string;
  readonly organisation: string;
  readonly role: Role;
}

/**
 * Removes example organisations and their people, with their sessions, and withdraws what those invited elsewhere. On the audit record as one line, and one for each invitation.
 * Whoever is joining by one of those is waited for, and then in the way.
 */
export async function removeExamplePeople(client: pg.ClientBase): Promise<void> {
  const closed = (await client.query<Closed>(closeInvitations)).rows;
  const text = 'select cellrelay.remove_example_people() as accounts';
  const accounts = (await client.query<{ accounts: number }>(text)).rows[0]?.accounts ?? 0;
  for (const { id: about, organisation, role } of closed)
    await appendAudit(client, { kind: 'invitation-withdrawn', by: null, about, data: { organisation, role } });
  if (accounts > 0) await noted(client, 'example-people-removed', { accounts });
}

function noted(client: pg.ClientBase, kind: string, data: { readonly accounts: number }): Promise<void> {
  return appendAudit(client, { kind, by: null, about: 'examples', data });
}
