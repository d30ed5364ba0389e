import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { generate } from 'selfsigned';
import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import type { CertificateFacts } from './renewal.js';
import { shortest, type ServedNames } from './served-names.js';

/** A certificate and the key it is used by, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** How a certificate authority made here is called, and known again. */
const authorityName = 'CellRelay local CA';

const dayMs = 86_400_000;
const authorityDays = 3_650;
/** Browsers take a server's certificate of 397 days at most; the day that it begins before its making is among them. */
const serverDays = 396;
/** A phone whose clock is behind takes it too. */
const begunBeforeMs = dayMs;

/** Makes a certificate authority: with its key whoever trusts it can be told anything by this machine. */
export function makeAuthority(hostName: string, now: Instant): Promise<Certificate> {
  const machine = hostName.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 20);
  const made = now.slice(0, 16).replace('T', ' ').replace(':', '.');
  return generated(`${authorityName} (${machine} ${made})`, {
    ...validity(now, authorityDays),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

/** Makes a server's certificate for these names, signed by that authority. */
export function makeServerCertificate(authority: Certificate, names: ServedNames, now: Instant): Promise<Certificate> {
  return generated(`CellRelay on ${names.dns[1] ?? 'this machine'}`.slice(0, 60), {
    ...validity(now, serverDays),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.dns.map((value) => ({ type: 2 as const, value })),
          ...names.ips.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
}

/** What makes certificates is loaded when one is made, which is once a year. */
async function generated(commonName: string, options: Parameters<typeof generate>[1]): Promise<Certificate> {
  const selfsigned = await import('selfsigned');
  const subject = [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: 'CellRelay' },
  ];
  const made = await selfsigned.generate(subject, { ...options, keyType: 'ec', curve: 'P-256', algorithm: 'sha256' });
  return { cert: `${made.cert.trimEnd()}\n`, key: made.private };
}

function validity(now: Instant, days: number): { readonly notBeforeDate: Date; readonly notAfterDate: Date } {
  const from = millisOf(now) - begunBeforeMs;
  return { notBeforeDate: new Date(from), notAfterDate: new Date(from + days * dayMs) };
}

/** Why that is no authority to sign by; null: it is one. */
export function authorityFault(text: string, now: Instant): string | null {
  const read = parsed(text);
  if (read === undefined) return 'holds no certificate with its key';
  const { certificate } = read;
  if (!certificate.ca || !certificate.subject.includes(`CN=${authorityName} `))
    return 'holds a certificate that is no authority made here';
  if (!certificate.checkPrivateKey(read.key)) return 'holds a key that is another certificate’s';
  return endOf(certificate) <= millisOf(now) ? `ran out at ${certificate.validTo}` : null;
}

/** What a server's certificate vouches for, and whether that authority has signed it; undefined where the text is none. */
export function serverFacts(text: string, authority: Certificate): CertificateFacts | undefined {
  const read = parsed(text);
  if (read === undefined) return undefined;
  const { certificate, key } = read;
  const issuer = new X509Certificate(authority.cert);
  return {
    names: namesIn(certificate.subjectAltName ?? ''),
    endsAt: instantFromMillis(endOf(certificate)),
    ours: certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey) && certificate.checkPrivateKey(key),
  };
}

/** The two halves of what is kept in one file. */
export function halvesOf(text: string): Certificate {
  const part = (name: string): string =>
    new RegExp(`-----BEGIN ${name}-----[^-]+-----END ${name}-----\n?`).exec(text)?.[0] ?? '';
  return { cert: part('CERTIFICATE'), key: part('PRIVATE KEY') };
}

/** As people compare it: SHA-256 of the certificate, in pairs of digits. */
export function fingerprintOf(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}

function parsed(text: string) {
  const { cert, key } = halvesOf(text);
  try {
    return { certificate: new X509Certificate(cert), key: createPrivateKey(key) };
  } catch {
    return undefined;
  }
}

function endOf(certificate: X509Certificate): number {
  return new Date(certificate.validTo).getTime();
}

function namesIn(alternatives: string): ServedNames {
  const named = alternatives.split(', ').map((each) => each.split(/:(.*)/, 2) as [string, string]);
  const of = (kind: string): readonly string[] => named.flatMap(([what, name]) => (what === kind ? [name] : []));
  return { dns: of('DNS'), ips: of('IP Address').map(shortest) };
}
