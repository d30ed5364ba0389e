import type { Me } from '../api/types.js';
import { forgetOthers, keepLost, keepMe, keptMe } from './answers.js';
import { hereBy, hereDespite, type Here } from './here.js';
import { forgetPapers } from './kept-papers.js';

/** How long the page waits for the server before it opens with whoever was signed in last. */
const PATIENCE = 4_000;
const told = 'BroadcastChannel' in globalThis ? new BroadcastChannel('cellrelay.signed-out') : null;

/** Whether this person's trips are kept on the phone: a courier carries it. At a desk nothing is. */
export function carries(me: Pick<Me, 'role'>): boolean {
  return me.role === 'courier';
}

/**
 * Who is signed in, by the server's word; without an answer, whoever it named last on this phone, and where it names nobody, they without a
 * session. Rejects where nobody is known.
 */
export async function askedOrKept(askServer: () => Promise<Me | null>): Promise<Here | null> {
  const before = await keptMe().catch(() => undefined);
  if (before === undefined) return askServer();
  const late = new Promise<Here>((resolve) => setTimeout(() => resolve(before), PATIENCE));
  const asked = askServer().then(
    // Whoever has signed out meanwhile is not kept any more.
    async (me) => (leaving && me === null ? before : hereBy(me, me === null ? await keptMe() : undefined)),
    (error: unknown) => hereDespite(error, before),
  );
  return Promise.race([asked, late]);
}

let leaving = false;

/** Lets somebody sign out: until that is done the server's word that nobody is signed in is their own, and no loss. */
export async function whileLeaving(leave: () => Promise<void>): Promise<void> {
  leaving = true;
  try {
    await leave();
  } finally {
    leaving = false;
  }
}

/** Whoever was shown until the server said that nobody is signed in, as they are to be shown now. */
export async function afterLoss(shown: Here): Promise<Here | null> {
  if (leaving) return shown;
  const kept = await keptMe().catch(() => undefined);
  return hereBy(null, kept?.name === shown.name ? kept : undefined);
}

/** Notes who is signed in. Trips and papers on the phone are only ever of one person: those of whoever was there before go. Commands that wait stay, for their author. */
export async function noteWhoIsHere(me: Here | null): Promise<void> {
  if (me === null) return keepMe(null);
  if (me.lost === true) return keepLost(me);
  const before = await keptMe();
  if (before?.name !== me.name) await forgetTrips(carries(me) ? me.name : null);
  await keepMe(carries(me) ? me : null);
}

/** Nobody is known on this phone any more, by their own word; other tabs are told. */
export async function forgetMe(): Promise<void> {
  // Where the browser keeps nothing, nobody is known.
  await keepMe(null).catch(() => undefined);
  told?.postMessage(null);
}

/** Calls back when whoever was here has signed out in another tab. Answers the way to stop. */
export function onForgotten(listener: () => void): () => void {
  told?.addEventListener('message', listener);
  return () => told?.removeEventListener('message', listener);
}

/** Throws trips and papers off the phone, but for those of that account. */
export async function forgetTrips(but: string | null): Promise<void> {
  await forgetOthers(but);
  await forgetPapers(but);
}
