import { createHmac } from 'node:crypto';

/**
 * What the log holds of words: HMAC-SHA-256 over them in UTF-8, keyed by a salt of 256 bits, as base64url. The salt is kept with the words, under their seal, so that nobody can
 * try words against the log; whoever is shown both can, and learns nothing of any others.
 */
export function commitmentOf({ salt, text }: { readonly salt: string; readonly text: string }): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url')).update(text, 'utf8').digest('base64url');
}

/**
 * The salt of an organisation's words under a key: alike words of one organisation for one side have alike salts, so that a command sent twice is the same command, and a fact
 * corrected to what it was is not corrected. Those of another have others, so that nobody finds out by writing a guess whether somebody else wrote the same. Price: without the key
 * it can be seen which words of an organisation are alike, and not what they are.
 */
export function saltOf(key: Uint8Array, organisation: string, text: string): string {
  const salting = createHmac('sha256', key).update('cellrelay-words-salt', 'utf8').digest();
  return createHmac('sha256', salting)
    .update(JSON.stringify([organisation, text]), 'utf8')
    .digest('base64url');
}
