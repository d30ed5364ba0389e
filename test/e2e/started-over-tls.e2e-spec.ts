import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CertificateFiles, wallNow } from '@cellrelay/platform';
import { askOverTls, startOverTls, type StartedOverTls } from '../support/started-over-tls.js';
import { openBrowser, openPage, phone } from './support/browser.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-over-tls-'));
const data = path.join(folder, 'data');
const authorityFile = path.join(data, 'tls', 'authority.pem');
const serverFile = path.join(data, 'tls', 'server.pem');
const certificateIn = (file: string) => new X509Certificate(readFileSync(file));

let started: StartedOverTls;
let page: string;
let app: string;
let password: string;
let authority: string;

beforeAll(async () => {
  started = startOverTls(data);
  password = await started.heard(/Password {5}(\S+)/);
  page = await started.heard(/trusts this machine, once: (http:\S+)/);
  app = await started.heard(/CellRelay is at (https:\S+)/);
  authority = await fetch(`${page}/cellrelay-ca.crt`).then((answer) => answer.text());
}, 120_000);

afterAll(async () => {
  await started.end();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = (headers: Record<string, string>) =>
  askOverTls(
    `${app}/api/v1/session`,
    { method: 'POST', ca: authority, headers: { 'Content-Type': 'application/json', ...headers } },
    { name: 'coordinator', password },
  );

describe('npm start -- --tls', () => {
  it('says first where the certificate is offered, then where the app is, each with its code, on an address of the network', () => {
    const said = started.said();
    const [first, second] = [said.indexOf('█'), said.lastIndexOf('█')];
    expect(said.indexOf(`once: ${page}`)).toBeLessThan(first);
    expect(said.indexOf(`opens the app: ${app}`)).toBeLessThan(second);
    expect(first).toBeLessThan(said.indexOf('opens the app'));
    expect(new URL(app).hostname).not.toMatch(/^(localhost|127\.|\[::1)/);
  });

  it('answers whoever trusts the authority, and nobody who does not', async () => {
    expect(await askOverTls(`${app}/health/live`, { ca: authority })).toMatchObject({ status: 200 });
    await expect(askOverTls(`${app}/health/live`)).rejects.toThrow('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    const { port } = new URL(app);
    for (const name of ['localhost', '127.0.0.1'])
      expect(await askOverTls(`https://${name}:${port}/health/live`, { ca: authority })).toMatchObject({ status: 200 });
    writeFileSync(path.join(folder, 'ca.crt'), authority);
    expect(
      execFileSync('openssl', ['verify', '-CAfile', path.join(folder, 'ca.crt'), serverFile], { encoding: 'utf8' }),
    ).toContain('OK');
  });

  it('gives a cookie for TLS alone, and binds no other port of the machine to it', async () => {
    const { status, headers } = await signIn({ Origin: app });
    expect([status, String(headers['set-cookie'])]).toEqual([
      200,
      expect.stringMatching(/^__Host-cellrelay=.*; Secure/),
    ]);
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('serves no name that its certificate does not hold, and takes no write from elsewhere', async () => {
    // Node looks for the name of that header in the certificate, where it is not: what the server says of it is asked here.
    const asked = { ca: authority, checkServerIdentity: () => undefined };
    const host = (name: string) => askOverTls(`${app}/health/live`, { ...asked, headers: { Host: name } });
    expect((await host('relay.example.org')).text).toContain('host-not-served');
    expect(await host(new URL(app).host)).toMatchObject({ status: 200 });
    for (const origin of ['https://relay.example.org', app.replace('https:', 'http:'), page])
      expect((await signIn({ Origin: origin })).text).toContain('origin-refused');
  });

  it('keeps the key of the authority for its owner alone', () => {
    expect(statSync(authorityFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(authorityFile, 'utf8')).toContain(authority.trim());
    expect(authority).not.toContain('PRIVATE');
  });
});

describe('the page that offers the authority', () => {
  it('gives it as a certificate, tells the fingerprint that the terminal tells, and serves nothing else', async () => {
    const given = await fetch(`${page}/cellrelay-ca.crt`);
    expect(given.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    const { fingerprint256 } = new X509Certificate(await given.text());
    const text = await fetch(page).then((answer) => answer.text());
    expect(text.replace(/<\/span> <span>/g, ':')).toContain(fingerprint256);
    expect(started.said().replace(/\n {2}(?=[0-9A-F]{2}:)/g, ':')).toContain(fingerprint256);
    for (const elsewhere of [
      '/api/v1/session',
      '/health/live',
      '/index.html',
      '/tls/authority.pem',
      '/../package.json',
    ])
      expect((await fetch(`${page}${elsewhere}`)).status).toBe(404);
    expect((await fetch(page, { method: 'POST' })).status).toBe(405);
  });

  it('leads a phone to the app, where one signs in over TLS', async () => {
    const spki = certificateIn(serverFile).publicKey.export({ type: 'spki', format: 'der' });
    const trusted = createHash('sha256').update(spki).digest('base64');
    const browser = await openBrowser([`--ignore-certificate-errors-spki-list=${trusted}`]);
    const opened = await openPage(browser, { viewport: phone });
    await opened.page.goto(page);
    await opened.page.getByText('iPhone and iPad').click();
    expect(await opened.page.getByText('Certificate Trust Settings').isVisible()).toBe(true);
    await opened.page.getByRole('link', { name: app }).click();
    await opened.page.getByLabel('Name').fill('coordinator');
    await opened.page.getByLabel('Password').fill(password);
    await opened.page.getByRole('button', { name: 'Sign in' }).click();
    await opened.page.getByRole('heading', { name: 'My tasks' }).waitFor();
    expect(await opened.page.evaluate(`isSecureContext && 'serviceWorker' in navigator`)).toBe(true);
    expect(opened.complaints).toEqual([]);
    await browser.close();
  }, 60_000);
});

describe('another start', () => {
  it('makes a certificate for an address that the machine has now, by the same authority', async () => {
    await started.end();
    const before = certificateIn(authorityFile).fingerprint256;
    const files = new CertificateFiles(path.join(data, 'tls'), wallNow);
    const left = await files.server(await files.authority('x'), {
      dns: ['localhost'],
      ips: ['127.0.0.1', '192.0.2.77'],
    });
    started = startOverTls(data);
    const now = await started.heard(/CellRelay is at (https:\S+)/);
    expect(await askOverTls(`${now}/health/live`, { ca: authority })).toMatchObject({ status: 200 });
    expect(certificateIn(authorityFile).fingerprint256).toBe(before);
    expect([certificateIn(serverFile).subjectAltName, left.cert]).toEqual([
      expect.not.stringContaining('192.0.2.77'),
      expect.not.stringContaining(readFileSync(serverFile, 'utf8').slice(0, 200)),
    ]);
  }, 120_000);

  it('says in a sentence that it cannot serve by a foreign authority, and leaves that alone', async () => {
    await started.end();
    const ours = readFileSync(authorityFile);
    writeFileSync(authorityFile, 'x');
    started = startOverTls(data);
    const said = await started.ended();
    expect(said).toMatch(/authority\.pem holds no certificate with its key\. Bring back/);
    expect(said).not.toContain('    at ');
    expect(readFileSync(authorityFile, 'utf8')).toBe('x');
    writeFileSync(authorityFile, ours);
  }, 120_000);

  it('says in a sentence that an origin without TLS does not go with it, before it begins anything', async () => {
    const none = path.join(folder, 'none');
    const said = await startOverTls(none, { CELLRELAY_ORIGIN: 'http://relay.example.org' }).ended();
    expect(said).toMatch(/CELLRELAY_ORIGIN is http:\/\/relay.example.org, and --tls serves https/);
    expect(existsSync(none)).toBe(false);
  }, 60_000);

  it('does not move to another port, which phones would take for another app', async () => {
    await started.end();
    const taken = createServer().listen(0);
    const { port } = taken.address() as { port: number };
    started = startOverTls(data, { PORT: String(port) });
    await started.heard(/(phones know this server by its port)/);
    taken.close();
  }, 120_000);
});
