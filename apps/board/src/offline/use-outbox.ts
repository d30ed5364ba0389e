import { useSyncExternalStore } from 'react';
import { useMe } from '../api/questions.js';
import type { Kept, Queued } from './queued.js';
import { allRows, onRows } from './rows.js';

let rows: readonly Kept[] = [];
const listeners = new Set<() => void>();

async function read(): Promise<void> {
  // Where the browser keeps nothing, nothing waits.
  rows = await allRows().catch(() => []);
  listeners.forEach((listen) => listen());
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    stop = onRows(() => void read());
    void read();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

let stop: () => void = () => undefined;

/** Everything that waits on this phone, whoever wrote it. */
export function useAllQueued(): readonly Kept[] {
  return useSyncExternalStore(subscribe, () => rows);
}

/** What whoever is signed in has on this phone that was not sent yet, or not taken: of one shipment, or of all. */
export function useOutbox(shipment?: string): readonly Queued[] {
  const me = useMe().data;
  return useAllQueued().filter(
    (row) => row.account === me?.name && (shipment === undefined || row.shipment === shipment),
  );
}
