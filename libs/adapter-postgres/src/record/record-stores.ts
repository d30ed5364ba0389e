import type pg from 'pg';
import type { ChainStore, KeyRegister } from '@cellrelay/use-cases';
import { PostgresChainStore } from './postgres-chain-store.js';
import { PostgresKeyRegister } from './postgres-key-register.js';

/** What exports are read from, and signed by. */
export interface RecordStores {
  readonly chains: ChainStore;
  readonly signingKeys: KeyRegister;
}

/** Those stores on that pool. */
export function recordStoresOn(pool: pg.Pool): RecordStores {
  return { chains: new PostgresChainStore(pool), signingKeys: new PostgresKeyRegister(pool) };
}
