import { createPasswords, operatorsAdministrator } from '@cellrelay/platform';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { opsProcess } from '../support/ops-process.js';
import { chosen, PeopleOnApi } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

let api: RunningApi;
let people: PeopleOnApi;
beforeAll(async () => {
  api = await apiOnDatabase({ signIn: rate, perSession: rate });
  people = new PeopleOnApi(api);
});
afterAll(() => api.close());

/** What the command line shows. */
async function shown(): Promise<{ name: string; password: string }> {
  const ops = opsProcess('administrator', { DATABASE_URL: api.own.apiUrl });
  const [, name = '', password = ''] = await ops.said(/Account {3}(\S+)\nPassword {2}(\S+)/);
  expect(await ops.ended).toBe(0);
  return { name, password };
}

describe('the operator’s administrator', () => {
  it('is made on the command line, and given a new password there, which ends the old one’s sessions', async () => {
    const first = await shown();
    const before = await people.signedIn(first);
    expect((await people.get('/me', before)).body).toMatchObject({
      name: 'administrator',
      role: 'administrator',
      organisation: { kind: 'operator' },
    });
    const second = await shown();
    await people.get('/me', before).expect(401);
    await people.post('/session', first).expect(401);
    await people.signedIn(second);
    const kinds = (await people.audit()).map(({ kind, by }) => [kind, by]);
    expect(kinds).toEqual([
      ['account-made', null],
      ['account-made', null],
      ['password-changed', null],
    ]);
  });

  it('is nobody who has the name for another role, or had it', async () => {
    const administrator = await people.signedIn(await shown());
    await people.joined(administrator, 'second', { role: 'administrator' });
    const id = await people.idOf('administrator');
    const second = await people.signedIn({ name: 'second', password: chosen });
    await people.put(`/people/${id}/role`, { role: 'coordinator' }, second).expect(200);
    expect(await operatorsAdministrator(api.database.people, passwords)).toBeNull();
    await people.delete(`/people/${id}`, second).expect(200);
    expect(await operatorsAdministrator(api.database.people, passwords)).toBeNull();
    const refused = opsProcess('administrator', { DATABASE_URL: api.own.apiUrl });
    await refused.said(/belongs to an account that has ended/);
    expect(await refused.ended).toBe(1);
  });
});

describe('a password given anew', () => {
  it('leaves the second factor, unless it is said to go', async () => {
    const account = await people.idOf('coordinator');
    const owner = { account, by: null };
    await api.database.ownAccounts.beginSecondFactor(account, 'v1.sealed');
    await api.database.ownAccounts.setSecondFactor(owner, 1, ['hash']);
    const renewed = async (...args: string[]): Promise<string> => {
      const ops = opsProcess('password', { DATABASE_URL: api.own.apiUrl }, args);
      const [, password = ''] = await ops.said(/Password {2}(\S+)/);
      await ops.ended;
      return password;
    };
    const kept = await renewed('coordinator');
    expect((await people.post('/session', { name: 'coordinator', password: kept })).body.code).toBe(
      'second-factor-needed',
    );
    await people.signedIn({ name: 'coordinator', password: await renewed('--without-second-factor') });
    const last = (await people.audit()).slice(-2).map(({ kind, by }) => [kind, by]);
    expect(last).toEqual([
      ['second-factor-removed', null],
      ['password-changed', null],
    ]);
  });
});
