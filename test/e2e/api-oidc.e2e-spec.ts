import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { startRealProvider, walkedThrough, type RealProvider } from '../support/real-provider.js';

const callback = '/api/v1/session/oidc/callback';
const many = { burst: 1_000, perSecond: 1_000 };

let provider: RealProvider;
let api: RunningApi;

beforeAll(async () => {
  provider = await startRealProvider();
  api = await apiOnDatabase({ signIn: many }, { env: provider.settings });
  provider.serve(`${api.url}${callback}`);
  await link('anna');
});
afterAll(async () => {
  await api?.close();
  await provider?.close();
});

/** A browser's cookies for this server. */
class Browser {
  private readonly cookies = new Map<string, string>();

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  take(set: readonly string[]): void {
    for (const each of set) {
      const [name = '', value = ''] = (each.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  /** Begins to sign in; answers where it is sent. */
  async sentAway(): Promise<string> {
    const sent = await fetch(`${api.url}/api/v1/session/oidc`, {
      method: 'POST',
      headers: { origin: api.url, cookie: this.cookie, 'content-type': 'application/json' },
    });
    if (sent.status !== 200) throw new Error(await sent.text());
    this.take(sent.headers.getSetCookie());
    return ((await sent.json()) as { to: string }).to;
  }

  /** Opens an address as a navigation from another site does. */
  async open(address: string, accept = 'application/json'): Promise<Response> {
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: this.cookie, accept } });
    this.take(answer.headers.getSetCookie());
    return answer;
  }

  async me(): Promise<unknown> {
    const answer = await fetch(`${api.url}/api/v1/session`, { headers: { cookie: this.cookie } });
    return ((await answer.json()) as { me: { name: string } | null }).me?.name ?? null;
  }
}

/** Links the first account to that name at the provider. */
async function link(login: string): Promise<Response> {
  const begun = await api.http.post('/api/v1/me/oidc').set(api.signedIn).send({ password: api.password }).expect(200);
  const browser = new Browser();
  browser.take([String(begun.headers['set-cookie'])]);
  return browser.open(await walkedThrough(String(begun.body.to), login));
}

function unlink() {
  return api.http.post('/api/v1/me/oidc/end').set(api.signedIn).send({ password: api.password });
}

const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;

async function count(table: string): Promise<number> {
  const found = await api.database.pool.query<{ n: number }>(`select count(*)::int as n from cellrelay.${table}`);
  return found.rows[0]?.n ?? -1;
}

