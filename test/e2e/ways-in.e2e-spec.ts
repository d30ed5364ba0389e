import { randomUUID } from 'node:crypto';
import { setTimeout as passed } from 'node:timers/promises';
import { newApiToken, tokenHash } from '@cellrelay/platform';
import type { Account } from '@cellrelay/use-cases';
import pg from 'pg';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { chosen, PeopleOnApi, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const issuer = 'https://sign-in.example.org';

let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
beforeAll(async () => {
  api = await apiOnDatabase({ signIn: rate, perSession: rate, perAddress: rate });
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
});
afterAll(() => api.close());

/** Somebody who is signed in, has a program, and is linked to a provider. */
async function withEveryWay(name: string, role = 'coordinator') {
  const here = await people.joined(administrator, name, { role });
  const account = (await api.database.accounts.find(name))!;
  const there = await people.signedIn({ name, password: chosen });
  const token = newApiToken();
  const given = { name: 'EXAMPLE', scope: 'read', tokenHash: tokenHash(token), lastsMs: 60_000 } as const;
  await api.database.ownAccounts.makeToken({ account: account.id, by: null }, given, 9);
  const identity = { issuer, subject: randomUUID() };
  expect(await api.database.providerLinks.link(identity, targetOf(account))).toBe('linked');
  const program = { Authorization: `Bearer ${token}` };
  for (const who of [here, there, program]) await people.get('/me', who).expect(200);
  return { account, here, there, program, identity };
}

const targetOf = ({ id, name, acting }: Account) => ({ id, name, organisation: acting.organisation.id });

describe('every way in besides the password', () => {
  it('ends with another password of one’s own choice, but for the session that asked', async () => {
    const { here, there, program, identity } = await withEveryWay('ann');
    await people.put('/account/password', { password: chosen, newPassword: 'four other words' }, here).expect(204);
    await people.get('/me', here).expect(200);
    for (const who of [there, program]) await people.get('/me', who).expect(401);
    expect(await api.database.providerLinks.accountOf(identity)).toBeNull();
  });

  it.each([
    ['a password from the command line', 'bob', (name: string) => api.database.accounts.setPassword(name, 'hash')],
    [
      'an administrator’s from the command line',
      'cat',
      (name: string) => api.database.people.operatorsAdministrator(name, 'hash'),
    ],
    [
      'the account',
      'dan',
      async (name: string) => people.delete(`/people/${await people.idOf(name)}`, administrator).expect(200),
    ],
  ])('ends with %s', async (_, name, end) => {
    const { here, there, program, identity } = await withEveryWay(name, 'administrator');
    await end(name);
    for (const who of [here, there, program]) await people.get('/me', who).expect(401);
    expect(await api.database.providerLinks.accountOf(identity)).toBeNull();
    const left = await api.database.pool.query('select from cellrelay.account_oidc where subject = $1', [
      identity.subject,
    ]);
    expect(left.rowCount).toBe(0);
  });

  it('is made at no account that has ended', async () => {
    const { account } = await withEveryWay('eva');
    await people.delete(`/people/${account.id}`, administrator).expect(200);
    expect(await api.database.accounts.openSession(account, 'late', 60_000)).toBeNull();
    const owner = { account: account.id, by: null };
    const given = { name: 'EXAMPLE', scope: 'read', tokenHash: randomUUID(), lastsMs: 60_000 } as const;
    expect(await api.database.ownAccounts.makeToken(owner, given, 9)).toBeNull();
    expect(await api.database.calendars.make(owner, { tokenHash: randomUUID(), scope: 'all' })).toBeNull();
    const identity = { issuer, subject: randomUUID() };
    expect(await api.database.providerLinks.link(identity, targetOf(account))).not.toBe('linked');
    expect(await api.database.providerLinks.accountOf(identity)).toBeNull();
  });
});

describe('a session that is asked for while the password is changed', () => {
  it('waits for the change, and is then not opened', async () => {
    const { account } = await withEveryWay('gil');
    const { accounts, pool } = api.database;
    const client = await pool.connect();
    await client.query('begin');
    await client.query(`update cellrelay.account set password_hash = 'other' where id = $1`, [account.id]);
    const opened = accounts.openSession(account, 'late', 60_000);
    await passed(150);
    await client.query('commit');
    client.release();
    expect(await opened).toBeNull();
    expect(await accounts.session('late')).toBeNull();
  });
});

describe('whatever changes an account', () => {
  it('waits for the account’s row before it takes any other, so that no two wait for each other', async () => {
    const { account, identity } = await withEveryWay('fay');
    const { ownAccounts, calendars, providerLinks, people: store } = api.database;
    const owner = { account: account.id, by: null };
    const by = { account: 'administrator', organisation: account.acting.organisation.id };
    const ways: readonly (() => Promise<unknown>)[] = [
      () => ownAccounts.endOtherSessions(owner, ''),
      () => ownAccounts.endSession(owner, randomUUID()),
      () => ownAccounts.endToken(owner, randomUUID()),
      () => calendars.make(owner, { tokenHash: randomUUID(), scope: 'all' }),
      () => ownAccounts.takeRecoveryCode(owner, 'hash'),
      () => ownAccounts.removeSecondFactor(owner),
      () => ownAccounts.changePassword(owner, 'hash', ''),
      () => providerLinks.unlink(issuer, targetOf(account)),
      () => providerLinks.link(identity, targetOf(account)),
      () => store.endAccount(by, account.id),
    ];
    for (const way of ways) expect(await waitsFor(account.id, way)).toBe(true);
  });
});

/** Whether that waits while somebody else has the account's row, and holds none of its sessions, tokens and links meanwhile. */
async function waitsFor(account: string, way: () => Promise<unknown>): Promise<boolean> {
  const other = new pg.Client({ connectionString: api.own.ownerUrl });
  await other.connect();
  await other.query('begin');
  await other.query('select from cellrelay.account where id = $1 for no key update', [account]);
  let over = false;
  const done = way().then(() => (over = true));
  await passed(150);
  const waited = !over;
  for (const table of ['session', 'api_token', 'account_oidc', 'calendar'])
    await other.query(`select from cellrelay.${table} where account = $1 for update nowait`, [account]);
  await other.query('rollback');
  await other.end();
  await done;
  return waited;
}
