import { begun, nextToSend, type Outcome } from './next-to-send.js';
import type { Kept } from './queued.js';
import { allRows, changeRows, settleRow } from './rows.js';
import { isTheirs, tryOnce } from './try-once.js';

/** What one command's try came to. */
export interface Delivered {
  readonly row: Kept;
  readonly outcome: Outcome;
}

/**
 * Sends what that account has on this phone, one after another, until nothing may be sent or no answer comes. One tab at a time. Answers
 * whether something is left that is worth trying again later.
 */
export function deliver(account: string, tell: (delivered: Delivered) => void): Promise<boolean> {
  return oneTabAtATime(async () => {
    const passed = new Set<string>();
    for (;;) {
      const row = nextToSend(await allRows(), account, passed);
      if (row === undefined) return passed.size > 0;
      const outcome = await tried(row);
      tell({ row, outcome });
      // Another shipment's commands are no reason to wait; but where the server is not reached, nothing is.
      if (outcome.kind === 'held') return true;
      if (outcome.kind === 'unknown') passed.add(row.shipment);
    }
  });
}

async function tried(row: Kept): Promise<Outcome> {
  // Asked while nothing of it has left the phone: what was never sent can still be taken back.
  if (!(await isTheirs(row))) return { kind: 'held' };
  await changeRows((rows) => begun(rows, row.key));
  const outcome = await tryOnce(row);
  await settleRow({ key: row.key, before: row.state }, outcome);
  return outcome;
}

/** Without locks (a page that is not served securely) two tabs may send the same at once: with the same key, so that it is done once all the same. */
function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks === undefined ? work() : locks.request('cellrelay.outbox', work);
}
