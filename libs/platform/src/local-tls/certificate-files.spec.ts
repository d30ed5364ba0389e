import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instantOf, type Instant } from '@cellrelay/kernel';
import { CertificateFiles } from './certificate-files.js';
import { makeServerCertificate } from './certificates.js';

let now: Instant;
let folder: string;
let files: CertificateFiles;
const names = { dns: ['localhost', 'desk'], ips: ['127.0.0.1', '::1', '192.168.1.20'] };

beforeEach(async () => {
  now = instantOf('2026-11-27T08:00:00.000Z')!;
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'cellrelay-tls-')), 'tls');
  files = new CertificateFiles(folder, () => now);
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

const authorityFile = () => path.join(folder, 'authority.pem');
const serverFile = () => path.join(folder, 'server.pem');

describe('the certificates of a machine', () => {
  it('are made once, for their owner alone to read, and are there the next time', async () => {
    const authority = await files.authority('desk');
    const first = await files.server(authority, names);
    expect(first.made).toBe('first');
    expect(await files.authority('desk')).toEqual(authority);
    expect(await files.server(authority, names)).toEqual({ ...first, made: null });
    expect((await readdir(folder)).sort()).toEqual(['authority.pem', 'server.pem']);
    for (const file of [authorityFile(), serverFile()]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('vouch for the names, for no more than 397 days, with a key of P-256; the authority for no others than servers', async () => {
    const authority = await files.authority('desk');
    const { cert, key } = await files.server(authority, names);
    const [server, issuer] = [new X509Certificate(cert), new X509Certificate(authority.cert)];
    expect(server.subjectAltName).toBe(
      'DNS:localhost, DNS:desk, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:192.168.1.20',
    );
    const days = (Date.parse(server.validTo) - Date.parse(server.validFrom)) / 86_400_000;
    expect([server.ca, issuer.ca, days <= 397, days > 390]).toEqual([false, true, true, true]);
    expect(server.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(server.verify(issuer.publicKey)).toBe(true);
    expect(cert + key).toMatch(/-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n/);
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY/);
  });

  it('follow an address and the year by the same authority', async () => {
    const authority = await files.authority('desk');
    const first = await files.server(authority, names);
    const moved = await files.server(authority, { ...names, ips: ['127.0.0.1', '::1', '192.168.1.21'] });
    expect([moved.made, moved.cert === first.cert]).toEqual(['other-names', false]);
    now = instantOf('2027-12-01T08:00:00.000Z')!;
    const later = await files.server(authority, { ...names, ips: ['127.0.0.1', '::1', '192.168.1.21'] });
    expect(later.made).toBe('runs-out');
    expect(new X509Certificate(later.cert).verify(new X509Certificate(authority.cert).publicKey)).toBe(true);
    expect(await files.authority('desk')).toEqual(authority);
  });

  it.each([
    ['nothing', () => ''],
    ['half of a file', (whole: string) => whole.slice(0, whole.length / 2)],
    ['another server’s certificate', () => foreign],
  ])('are whole again where a server’s certificate was left with %s', async (_what, left) => {
    const authority = await files.authority('desk');
    const { cert, key } = await files.server(authority, names);
    await writeFile(serverFile(), left(cert + key));
    const again = await files.server(authority, names);
    expect(again.made).not.toBeNull();
    expect(await readFile(serverFile(), 'utf8')).toBe(again.cert + again.key);
  });

  it('do not mind what a process left that died while it made them', async () => {
    await mkdir(folder);
    await writeFile(`${authorityFile()}.0.partial`, '-----BEGIN CERT');
    const authority = await files.authority('desk');
    expect(await new CertificateFiles(folder, () => now).authority('desk')).toEqual(authority);
  });

  it('are of one authority where two processes make one at once', async () => {
    const made = await Promise.all([files.authority('desk'), files.authority('desk'), files.authority('desk')]);
    expect(new Set(made.map(({ cert }) => cert)).size).toBe(1);
  });
});

let foreign: string;
beforeAll(async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'cellrelay-tls-other-'));
  const others = new CertificateFiles(elsewhere, () => instantOf('2026-11-27T08:00:00.000Z')!);
  const authority = await others.authority('other');
  const { cert, key } = await makeServerCertificate(authority, names, instantOf('2026-11-27T08:00:00.000Z')!);
  foreign = cert + key;
  await rm(elsewhere, { recursive: true });
});

describe('an authority that cannot be signed by', () => {
  it.each([
    ['no certificate', 'x', 'holds no certificate with its key'],
    ['a certificate without its key', 'cert', 'holds no certificate with its key'],
    ['another key', 'other key', 'holds a key that is another certificate’s'],
    ['a server’s certificate', 'server', 'holds a certificate that is no authority made here'],
  ])('is not replaced: %s', async (_what, kind, sentence) => {
    const { cert, key } = await files.authority('desk');
    const otherKey = foreign.slice(foreign.indexOf('-----BEGIN PRIVATE'));
    const left = { cert, 'other key': cert + otherKey, server: foreign, x: 'x' }[kind] ?? key;
    await writeFile(authorityFile(), left);
    await expect(files.authority('desk')).rejects.toMatchObject({
      name: 'CannotServeTls',
      message: expect.stringContaining(sentence),
    });
    expect(await readFile(authorityFile(), 'utf8')).toBe(left);
  });

  it('is not replaced where it was lost', async () => {
    await files.server(await files.authority('desk'), names);
    await rm(authorityFile());
    await expect(files.authority('desk')).rejects.toThrow(`${authorityFile()} is missing. Bring back`);
    expect(await readdir(folder)).toEqual(['server.pem']);
  });

  it('that others may read, that cannot be read, or that ran out, is told and stays', async () => {
    await files.authority('desk');
    await chmod(authorityFile(), 0o644);
    await expect(files.authority('desk')).rejects.toThrow('may be read by others');
    await chmod(authorityFile(), 0o600);
    now = instantOf('2040-01-01T00:00:00.000Z')!;
    await expect(files.authority('desk')).rejects.toThrow('ran out at');
    const kept = await readFile(authorityFile(), 'utf8');
    await rm(authorityFile());
    await mkdir(authorityFile());
    await expect(files.authority('desk')).rejects.toThrow(`${authorityFile()} cannot be read`);
    expect(kept).toContain('BEGIN CERTIFICATE');
  });
});
