import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Here } from './here.js';
import { onDelivered, sendFor, sendNow } from './outbox.js';
import { network, onNetwork } from './use-network.js';
import { registerWorker } from './worker.js';
import { afterLoss, carries, noteWhoIsHere, onForgotten } from './whose-phone.js';

/** What the phone does as long as the page is open: it knows whose it is, sends what waits, and lets the app itself lie on it. */
export function usePhone(me: Here | null | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    // While the server has not said who is here, nothing on the phone is anybody's to change.
    if (me !== undefined) void noteWhoIsHere(me).catch(() => undefined);
  }, [me]);
  const worker = me != null && carries(me);
  useEffect(() => {
    if (!worker) return;
    void registerWorker();
    void keepForGood();
  }, [worker]);
  useEffect(() => onForgotten(() => void client.invalidateQueries({ queryKey: ['me'] })), [client]);
  const name = me?.name;
  const lost = me?.lost === true;
  useEffect(() => {
    if (name === undefined) return;
    const stops = [sendFor(name), askAnewAfterSending(client), askAnewWhenReached(client)];
    return () => stops.forEach((stop) => stop());
    // Whoever has signed in anew does not wait for the next try.
  }, [client, name, lost]);
}

/** The server says that nobody is signed in: whoever is kept on this phone stays without a session, anybody else comes to the sign-in. */
export async function sessionLost(client: QueryClient): Promise<void> {
  const shown = client.getQueryData<Here | null>(['me']);
  if (shown == null) return;
  const here = await afterLoss(shown);
  // Somebody may have signed in or out meanwhile.
  client.setQueryData<Here | null>(['me'], (current) => (current === shown ? here : current));
}

/** A browser that is short of space may throw away what pages keep, unless it was asked not to. */
async function keepForGood(): Promise<void> {
  const storage = (navigator as { readonly storage?: StorageManager }).storage;
  await storage?.persist?.().catch(() => false);
}

function askAnewAfterSending(client: QueryClient): () => void {
  return onDelivered(({ outcome: { kind }, row }) => {
    // It was not sent because somebody else may be signed in by now, or nobody.
    if (kind === 'held') return void client.invalidateQueries({ queryKey: ['me'] });
    if (kind === 'unknown') return;
    for (const key of [['shipment', row.shipment], ['shipments'], ['tasks'], ['alerts']])
      void client.invalidateQueries({ queryKey: key });
  });
}

function askAnewWhenReached(client: QueryClient): () => void {
  return onNetwork(() => {
    if (!network().reached) return;
    void sendNow();
    void client.invalidateQueries();
  });
}
