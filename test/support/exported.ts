import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { instantOf, type Instant, type ShipmentId } from '@cellrelay/kernel';
import {
  canonicalText,
  chainExport,
  chainHash,
  hashBeforeFirst,
  headsExport,
  type ChainLine,
  type ChainName,
  type ChainStore,
  type Signer,
} from '@cellrelay/use-cases';
import { cloneFolder } from '../../apps/ops/src/where.js';

/** The verifier: one file that knows nothing of ours, so it is not imported as ours are. */
export const verifierFile = path.join(cloneFolder(), 'apps/ops/verifier/verify-export.mjs');

interface Looked {
  readonly what: string;
  readonly statement: Readonly<Record<string, unknown>>;
}

interface Verifier {
  readonly keysOf: (pems: readonly string[]) => unknown;
  readonly verifyExport: (chunks: Iterable<Buffer>, how: { keys: unknown; heads?: Looked | null }) => Promise<Looked>;
}

const verifier = (await import(pathToFileURL(verifierFile).href)) as Verifier;

/** What it says of these bytes: what they are of; or the first fault, as it tells it. */
export async function looked(
  text: string | Buffer | readonly Buffer[],
  key: string,
  heads: Looked | null = null,
): Promise<Looked | { readonly fault: string }> {
  try {
    const chunks = Array.isArray(text) ? (text as readonly Buffer[]) : [Buffer.from(text as string)];
    return await verifier.verifyExport(chunks, { keys: verifier.keysOf([key]), heads });
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** A signer with a key of its own, in memory. */
export function memorySigner(): Signer & { readonly publicKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return {
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    key: () => Promise.resolve(id),
    ready: () => Promise.resolve(),
    sign: (text) =>
      Promise.resolve({ key: id, signature: sign(null, Buffer.from(text), privateKey).toString('base64') }),
  };
}

/** Chains in memory. */
export function memoryChains(chains: ReadonlyMap<ChainName, readonly ChainLine[]>): ChainStore {
  const headOf = (lines: readonly ChainLine[]) => lines.at(-1) ?? { seq: 0, hash: hashBeforeFirst };
  return {
    head: (chain) => {
      const lines = chains.get(chain);
      return Promise.resolve(lines === undefined ? null : headOf(lines));
    },
    async *lines(chain, upTo) {
      await Promise.resolve();
      yield (chains.get(chain) ?? []).slice(0, upTo);
    },
    async *heads() {
      await Promise.resolve();
      yield [...chains].map(([chain, lines]) => {
        const { seq, hash } = headOf(lines);
        return { chain, seq, hash };
      });
    },
  };
}

/** Those texts as a chain. */
export function chainOf(texts: readonly string[]): readonly ChainLine[] {
  let hash: string | null = null;
  return texts.map((text, index) => ({ seq: index + 1, text, hash: (hash = chainHash(hash, text)) }));
}

export const shipment = 'a0000000-0000-4000-8000-000000000001' as ShipmentId;
export const ofShipment = `shipment/${shipment}` as const;

/** A chain of so many invented lines of a shipment; others where `word` is another. */
export function inventedChain(count: number, word = 'Ærø 北京 \u2028 "x"'): readonly ChainLine[] {
  return chainOf(
    Array.from({ length: count }, (_, index) => canonicalText({ seq: index + 1, shipment, note: `${word} ${index}` })),
  );
}

export const noon = instantOf('2026-11-26T12:00:00.000Z')!;
export const later = instantOf('2026-11-27T12:00:00.000Z')!;

/** The export of a chain, as text. */
export async function exported(
  lines: readonly ChainLine[],
  signer: Signer,
  { chain = ofShipment, at = noon }: { readonly chain?: ChainName; readonly at?: Instant } = {},
): Promise<string> {
  const { seq, hash } = lines.at(-1) ?? { seq: 0, hash: hashBeforeFirst };
  const parts = { chains: memoryChains(new Map([[chain, lines]])), signer };
  return joined(await chainExport(parts, chain, { head: { seq, hash }, at }));
}

/** The export of where those chains end, as text. */
export function exportedHeads(
  chains: ReadonlyMap<ChainName, readonly ChainLine[]>,
  signer: Signer,
  at = noon,
): Promise<string> {
  return joined(headsExport({ chains: memoryChains(chains), signer }, at));
}

async function joined(texts: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const text of texts) whole += text;
  return whole;
}
