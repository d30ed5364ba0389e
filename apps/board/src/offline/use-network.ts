import { useSyncExternalStore } from 'react';
import { onReached } from '../api/client.js';
import { now } from '../time/now.js';

/** Whether the server can be reached, as far as this page has seen, and since when. */
export interface NetworkState {
  readonly reached: boolean;
  readonly since: number;
}

let state: NetworkState = { reached: navigator.onLine, since: now() };
const listeners = new Set<() => void>();

function become(reached: boolean): void {
  if (state.reached === reached) return;
  state = { reached, since: now() };
  listeners.forEach((listen) => listen());
}

// Being on a network is no proof that the server answers; being on none is proof that it does not.
onReached(become);
window.addEventListener('offline', () => become(false));

/** Calls back when the server is reached again, or is not any more. Answers the way to stop. */
export function onNetwork(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the server is reached at this moment. */
export const network = (): NetworkState => state;

/** Whether the server is reached, for whoever shows it. */
export function useNetwork(): NetworkState {
  return useSyncExternalStore(onNetwork, network);
}
