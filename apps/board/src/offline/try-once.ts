import { commandRequest } from '../act/send-command.js';
import { notLookedAt, turnedDown } from '../act/turned-down.js';
import { ask } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';
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
    // It has its turn later.
    if (notLookedAt(response.status)) return { kind: 'held' };
    return turnedDown(response.status, refusalOf(response.status, await response.json().catch(() => null)));
  } catch {
    return { kind: 'unknown' };
  }
}

function revisionOf(etag: string | null): number | null {
  const named = /^(?:W\/)?"(\d+)"$/.exec(etag ?? '')?.[1];
  return named === undefined ? null : Number(named);
}