describe('signing in by the provider', () => {
  it('is offered by its name', async () => {
    expect((await api.http.get('/api/v1/session/oidc').expect(200)).body).toEqual({ name: 'EXAMPLE Hospital' });
  });

  it('opens a session of the linked account, and goes on to our own page', async () => {
    const browser = new Browser();
    const back = await browser.open(await walkedThrough(await browser.sentAway(), 'anna'));
    expect({ status: back.status, to: back.headers.get('location') }).toEqual({ status: 303, to: '/' });
    expect(back.headers.get('cache-control')).toBe('no-store');
    expect(back.headers.getSetCookie()).toEqual([
      'cellrelay-oidc=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      expect.stringMatching(/^cellrelay=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await browser.me()).toBe('coordinator');
  });

  it('opens a new session, whatever the browser held before', async () => {
    const planted = 'p'.repeat(43);
    const browser = new Browser();
    browser.take([`cellrelay=${planted}`]);
    await browser.open(await walkedThrough(await browser.sentAway(), 'anna'));
    expect(browser.cookie).not.toContain(planted);
    expect((await api.http.get('/api/v1/me').set('Cookie', `cellrelay=${planted}`)).status).toBe(401);
  });

  it('makes no account, and tells somebody unknown no more than a forged answer', async () => {
    const [accounts, sessions] = [await count('account'), await count('session')];
    const [stranger, forger] = [new Browser(), new Browser()];
    const unknown = await stranger.open(await walkedThrough(await stranger.sentAway(), 'nobody'));
    await forger.sentAway();
    const forged = await forger.open(`${api.url}${callback}?code=forged&state=forged`);
    const [one, other] = [await unknown.json(), await forged.json()].map((body) => ({
      ...(body as { code: string }),
      request: '',
    }));
    expect(one).toEqual(other);
    expect([unknown.status, one!.code]).toEqual([401, 'oidc-refused']);
    expect([await count('account'), await count('session')]).toEqual([accounts, sessions]);
  });

  it('is read in a page by whoever it fails for, without script and under the same policy', async () => {
    const answer = await new Browser().open(`${api.url}${callback}?code=<script>ZZ-TELLTALE`, 'text/html');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page).toContain('Signing in by EXAMPLE Hospital did not succeed');
    expect(page).not.toMatch(/<script|TELLTALE/);
  });
});

describe('an answer of the provider', () => {
  it('is good once', async () => {
    const browser = new Browser();
    const back = await walkedThrough(await browser.sentAway(), 'anna');
    const before = browser.cookie;
    expect((await browser.open(back)).status).toBe(303);
    const again = await fetch(back, { redirect: 'manual', headers: { cookie: before } });
    expect([again.status, await codeOf(again)]).toEqual([401, 'oidc-refused']);
  });

  it('is good once even when it comes twice at the same moment', async () => {
    const browser = new Browser();
    const back = await walkedThrough(await browser.sentAway(), 'anna');
    const headers = { cookie: browser.cookie };
    const both = await Promise.all([1, 2].map(() => fetch(back, { redirect: 'manual', headers })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 401]);
  });

  it.each([
    ['another browser that was sent away too', async () => sentAwayToo()],
    ['a browser that was not', () => Promise.resolve(new Browser())],
    ['a browser with a cookie that nobody gave', () => Promise.resolve(planted())],
  ])('is nothing to %s: nobody is signed in as somebody else', async (_whose, makeOther) => {
    const attacker = new Browser();
    const back = await walkedThrough(await attacker.sentAway(), 'anna');
    const victim = await makeOther();
    const answer = await victim.open(back);
    expect([answer.status, await codeOf(answer), await victim.me()]).toEqual([401, 'oidc-refused', null]);
    // The control: it was a good answer all the while.
    expect((await attacker.open(back)).status).toBe(303);
  });

  it('is nothing with a code that was used before, in a sign-in of one’s own', async () => {
    const [first, second] = [new Browser(), new Browser()];
    const back = new URL(await walkedThrough(await first.sentAway(), 'anna'));
    expect((await first.open(back.href)).status).toBe(303);
    const own = new URL(await walkedThrough(await second.sentAway(), 'nobody'));
    own.searchParams.set('code', back.searchParams.get('code')!);
    expect(await codeOf(await second.open(own.href))).toBe('oidc-refused');
  });

  it('is nothing with somebody else’s code that nobody used yet', async () => {
    const [victim, attacker] = [new Browser(), new Browser()];
    const stolen = new URL(await walkedThrough(await victim.sentAway(), 'anna')).searchParams.get('code')!;
    const own = new URL(await walkedThrough(await attacker.sentAway(), 'nobody'));
    own.searchParams.set('code', stolen);
    expect(await codeOf(await attacker.open(own.href))).toBe('oidc-refused');
    expect(await attacker.me()).toBeNull();
  });

  it.each([
    ['a changed state', (back: URL) => back.searchParams.set('state', 's'.repeat(43))],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['a second state', (back: URL) => back.searchParams.append('state', 's'.repeat(43))],
    ['another issuer', (back: URL) => back.searchParams.set('iss', 'https://elsewhere.example')],
    ['no issuer, which it names', (back: URL) => back.searchParams.delete('iss')],
    ['no code', (back: URL) => back.searchParams.delete('code')],
  ])('is nothing with %s', async (_what, change) => {
    const browser = new Browser();
    const back = new URL(await walkedThrough(await browser.sentAway(), 'anna'));
    change(back);
    expect(await codeOf(await browser.open(back.href))).toBe('oidc-refused');
    expect(await browser.me()).toBeNull();
  });

  it('is nothing when somebody declines at the provider', async () => {
    const browser = new Browser();
    expect(await codeOf(await browser.open(await walkedThrough(await browser.sentAway(), '')))).toBe('oidc-refused');
  });

  it('is nothing after ten minutes', async () => {
    const browser = new Browser();
    const back = await walkedThrough(await browser.sentAway(), 'anna');
    const left = await api.database.pool.query<{ minutes: number }>(
      'select extract(epoch from max(expires_at) - cellrelay.wall_clock()) / 60 as minutes from cellrelay.oidc_pending',
    );
    expect(Number(left.rows[0]?.minutes)).toBeLessThanOrEqual(10);
    await timePasses();
    expect(await codeOf(await browser.open(back))).toBe('oidc-refused');
  });

  it.each(['next', 'redirect_uri', 'return_to', 'url', 'to'])('leads nowhere else by a %s', async (name) => {
    const browser = new Browser();
    const back = new URL(await walkedThrough(await browser.sentAway(), 'anna'));
    back.searchParams.set(name, 'https://elsewhere.example/');
    const answer = await browser.open(back.href);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });
});

/** What is pending has been so for longer than it may. Only the owner may change that: the api's role cannot. */
async function timePasses(): Promise<void> {
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: api.own.ownerUrl });
  await owner.connect();
  await owner.query(`update cellrelay.oidc_pending set expires_at = expires_at - interval '10 minutes'`);
  await owner.end();
}

