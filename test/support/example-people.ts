import type { Database } from '@cellrelay/adapter-postgres';
import { newToken, sessionCookie, tokenHash } from '@cellrelay/platform';
import type { OrganisationKind, Role } from '@cellrelay/shipment';

/** The headers of whoever is signed in. */
export type Headers = { readonly Cookie: string; readonly Origin: string };

/** Somebody to be made: for an organisation, in a role. */
export interface Newcomer {
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly courier?: string;
}

type Stores = Pick<Database, 'pool' | 'accounts'>;

/** An organisation of that kind; answers its id. */
export async function organisationOf({ pool }: Stores, name: string, kind: OrganisationKind): Promise<string> {
  const text = 'insert into cellrelay.organisation (name, kind, example) values ($1, $2, true) returning id';
  const [row] = (await pool.query<{ id: string }>(text, [name, kind])).rows;
  if (row === undefined) throw new Error('the organisation was not made');
  return row.id;
}

/** An account with a session of an hour, without a password that anybody could type. */
export async function signedInAs({ accounts }: Stores, url: string, newcomer: Newcomer): Promise<Headers> {
  const { name, role, organisation, courier = null } = newcomer;
  const acting = { person: `EXAMPLE ${name}`, role, organisation, courier };
  const account = await accounts.create(name, 'no password fits this', acting);
  if (account === null) throw new Error(`there is an account ${name} already`);
  const token = newToken();
  await accounts.openSession(account, tokenHash(token), 3_600_000);
  return { Cookie: sessionCookie(token, { secure: false, maxAgeSeconds: 3600 }).split(';')[0] ?? '', Origin: url };
}
