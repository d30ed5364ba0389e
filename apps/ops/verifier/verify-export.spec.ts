import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { canonicalText, chainHash, type ChainLine } from '@cellrelay/use-cases';
import {
  chainOf,
  exported,
  exportedHeads,
  inventedChain,
  later,
  looked,
  memorySigner,
  noon,
  ofShipment,
  shipment,
} from '../../../test/support/exported.js';

const signer = memorySigner();
const other = memorySigner();
const key = signer.publicKey;
const chain = inventedChain(8);

let whole: string;
let lines: readonly string[];
beforeAll(async () => {
  whole = await exported(chain, signer);
  lines = whole.split('\n').slice(0, -1);
});

const joined = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
const spliced = (from: number, count: number, ...put: readonly string[]): string =>
  joined(lines.toSpliced(from, count, ...put));
const faultOf = async (text: string | Buffer, by = key): Promise<string> => {
  const found = await looked(text, by);
  return 'fault' in found ? found.fault : 'none';
};

/** As somebody would who can write to the database and not sign: the texts changed, and every hash from there on made anew. */
function rehashed(texts: readonly string[]): readonly string[] {
  return chainOf(texts).map(({ hash, text }) => JSON.stringify({ hash, text }));
}
const rewritten = (): readonly string[] =>
  rehashed(chain.map(({ text }, index) => (index === 2 ? text.replace('北京', '上海') : text)));

describe('an export that nobody touched', () => {
  it.each([0, 1, 8])('of %d lines is sound', async (count) => {
    const text = await exported(inventedChain(count), signer);
    expect(await looked(text, key)).toMatchObject({ what: ofShipment, statement: { count, first: 1, last: count } });
  });

  it.each([1, 7, 1000])('is sound, read in pieces of %d bytes', async (size) => {
    const bytes = Buffer.from(whole);
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    expect(await looked(pieces, key)).toMatchObject({ what: ofShipment });
  });
});

