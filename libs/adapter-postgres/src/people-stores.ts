import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type {
  AccountStore,
  CalendarStore,
  LinkStore,
  NoticeStore,
  OnCallStore,
  OwnAccounts,
  PeopleStore,
  SavedViewStore,
} from '@cellrelay/use-cases';
import { PostgresAccountStore } from './accounts/postgres-account-store.js';
import { PostgresOwnAccounts } from './accounts/postgres-own-accounts.js';
import { PostgresCalendarStore } from './calendars/postgres-calendar-store.js';
import { PostgresLinkStore } from './links/postgres-link-store.js';
import { PostgresNoticeStore } from './on-call/postgres-notice-store.js';
import { PostgresOnCallStore } from './on-call/postgres-on-call-store.js';
import { PostgresPeopleStore } from './people/postgres-people-store.js';
import { PostgresSavedViewStore } from './saved-views/postgres-saved-view-store.js';

/** Who takes part, and how they are known. */
export interface PeopleStores {
  readonly accounts: AccountStore;
  readonly ownAccounts: OwnAccounts;
  readonly people: PeopleStore;
  /** For parties that have no account. */
  readonly links: LinkStore;
  readonly calendars: CalendarStore;
  readonly savedViews: SavedViewStore;
  /** Who is told of alerts, and that they are to be. */
  readonly onCall: OnCallStore;
  readonly notices: NoticeStore;
}

/** Those stores on that pool. */
export function peopleStoresOn(dataSource: DataSource, pool: pg.Pool): PeopleStores {
  return {
    accounts: new PostgresAccountStore(dataSource, pool),
    ownAccounts: new PostgresOwnAccounts(pool),
    people: new PostgresPeopleStore(pool),
    links: new PostgresLinkStore(pool),
    calendars: new PostgresCalendarStore(pool),
    savedViews: new PostgresSavedViewStore(pool),
    onCall: new PostgresOnCallStore(pool),
    notices: new PostgresNoticeStore(pool),
  };
}
