import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import { compactStatement, parseCompactStatement, type Paper, type PaperStatement } from '@cellrelay/paperwork';
import { canonicalText, fingerprint } from '../log/chain.js';
import type { KeyRegister, Signer, SigningKey, Verifier } from '../record/signing.port.js';
import { signedStatement } from '../record/statement.js';

/**
 * The statement of a paper, as everything that is signed (record/statement.ts): type `cellrelay-paper`, version 1, `at` when it was issued, `document`, `sha256`, and `until`
 * when it ends or null (paper-end.ts says which papers end). On paper it stands in the compact form (compact-statement.ts), from which whoever checks it makes the canonical text again, with the whole id of the key.
 */
export const paperFormat = 'cellrelay-paper';

/** What a paper's statement says of its content: SHA-256 of what it says, as canonical JSON. */
export function paperHash(paper: Paper): string {
  return fingerprint(paper);
}

/** The statement of a document that is issued at that moment, both ends cut down to whole seconds. */
export function paperStatement(
  document: string,
  sha256: string,
  { issuedAt, validUntil }: Pick<PaperStatement, 'issuedAt' | 'validUntil'>,
): PaperStatement {
  const until = validUntil === null ? null : wholeSecond(validUntil);
  return { document, sha256, issuedAt: wholeSecond(issuedAt), validUntil: until };
}

/** The statement signed, as the text that is printed as a QR code; `site` is the address that browsers reach this instance by. */
export async function signedPaper(signer: Signer, site: string, statement: PaperStatement): Promise<string> {
  const { signed, signature } = await signedStatement(signer, statedOf(statement));
  const { key } = JSON.parse(signed) as { readonly key: string };
  const bytes = Buffer.from(signature, 'base64').toString('hex');
  return compactStatement(site, { statement, keyHint: key.slice(0, 16), signature: bytes });
}

/** What came of checking a paper's code. `ended`: we have signed it, and it says of itself that it is good no longer. */
export type CheckedPaper =
  | { readonly outcome: 'signed' | 'ended'; readonly statement: PaperStatement; readonly key: string }
  | { readonly outcome: 'statement-malformed' | 'signing-key-unknown' | 'signature-wrong' };

/** With what a paper's code is checked. */
export interface PaperChecking {
  readonly keys: Pick<KeyRegister, 'list'>;
  readonly verifier: Verifier;
  /** When it is checked. */
  readonly now: Instant;
}

/** Checks the text of a paper's code against the keys that are known, and whether it has ended by then. Whether it was superseded before, or withdrawn, is not said by it. */
export async function checkedPaper({ keys, verifier, now }: PaperChecking, text: string): Promise<CheckedPaper> {
  const read = parseCompactStatement(text);
  if (!read.ok) return { outcome: read.error };
  const { statement, keyHint, signature } = read.value;
  const key = onlyOne((await keys.list()).filter(({ id }) => id.startsWith(keyHint)));
  if (key === undefined) return { outcome: 'signing-key-unknown' };
  const signed = canonicalText({ ...statedOf(statement), key: key.id });
  const base64 = Buffer.from(signature, 'hex').toString('base64');
  const good = await verifier.verifies(signed, { key: key.id, signature: base64 });
  if (!good) return { outcome: 'signature-wrong' };
  return { outcome: hasEnded(statement, now) ? 'ended' : 'signed', statement, key: key.id };
}

/** The moment that it ends with is not its own any more. */
function hasEnded({ validUntil }: PaperStatement, now: Instant): boolean {
  return validUntil !== null && validUntil <= now;
}

/** A key that cannot be told from another by its hint is taken for neither. */
function onlyOne(keys: readonly SigningKey[]): SigningKey | undefined {
  return keys.length === 1 ? keys[0] : undefined;
}

function statedOf({ document, sha256, issuedAt, validUntil }: PaperStatement) {
  return { type: paperFormat, version: 1, at: issuedAt, document, sha256, until: validUntil };
}

function wholeSecond(at: Instant): Instant {
  return instantFromMillis(Math.floor(millisOf(at) / 1000) * 1000);
}
