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
  await plantAll(
    store,
    ids.map((id) => asAnother(history, id)),
  );
  return ids;
}

type Committed = Extract<CommitOutcome, { kind: 'committed' }>;

/** Stores the histories, several at a time; each must be accepted. What follows a commit follows at once, as after every command. */
export async function plantAll(
  store: ShipmentStore,
  histories: readonly PlayedHistory[],
  after: (outcome: Committed) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const waiting = [...histories];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await storeHistory(store, next);
      if (outcome.kind !== 'committed') throw new Error(`a shipment of the benchmark was not stored: ${outcome.kind}`);
      await after(outcome);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
}
