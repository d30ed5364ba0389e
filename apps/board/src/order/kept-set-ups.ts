import { freshSetUp, type SetUp } from './set-up.js';

/** Not of the tab: it must outlive one that died, and a browser that was closed. Signing out removes what is of that account. */
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

/** One that is finished leaves this behind: another tab that still shows it must not send it again. */
interface Kept extends SetUp {
  readonly done?: true;
}

/** The set-up of that shipment, if it was begun at this machine by that account and is not finished. */
export function keptSetUp(id: string, account: string): SetUp | undefined {
  const kept = keptAs(id, account);
  return kept?.done === true ? undefined : kept;
}

/** What was sent of one that was finished at this machine by that account. */
export function finishedSetUp(id: string, account: string): SetUp | undefined {
  const kept = keptAs(id, account);
  if (kept?.done !== true) return undefined;
  return { ...freshSetUp(id, account, true), outcomes: kept.outcomes };
}

function keptAs(id: string, account: string): Kept | undefined {
  try {
    const kept = JSON.parse(read(PREFIX + id) ?? 'null') as Kept | null;
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

/** Forgets what was typed for one whose shipment is open, and remembers what was sent of it. */
export function finishSetUp(setUp: SetUp): void {
  const { id, account, outcomes } = setUp;
  const done: Kept = { ...freshSetUp(id, account, true), outcomes, done: true };
  if (!keepSetUp(done)) forgetSetUp(setUp);
}

/** Forgets one that is given up. */
export function forgetSetUp({ id, account }: Pick<SetUp, 'id' | 'account'>): void {
  try {
    localStorage.removeItem(PREFIX + id);
    if (read(UNOPENED + account) === id) localStorage.removeItem(UNOPENED + account);
  } catch {
    // Nothing was kept then.
  }
}

/** Forgets those of an account that signs out: the next to sign in at this machine may be somebody else. Those of others stay. */
export function forgetSetUps(account: string): void {
  try {
    const ids = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX) && !name.startsWith(UNOPENED));
    const theirs = ids.filter((name) => keptAs(name.slice(PREFIX.length), account) !== undefined);
    for (const name of [...theirs, UNOPENED + account]) localStorage.removeItem(name);
  } catch {
    // Nothing was kept then.
  }
}