async function sentAwayToo(): Promise<Browser> {
  const browser = new Browser();
  await browser.sentAway();
  return browser;
}

function planted(): Browser {
  const browser = new Browser();
  browser.take([`cellrelay-oidc=${'p'.repeat(43)}`]);
  return browser;
}

describe('beginning', () => {
  const post = (headers: Record<string, string>) =>
    api.http.post('/api/v1/session/oidc').set({ 'Content-Type': 'application/json', ...headers });

  it('is refused from another site', async () => {
    const answer = await post({ Origin: 'https://elsewhere.example' }).expect(403);
    expect(answer.body.code).toBe('origin-refused');
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('is not to be had by opening an address, nor under another name of this server', async () => {
    const opened = await api.http.get('/api/v1/session/oidc').expect(200);
    expect(opened.headers).not.toHaveProperty('set-cookie');
    await post({ Origin: 'https://elsewhere.example', Host: 'elsewhere.example' }).expect(421);
  });

  it('tells the provider our own address, whatever a proxy’s headers claim', async () => {
    const claims = {
      'X-Forwarded-Host': 'elsewhere.example',
      'X-Forwarded-Proto': 'https',
      Forwarded: 'host=x.example',
    };
    const answer = await post({ Origin: api.url, ...claims }).expect(200);
    expect(new URL(String(answer.body.to)).searchParams.get('redirect_uri')).toBe(`${api.url}${callback}`);
  });
});

describe('linking', () => {
  afterEach(async () => {
    await unlink();
    await link('anna');
  });

  it('is told, undone and made again, each with the password', async () => {
    const mine = () => api.http.get('/api/v1/me/oidc').set(api.signedIn).expect(200);
    expect((await mine()).body).toEqual({ name: 'EXAMPLE Hospital', since: expect.stringMatching(/Z$/) });
    for (const path of ['/api/v1/me/oidc', '/api/v1/me/oidc/end']) {
      const wrong = await api.http.post(path).set(api.signedIn).send({ password: 'wrong' });
      expect([wrong.status, wrong.body.code, wrong.body.at]).toEqual([403, 'password-refused', '/password']);
      expect(wrong.headers).not.toHaveProperty('set-cookie');
      const none = await api.http.post(path).set(api.signedIn).send({ account: 'x' });
      expect([none.status, none.body.code]).toEqual([400, 'body-faulty']);
    }
    await unlink().expect(204);
    expect((await mine()).body).toMatchObject({ since: null });
    expect((await unlink()).body.code).toBe('oidc-not-linked');
    const browser = new Browser();
    expect(await codeOf(await browser.open(await walkedThrough(await browser.sentAway(), 'anna')))).toBe(
      'oidc-refused',
    );
    const back = await link('bert');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/account']);
    expect(back.headers.getSetCookie()).toHaveLength(1);
    await browser.open(await walkedThrough(await browser.sentAway(), 'bert'));
    expect(await browser.me()).toBe('coordinator');
  });

  it('is refused a second time, and for who is linked elsewhere', async () => {
    const twice = await link('carla');
    expect([twice.status, await codeOf(twice)]).toEqual([409, 'oidc-linked-already']);
    await unlink().expect(204);
    const { rows } = await api.database.pool.query<{ id: string; organisation: string }>(
      `insert into cellrelay.account (name, password_hash, organisation, person, role) select 'EXAMPLE other', 'none', organisation, 'EXAMPLE other', role from cellrelay.account limit 1 returning id, organisation`,
    );
    const other = { ...rows[0]!, name: 'EXAMPLE other' };
    await api.database.providerLinks.link({ issuer: `${provider.issuer}/`, subject: 'dora' }, other);
    const taken = await link('dora');
    expect([taken.status, await codeOf(taken)]).toEqual([409, 'oidc-taken']);
  });

  it('is nothing once its session has ended', async () => {
    await unlink().expect(204);
    const signedIn = await api.http
      .post('/api/v1/session')
      .set('Origin', api.url)
      .send({ name: 'coordinator', password: api.password });
    const [cookie = ''] = String(signedIn.headers['set-cookie']).split(';');
    const own = { Cookie: cookie, Origin: api.url };
    const begun = await api.http.post('/api/v1/me/oidc').set(own).send({ password: api.password }).expect(200);
    const browser = new Browser();
    browser.take([String(begun.headers['set-cookie'])]);
    const back = await walkedThrough(String(begun.body.to), 'anna');
    await api.http.delete('/api/v1/session').set(own).expect(204);
    expect(await codeOf(await browser.open(back))).toBe('oidc-refused');
    expect((await api.http.get('/api/v1/me/oidc').set(api.signedIn)).body.since).toBeNull();
  });

  it('never goes by an answer to a sign-in, nor the other way round', async () => {
    await unlink().expect(204);
    const browser = new Browser();
    browser.take([api.signedIn.Cookie]);
    expect(await codeOf(await browser.open(await walkedThrough(await browser.sentAway(), 'anna')))).toBe(
      'oidc-refused',
    );
    expect((await api.http.get('/api/v1/me/oidc').set(api.signedIn)).body.since).toBeNull();
  });
});

describe('a provider that is away', () => {
  afterEach(() => provider.serve(`${api.url}${callback}`));

  it('is told to who comes back, and name and password go on', async () => {
    const browser = new Browser();
    const back = await walkedThrough(await browser.sentAway(), 'anna');
    provider.goAway();
    const answer = await browser.open(back);
    expect([answer.status, await codeOf(answer), answer.headers.get('retry-after')]).toEqual([503, 'oidc-away', '60']);
    const signIn = api.http.post('/api/v1/session').set('Origin', api.url);
    await signIn.send({ name: 'coordinator', password: api.password }).expect(200);
  });
});

it('leaves no token, code, subject or secret in the log, nor in the tables a token', async () => {
  const browser = new Browser();
  const back = new URL(await walkedThrough(await browser.sentAway(), 'anna'));
  const cookie = browser.cookie.split('=')[1]!;
  await browser.open(back.href);
  const logged = api.logged.join();
  for (const secret of [back.searchParams.get('code')!, back.searchParams.get('state')!, cookie, 'TELLTALE', 'anna'])
    expect(logged).not.toContain(secret);
  const kept = await api.database.pool.query('select * from cellrelay.account_oidc');
  expect(Object.keys(kept.rows[0] as object).sort()).toEqual(['account', 'at', 'issuer', 'subject']);
});

it('goes over TLS where browsers come so: to the origin that is set, with a cookie that no neighbour can plant', async () => {
  const origin = 'https://relay.example.org';
  const behind = await apiOnDatabase({}, { env: { ...provider.settings, CELLRELAY_ORIGIN: origin } });
  const begin = (host: string) =>
    behind.http.post('/api/v1/session/oidc').set({ Origin: origin, Host: host, 'Content-Type': 'application/json' });
  const begun = await begin('relay.example.org').expect(200);
  expect(String(begun.headers['set-cookie'])).toMatch(
    /^__Host-cellrelay-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  // Whatever name of this machine it was asked under.
  for (const answer of [begun, await begin('127.0.0.1').expect(200)])
    expect(new URL(String(answer.body.to)).searchParams.get('redirect_uri')).toBe(`${origin}${callback}`);
  await behind.close();
});

it('is nothing where no provider is named', async () => {
  const without = await apiOnDatabase();
  expect((await without.http.get('/api/v1/session/oidc').expect(200)).body).toEqual({ name: null });
  const begun = without.http
    .post('/api/v1/session/oidc')
    .set({ Origin: without.url, 'Content-Type': 'application/json' });
  expect((await begun.expect(404)).body.code).toBe('no-provider');
  expect((await without.http.get(`${callback}?code=c&state=s`).expect(404)).body.code).toBe('no-provider');
  for (const path of ['/api/v1/me/oidc', '/api/v1/me/oidc/end']) {
    const post = without.http.post(path).set(without.signedIn).send({ password: without.password });
    expect((await post.expect(404)).body.code).toBe('no-provider');
  }
  await without.close();
});

it('lets a server start, and sign people in by name and password, while its provider is away from the start', async () => {
  const settings = { ...provider.settings, CELLRELAY_OIDC_ISSUER: 'http://127.0.0.1:1' };
  const lonely = await apiOnDatabase({}, { env: settings });
  const begun = lonely.http
    .post('/api/v1/session/oidc')
    .set({ Origin: lonely.url, 'Content-Type': 'application/json' });
  expect((await begun.expect(503)).body.code).toBe('oidc-away');
  await lonely.http.get('/api/v1/me').set(lonely.signedIn).expect(200);
  await lonely.close();
});
