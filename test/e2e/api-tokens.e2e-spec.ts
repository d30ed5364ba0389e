import { tokenHash } from '@cellrelay/platform';
import pg from 'pg';
import { answers } from '../../apps/api/src/routes/components.js';
import { routeList } from '../../apps/api/src/routes/route-table.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { chosen, PeopleOnApi, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const limits = { signIn: rate, perSession: rate, perAddress: rate };
const shipment = 'a0000000-0000-4000-8000-0000000000aa';
const command = `/shipments/${shipment}/commands/ClearDonor`;

let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
let ada: Headers;
let reads: Headers;
let commands: Headers;
beforeAll(async () => {
  api = await apiOnDatabase(limits);
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
  ada = await people.joined(administrator, 'ada', { role: 'coordinator' });
  [reads, commands] = [await made('read'), await made('command')];
});
afterAll(() => api.close());

const make = (given: object, who = ada) =>
  people.post('/account/tokens', { password: chosen, name: 'EXAMPLE', days: 1, ...given }, who);
async function made(scope: string): Promise<Headers> {
  const { token } = answers.TokenMade.parse((await make({ scope }).expect(201)).body);
  expect(token).toMatch(/^crt_[\w-]{43}$/);
  return { Authorization: `Bearer ${token}` };
}
const write = (who: Headers) =>
  api.http
    .post(`/api/v1${command}`)
    .set({ 'Idempotency-Key': 'k1', 'If-Match': '"3"', ...who })
    .send({});

describe('a program’s token', () => {
  it('reads as its owner, with no cookie', async () => {
    expect((await people.get('/me', reads).expect(200)).body).toMatchObject({ name: 'ada', role: 'coordinator' });
    await people.get('/shipments', reads).expect(200);
  });

  it('writes without an origin as far as its scope goes: the control is a cookie, which must name one', async () => {
    expect((await write(reads)).body.code).toBe('token-not-for-this');
    expect((await write(commands)).body.code).toBe('field-missing');
    expect((await write({ Cookie: ada['Cookie'] ?? '' })).body.code).toBe('origin-refused');
    expect((await write({ ...commands, Origin: 'https://elsewhere.example' })).body.code).toBe('field-missing');
  });

  it('makes no cookie count that comes beside it', async () => {
    const forged = ['Bearer', 'Bearer crt_short', `Bearer crt_${'f'.repeat(43)}`, 'Bearer ada'];
    for (const Authorization of forged) {
      await people.get('/me', { ...ada, Authorization }).expect(401);
      expect((await people.get('/session', { ...ada, Authorization }).expect(200)).body).toEqual({ me: null });
      expect((await write({ ...ada, Authorization })).status).toBe(401);
    }
    await people.get('/me', { ...ada, Authorization: 'Basic eDp5' }).expect(200);
    expect((await people.get('/account/tokens', { ...ada, ...commands }).expect(403)).body.code).toBe(
      'token-not-for-this',
    );
  });

  it('reaches neither people nor accounts, sessions or tokens', async () => {
    const shut = routeList.filter(({ tag, open, id }) => !open && id !== 'me' && /people|account|session/.test(tag));
    expect(shut.length).toBeGreaterThan(20);
    for (const spec of shut) {
      const asked = api.http[spec.method](spec.path.replace('{id}', shipment)).set(commands);
      const answer = await asked.set('Content-Type', 'application/json');
      expect([spec.id, answer.status, answer.body.code]).toEqual([spec.id, 403, 'token-not-for-this']);
    }
  });

  it('is made for a name, a scope and a year at most, by a person who shows their password', async () => {
    const refused: readonly (readonly [object, number, string])[] = [
      [{ scope: 'read', days: 366 }, 400, '/days'],
      [{ scope: 'read', days: 0 }, 400, '/days'],
      [{ scope: 'administrate' }, 400, '/scope'],
      [{ scope: 'read', name: '' }, 400, '/name'],
      [{ scope: 'read', account: shipment }, 400, '/account'],
      [{ scope: 'read', password: 'wrong' }, 403, '/password'],
    ];
    for (const [given, status, at] of refused) {
      const answer = await make(given);
      expect([answer.status, answer.body.at]).toEqual([status, at]);
    }
    const longest = answers.TokenMade.parse((await make({ scope: 'read', days: 365 }).expect(201)).body);
    expect(Date.parse(longest.made.expiresAt) - Date.now()).toBeLessThanOrEqual(365 * 86_400_000);
  });

  it('is listed without itself, and ended by its owner alone, at once', async () => {
    const token = answers.TokenMade.parse((await make({ scope: 'read', name: 'EXAMPLE report' })).body);
    const who = { Authorization: `Bearer ${token.token}` };
    const listed = await people.get('/account/tokens', ada).expect(200);
    expect(answers.OwnTokens.parse(listed.body).items[0]).toMatchObject({ name: 'EXAMPLE report', lastUsedAt: null });
    expect(JSON.stringify(listed.body)).not.toContain(token.token);
    await people.get('/me', who).expect(200);
    expect(
      answers.OwnTokens.parse((await people.get('/account/tokens', ada)).body).items[0]?.lastUsedAt,
    ).not.toBeNull();
    for (const id of [shipment, 'x', token.made.id])
      expect((await people.delete(`/account/tokens/${id}`, api.signedIn).expect(404)).body.code).toBe('no-such-token');
    await people.delete(`/account/tokens/${token.made.id}`, ada).expect(204);
    await people.get('/me', who).expect(401);
    await people.delete(`/account/tokens/${token.made.id}`, ada).expect(404);
  });

  it('ends when its time is over', async () => {
    const who = await made('read');
    await people.get('/me', who).expect(200);
    const owner = new pg.Client({ connectionString: api.own.ownerUrl });
    await owner.connect();
    const hash = tokenHash(who['Authorization']?.slice('Bearer '.length) ?? '');
    await owner.query(`update cellrelay.api_token set expires_at = now() where token_hash = $1`, [hash]);
    await owner.end();
    await people.get('/me', who).expect(401);
  });

  it('stands hashed, and each is on the audit record', async () => {
    const { rows } = await api.database.pool.query('select row_to_json(t)::text as row from cellrelay.api_token t');
    const stored = JSON.stringify([rows, await people.audit()]) + api.logged.join();
    expect(stored).not.toContain('crt_');
    const kinds = (await people.audit()).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['token-made', 'token-ended']));
  });

  it('may be had twenty times, not more, also of two made at once', async () => {
    const cy = await people.joined(administrator, 'cyd', { role: 'coordinator' });
    for (let n = 0; n < 19; n += 1) await make({ scope: 'read' }, cy).expect(201);
    const both = await Promise.all([make({ scope: 'read' }, cy), make({ scope: 'read' }, cy)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

it('a program is held to a rate of its own', async () => {
  const held = await apiOnDatabase({ ...limits, perSession: { burst: 3, perSecond: 0.001 } });
  const there = new PeopleOnApi(held);
  const body = { password: held.password, name: 'EXAMPLE', scope: 'read', days: 1 };
  const { token } = answers.TokenMade.parse((await there.post('/account/tokens', body, held.signedIn)).body);
  const who = { Authorization: `Bearer ${token}` };
  for (let n = 0; n < 3; n += 1) await there.get('/me', who).expect(200);
  await there.get('/me', who).expect(429);
  await there.get('/me', held.signedIn).expect(200);
  await held.close();
});
