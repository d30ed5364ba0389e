import { err, instantOf, ok } from '@cellrelay/kernel';
import { configOf, createLogger, createPasswords, tokenHash, wallNow } from '@cellrelay/platform';
import { MemoryFiguresStore, MemoryPolicyStore, operatorsCoordinator as acting } from '@cellrelay/testkit';
import { SitePolicies, type AccountStore, type Session, type SpearDraftView } from '@cellrelay/use-cases';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createApi } from './create-api.js';
import { standardLimits, type LimitFigures } from './limits/limits.js';
import type { ApiParts } from './parts.js';
import { answers } from './routes/components.js';
import { routeList } from './routes/route-table.js';
import { unusedParts } from './unused-parts.examples.js';

const now = instantOf('2026-11-22T08:00:00.000Z')!;
const shipment = '3f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a11';
const token = 'a'.repeat(43);
const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

/** Accounts in memory: one account, and a session whose token is known. */
async function accountsWith(seen = wallNow()): Promise<AccountStore & { sessions: Map<string, Session> }> {
  const account = { id: '1', name: 'coordinator', passwordHash: await passwords.hash('right'), createdAt: now, acting };
  const standing: Session = { account: '1', accountName: 'coordinator', acting, expiresAt: now, lastSeenAt: seen };
  const sessions = new Map([[tokenHash(token), standing]]);
  return {
    sessions,
    create: () => Promise.resolve(null),
    createFirst: () => Promise.resolve(false),
    find: (name) => Promise.resolve(name === account.name ? account : null),
    count: () => Promise.resolve(1),
    setPassword: () => Promise.resolve(false),
    openSession: (_account, hash) => Promise.resolve(sessions.set(hash, standing).get(hash)!),
    session: (hash) => Promise.resolve(sessions.get(hash) ?? null),
    endSession: (hash) => Promise.resolve(void sessions.delete(hash)),
    sweepSessions: () => Promise.resolve(0),
  };
}

const none = () => Promise.resolve(undefined);
const page = ok({ items: [], next: null, total: 0 });
const unknownCursor = err({ code: 'cursor-unknown', sentence: 'No.' });

const drafts: Record<string, SpearDraftView | null> = { D8: { deviation: 'D8' } as SpearDraftView, D9: null };

const questions: ApiParts['questions'] = {
  as: () => questions,
  list: ({ cursor }) => Promise.resolve(cursor === 'elsewhere' ? unknownCursor : page),
  spearDraft: (_shipment, named) => Promise.resolve(drafts[named]),
  ...{ shipment: none, log: none, correction: none, agenda: none, actions: none },
  ...{ tasks: () => Promise.resolve(page), alerts: () => Promise.resolve(page) },
};

async function partsWith(change: Partial<ApiParts> = {}): Promise<ApiParts & { written: string[] }> {
  const written: string[] = [];
  return {
    written,
    takeCommand: {
      take: () => Promise.resolve({ kind: 'refused', refusals: [{ code: 'no-such-shipment', sentence: 'None.' }] }),
    },
    ...{ questions, letters: {} as never, letterRules: {} as never, readingFiles: {} as never },
    policies: new SitePolicies(new MemoryPolicyStore(now)),
    figures: new MemoryFiguresStore(now),
    accounts: await accountsWith(),
    ...{ ownAccounts: { secondFactor: none } as never, passwords },
    board: { rows: () => Promise.resolve([]), own: () => Promise.resolve([]) },
    changes: {
      latestCursor: () => Promise.resolve('7'),
      changesAfter: (cursor) => Promise.resolve(cursor === 'elsewhere' ? unknownCursor : ok([])),
      watch: () => () => undefined,
    },
    airports: { find: () => undefined, search: () => [] },
    couriers: {
      ...{ find: () => Promise.resolve(null), put: () => Promise.resolve(null) },
      list: () => Promise.resolve({ items: [], total: 0 }),
      nominatedFor: () => Promise.resolve([]),
    },
    ...unusedParts,
    ...{ clock: { now: () => Promise.resolve(now) }, config: configOf({}), boardFolder: null },
    logger: createLogger({ level: 'info', form: 'json', write: (line) => written.push(line) }),
    health: { database: () => Promise.resolve({ ok: true, says: 'reachable' }) },
    ...change,
  };
}