describe('the verifier finds', () => {
  it.each<readonly [string, () => string | Buffer | Promise<string>, RegExp]>([
    ['a text that was changed', () => whole.replace('北京', '上海'), /^line 2: the hash/],
    ['a text whose own hash was made anew', () => spliced(4, 1, changedWithHash()), /^line 6: the hash/],
    [
      'texts changed and all hashes made anew',
      () => joined([lines[0]!, ...rewritten(), lines.at(-1)!]),
      /^line 10: the statement says head/,
    ],
    ['a line dropped', () => spliced(3, 1), /^line 4: line 4 of the chain stands where line 3/],
    [
      'a line dropped and the rest numbered and hashed anew',
      () => joined([lines[0]!, ...renumbered(), lines.at(-1)!]),
      /says last 8/,
    ],
    ['two lines that changed places', () => spliced(3, 2, lines[4]!, lines[3]!), /^line 4: line 4 of the chain/],
    ['a line doubled', () => spliced(3, 0, lines[2]!), /^line 4: line 2 of the chain/],
    ['a line put in', () => spliced(3, 0, foreign(3)), /^line 4: the hash/],
    [
      'a line of another shipment',
      () => spliced(3, 0, foreign(3, 'a0000000-0000-4000-8000-000000000002')),
      /another shipment/,
    ],
    ['the end cut off, with the statement', () => joined(lines.slice(0, -1)), /^line 10: .*cut off/],
    ['the end cut off before the statement', () => spliced(8, 1), /^line 9: the statement says last 8/],
    ['a cut in the middle of a line', () => Buffer.from(whole).subarray(0, 700), /does not end/],
    ['the last line end cut off', () => whole.slice(0, -1), /^line 10: this line does not end/],
    ['something after the statement', () => joined([...lines, lines[8]!]), /^line 11: something follows/],
    ['two statements', () => joined([...lines, lines.at(-1)!]), /^line 11: something follows/],
    ['the first line missing', () => spliced(0, 1), /^line 1: this is no export/],
    ['the first line changed', () => whole.replace('"version":1', '"version":2'), /^line 1/],
    [
      'a first line that names another chain',
      () => whole.replace(shipment, 'b0000000-0000-4000-8000-000000000001'),
      /another shipment/,
    ],
    [
      'white space where there is none',
      () => spliced(3, 1, `${lines[3]} `),
      /^line 4: this is not a line of an export/,
    ],
    ['a member more', () => spliced(3, 1, lines[3]!.replace('{', '{"seq":3,')), /^line 4: this is not a line/],
    ['an empty line', () => spliced(3, 0, ''), /^line 4: this is no JSON/],
    ['a carriage return', () => whole.replaceAll('\n', '\r\n'), /^line 1/],
    ['a mark at the beginning', () => `\ufeff${whole}`, /^line 1/],
    [
      'bytes that are no UTF-8',
      () => Buffer.concat([Buffer.from(joined(lines.slice(0, 3))), Buffer.from([0xff, 0x0a])]),
      /^line 4: this is no UTF-8/,
    ],
    ['half a character, which has the hash of another', halved, /^line 2: this is not a line/],
    [
      'the statement of another moment of the same chain',
      async () => spliced(9, 1, await lastOf(7)),
      /^line 10: the statement says last 7/,
    ],
    ['a statement that was changed', () => whole.replace(noon, later), /^line 10: the signature/],
    [
      'a signature of another form',
      () => whole.replace(/"signature":"[^"]{4}/, '"signature":"AAAA'),
      /^line 10: the signature/,
    ],
    ...signatures([
      ['that begins with a space', (signature) => ` ${signature}`],
      ['with a line separator in it', (signature) => `${signature[0]}\u2028${signature.slice(1)}`],
      ['with a sign of another alphabet more', (signature) => `-${signature}`],
      ['without its padding', (signature) => signature.slice(0, -2)],
      ['whose spare bits are set', (signature) => `${signature.slice(0, -3)}${nextInBase64(signature.at(-3)!)}==`],
    ]),
    ['nothing at all', () => '', /^line 1/],
  ])('%s', async (_, make, fault) => expect(await faultOf(await make())).toMatch(fault));

  it('a signature by another key, whoever it claims to be by', async () => {
    expect(await faultOf(await exported(chain, other))).toMatch(/^line 10: the signature is not by the key given/);
    const claiming = {
      ...other,
      key: () => signer.key(),
      sign: async (text: string) => ({ ...(await other.sign(text)), key: await signer.key() }),
    };
    const text = await exported(chain, claiming);
    expect(await faultOf(text)).toMatch(/not by the key given/);
    expect(await faultOf(text, other.publicKey)).toMatch(/the statement says key/);
  });

  it('a private key given for a public one, before anything else is looked at', async () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(await faultOf(whole, String(pem))).toMatch(/a private key was given/);
  });

  it('a statement of another form, although it is signed with the right key', async () => {
    const { signature } = await signer.sign('{"type":"cellrelay-other"}');
    const statement = canonicalText({ signature, signed: '{"type":"cellrelay-other"}' });
    expect(await faultOf(spliced(9, 1, statement))).toMatch(/the statement says type cellrelay-other/);
  });

  it('whatever else is done to the bytes, anywhere', async () => {
    const bytes = Buffer.from(whole);
    await fc.assert(
      fc.asyncProperty(mutation(bytes.length), async (mutate) => {
        const mutated = mutate(bytes);
        fc.pre(!mutated.equals(bytes));
        expect(await faultOf(mutated)).not.toBe('none');
      }),
      { numRuns: 300 },
    );
  });

  it('whatever is done to the order and number of its lines, with hashes made anew or not', async () => {
    const index = fc.nat({ max: chain.length - 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(index, { maxLength: 12 }), fc.boolean(), async (picked, anew) => {
        fc.pre(picked.join() !== chain.map((_, at) => at).join());
        const texts = picked.map((at) => chain[at]!.text);
        const numbered = texts.map((text, at) => canonicalText({ ...(JSON.parse(text) as object), seq: at + 1 }));
        const middle = anew ? rehashed(numbered) : picked.map((at) => lines[at + 1]!);
        expect(await faultOf(joined([lines[0]!, ...middle, lines.at(-1)!]))).not.toBe('none');
      }),
      { numRuns: 200 },
    );
  });
});

describe('control: it is the signature that finds a chain that was made anew', () => {
  it('without it, nothing before the last line is found; with a key of one’s own, all of it passes', async () => {
    const forged = joined([lines[0]!, ...rewritten()]);
    expect(await faultOf(forged)).toBe('line 10: the signed statement is missing: the end was cut off');
    const resigned = await exported(linesOf(rewritten()), other);
    expect(await faultOf(resigned, other.publicKey)).toBe('none');
    expect(await faultOf(resigned)).toMatch(/not by the key given/);
  });
});

