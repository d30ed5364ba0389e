import { createHash } from 'node:crypto';
import { uuidForm } from '@cellrelay/kernel';
import { z } from 'zod';
import { canonicalText } from '../log/chain.js';
import type { SignedStatement, Statement } from '../record/statement.js';

/** What names the thing that a task is about in its command's body, as far as a link holds it fast: `{ day: 1 }`. */
export type Pins = Readonly<Record<string, string | number>>;

const statement = z.strictObject({
  type: z.literal('cellrelay-link'),
  version: z.literal(1),
  at: z.iso.datetime(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  link: z.string().regex(uuidForm),
  shipment: z.string().regex(uuidForm),
  command: z.string(),
  pins: z.record(z.string(), z.union([z.string(), z.number()])),
  organisation: z.string(),
  expiresAt: z.iso.datetime(),
  nonce: z.string(),
});

/** What a link states: that whoever holds it may give that one command, about that thing, on that shipment, until then, for that organisation. */
export interface LinkStatement extends Statement {
  readonly type: 'cellrelay-link';
  readonly version: 1;
  /** The link's id. */
  readonly link: string;
  readonly shipment: string;
  readonly command: string;
  readonly pins: Pins;
  readonly organisation: string;
  readonly expiresAt: string;
  /** Random, so that a token cannot be made again from what is kept of it. */
  readonly nonce: string;
}

/** A longer text is no token of ours. */
export const longestToken = 2_048;

/** A signed statement as it stands in an address: its form of travel (`record/statement.ts`) in base64url. */
export function tokenOf(signed: SignedStatement): string {
  return Buffer.from(canonicalText(signed), 'utf8').toString('base64url');
}

const travelling = z.strictObject({ signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/), signed: z.string() });

/** A token taken apart. What it states is nothing until its signature was verified. */
export interface ReadToken {
  readonly signed: SignedStatement;
  /** The key that is to have signed it. */
  readonly key: string;
  readonly statement: LinkStatement;
}

/** Undefined where it is no token of this form, down to the last character. */
export function readToken(token: string): ReadToken | undefined {
  if (token.length > longestToken) return undefined;
  const signed = travelling.safeParse(jsonIn(Buffer.from(token, 'base64url').toString('utf8'))).data;
  if (signed === undefined || tokenOf(signed) !== token) return undefined;
  const stated = statement.safeParse(jsonIn(signed.signed)).data;
  return stated && { signed, key: stated.key, statement: stated as unknown as LinkStatement };
}

/** As what a token is kept: SHA-256, in hexadecimal. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
