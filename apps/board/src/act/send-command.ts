import { ask, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';
import type { Answered, Sending } from './sent.js';
import { turnedDown } from './turned-down.js';

export type { Sent } from './sent.js';

/** A key of 128 random bits in the form of a UUID. `randomUUID` is missing where the page is not served securely. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where a command is sent, and the headers that make it act once and only on what its author had read. */
export function commandRequest({ shipment, command, revision, key }: Omit<Sending, 'body'>) {
  const standing: Record<string, string> =
    revision === null ? { 'if-none-match': '*' } : { 'if-match': `"${revision}"` };
  const address = `/api/v1/shipments/${encodeURIComponent(shipment)}/commands/${encodeURIComponent(command)}`;
  return { address, headers: { 'idempotency-key': key, ...standing } };
}

/** Issues a command once. Never throws. */
export function sendCommand({ body, ...sending }: Sending): Promise<Answered> {
  const { address, headers } = commandRequest(sending);
  return sendOnce(address, { method: 'POST', headers, body });
}

/** What is sent as JSON, and under which headers besides. */
interface ToSend {
  readonly method: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Sends it once, and answers what became of it. Never throws. */
export async function sendOnce(address: string, { method, headers, body }: ToSend): Promise<Answered> {
  try {
    const sent = { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    const response = await ask(address, sent);
    if (response.ok) return { kind: 'done' };
    return turnedDown(response.status, refusalOf(response.status, await response.json().catch(() => null)));
  } catch (error) {
    return { kind: 'unknown', refusal: error instanceof Failure ? error.refusal : refusalOf(0, null) };
  }
}
