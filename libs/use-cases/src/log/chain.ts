import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The chain on one page.
 *
 * Each line of a shipment's log is stored as text: the entry as canonical JSON (RFC 8785: keys sorted, no white space, numbers
 * as ECMAScript prints them), UTF-8. The line's hash is SHA-256, in lower-case hexadecimal, over
 *
 *     <hash of the line before> LF <text>
 *
 * where the first line of a shipment takes 64 zeros for the hash before it. The text holds the shipment's id and the sequence number, so a
 * line can neither be moved nor copied elsewhere. Stored text is never written again; readers upcast old event versions.
 */
export const hashBeforeFirst = '0'.repeat(64);

/** The hash of a line whose predecessor has `previous`; null before the first line. */
export function chainHash(previous: string | null, text: string): string {
  return createHash('sha256')
    .update(`${previous ?? hashBeforeFirst}\n${text}`, 'utf8')
    .digest('hex');
}

/** A value as canonical JSON (RFC 8785). Throws on what JSON cannot say, which is a defect. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('a value without canonical JSON');
  return text;
}

/** SHA-256 of a value's canonical JSON: what an idempotency key is bound to. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest('hex');
}
