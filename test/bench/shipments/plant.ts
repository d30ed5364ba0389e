import { randomUUID } from 'node:crypto';
import type { ShipmentId } from '@cellrelay/kernel';
import { storeHistory, type CommitOutcome, type PlayedHistory, type ShipmentStore } from '@cellrelay/use-cases';
import { asAnother } from './prepared-trip.js';

const sideBySide = 8;

/** Stores that many copies of a history through the real store, and answers their ids. */
export async function plantCopies(
  store: ShipmentStore,
  history: PlayedHistory,
  count: number,
): Promise<readonly ShipmentId[]> {
  const ids = Array.from({ length: count }, () => randomUUID() as ShipmentId);
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      await plantOne(store, asAnother(history, id));
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return ids;
}

type Committed = Extract<CommitOutcome, { kind: 'committed' }>;

/** Stores one history, which must be accepted. */
export async function plantOne(store: ShipmentStore, history: PlayedHistory): Promise<Committed> {
  const outcome = await storeHistory(store, history);
  if (outcome.kind === 'committed') return outcome;
  throw new Error(`a shipment of the benchmark was not stored: ${outcome.kind}`);
}
