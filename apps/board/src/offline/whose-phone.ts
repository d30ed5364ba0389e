import type { Me } from '../api/types.js';
import { forgetOthers, isNoAnswer, keepMe, keptMe } from './answers.js';
import { forgetPapers } from './kept-papers.js';

/** How long the page waits for the server before it opens with whoever was signed in last. */
const PATIENCE = 4_000;

/** Whether this person's trips are kept on the phone: a courier carries it. At a desk nothing is. */
export function carries(me: Pick<Me, 'role'>): boolean {
  return me.role === 'courier';
}

/**
 * Who is signed in, by the server's word; without an answer, whoever it named last on this phone. Rejects where nobody is known.
 */
export async function askedOrKept(askServer: () => Promise<Me | null>): Promise<Me | null> {
  const before = await keptMe().catch(() => undefined);
  if (before === undefined) return askServer();
  const late = new Promise<Me>((resolve) => setTimeout(() => resolve(before), PATIENCE));
  const asked = askServer().catch((error: unknown) => {
    if (isNoAnswer(error)) return before;
    throw error;
  });
  return Promise.race([asked, late]);
}

/** Notes who is signed in. Trips and papers on the phone are only ever of one person: those of whoever was there before go. Commands that wait stay, for their author. */
export async function noteWhoIsHere(me: Me | null): Promise<void> {
  if (me === null) return keepMe(null);
  const before = await keptMe();
  if (before?.name !== me.name) await forgetTrips(carries(me) ? me.name : null);
  await keepMe(carries(me) ? me : null);
}

/** Throws trips and papers off the phone, but for those of that account. */
export async function forgetTrips(but: string | null): Promise<void> {
  await forgetOthers(but);
  await forgetPapers(but);
}
