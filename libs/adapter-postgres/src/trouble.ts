import { textOf } from './error-text.js';

/** What a failed query means for whoever might try again. */
export type Trouble =
  /** The transaction was given up by the database; nothing happened. Again at once is right. */
  | 'collision'
  /** No connection, it broke, or leads to a server that takes no writes yet; at a commit the outcome is unknown. */
  | 'connection'
  /** The server lives and cannot do this now: its disk is full, or it took too long. Nothing happened; again at once would only add to it. */
  | 'exhausted'
  /** Anything else: trying again would fail again. */
  | 'defect';

const collisions = new Set(['40001', '40P01', '55P03']);
const outages = new Set([
  // Read-only: a standby that was not promoted yet, as after a failover.
  '25006',
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

/** Disk, memory or a configured limit used up, a disk that fails, a statement that was cancelled for taking too long. */
const wants = new Set(['53000', '53100', '53200', '53400', '57014', '58030']);

/** What the driver says without a code. */
const lost =
  /connection terminated|connection ended|timeout exceeded when trying to connect|query read timeout|not queryable/i;

/** Two that began the same thing at once: the second finds the first's row when it looks again, or that what it held is free by now. */
const meetings = new Set(['shipment_pkey', 'command_answer_pkey', 'shipment_unit']);

/** Whether whoever asked may ask again later: nothing is wrong with what was asked. */
export function isOutage(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble === 'connection' || trouble === 'exhausted';
}

/** Sorts an error of the driver. */
export function troubleOf(error: unknown): Trouble {
  const code = textOf(error, 'code');
  if (collisions.has(code) || (code === '23505' && meetings.has(textOf(error, 'constraint')))) return 'collision';
  if (outages.has(code) || code.startsWith('08')) return 'connection';
  if (wants.has(code)) return 'exhausted';
  return lost.test(textOf(error, 'message')) ? 'connection' : 'defect';
}
