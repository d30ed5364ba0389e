import { err, instantFromMillis, millisOf, ok, type Instant, type Result } from '@cellrelay/kernel';

/** What is stated of a paper: which one it is, what it said, when it was issued and until when it is good. */
export interface PaperStatement {
  /** 1 to 40 letters, digits and hyphens. It names nobody. */
  readonly document: string;
  /** SHA-256, in lower-case hexadecimal, of what the paper says as canonical JSON. Not of its file, which this statement is printed in. */
  readonly sha256: string;
  /** To the second. */
  readonly issuedAt: Instant;
  /** To the second; null: until it is superseded. */
  readonly validUntil: Instant | null;
}

/** A statement and who signed it, as it travels on paper. */
export interface SignedPaper {
  readonly statement: PaperStatement;
  /** The first 16 characters of the signing key's id. */
  readonly keyHint: string;
  /** The signature's 64 bytes, in lower-case hexadecimal. */
  readonly signature: string;
}

/**
 * The compact form on one page.
 *
 *     https://HOST/papers/DOCUMENT#1.HASH.ISSUED.UNTIL.KEY.SIGNATURE
 *
 *     DOCUMENT   the paper's id
 *     1          the version of this form
 *     HASH       SHA-256 of what the paper says, base64url without padding (43 characters)
 *     ISSUED     whole seconds since 1970-01-01T00:00:00Z, in base 36
 *     UNTIL      the same, or 0 where the paper is good until it is superseded
 *     KEY        the first 16 characters of the signing key's id
 *     SIGNATURE  Ed25519, base64url without padding (86 characters)
 *
 * A phone resolves the address to a public page. What stands behind the # stays on the phone: it is not sent. Offline it is checked with the public key alone. Each statement has exactly one
 * such text, and each text is of one statement or refused: letters of another case, zeros in front, the unused bits of base64 and white space all make another text, so nothing can be printed
 * beside the signed one that looks different and passes as the same.
 *
 * Whoever checks it offline looks at UNTIL as well: from that moment on the paper has ended, however good the signature is. Papers of the way have such an end, since they are
 * withdrawn with the delivery and nobody offline hears of it. That a paper without one, or before it, was not superseded or withdrawn, the public page alone says.
 */
const form =
  /^(https?:\/\/[a-z0-9.:[\]-]+\/papers\/)([A-Za-z0-9-]{1,40})#1\.([\w-]{43})\.([1-9a-z][0-9a-z]{0,7})\.(0|[1-9a-z][0-9a-z]{0,7})\.([0-9a-f]{16})\.([\w-]{86})$/;

/** Why a text is no statement in the compact form. */
export type CompactFault = 'statement-malformed';

/** The text of a signed statement, for the site of that address (`https://relay.example.org`). Throws a RangeError on what has no such text, which is a defect. */
export function compactStatement(site: string, { statement, keyHint, signature }: SignedPaper): string {
  const { document, sha256, issuedAt, validUntil } = statement;
  const until = validUntil === null ? '0' : secondsText(validUntil);
  const parts = ['1', base64url(sha256), secondsText(issuedAt), until, keyHint, base64url(signature)];
  const text = `${site}/papers/${document}#${parts.join('.')}`;
  if (!parseCompactStatement(text).ok) throw new RangeError('a statement without a compact form');
  return text;
}

/** The statement of a text: in its one form, or refused. That it is signed is not looked at here. */
export function parseCompactStatement(text: string): Result<SignedPaper, CompactFault> {
  const [, , ...parts] = form.exec(text) ?? [];
  if (parts.length === 0) return err('statement-malformed');
  const [document, hash, issued, until, keyHint, signed] = parts as [string, string, string, string, string, string];
  const [sha256, signature] = [hexOf(hash), hexOf(signed)];
  const [issuedAt, end] = [instantIn(issued), instantIn(until)];
  if (!sha256 || !signature || issuedAt === undefined || end === undefined) return err('statement-malformed');
  const validUntil = until === '0' ? null : end;
  return ok({ statement: { document, sha256, issuedAt, validUntil }, keyHint, signature });
}

function secondsText(at: Instant): string {
  return (millisOf(at) / 1000).toString(36);
}

/** After the year 9999 there is no instant. */
function instantIn(text: string): Instant | undefined {
  const seconds = Number.parseInt(text, 36);
  return seconds >= 0 && seconds < 253_402_300_800 ? instantFromMillis(seconds * 1000) : undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Hexadecimal as base64url (RFC 4648, section 5), without padding. */
function base64url(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? []).map((six) => alphabet.charAt(Number.parseInt(six.padEnd(6, '0'), 2))).join('');
}

/** The whole bytes of base64url, in hexadecimal; undefined where the bits behind them are not zero: then it is another writing of the same bytes. */
function hexOf(text: string): string | undefined {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0')).join('');
  const whole = bits.length - (bits.length % 8);
  if (/1/.test(bits.slice(whole))) return undefined;
  return (bits.slice(0, whole).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
}
