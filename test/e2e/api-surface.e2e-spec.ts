import { connect } from 'node:net';
import { routeList } from '../../apps/api/src/routes/route-table.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';

const many = { burst: 10_000, perSecond: 10_000 };

let api: RunningApi;
beforeAll(async () => void (api = await apiOnDatabase({ perAddress: many, perSession: many, signIn: many })));
afterAll(() => api.close());

/** Sends these bytes as they are; answers what comes back until the server has nothing more to say. */
function raw(...lines: readonly string[]): Promise<string> {
  const { host, hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n').replaceAll('{own}', host)));
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (data) => (said += data.toString('latin1')));
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}

/** 0 where the connection was closed without an answer. */
const statusIn = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
/** Stands for the server's own host, which is not known before it listens. */
const own = 'Host: {own}';
const close = ['Connection: close', '', ''];
const cookie = () => `Cookie: ${api.signedIn.Cookie}`;

/** An address of each route, with something in every place. */
const addresses = routeList.map(({ id, method, path }) => ({
  id,
  method,
  path: path.replace('{id}', 'a0000000-0000-4000-8000-000000000001').replaceAll(/\{\w+\}/g, 'x'),
}));

describe('every answer', () => {
  it('of every route, signed in or not, is bound to our own site and kept by nobody', async () => {
    const odd: string[] = [];
    // A stream does not end; and signed in, a write might end the session that the next one asks with.
    for (const { id, method, path } of addresses.filter((each) => each.id !== 'live'))
      for (const who of [{ Origin: api.url }, ...(method === 'get' ? [api.signedIn] : [])]) {
        const { headers } = await api.http[method](path).set(who).set('Content-Type', 'application/json');
        const found = {
          policy: /^default-src 'none'/.test(String(headers['content-security-policy'])),
          sniff: headers['x-content-type-options'] === 'nosniff',
          frames: headers['x-frame-options'] === 'DENY',
          referrer: headers['referrer-policy'] === 'no-referrer',
          opener: headers['cross-origin-opener-policy'] === 'same-origin',
          resource: headers['cross-origin-resource-policy'] === 'same-origin',
          stored: String(headers['cache-control']).startsWith('no-store'),
          foreign: headers['access-control-allow-origin'] === undefined,
          quiet: headers['x-powered-by'] === undefined && headers['server'] === undefined,
        };
        const faults = Object.entries(found).filter(([, good]) => !good);
        odd.push(...faults.map(([what]) => `${id}: ${what}`));
      }
    expect(odd).toEqual([]);
  });

  it('that gives a session is kept by nobody either', async () => {
    const given = { name: 'coordinator', password: api.password };
    const answer = await api.http.post('/api/v1/session').set('Origin', api.url).send(given).expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('to a request of another site before the real one grants it nothing', async () => {
    const asks = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' };
    const answer = await api.http.options('/api/v1/session').set(asks);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([405, undefined]);
  });
});

describe('a write', () => {
  it('of every route is refused from another site, with the session’s cookie', async () => {
    const writes = addresses.filter(({ method }) => method !== 'get');
    const codes: string[] = [];
    for (const { method, path } of writes) {
      const asked = api.http[method](path).set('Cookie', api.signedIn.Cookie).set('Content-Type', 'application/json');
      codes.push(String((await asked.set('Origin', 'https://elsewhere.example').send({})).body.code));
    }
    expect(new Set(codes)).toEqual(new Set(['origin-refused']));
    expect(writes.length).toBeGreaterThan(8);
    await api.http.get('/api/v1/me').set(api.signedIn).expect(200);
  });

  it.each([
    'https://127.0.0.1.elsewhere.example',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'null',
    'file://',
    'javascript://127.0.0.1',
    '',
  ])('does not pass for our own by the origin %j', async (origin) => {
    const answer = await api.http.delete('/api/v1/session').set('Cookie', api.signedIn.Cookie).set('Origin', origin);
    expect([answer.status, answer.body.code]).toEqual([403, 'origin-refused']);
  });

  it('is none by a header or a field that names another method', async () => {
    const tricks = { 'X-HTTP-Method-Override': 'DELETE', 'X-HTTP-Method': 'DELETE', 'X-Method-Override': 'DELETE' };
    await api.http.get('/api/v1/session?_method=DELETE').set(api.signedIn).set(tricks).expect(200);
    await api.http.get('/api/v1/me').set(api.signedIn).expect(200);
  });
});

describe('a path', () => {
  it.each([
    '//api/v1/me',
    '/api//v1/me',
    '/api/v1/me/',
    '/API/V1/ME',
    '/api/v1/./me',
    '/api/v1/session/../me',
    '/api/v1/session/%2e%2e/me',
    '/api/v1/session/..%2fme',
    '/api%2fv1%2fme',
    '/api/v1/me;x=1',
    '/api/v1/me%00',
    '/api/v1/me%20',
    '/api/v1/session/..;/me',
    '\\api\\v1\\me',
    '/health/live/../../api/v1/me',
  ])('%s tells nobody who is signed in without a session, nor a file', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1`, own, 'Accept: application/json', ...close);
    expect([200, 304].includes(statusIn(answer)) && answer.includes('coordinator')).toBe(false);
    expect([400, 401, 404, 503]).toContain(statusIn(answer));
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '/.env',
    '/.git/config',
  ])('%s leads to no file', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1`, own, 'Accept: */*', ...close);
    expect(answer).not.toMatch(/"dependencies"|root:|\[core\]/);
    expect([400, 403, 404, 503]).toContain(statusIn(answer));
  });

  it('as another host’s whole address is not served', async () => {
    const answer = await raw(
      'GET http://elsewhere.example/api/v1/me HTTP/1.1',
      'Host: elsewhere.example',
      cookie(),
      ...close,
    );
    expect(statusIn(answer)).toBe(421);
  });
});

