import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { instantOf, type Instant } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';
import type { Signature, SigningKey } from '../record/signing.port.js';
import { checkedPaper, paperHash, paperStatement, signedPaper } from './sign-paper.js';

const site = 'https://relay.example.org';
const issuedAt = instantOf('2026-11-27T08:00:00.750Z')!;
const paper: Paper = {
  ...{ kind: 'security-letter', of: 'PEK', reader: 'security' },
  reference: 'EXAMPLE-1',
  languages: ['zh-Hans', 'en'],
  title: { message: 'title', texts: { en: 'EXAMPLE', 'zh-Hans': '示例' } },
  example: true,
  letterhead: { organisation: 'EXAMPLE registry', lines: [] },
  blocks: [],
};

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
  const signer = {
    key: () => Promise.resolve(id),
    ready: () => Promise.resolve(),
    sign: (text: string) =>
      Promise.resolve({ key: id, signature: sign(null, Buffer.from(text), privateKey).toString('base64') }),
  };
  const entry: SigningKey = { id, publicKey: pem, from: issuedAt, retiredAt: null };
  return { signer, entry, pem };
}

const ours = keyPair();
const foreign = keyPair();
const register = (...keys: SigningKey[]) => ({ list: () => Promise.resolve(keys) });
const verifier = {
  verifies: (text: string, { key, signature }: Signature) => {
    const { pem } = [ours, foreign].find(({ entry }) => entry.id === key)!;
    return Promise.resolve(verify(null, Buffer.from(text), createPublicKey(pem), Buffer.from(signature, 'base64')));
  },
};
const statement = paperStatement('EXAMPLE-1', paperHash(paper), { issuedAt, validUntil: null });
const checkAt = (now: Instant, text: string, ...keys: SigningKey[]) =>
  checkedPaper({ keys: register(...keys), verifier, now }, text);
const check = (text: string, ...keys: SigningKey[]) => checkAt(issuedAt, text, ...keys);

/** What somebody without a line of ours does, who has the public key and the page that describes the form. */
function offline(text: string, publicKey: string): boolean {
  const [, document, hash, issued, until, signature] =
    /papers\/([^#]+)#1\.(.+)\.(.+)\.(.+)\..+\.(.+)$/.exec(text) ?? [];
  const at = (seconds = '') => `"${new Date(Number.parseInt(seconds, 36) * 1000).toISOString()}"`;
  const key = createPublicKey(publicKey);
  const id = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const sha256 = Buffer.from(hash ?? '', 'base64url').toString('hex');
  const canonical =
    `{"at":${at(issued)},"document":"${document}","key":"${id}","sha256":"${sha256}",` +
    `"type":"cellrelay-paper","until":${until === '0' ? 'null' : at(until)},"version":1}`;
  return verify(null, Buffer.from(canonical), key, Buffer.from(signature ?? '', 'base64url'));
}

describe('a paper’s signed statement', () => {
  it('is checked against the register, and says what was stated', async () => {
    const text = await signedPaper(ours.signer, site, statement);
    expect(await check(text, foreign.entry, ours.entry)).toEqual({ outcome: 'signed', statement, key: ours.entry.id });
    expect(statement.issuedAt).toBe('2026-11-27T08:00:00.000Z');
  });

  it('is checked offline with the public key alone', async () => {
    const until = { issuedAt, validUntil: instantOf('2026-11-30T07:00:59.999Z')! };
    for (const each of [statement, paperStatement('EXAMPLE-2', paperHash(paper), until)]) {
      const text = await signedPaper(ours.signer, site, each);
      expect(offline(text, ours.pem)).toBe(true);
      expect(offline(text, foreign.pem)).toBe(false);
      expect(offline(text.replace('EXAMPLE-', 'EXAMPLE-0'), ours.pem)).toBe(false);
    }
  });

  it('with an end has ended from that moment on, though the signature is good; one without never does', async () => {
    const validUntil = instantOf('2026-11-30T07:00:00.000Z')!;
    const ending = paperStatement('EXAMPLE-2', paperHash(paper), { issuedAt, validUntil });
    const text = await signedPaper(ours.signer, site, ending);
    const outcomeAt = async (now: string, of = text) => (await checkAt(instantOf(now)!, of, ours.entry)).outcome;
    expect(await outcomeAt('2026-11-30T06:59:59.999Z')).toBe('signed');
    expect(await outcomeAt('2026-11-30T07:00:00.000Z')).toBe('ended');
    expect(await outcomeAt('2026-11-30T07:00:00.000Z', await signedPaper(ours.signer, site, statement))).toBe('signed');
    // Nobody makes it longer than it was stated.
    const longer = text.replace(/\.([0-9a-z]+)(\.[0-9a-f]{16}\.)/, '.0$2');
    expect((await checkAt(validUntil, longer, ours.entry)).outcome).toBe('signature-wrong');
  });

  it('is of what the paper says: another sentence is another hash', () => {
    const other = { ...paper, title: { message: 'title', texts: { en: 'EXAMPLE.', 'zh-Hans': '示例' } } };
    expect(paperHash(other)).not.toBe(paperHash(paper));
    expect(paperHash({ ...paper })).toBe(paperHash(paper));
  });

  it('is refused whichever of its characters is another', async () => {
    const text = await signedPaper(ours.signer, site, statement);
    const from = text.indexOf('/papers/') + '/papers/'.length;
    for (let at = from; at < text.length; at++) {
      const letter = text.charAt(at) === 'b' ? 'c' : 'b';
      const outcome = (await check(text.slice(0, at) + letter + text.slice(at + 1), ours.entry)).outcome;
      expect([at, outcome === 'signed']).toEqual([at, false]);
    }
  });

  it('is refused in another writing of the same bytes, which a decoder of base64 takes', async () => {
    const text = await signedPaper(ours.signer, site, statement);
    const last = text.slice(-1);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(last) + 1);
    const bytes = (each: string) => Buffer.from(each.slice(-86), 'base64url').toString('hex');
    expect(bytes(twin)).toBe(bytes(text));
    expect(offline(twin, ours.pem)).toBe(true);
    expect(await check(twin, ours.entry)).toEqual({ outcome: 'statement-malformed' });
    expect((await check(`${text}==`, ours.entry)).outcome).toBe('statement-malformed');
  });

  it('is refused from a key that is not in the register, or that cannot be told from another', async () => {
    const text = await signedPaper(foreign.signer, site, statement);
    expect(await check(text, ours.entry)).toEqual({ outcome: 'signing-key-unknown' });
    const twin = { ...foreign.entry, id: foreign.entry.id.slice(0, 16) + '0'.repeat(48) };
    expect(await check(text, foreign.entry, twin)).toEqual({ outcome: 'signing-key-unknown' });
  });

  it('does not pass with another key’s signature under our key’s name', async () => {
    const text = await signedPaper(foreign.signer, site, statement);
    const claimed = text.replace(foreign.entry.id.slice(0, 16), ours.entry.id.slice(0, 16));
    expect(await check(claimed, ours.entry)).toEqual({ outcome: 'signature-wrong' });
  });

  it('of another form that was signed is none of a paper', async () => {
    const canonical = `{"at":"2026-11-27T08:00:00.000Z","document":"EXAMPLE-1","key":"${ours.entry.id}","sha256":"${statement.sha256}","type":"cellrelay-export","until":null,"version":1}`;
    const { signature } = await ours.signer.sign(canonical);
    const text = await signedPaper(ours.signer, site, statement);
    const forged = text.slice(0, -86) + Buffer.from(signature, 'base64').toString('base64url');
    expect((await check(forged, ours.entry)).outcome).toBe('signature-wrong');
  });
});
