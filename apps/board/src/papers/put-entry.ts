import { sendOnce } from '../act/send-command.js';
import type { Answered } from '../act/sent.js';
import type { Entry } from './entry.js';

/** Enters it, on the revision that was read. Never throws. `stale`: somebody else has entered it since, or it is about another by now; nothing was entered. */
export async function putEntry(path: string, { revision }: Pick<Entry, 'revision'>, body: unknown): Promise<Answered> {
  const read: Record<string, string> = revision === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
  const sent = await sendOnce(path, { method: 'PUT', headers: read, body });
  const isOfAnother = sent.kind !== 'done' && sent.refusal.code === 'of-another-by-now';
  return isOfAnother ? { kind: 'stale', refusal: sent.refusal } : sent;
}