describe('the head of a request', () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ['no host', [], [400]],
    ['two hosts', [own, 'Host: elsewhere.example'], [400]],
    ['two hosts, the other way round', ['Host: elsewhere.example', own], [400]],
    ['an empty host', ['Host: '], [421]],
    ['a host with a name in front', [`Host: me@127.0.0.1`], [421]],
    ['a line that is folded', [own, 'X-One: a', ' b'], [400]],
    ['a blank before the colon', [own, 'X-One : a'], [400]],
    ['a NUL', [own, 'X-One: a\u0000b'], [400]],
    ['20 KiB', [own, `X-One: ${'x'.repeat(20_480)}`], [431]],
  ])('with %s is refused', async (_what, lines, statuses) => {
    const answer = await raw('GET /api/v1/me HTTP/1.1', ...lines, cookie(), ...close);
    expect(statuses).toContain(statusIn(answer));
    expect(answer).not.toContain('coordinator');
  });

  it.each<[string, readonly string[]]>([
    ['its length and that it comes in pieces', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 4', 'Content-Length: 40']],
    ['a length that is none', ['Content-Length: +4']],
    ['pieces of an unknown kind', ['Transfer-Encoding: xchunked']],
    ['pieces in pieces', ['Transfer-Encoding: chunked, chunked']],
  ])('that says %s smuggles no second request in', async (_what, lines) => {
    const head = ['POST /api/v1/session HTTP/1.1', own, `Origin: ${api.url}`, 'Content-Type: application/json'];
    const second = ['0', '', 'GET /api/v1/me HTTP/1.1', own, cookie(), '', ''];
    const answer = await raw(...head, ...lines, '', ...second);
    expect(answer).not.toContain('coordinator');
    expect([0, 400, 501]).toContain(statusIn(answer));
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'PATCH', 'OPTIONS'])(
    'with the method %s is told no secret',
    async (method) => {
      const answer = await raw(`${method} /api/v1/me HTTP/1.1`, own, cookie(), `Origin: ${api.url}`, ...close);
      expect(answer).not.toContain(api.signedIn.Cookie);
      expect([0, 400, 405]).toContain(statusIn(answer));
    },
  );
});

describe('a cookie', () => {
  const session = () => api.signedIn.Cookie.split('=')[1]!;

  it.each<[string, () => string]>([
    ['in another case', () => `CellRelay=${session()}`],
    ['with the prefix, which is for TLS', () => `__Host-cellrelay=${session()}`],
    ['cut short', () => `cellrelay=${session().slice(0, 42)}`],
    ['made longer', () => `cellrelay=${session()}A`],
    ['as its own hash', () => `cellrelay=${'0'.repeat(43)}`],
    ['with a quotation of SQL', () => `cellrelay=' or 1=1 --`],
    ['behind one that was planted', () => `cellrelay=${'p'.repeat(43)}; cellrelay=${session()}`],
  ])('%s signs nobody in', async (_what, cookieText) => {
    await api.http.get('/api/v1/me').set('Cookie', cookieText()).expect(401);
  });

  it('is the only way in: neither address nor other headers carry a session', async () => {
    const headers = { Authorization: `Bearer ${session()}`, 'X-Session': session() };
    await api.http.get(`/api/v1/me?cellrelay=${session()}`).set(headers).expect(401);
  });
});

describe('a body', () => {
  const post = (bytes: Buffer, more: Record<string, string> = {}) =>
    fetch(`${api.url}/api/v1/session`, {
      method: 'POST',
      headers: { origin: api.url, 'content-type': 'application/json', ...more },
      body: new Uint8Array(bytes),
    });
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  it.each<[string, Buffer, string]>([
    ['of no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'body-not-json'],
    ['of UTF-16', Buffer.from('{"name":"a","password":"b"}', 'utf16le'), 'body-not-json'],
    ['of two objects', Buffer.from('{}{}'), 'body-not-json'],
    ['that is a list', Buffer.from('[]'), 'body-faulty'],
    ['that names a field twice', Buffer.from('{"name":"a","name":"b","password":"c"}'), 'body-faulty'],
    ['that gives itself rights', Buffer.from('{"name":"a","password":"b","role":"administrator"}'), 'body-faulty'],
    ['that asks for all names', Buffer.from('{"name":{"$ne":null},"password":"b"}'), 'body-faulty'],
    ['too large', Buffer.alloc(70_000, 0x20), 'body-too-large'],
  ])('%s is refused', async (_what, bytes, code) => {
    const answer = await post(bytes);
    expect(await codeOf(answer)).toBe(code);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('that is a form of another page is not read', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])
      expect(await codeOf(await post(Buffer.from('{}'), { 'content-type': type }))).toBe('body-not-json-type');
  });

  it('that is too large, in pieces and without saying so, is not kept', async () => {
    const head = ['POST /api/v1/session HTTP/1.1', own, `Origin: ${api.url}`, 'Content-Type: application/json'];
    const piece = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const answer = await raw(...head, 'Transfer-Encoding: chunked', '', `${piece}${piece}0`, ...close.slice(1));
    expect(statusIn(answer)).toBe(413);
  });
});

describe('an answer to a wrong sign-in', () => {
  it('sets no cookie, and what was typed is in no log', async () => {
    const wrong = { name: 'ZZ-TELLTALE', password: 'ZZ-TELLTALE' };
    const answer = await api.http.post('/api/v1/session').set('Origin', api.url).send(wrong).expect(401);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(api.logged.join()).not.toContain('TELLTALE');
  });
});
