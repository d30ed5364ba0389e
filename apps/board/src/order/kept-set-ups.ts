import type { SetUp } from './set-up.js';

/** Not of the tab: it must outlive one that died, and a browser that was closed. Signing out removes it. */
const PREFIX = 'cellrelay.set-up.';
/** Under this stands which shipment is being prepared that is not open yet. */
const UNOPENED = `${PREFIX}unopened.`;

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // Closed storage keeps nothing.
    return null;
  }
}

/** The set-up of that shipment, if it was begun at this machine by that account and is not finished. */
export function keptSetUp(id: string, account: string): SetUp | undefined {
  try {
    const kept = JSON.parse(read(PREFIX + id) ?? 'null') as SetUp | null;
    return kept?.account === account ? kept : undefined;
  } catch {
    // What is spoilt is as if nothing had been kept.
    return undefined;
  }
}

/** The one that this account is preparing and that is not open yet. */
export function unopenedSetUp(account: string): SetUp | undefined {
  const id = read(UNOPENED + account);
  return id === null ? undefined : keptSetUp(id, account);
}

/** Keeps it as it stands. Answers whether it is kept: without that nothing is sent, since a try whose answer is lost could not be repeated. */
export function keepSetUp(setUp: SetUp): boolean {
  try {
    localStorage.setItem(PREFIX + setUp.id, JSON.stringify(setUp));
    if (!setUp.opened) localStorage.setItem(UNOPENED + setUp.account, setUp.id);
    else if (read(UNOPENED + setUp.account) === setUp.id) localStorage.removeItem(UNOPENED + setUp.account);
    return true;
  } catch {
    return false;
  }
}

/** Forgets one that is finished or given up. */
export function forgetSetUp({ id, account }: Pick<SetUp, 'id' | 'account'>): void {
  try {
    localStorage.removeItem(PREFIX + id);
    if (read(UNOPENED + account) === id) localStorage.removeItem(UNOPENED + account);
  } catch {
    // Nothing was kept then.
  }
}

/** Forgets all of them: the next to sign in at this machine may be somebody else. */
export function forgetSetUps(): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // Nothing was kept then.
  }
}
