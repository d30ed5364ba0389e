import { now } from '../time/now.js';
import { phone } from './database.js';
import { goneOf, type Goes } from './gone.js';
import type { Here } from './here.js';
import type { Dated } from './seen.js';
import type { Trip } from './trip.js';

const ME = 'me';
const nameOf = (account: string, what: string) => `${account} ${what}`;

/** Keeps an answer for that account. A phone that is full keeps none, and the page goes on. */
export async function keepAnswer(account: string, what: string, value: unknown): Promise<void> {
  try {
    await (await phone()).put('answers', { account, at: now(), value }, nameOf(account, what));
  } catch {
    // What is not kept is asked for again; readiness looks at what lies there.
  }
}

/** What was kept for that account. */
export async function keptAnswer<Value>(account: string, what: string): Promise<Dated<Value> | undefined> {
  try {
    const found = await (await phone()).get('answers', nameOf(account, what));
    return found === undefined ? undefined : { value: found.value as Value, at: found.at };
  } catch {
    return undefined;
  }
}

/** Forgets one answer. */
export async function forgetAnswer(account: string, what: string): Promise<void> {
  await (await phone()).delete('answers', nameOf(account, what));
}

/** Forgets what was kept for that account of trips that go. */
export async function forgetTripAnswers(account: string, goes: Goes): Promise<void> {
  const { store, done } = (await phone()).transaction('answers', 'readwrite');
  const names: string[] = [];
  for (const key of await store.getAllKeys()) if ((await store.get(key))?.account === account) names.push(key);
  await Promise.all([...goneOf(names, account, goes).map((name) => store.delete(name)), done]);
}

/** Forgets all answers but those of that account; of all accounts for null. Who was signed in stays known apart. */
export async function forgetOthers(account: string | null): Promise<void> {
  const transaction = (await phone()).transaction('answers', 'readwrite');
  for (const key of await transaction.store.getAllKeys()) {
    const found = await transaction.store.get(key);
    if (key !== ME && found?.account !== account) await transaction.store.delete(key);
  }
  await transaction.done;
}

/** Whoever is signed in on this phone, for the page to open without network; null once the server has said that nobody is. */
export async function keepMe(me: Here | null): Promise<void> {
  const database = await phone();
  if (me === null) return database.delete('answers', ME);
  await database.put('answers', { account: me.name, at: now(), value: me }, ME);
}

/** Keeps that whoever is kept has no session any more. Where they are not kept, because they signed out meanwhile, they stay unknown. */
export async function keepLost(me: Here): Promise<void> {
  const { store, done } = (await phone()).transaction('answers', 'readwrite');
  const found = await store.get(ME);
  if (found?.account === me.name) await store.put({ ...found, value: me }, ME);
  await done;
}

/** Whoever was signed in when the server last named somebody. */
export async function keptMe(): Promise<Here | undefined> {
  const found = await (await phone()).get('answers', ME).catch(() => undefined);
  return found?.value as Here | undefined;
}

/** One trip as it was last seen. */
export async function keptTrip(account: string, id: string): Promise<Trip | undefined> {
  return (await keptAnswer<Trip>(account, `trip ${id}`))?.value;
}
