import type { Database } from '@cellrelay/adapter-postgres';
import { newToken, sessionCookie, tokenHash } from '@cellrelay/platform';
import { standings, type Role, type Standing } from '@cellrelay/shipment';
import type { Side } from '@cellrelay/use-cases';

/** Somebody who asks, or nobody. */
export interface Reader {
  readonly name: string;
  readonly standing: Standing | null;
  /** On whose side they stand; null: on neither. */
  readonly side: Side | null;
  /** Whose identities are theirs to know. */
  readonly knows: Side | null;
  readonly password: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Out of which they are made. */
interface Making {
  readonly origin: string;
  readonly hash: string;
  readonly password: string;
  readonly organisations: Readonly<Record<string, string>>;
  /** A registry that stands in no shipment. */
  readonly stranger: string;
  readonly courier: string;
}

const sideOf: Readonly<Record<string, Side>> = {
  'donor-registry': 'donor',
  'collection-centre': 'donor',
  'patient-registry': 'patient',
  'transplant-centre': 'patient',
};

/** Roles that have to know who somebody is. */
const knowing: readonly string[] = ['coordinator', 'physician'];

const anHour = 3_600_000;

/** One reader for each standing there is, somebody of a registry that stands nowhere, and nobody. */
export async function readersIn(database: Database, making: Making): Promise<readonly Reader[]> {
  await database.accounts.create(named('operator/coordinator'), making.hash);
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from cellrelay.organisation where kind = 'operator'`,
  );
  const organisations = { ...making.organisations, operator: rows[0]?.id ?? '' };
  const readers: Reader[] = [];
  for (const standing of standings) readers.push(await readerAs(database, { ...making, organisations }, standing));
  const foreign = { ...making, organisations: { stranger: making.stranger } };
  readers.push(await readerAs(database, foreign, 'stranger/coordinator'));
  const nobody = { standing: null, side: null, knows: null, password: making.password };
  readers.push({ name: 'nobody', ...nobody, headers: { origin: making.origin } });
  return readers;
}

/** The secret of a reader's calendar. */
export function calendarTokenOf(name: string): string {
  return `calendar-of-${name}`;
}

function named(standing: string): string {
  return standing.replace('/', '-');
}

async function readerAs(database: Database, making: Making, standing: string): Promise<Reader> {
  const [part = '', role = ''] = standing.split('/');
  const account = await accountOf(database, making, { part, role: role as Role });
  const calendar = { tokenHash: tokenHash(calendarTokenOf(account.name)), scope: 'all' } as const;
  await database.calendars.make({ account: account.id, by: null }, calendar);
  const token = newToken();
  await database.accounts.openSession(account, tokenHash(token), anHour);
  const cookie = sessionCookie(token, { secure: false, maxAgeSeconds: 3_600 }).split(';')[0] ?? '';
  const side = sideOf[part] ?? null;
  return {
    ...{ name: named(standing), standing: standing.startsWith('stranger') ? null : (standing as Standing), side },
    knows: knowing.includes(role) ? side : null,
    password: making.password,
    headers: { cookie, origin: making.origin },
  };
}

async function accountOf(
  { accounts }: Database,
  { hash, organisations, courier }: Making,
  { part, role }: { readonly part: string; readonly role: Role },
) {
  const name = named(`${part}/${role}`);
  const found = await accounts.find(name);
  if (found !== null) return found;
  const apt = role === 'courier' ? courier : null;
  const acting = { person: `EXAMPLE ${name}`, role, organisation: organisations[part] ?? '', courier: apt };
  const made = await accounts.create(name, hash, acting);
  if (made === null) throw new Error(`there is an account ${name} already`);
  return made;
}
