import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { codeOf } from '../support/authenticator.js';
import { chosen, PeopleOnApi, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const limits = { signIn: rate, perSession: rate, perAddress: rate };
const unknown = '0190b2f0-0000-7000-8000-00000000dead';

let keys: string;
let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
beforeAll(async () => {
  keys = mkdtempSync(path.join(tmpdir(), 'people-account-'));
  api = await apiOnDatabase(limits, { env: { CELLRELAY_KEYS: path.join(keys, 'keys') } });
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
});
afterAll(async () => {
  await api.close();
  rmSync(keys, { recursive: true });
});

const join = (name: string) => people.joined(administrator, name, { role: 'coordinator' });
const signIn = (name: string, more: object = {}) => people.post('/session', { name, password: chosen, ...more });
const codes = (answer: { body: unknown }) => answers.RecoveryCodes.parse(answer.body).codes;

/** Sets a second factor, by the code of this step: the next one is unused, and taken, since a clock may be one step off. */
async function withSecondFactor(who: Headers) {
  const begun = await people.post('/account/second-factor', { password: chosen }, who).expect(201);
  const { secret, uri } = answers.SecondFactorBegun.parse(begun.body);
  const set = await people.put('/account/second-factor', { code: codeOf(secret) }, who).expect(200);
  return { secret, uri, recovery: codes(set) };
}

describe('a second factor', () => {
  it('is asked for once a first code was shown, and opens no session before', async () => {
    const fay = await join('fay');
    const begun = await people.post('/account/second-factor', { password: chosen }, fay).expect(201);
    await signIn('fay').expect(200);
    const { secret, uri } = answers.SecondFactorBegun.parse(begun.body);
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    for (const code of ['000000', '', 'x'.repeat(41)])
      expect((await people.put('/account/second-factor', { code }, fay)).body.code).toMatch(
        /^(code-refused|body-faulty)$/,
      );
    await people.put('/account/second-factor', { code: codeOf(secret) }, fay).expect(200);
    const asked = await signIn('fay').expect(401);
    expect(asked.body.code).toBe('second-factor-needed');
    expect(asked.headers).not.toHaveProperty('set-cookie');
    expect((await people.get('/account', fay)).body.secondFactor).toEqual({ set: true, recoveryCodesLeft: 10 });
    await signIn('fay', { code: codeOf(secret, 1) }).expect(200);
  });

  it('takes no code twice, none of before one it took, and none of another’s', async () => {
    const { secret } = await withSecondFactor(await join('gil'));
    const other = await withSecondFactor(await join('hal'));
    const code = codeOf(secret, 1);
    expect((await signIn('gil', { code: codeOf(other.secret, 1) }).expect(401)).body.code).toBe(
      'second-factor-refused',
    );
    const both = await Promise.all([signIn('gil', { code }), signIn('gil', { code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await signIn('gil', { code }).expect(401)).body.code).toBe('second-factor-refused');
    expect((await signIn('gil', { code: codeOf(secret) })).status).toBe(401);
  });

  it('says nothing of itself to who has not the password', async () => {
    await withSecondFactor(await join('ida'));
    const said = await Promise.all(
      [{ name: 'ida' }, { name: 'ida', code: '123456' }, { name: 'nobody-at-all' }].map((given) =>
        people.post('/session', { password: 'not the password', ...given }),
      ),
    );
    expect(new Set(said.map(({ status, body }) => JSON.stringify({ status, ...body, request: '' }))).size).toBe(1);
    expect(said[0]?.body.code).toBe('sign-in-refused');
  });

  it('that is lost is stood in for by a recovery code, each once, and by those made last alone', async () => {
    const jon = await join('jon');
    const { recovery } = await withSecondFactor(jon);
    const [first = '', second = '', third = ''] = recovery;
    const back = await signIn('jon', { code: first.toUpperCase() }).expect(200);
    await signIn('jon', { code: first }).expect(401);
    const both = await Promise.all([signIn('jon', { code: second }), signIn('jon', { code: second })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const own = people.headersOf(back);
    expect((await people.get('/account', own)).body.secondFactor.recoveryCodesLeft).toBe(8);
    const renewed = codes(await people.post('/account/recovery-codes', { password: chosen }, own).expect(201));
    await signIn('jon', { code: third }).expect(401);
    await signIn('jon', { code: renewed[0] }).expect(200);
    await people.post('/account/second-factor/removal', { password: chosen }, own).expect(204);
    await signIn('jon').expect(200);
    const about = await people.idOf('jon');
    const kinds = (await people.audit()).filter((each) => each.about === about).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['account-made', 'second-factor-set', 'recovery-code-used', 'recovery-code-used'],
      ...['recovery-codes-renewed', 'recovery-code-used', 'second-factor-removed'],
    ]);
  });

  it('asks for the password again before it is set, removed or its codes made anew', async () => {
    const kim = await join('kim');
    const ways = ['/account/second-factor', '/account/second-factor/removal', '/account/recovery-codes'];
    for (const way of ways) {
      expect((await people.post(way, { password: 'wrong' }, kim).expect(403)).body.code).toBe('password-refused');
      await people.post(way, {}, kim).expect(400);
      await people.get('/me', kim).expect(200);
      await people.post('/session', { name: 'kim', password: chosen }).expect(200);
    }
    const state = async (way: string) => (await people.post(way, { password: chosen }, kim)).body.code;
    expect([await state(ways[1]!), await state(ways[2]!)]).toEqual(['second-factor-not-set', 'second-factor-not-set']);
    expect((await people.put('/account/second-factor', { code: '123456' }, kim)).body.code).toBe(
      'second-factor-not-begun',
    );
    await withSecondFactor(kim);
    expect(await state(ways[0]!)).toBe('second-factor-set-already');
  });

  it('stands encrypted, its codes hashed: with another key it does not open, and a recovery code still works', async () => {
    const { secret, recovery } = await withSecondFactor(await join('lea'));
    const { rows } = await api.database.pool.query(
      'select sealed as text from cellrelay.second_factor union all select hash from cellrelay.recovery_code union all select text from cellrelay.audit_entry',
    );
    const stored = JSON.stringify(rows) + api.logged.join();
    for (const hidden of [secret, ...recovery]) expect(stored).not.toContain(hidden);
    rmSync(path.join(keys, 'keys'), { recursive: true });
    expect((await signIn('lea', { code: codeOf(secret, 1) }).expect(409)).body.code).toBe('second-factor-unreadable');
    await signIn('lea', { code: recovery[0] }).expect(200);
  });

  it('needs a folder for keys, and says what to set', async () => {
    const without = await apiOnDatabase(limits);
    const there = new PeopleOnApi(without);
    const { password, signedIn } = without;
    const refused = await there.post('/account/second-factor', { password }, signedIn).expect(409);
    expect(refused.body).toMatchObject({ code: 'keys-missing', detail: expect.stringContaining('CELLRELAY_KEYS') });
    await without.close();
  });
});

describe('one’s own sessions', () => {
  it('are listed without where from, and ended one by one, or all but this one', async () => {
    const here = await join('mia');
    const others = [await signIn('mia'), await signIn('mia'), await signIn('mia')].map((one) => people.headersOf(one));
    const { items } = answers.OwnSessions.parse((await people.get('/account/sessions', here).expect(200)).body);
    expect(items.filter((each) => each.here)).toHaveLength(1);
    expect(Object.keys(items[0]!).sort()).toEqual(['here', 'id', 'lastSeenAt', 'since']);
    const theirs = answers.OwnSessions.parse((await people.get('/account/sessions', others[0]!)).body).items;
    const id = theirs.find((each) => each.here)?.id;
    await people.delete(`/account/sessions/${id}`, here).expect(204);
    await people.get('/me', others[0]!).expect(401);
    await people.get('/me', others[1]!).expect(200);
    await people.delete('/account/sessions', here).expect(204);
    for (const other of others) await people.get('/me', other).expect(401);
    await people.get('/me', here).expect(200);
  });

  it('of somebody else are not found, alike those that are not there', async () => {
    const [one, other] = [await join('noa'), await join('ole')];
    const foreign = answers.OwnSessions.parse((await people.get('/account/sessions', other)).body).items[0]?.id ?? '';
    for (const id of [foreign, unknown, 'x'])
      expect((await people.delete(`/account/sessions/${id}`, one).expect(404)).body.code).toBe('no-such-session');
    await people.get('/me', other).expect(200);
  });

  it('end with another password, but for the one that asked', async () => {
    const here = await join('pia');
    const other = people.headersOf(await signIn('pia').expect(200));
    const change = (given: object) => people.put('/account/password', { password: chosen, ...given }, here);
    expect((await change({ newPassword: 'short' })).body).toMatchObject({
      code: 'password-too-short',
      at: '/newPassword',
    });
    expect((await change({ newPassword: 'pia pia pia pia' })).body.code).toBe('password-is-name');
    expect((await change({ newPassword: 'Password1234' })).body.code).toBe('password-common');
    expect((await change({ password: 'wrong', newPassword: 'four other words' })).status).toBe(403);
    await change({ newPassword: 'four other words' }).expect(204);
    await people.get('/me', here).expect(200);
    await people.get('/me', other).expect(401);
    await signIn('pia').expect(401);
    await people.signedIn({ name: 'pia', password: 'four other words' });
  });

  it('are never taken over from before signing in, and the browser’s last one ends', async () => {
    const planted = await join('quy');
    const fixed = await people.post('/session', { name: 'pia', password: 'four other words' }, planted).expect(200);
    expect(people.headersOf(fixed)['Cookie']).not.toBe(planted['Cookie']);
    await people.get('/me', planted).expect(401);
    const forged = { ...planted, Cookie: `cellrelay=${'z'.repeat(43)}` };
    await people.post('/session', { name: 'quy', password: chosen }, forged).expect(200);
    await people.get('/me', forged).expect(401);
  });
});

describe('who guesses', () => {
  it('waits for an unknown name as for a known one', async () => {
    await join('rex');
    const waits = async (name: string) => {
      const said: unknown[] = [];
      for (let n = 0; n < 4; n += 1) {
        const { status, body } = await people.post('/session', { name, password: 'wrong' });
        said.push([status, body.code, body.detail]);
      }
      return said;
    };
    expect(await waits('rex')).toEqual(await waits('nobody-like-rex'));
  });

  it('of codes waits too, and asking for the code costs nothing', async () => {
    const { secret } = await withSecondFactor(await join('sam'));
    for (let n = 0; n < 8; n += 1) expect((await signIn('sam')).body.code).toBe('second-factor-needed');
    const said: string[] = [];
    for (let n = 0; n < 4; n += 1) said.push((await signIn('sam', { code: '000000' })).body.code as string);
    expect(said).toEqual(['second-factor-refused', 'second-factor-refused', 'second-factor-refused', 'sign-in-wait']);
    expect((await signIn('sam', { code: codeOf(secret, 1) })).body.code).toBe('sign-in-wait');
  });
});
