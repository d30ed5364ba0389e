import { textOf } from './error-text.js';

/** What a failed query means for whoever might try again. */
export type Trouble =
  /** The transaction was given up by the database; nothing happened. Again at once is right. */
  | 'collision'
  /** No connection, or it broke; at a commit the outcome is unknown. */
  | 'connection'
  /** Anything else: trying again would fail again. */
  | 'defect';

const collisions = new Set(['40001', '40P01', '55P03']);
const outages = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '25P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What the driver says without a code. */
const lost = /connection terminated|connection ended|timeout exceeded when trying to connect|not queryable/i;

/** Two that began the same thing at once: the second finds the first's row when it looks again, or that what it held is free by now. */
const meetings = new Set(['shipment_pkey', 'command_answer_pkey', 'shipment_unit']);

/** Sorts an error of the driver. */
export function troubleOf(error: unknown): Trouble {
  const code = textOf(error, 'code');
  if (collisions.has(code) || (code === '23505' && meetings.has(textOf(error, 'constraint')))) return 'collision';
  if (outages.has(code) || code.startsWith('08')) return 'connection';
  return lost.test(textOf(error, 'message')) ? 'connection' : 'defect';
}