describe('heads that were kept elsewhere', () => {
  const headsOf = async (of: readonly ChainLine[], at = noon) => {
    const found = await looked(
      await exportedHeads(
        new Map([
          ['audit', []],
          [ofShipment, of],
        ]),
        signer,
        at,
      ),
      key,
    );
    if ('fault' in found) throw new Error(found.fault);
    return found;
  };
  const against = async (of: readonly ChainLine[], heads: Awaited<ReturnType<typeof headsOf>>, at = later) => {
    const found = await looked(await exported(of, signer, { at }), key, heads);
    return 'fault' in found ? found.fault : 'none';
  };

  it('pass what has only grown, and what was exported before them', async () => {
    expect(await against(inventedChain(12), await headsOf(chain))).toBe('none');
    expect(await against(chain, await headsOf(chain))).toBe('none');
    expect(await against(inventedChain(5), await headsOf(chain, later), noon)).toBe('none');
  });

  it('find a chain rewritten or cut short since, although it is signed with the right key; without them it passes', async () => {
    const heads = await headsOf(chain);
    const forged = linesOf(rewritten());
    expect(await against(forged, heads)).toMatch(/^line 9: the chain was rewritten/);
    expect(await against(inventedChain(7), heads)).toMatch(/^line 9: the chain was cut short/);
    for (const each of [forged, inventedChain(7)]) expect(await faultOf(await exported(each, signer))).toBe('none');
  });

  it('find a chain that they should know and do not', async () => {
    const heads = await looked(await exportedHeads(new Map([['audit', []]]), signer, later), key);
    const found = await looked(whole, key, heads as Awaited<ReturnType<typeof headsOf>>);
    expect(found).toMatchObject({ fault: expect.stringContaining('know nothing of this chain') });
  });

  it('are exports themselves: one left out is found', async () => {
    const text = await exportedHeads(
      new Map([
        ['audit', []],
        [ofShipment, chain],
      ]),
      signer,
    );
    expect(await faultOf(joined(text.split('\n').toSpliced(1, 1).slice(0, -1)))).toMatch(/^line 2/);
  });
});

/** A signature that is written otherwise than exports write it: as Node reads base64, most of these are still the same bytes. */
function signatures(otherwise: readonly (readonly [string, (signature: string) => string])[]) {
  return otherwise.map(
    ([what, write]) =>
      [
        `a signature ${what}`,
        () => whole.replace(/"signature":"([^"]+)/, (_, signature: string) => `"signature":"${write(signature)}`),
        /^line 10: the signature is not written/,
      ] as const,
  );
}

/** The next character of the alphabet: behind two signs of padding, it is read as the same byte. */
function nextInBase64(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return alphabet[alphabet.indexOf(character) + 1]!;
}

/** U+FFFD is what half a surrogate pair becomes in UTF-8. */
async function halved(): Promise<string> {
  const text = await exported(inventedChain(1, '\ufffd'), signer);
  expect(await faultOf(text)).toBe('none');
  return text.replace('\ufffd', '\\ud800');
}

function linesOf(texts: readonly string[]): readonly ChainLine[] {
  return texts.map((line, index) => ({ ...(JSON.parse(line) as { hash: string; text: string }), seq: index + 1 }));
}

function changedWithHash(): string {
  const text = chain[3]!.text.replace('北京', '上海');
  return JSON.stringify({ hash: chainHash(chain[2]!.hash, text), text });
}

function renumbered(): readonly string[] {
  const kept = chain.filter((_, index) => index !== 4).map(({ text }) => JSON.parse(text) as object);
  return rehashed(kept.map((entry, index) => canonicalText({ ...entry, seq: index + 1 })));
}

function foreign(seq: number, of: string = shipment): string {
  const text = canonicalText({ seq, shipment: of, note: 'put in' });
  return JSON.stringify({ hash: chainHash(chain[0]!.hash, text), text });
}

async function lastOf(count: number): Promise<string> {
  return (await exported(inventedChain(count), signer)).split('\n').at(-2)!;
}

/** Bytes changed, taken out, put in, doubled, moved or cut off. */
function mutation(length: number): fc.Arbitrary<(bytes: Buffer) => Buffer> {
  const at = fc.nat({ max: length - 1 });
  const put = fc.uint8Array({ minLength: 1, maxLength: 8 });
  return fc.oneof(
    fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([where, by]) => (bytes: Buffer) => {
      const copy = Buffer.from(bytes);
      copy[where] = copy[where]! ^ by;
      return copy;
    }),
    fc.tuple(at, at).map(
      ([a, b]) =>
        (bytes: Buffer) =>
          without(bytes, Math.min(a, b), Math.max(a, b)),
    ),
    fc.tuple(at, put).map(
      ([where, more]) =>
        (bytes: Buffer) =>
          Buffer.concat([bytes.subarray(0, where), more, bytes.subarray(where)]),
    ),
    fc.tuple(at, at).map(
      ([a, b]) =>
        (bytes: Buffer) =>
          Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]),
    ),
    at.map((where) => (bytes: Buffer) => bytes.subarray(0, where)),
  );
}

function without(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}
