import { commandRequest } from '../act/send-command.js';
import { ask } from '../api/client.js';
import { isStale, refusalOf } from '../api/refusal.js';
import type { Me } from '../api/types.js';
import type { Outcome } from './next-to-send.js';
import type { Kept } from './queued.js';

/** A try that hangs ends here: the next one does the same once. */
const PATIENCE = 30_000;

const patiently = (init: RequestInit): RequestInit => ({ ...init, signal: AbortSignal.timeout(PATIENCE) });

/** Whether the account that wrote it is the one signed in at this moment: another tab may have signed in somebody else. Without an answer it is not known, and no. */
export async function isTheirs({ account }: Pick<Kept, 'account'>): Promise<boolean> {
  try {
    const response = await ask('/api/v1/session', patiently({ cache: 'no-store' }));
    if (!response.ok) return false;
    const { me } = (await response.json()) as { readonly me: Me | null };
    return me?.name === account;
  } catch {
    return false;
  }
}

/** Sends one command once. Never throws. */
export async function tryOnce(row: Kept): Promise<Outcome> {
  const { address, headers } = commandRequest(row);
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  try {
    const response = await ask(address, patiently({ ...init, body: JSON.stringify(row.body) }));
    if (response.ok) return { kind: 'done', revision: revisionOf(response.headers.get('etag')) };
    return turnedDown(response.status, await response.json().catch(() => null));
  } catch {
    return { kind: 'unknown' };
  }
}

function revisionOf(etag: string | null): number | null {
  const named = /^(?:W\/)?"(\d+)"$/.exec(etag ?? '')?.[1];
  return named === undefined ? null : Number(named);
}

/** Nobody signed in, and too many at once: it was not looked at, and has its turn later. */
const notLookedAt: ReadonlySet<number> = new Set([401, 421, 429]);

function turnedDown(status: number, body: unknown): Outcome {
  if (status >= 500) return { kind: 'unknown' };
  if (notLookedAt.has(status)) return { kind: 'held' };
  const refusal = refusalOf(status, body);
  return { kind: isStale(status, refusal) ? 'stale' : 'refused', refusal };
}
