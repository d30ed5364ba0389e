import { ask } from '../api/client.js';
import type { ShipmentPapers } from '../api/types.js';
import { issuedAddress } from '../papers/paper-addresses.js';
import { gonePapers, type Goes } from './gone.js';

/** What the names of all stores of papers begin with: the service worker answers from there when the network does not. */
const PAPERS = 'cellrelay-papers ';

const storeOf = (account: string): Promise<Cache> | undefined =>
  'caches' in globalThis ? caches.open(`${PAPERS}${account}`) : undefined;

/** Where the issued papers of a trip are read. */
export function issuedIn(shipment: string, { plans }: ShipmentPapers): readonly string[] {
  const documents = plans.flatMap(({ papers }) => papers.flatMap(({ issued }) => issued?.document ?? []));
  return [...new Set(documents)].map((document) => issuedAddress(shipment, document));
}

/** Keeps the files of a trip's issued papers on the phone, and lets go of those of it that are not in hand any more. An issued paper never changes: what lies there stays. */
export async function keepPapers(account: string, shipment: string, papers: ShipmentPapers): Promise<void> {
  const kept = await storeOf(account);
  if (kept === undefined) return;
  const wanted = issuedIn(shipment, papers);
  const there = await pathsIn(kept);
  const ofTrip = there.filter((path) => path.startsWith(issuedAddress(shipment, '')));
  await Promise.all(ofTrip.filter((path) => !wanted.includes(path)).map((path) => kept.delete(path)));
  for (const path of wanted.filter((one) => !there.includes(one))) await keepFile(kept, path);
}

async function keepFile(kept: Cache, path: string): Promise<void> {
  const response = await ask(path);
  // A refusal is no paper; a file that breaks off is not stored, for `put` reads it to its end.
  if (response.ok) await kept.put(path, response);
}

/** How many of a trip's issued papers do not lie on the phone. */
export async function missingPapers(account: string, shipment: string, papers: ShipmentPapers): Promise<number> {
  const wanted = issuedIn(shipment, papers);
  const kept = await storeOf(account);
  const there = new Set(kept === undefined ? [] : await pathsIn(kept));
  return wanted.filter((path) => !there.has(path)).length;
}

/** Throws the papers of that account's trips that go off the phone. */
export async function forgetTripPapers(account: string, goes: Goes): Promise<void> {
  const kept = await storeOf(account);
  if (kept === undefined) return;
  await Promise.all(gonePapers(await pathsIn(kept), goes).map((path) => kept.delete(path)));
}

/** Throws papers off the phone, but for those of that account. */
export async function forgetPapers(but: string | null): Promise<void> {
  if (!('caches' in globalThis)) return;
  const others = (await caches.keys()).filter((name) => name.startsWith(PAPERS) && name !== `${PAPERS}${but}`);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function pathsIn(kept: Cache): Promise<readonly string[]> {
  return (await kept.keys()).map(({ url }) => new URL(url).pathname);
}
