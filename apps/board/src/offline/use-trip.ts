import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '../api/questions.js';
import type { Row } from '../api/types.js';
import { forgetAnswer, forgetTripAnswers, keepAnswer, keptAnswer } from './answers.js';
import type { Goes } from './gone.js';
import { forgetTripPapers, keepPapers } from './kept-papers.js';
import { isNotTheirs, seenOf, type Seen } from './seen.js';
import { askForms, askMyTrips, askTrip, type Trip } from './trip.js';
import { carries } from './whose-phone.js';

const HOUR = 3_600_000;

interface Asking<Value> {
  readonly key: readonly string[];
  /** Under which name it lies on the phone. */
  readonly name: string;
  readonly ask: (signal: AbortSignal) => Promise<Value>;
}

/** The account on whose phone this is kept; none at a desk. */
function useCarrier(): string | null {
  const me = useMe().data;
  return me != null && carries(me) ? me.name : null;
}

/** Asks the server, and meanwhile and without an answer has what lies on the phone. */
function useSeen<Value>({ key, name, ask }: Asking<Value>): Seen<Value> {
  const account = useCarrier();
  const asked = useQuery({ queryKey: key, queryFn: ({ signal }) => ask(signal), retry: false });
  const kept = useQuery({
    queryKey: ['on-phone', account, name],
    queryFn: async () => (account === null ? null : ((await keptAnswer<Value>(account, name)) ?? null)),
    gcTime: 0,
  });
  return seenOf(asked, kept.data ?? null, kept.isPending);
}

interface Keeping<Value> extends Pick<Asking<Value>, 'name' | 'ask'> {
  readonly account: string | null;
  /** Aborted once the answer is wanted no more: a newer one was asked for, or whoever asked has signed out. */
  readonly signal: AbortSignal;
  readonly forget: (account: string) => Promise<void>;
}

async function askAndKeep<Value>({ account, name, ask, signal, forget }: Keeping<Value>): Promise<Value> {
  try {
    const value = await ask(signal);
    if (account !== null && !signal.aborted) await keepAnswer(account, name, value);
    return value;
  } catch (error) {
    // What is not theirs to see any more is not kept for them either.
    if (account !== null && !signal.aborted && isNotTheirs(error)) await forget(account);
    throw error;
  }
}

/** Takes trips that are theirs no more off the phone, with all that lies there of them. */
async function forgetGone(account: string, goes: Goes): Promise<void> {
  await forgetTripAnswers(account, goes);
  await forgetTripPapers(account, goes);
}

interface Whose {
  readonly account: string | null;
  readonly signal: AbortSignal;
}

/** Keeps a trip and its papers, and says anew whether it is ready. */
async function tripKept(client: QueryClient, id: string, { account, signal }: Whose): Promise<Trip> {
  const forms = () => client.fetchQuery({ queryKey: ['commands'], queryFn: askForms, staleTime: HOUR });
  const ask = () => askTrip(id, forms);
  const forget = (whose: string) => forgetGone(whose, (trip) => trip === id);
  const trip = await askAndKeep({ account, name: nameOf(id), ask, signal, forget });
  if (account !== null && !signal.aborted) {
    const look = () => client.invalidateQueries({ queryKey: ['ready', id] });
    void keepPapers(account, id, trip.papers).then(look, look);
  }
  return trip;
}

/** The trips of that account; those on the phone that are not among them any more go. */
async function tripsKept({ account, signal }: Whose): Promise<readonly Row[]> {
  const ask = async () => {
    const { trips, whole } = await askMyTrips();
    const goes: Goes = (trip) => trips.every(({ id }) => id !== trip);
    if (account !== null && whole && !signal.aborted) await forgetGone(account, goes).catch(() => undefined);
    return trips;
  };
  const forget = (whose: string) => forgetAnswer(whose, 'trips');
  return askAndKeep({ account, name: 'trips', ask, signal, forget });
}

const keyOf = (id: string) => ['shipment', id, 'trip'];
const nameOf = (id: string) => `trip ${id}`;

/** One trip with all that is needed on the way, answered from the phone where the network does not answer. */
export function useTrip(id: string) {
  const client = useQueryClient();
  const account = useCarrier();
  const ask = (signal: AbortSignal) => tripKept(client, id, { account, signal });
  const { value: trip, from, at, error } = useSeen({ key: keyOf(id), name: nameOf(id), ask });
  useEffect(() => {
    if (trip !== undefined && at !== null && from === 'phone') seed(client, id, trip, at);
  }, [client, id, trip, from, at]);
  return { trip, from, at, error };
}

/** The pages that ask for parts of the trip by themselves have them from the phone too; an answer of the server takes their place. */
function seed(client: QueryClient, id: string, trip: Trip, at: number): void {
  const { shipment, actions, notNow, commands, papers } = trip;
  const parts: readonly (readonly [readonly string[], unknown])[] = [
    [['shipment', id, 'view'], shipment],
    [['shipment', id, 'actions'], { actions, notNow }],
    [['shipment', id, 'papers'], papers],
    [['commands'], { items: commands }],
  ];
  for (const [key, part] of parts)
    if (client.getQueryData(key) === undefined) client.setQueryData(key, part, { updatedAt: at });
}

/** The trips of whoever is signed in, answered likewise. Each is kept with its papers as soon as it is theirs, looked at or not. */
export function useMyTrips() {
  const client = useQueryClient();
  const account = useCarrier();
  const ask = (signal: AbortSignal) => tripsKept({ account, signal });
  const {
    value: trips,
    from,
    at,
    error,
  } = useSeen<readonly Row[]>({ key: ['shipments', 'my-trips'], name: 'trips', ask });
  useEffect(() => {
    if (account === null || from === 'phone') return;
    for (const { id } of trips ?? [])
      void client.prefetchQuery({
        queryKey: keyOf(id),
        queryFn: ({ signal }) => tripKept(client, id, { account, signal }),
        staleTime: 5_000,
      });
  }, [client, account, trips, from]);
  return { trips, from, at, error };
}
