import type pg from 'pg';
import type { PaperMarks, PaperStore, RequestMailStore } from '@cellrelay/use-cases';
import { PostgresRequestMails } from '../deliveries/postgres-request-mails.js';
import { PostgresPaperMarks } from './postgres-paper-marks.js';
import { PostgresPaperStore } from './postgres-paper-store.js';

/** Papers that were made, those to be looked at again, and requests that they go out with. */
export interface PaperStores {
  readonly papers: PaperStore;
  readonly paperMarks: PaperMarks;
  readonly requestMails: RequestMailStore;
}

/** Those stores on that pool. */
export function paperStoresOn(pool: pg.Pool): PaperStores {
  return {
    papers: new PostgresPaperStore(pool),
    paperMarks: new PostgresPaperMarks(pool),
    requestMails: new PostgresRequestMails(pool),
  };
}
