import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Kept } from './queued.js';

/** An answer of the server as it lies on the phone. */
export interface KeptAnswer {
  readonly account: string;
  readonly at: number;
  readonly value: unknown;
}

interface Phone extends DBSchema {
  outbox: { key: number; value: Kept; indexes: { key: string } };
  answers: { key: string; value: KeptAnswer };
}

let opened: Promise<IDBPDatabase<Phone>> | undefined;

/** What lies on this phone, opened once. Rejects where the browser keeps nothing. */
export function phone(): Promise<IDBPDatabase<Phone>> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function open(): Promise<IDBPDatabase<Phone>> {
  return openDB<Phone>('cellrelay', 1, {
    upgrade(database) {
      // Numbers are never given twice, not even after the last row has gone: the order is that of writing.
      const outbox = database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true });
      outbox.createIndex('key', 'key', { unique: true });
      database.createObjectStore('answers');
    },
    // A later version of the page in another tab is not kept waiting.
    blocking: (_old, _new, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
}
