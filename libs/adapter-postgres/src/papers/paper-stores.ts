import type pg from 'pg';
import type { PaperMarks, PaperStore } from '@cellrelay/use-cases';
import { PostgresPaperMarks } from './postgres-paper-marks.js';
import { PostgresPaperStore } from './postgres-paper-store.js';

/** Papers that were made, and those to be looked at again. */
export interface PaperStores {
  readonly papers: PaperStore;
  readonly paperMarks: PaperMarks;
}

/** Those stores on that pool. */
export function paperStoresOn(pool: pg.Pool): PaperStores {
  return { papers: new PostgresPaperStore(pool), paperMarks: new PostgresPaperMarks(pool) };
}
