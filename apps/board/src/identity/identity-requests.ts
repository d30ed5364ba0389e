import type { Sent } from '../act/send-command.js';
import { ask, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';
import type { Identity } from '../api/types.js';

/** Somebody of a shipment on the reader's own side. */
export interface Whom {
  readonly shipment: string;
  readonly subject: string;
}

/** What was read, or why it was not. */
export type Read = { readonly kind: 'read'; readonly identity: Identity } | Exclude<Sent, { readonly kind: 'done' }>;

const pathOf = ({ shipment, subject }: Whom): string =>
  `/api/v1/shipments/${encodeURIComponent(shipment)}/identities/${encodeURIComponent(subject)}`;

/** Who somebody is. Each call is a look that is on record; what comes back is kept by nothing but the sheet that shows it. */
export async function readIdentity(whom: Whom): Promise<Read> {
  return told(ask(pathOf(whom)), async (response) => ({
    kind: 'read',
    identity: (await response.json()) as Identity,
  }));
}

/** Writes a record, on the revision that was read; 0: there is to be none yet. */
export function putIdentity(whom: Whom, revision: number, body: unknown): Promise<Sent> {
  return told(ask(pathOf(whom), { method: 'PUT', ...saying(revision, body) }), () => ({ kind: 'done' }));
}

/** Erases where nothing stands against it. */
export function eraseIdentity(whom: Whom, revision: number): Promise<Sent> {
  return told(ask(pathOf(whom), { method: 'DELETE', headers: onRevision(revision) }), () => ({ kind: 'done' }));
}

/** Asks a second person to erase, or agrees with the first. */
export function eraseTogether(whom: Whom, revision: number, reason: string): Promise<Sent> {
  const sent = ask(`${pathOf(whom)}/erasure`, { method: 'POST', ...saying(revision, { reason }) });
  return told(sent, () => ({ kind: 'done' }));
}

function saying(revision: number, body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  return { headers: { 'Content-Type': 'application/json', ...onRevision(revision) }, body: JSON.stringify(body) };
}

function onRevision(revision: number): Record<string, string> {
  return revision === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
}

async function told<T>(
  asked: Promise<Response>,
  done: (response: Response) => T | Promise<T>,
): Promise<T | Extract<Sent, { kind: 'refused' | 'unknown' }>> {
  try {
    const response = await asked;
    if (response.ok) return await done(response);
    const refusal = refusalOf(response.status, await response.json().catch(() => null));
    return { kind: response.status >= 500 ? 'unknown' : 'refused', refusal };
  } catch (error) {
    return { kind: 'unknown', refusal: error instanceof Failure ? error.refusal : refusalOf(0, null) };
  }
}