const running: NestExpressApplication[] = [];

async function start(change: Partial<ApiParts> = {}, figures: Partial<LimitFigures> = {}) {
  const parts = await partsWith(change);
  const app = await createApi(parts, { ...standardLimits, ...figures });
  running.push(app);
  await app.listen(0, '127.0.0.1');
  const http = request(await app.getUrl());
  const host = new URL(await app.getUrl()).host;
  return { http, parts, app, origin: `http://${host}`, cookie: `cellrelay=${token}` };
}

/** For what leaves nothing behind: one application for all of it. */
let plain: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  plain = await start();
  running.length = 0;
});
afterAll(() => plain.app.close());

afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()));
});

const command = `/api/v1/shipments/${shipment}/commands/ClearDonor`;

describe('who is not signed in', () => {
  it('gets nothing from any route but sign-in, health and the description', async () => {
    const { http, origin } = await start();
    for (const spec of routeList) {
      const path = spec.path.replace('{id}', shipment).replace('{name}', 'ClearDonor');
      const answer = await http[spec.method](path).set('Origin', origin).set('Content-Type', 'application/json');
      const shut = answer.status === 401 && answer.body.code === 'sign-in-needed';
      expect({ route: spec.id, shut }).toEqual({ route: spec.id, shut: !spec.open });
    }
  });

  it('is told so too with a token that nobody gave out, or one that was left idle', async () => {
    const { http } = await start({ accounts: await accountsWith(instantOf('2026-01-01T00:00:00.000Z')) });
    await http
      .get('/api/v1/me')
      .set('Cookie', `cellrelay=${'b'.repeat(43)}`)
      .expect(401);
    await http.get('/api/v1/me').set('Cookie', `cellrelay=${token}`).expect(401);
  });
});

