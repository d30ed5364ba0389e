import type pg from 'pg';
import type { LoggerRegister, ReadingStore } from '@cellrelay/use-cases';
import { PostgresLoggerRegister } from './postgres-logger-register.js';
import { PostgresReadingStore } from './postgres-reading-store.js';

/** Loggers, and what they read. */
export interface ReadingStores {
  readonly readings: ReadingStore;
  readonly loggers: LoggerRegister;
}

/** Those stores on that pool. */
export function readingStoresOn(pool: pg.Pool): ReadingStores {
  return { readings: new PostgresReadingStore(pool), loggers: new PostgresLoggerRegister(pool) };
}
