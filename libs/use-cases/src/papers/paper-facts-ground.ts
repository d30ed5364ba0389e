import { localDateAt, type Instant, type LocalDate, type Result, type Zone } from '@cellrelay/kernel';
import type { CourierPool } from '../couriers.port.js';
import type { Refusals } from '../identity/identity-refusals.js';
import type { OrganisationDirectory } from '../people/acting.js';
import type { ShipmentStore } from '../ports.js';
import type { PaperFactStore } from './paper-fact-store.port.js';

/** Where what is entered for papers is kept, and where is read what an entry is tied to. */
export interface PaperFactsGround {
  readonly store: PaperFactStore;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly couriers: Pick<CourierPool, 'find'>;
  readonly organisations: OrganisationDirectory;
  readonly now: () => Promise<Instant>;
}

export type PaperFactAnswer<T> = Promise<Result<T, Refusals>>;

/** The day by which dates are held to be meant. */
export async function todayOn({ now }: Pick<PaperFactsGround, 'now'>): Promise<LocalDate> {
  return localDateAt(await now(), 'UTC' as Zone);
}