describe('every address that Nest serves', () => {
  it('is in the route table, and the other way round', async () => {
    const { app } = await start();
    const router = app.getHttpAdapter().getInstance().router as {
      stack: { route?: { path: string; methods: Record<string, boolean> } }[];
    };
    const served = router.stack.flatMap(({ route }) =>
      route === undefined ? [] : Object.keys(route.methods).map((method) => `${method} ${route.path}`),
    );
    const listed = routeList.map((spec) => `${spec.method} ${spec.path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    expect(served.sort()).toEqual(listed.sort());
  });
});

it('answers a draft of a deviation, and says where there is no such deviation', async () => {
  const asked = (named: string) =>
    plain.http.get(`/api/v1/shipments/${shipment}/deviations/${named}/spear-draft`).set('Cookie', plain.cookie);
  expect((await asked('D8').expect(200)).body).toEqual(drafts['D8']);
  expect((await asked('D9').expect(404)).body).toMatchObject({ code: 'no-such-deviation' });
});

describe('signing in', () => {
  const signIn = '/api/v1/session';

  it('gives a session that works, and signing out ends it', async () => {
    const { http, origin } = await start();
    const signedIn = await http
      .post(signIn)
      .set('Origin', origin)
      .send({ name: 'coordinator', password: 'right' })
      .expect(200);
    const cookie = String(signedIn.headers['set-cookie']);
    expect(cookie).toMatch(/^cellrelay=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    const me = await http.get('/api/v1/me').set('Cookie', cookie).expect(200);
    expect(answers.Me.parse(me.body)).toMatchObject({ name: 'coordinator', role: 'coordinator', now });
    await http.delete(signIn).set('Cookie', cookie).set('Origin', origin).expect(204);
    await http.get('/api/v1/me').set('Cookie', cookie).expect(401);
  });

  it('tells a wrong password and an unknown name the same', async () => {
    const { http, origin } = await start();
    const said = await Promise.all(
      ['coordinator', 'nobody'].map((name) =>
        http.post(signIn).set('Origin', origin).send({ name, password: 'wrong' }).expect(401),
      ),
    );
    const [first, second] = said.map(({ body }) => ({ ...body, request: undefined }));
    expect(first).toEqual(second);
  });

  it('makes who guesses wait', async () => {
    const { http, origin } = await start();
    const guess = () => http.post(signIn).set('Origin', origin).send({ name: 'coordinator', password: 'wrong' });
    for (let n = 0; n < 3; n += 1) await guess().expect(401);
    const waits = await guess().expect(429);
    expect(waits.body.code).toBe('sign-in-wait');
    expect(Number(waits.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('refuses what is no sign-in, with each place', async () => {
    const { http, origin } = await start();
    const answer = await http.post(signIn).set('Origin', origin).send({ name: '', extra: 1 }).expect(400);
    expect(answer.body.errors.map((fault: { at: string }) => fault.at).sort()).toEqual([
      '/extra',
      '/name',
      '/password',
    ]);
  });
});

describe('a write', () => {
  it.each([
    ['of another site', 'https://elsewhere.example'],
    ['of a sandboxed page', 'null'],
    ['that does not say whose it is', undefined],
  ])('%s is refused', async (_whose, origin) => {
    const { http, cookie } = plain;
    const post = http.post(command).set('Cookie', cookie).send({});
    const answer = await (origin === undefined ? post : post.set('Origin', origin)).expect(403);
    expect(answer.body.code).toBe('origin-refused');
  });

  it('comes from the configured origin behind a proxy', async () => {
    const config = configOf({ CELLRELAY_ORIGIN: 'https://relay.example.org' });
    const { http } = await start({ config });
    const post = http
      .post('/api/v1/session')
      .set('Origin', 'https://relay.example.org')
      .send({ name: 'coordinator', password: 'right' });
    const answer = await post.set('Host', 'relay.example.org').expect(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-cellrelay=.*Secure/);
  });

  it('is JSON and says so', async () => {
    const { http, cookie, origin } = await start();
    const post = (type: string) =>
      http.post(command).set('Cookie', cookie).set('Origin', origin).set('Content-Type', type);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1']) {
      expect((await post(type).send('{}')).body.code).toBe('body-not-json-type');
    }
    expect((await post('application/json').set('Content-Encoding', 'gzip').send('{}')).body.code).toBe('body-encoded');
  });

  it.each([
    ['{"a":', 400, 'body-not-json'],
    ['"text"', 400, 'body-faulty'],
    ['null', 400, 'body-faulty'],
    ['{"a":1,"a":2}', 400, 'body-faulty'],
    [`{"a":"${'x'.repeat(65_536)}"}`, 413, 'body-too-large'],
    [`${'{"a":'.repeat(17)}1${'}'.repeat(17)}`, 400, 'body-too-deep'],
    [`[${'['.repeat(20_000)}${']'.repeat(20_000)}]`, 400, 'body-too-deep'],
    [JSON.stringify({ a: Array.from({ length: 4_001 }, () => 1) }), 400, 'body-too-many-values'],
    ['{"a":"\\u0000"}', 400, 'text-not-storable'],
    ['{"a":"\\ud800"}', 400, 'text-not-storable'],
    ['{"__proto__":{"admin":true}}', 400, 'unknown-field'],
    ['{"a":[{"__proto__":1}]}', 400, 'unknown-field'],
  ])('out of bounds is refused: %.20s', async (body, status, code) => {
    const { http, cookie, origin } = plain;
    const post = http.post(command).set('Cookie', cookie).set('Origin', origin).set('Content-Type', 'application/json');
    const answer = await post.send(body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

describe('a command', () => {
  async function issue(headers: Record<string, string>, path = command, change?: Partial<ApiParts>) {
    const { http, cookie, origin } = change === undefined ? plain : await start(change);
    const post = http.post(path).set('Cookie', cookie).set('Origin', origin);
    return post.set(headers).send({});
  }
  const good = { 'Idempotency-Key': 'k1', 'If-Match': '"3"' };

  it.each([
    ['no key', { 'If-Match': '"3"' }, 400, 'idempotency-key-missing'],
    ['a key with spaces', { ...good, 'Idempotency-Key': 'a b' }, 400, 'idempotency-key-malformed'],
    ['a key that is too long', { ...good, 'Idempotency-Key': 'a'.repeat(151) }, 400, 'idempotency-key-malformed'],
    ['no revision', { 'Idempotency-Key': 'k1' }, 428, 'if-match-missing'],
    ['none yet, which is for opening only', { 'Idempotency-Key': 'k1', 'If-None-Match': '*' }, 428, 'if-match-missing'],
    ['any revision', { ...good, 'If-Match': '*' }, 400, 'if-match-malformed'],
    ['a weak tag', { ...good, 'If-Match': 'W/"3"' }, 400, 'if-match-malformed'],
    ['a bare number', { ...good, 'If-Match': '3' }, 400, 'if-match-malformed'],
  ])('with %s is refused', async (_what, headers, status, code) => {
    const answer = await issue(headers);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it.each([
    ['/api/v1/shipments/not-an-id/commands/ClearDonor', 400, 'shipment-id-malformed'],
    [`/api/v1/shipments/${shipment}/commands/Nonsense`, 404, 'unknown-command'],
    [`/api/v1/shipments/${shipment}/commands/RingDeadline`, 403, 'command-not-for-people'],
    [`/api/v1/shipments/${shipment}/commands/constructor`, 404, 'unknown-command'],
  ])('at %s is refused', async (path, status, code) => {
    const answer = await issue(good, path);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('that is refused says why, where and what is allowed, and each of several faults', async () => {
    const two = [
      { code: 'field-missing', sentence: 'a is missing.', at: '/a' },
      { code: 'not-one-of', sentence: 'b must be x.', at: '/b', allowed: ['x'] },
    ] as const;
    const answer = await issue(good, command, {
      takeCommand: { take: () => Promise.resolve({ kind: 'refused', refusals: [two[0], two[1]] }) },
    });
    expect(answer.status).toBe(400);
    expect(answers.Problem.parse(answer.body)).toMatchObject({
      code: 'body-faulty',
      at: '/a',
      errors: [
        { at: '/a', code: 'field-missing', detail: 'a is missing.' },
        { at: '/b', code: 'not-one-of', detail: 'b must be x.', allowed: ['x'] },
      ],
    });
  });

  it('that finds the database out of reach is told to come back, and that is no defect', async () => {
    const take = () =>
      Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.1.2.3'), { code: 'ECONNREFUSED' }));
    const outage = (error: unknown) => error instanceof Error && 'code' in error;
    const answer = await issue(good, command, { takeCommand: { take }, outage });
    expect(answer.status).toBe(503);
    expect(answer.body.code).toBe('database-unreachable');
    expect(answer.headers['retry-after']).toBe('5');
    expect(JSON.stringify(answer.body)).not.toContain('10.1.2.3');
  });

  it('that meets a defect shows an id and nothing of the inside', async () => {
    const take = () => Promise.reject(new Error('relation "secret_table" does not exist'));
    const parts = await partsWith();
    const answer = await issue(good, command, { takeCommand: { take }, logger: parts.logger });
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret_table|at .*\.ts/);
    expect(answer.body.request).toBe(answer.headers['x-request-id']);
    expect(parts.written.join()).toContain(answer.body.request);
    expect(parts.written.join()).toContain('secret_table');
  });
});

describe('an answer', () => {
  it('that takes too long is given up, and it is said that it may yet take effect', async () => {
    const take = () => new Promise<never>(() => undefined);
    const { http, cookie, origin } = await start({ takeCommand: { take } }, { answerMs: 30 });
    const post = http.post(command).set({ Cookie: cookie, Origin: origin, 'Idempotency-Key': 'k', 'If-Match': '"1"' });
    const answer = await post.send({}).expect(503);
    expect(answer.body).toMatchObject({ code: 'took-too-long', detail: expect.stringContaining('Idempotency-Key') });
    expect(answer.headers['retry-after']).toBe('5');
  });
});

describe('a request', () => {
  it.each([
    ['/api/v1/nothing', 404, 'no-such-address'],
    ['/api/v1/shipments/%FF', 400, 'path-malformed'],
    [`/api/v1/shipments?q=${'x'.repeat(2_100)}`, 414, 'address-too-long'],
    ['/api/v1/shipments?limit=0', 400, 'query-faulty'],
    ['/api/v1/shipments?limit=101', 400, 'query-faulty'],
    ['/api/v1/shipments?view=nonsense', 400, 'query-faulty'],
    ['/api/v1/shipments?viwe=air', 400, 'query-faulty'],
    ['/api/v1/shipments?q=a&q=b', 400, 'query-faulty'],
    ['/api/v1/shipments?cursor=elsewhere', 400, 'cursor-unknown'],
    ['/api/v1/airports?q=x', 400, 'query-faulty'],
    [`/api/v1/shipments/${shipment}`, 404, 'no-such-shipment'],
    [`/api/v1/shipments/${shipment}/deviations/D1/spear-draft`, 404, 'no-such-shipment'],
    [`/api/v1/shipments/${shipment.toUpperCase()}`, 400, 'shipment-id-malformed'],
  ])('for %.50s answers %d', async (path, status, code) => {
    const { http, cookie } = plain;
    const answer = await http.get(path).set('Cookie', cookie);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answers.Problem.safeParse(answer.body).success).toBe(true);
  });

  it('with a method that the address does not take is told which it does', async () => {
    const { http, cookie, origin } = await start();
    const answer = await http.put('/api/v1/session').set('Cookie', cookie).set('Origin', origin).expect(405);
    expect(answer.headers['allow']).toBe('POST, DELETE, GET, HEAD');
  });

  it('for another name of this computer is not served', async () => {
    const { http } = await start();
    const answer = await http.get('/health/live').set('Host', 'rebound.example').expect(421);
    expect(answer.body.code).toBe('host-not-served');
  });

  it('too many are told when to come back, by address and by session', async () => {
    const byAddress = await start({}, { perAddress: { burst: 2, perSecond: 1 } });
    for (let n = 0; n < 2; n += 1) await byAddress.http.get('/health/live').expect(200);
    expect((await byAddress.http.get('/health/live').expect(429)).headers['retry-after']).toBe('1');
    const bySession = await start({}, { perSession: { burst: 1, perSecond: 1 } });
    await bySession.http.get('/api/v1/me').set('Cookie', bySession.cookie).expect(200);
    await bySession.http.get('/api/v1/me').set('Cookie', bySession.cookie).expect(429);
  });

  it('is answered under a policy that lets in nothing foreign and nothing inline', async () => {
    const { headers } = await (await start()).http.get('/health/live').expect(200);
    const policy = String(headers['content-security-policy']);
    // Our own WebAssembly reads bar codes; nothing makes script of text.
    expect(policy).toContain("default-src 'none';script-src 'self' 'wasm-unsafe-eval';");
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

describe('the log', () => {
  it('has a line for every write, by the id that the answer names, without who asked or what for', async () => {
    const { http, parts, origin } = await start();
    const post = http.post('/api/v1/session?hint=ZZ-TELLTALE').set('Origin', origin);
    const answer = await post.send({ name: 'ZZ-TELLTALE', password: 'ZZ-TELLTALE' }).expect(401);
    expect(parts.written.join()).toContain(`"request":"${answer.body.request}"`);
    expect(parts.written.join()).not.toContain('TELLTALE');
  });
});

describe('health', () => {
  it('names the part that is not ready', async () => {
    const health = { database: () => Promise.resolve({ ok: false, says: 'does not answer' }) };
    const { http } = await start({ health });
    await http.get('/health/live').expect(200);
    const answer = await http.get('/health/ready').expect(503);
    const parts = { database: { ok: false, says: 'does not answer' } };
    expect(answers.Readiness.parse(answer.body)).toEqual({ ready: false, parts });
  });
});

describe('the live stream', () => {
  it('refuses a cursor of no form and more streams than there may be', async () => {
    const { http, cookie } = await start({}, { streamsPerSession: 0 });
    const malformed = await http.get('/api/v1/live').set('Cookie', cookie).set('Last-Event-ID', 'a b');
    expect(malformed.body.code).toBe('cursor-malformed');
    const full = await http.get('/api/v1/live').set('Cookie', cookie).expect(429);
    expect(full.body.code).toBe('too-many-streams');
  });

  it('is not held back by compression, names its cursor at once, and ends when the session is signed out', async () => {
    const { cookie, origin } = await start();
    const answer = await fetch(`${origin}/api/v1/live`, { headers: { cookie, 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('content-encoding')).toBeNull();
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('id: 7\nevent: hello');
    await fetch(`${origin}/api/v1/session`, { method: 'DELETE', headers: { cookie, origin } });
    const rest = [await reader.read(), await reader.read()];
    expect(rest.map((each) => each.value ?? 'over').join('|')).toBe('event: signed-out\ndata: {}\n\n|over');
  });
});

describe('the board', () => {
  it('that is not built says so, and the API still answers', async () => {
    const { http } = await start();
    expect((await http.get('/').set('Accept', 'text/html').expect(503)).text).toContain('The board is not built');
    await http.get('/api/docs').expect(200);
  });
});
