import type { LocalDate, ShipmentId, ZonedInstant } from '@cellrelay/kernel';
import type { Visa } from '@cellrelay/shipment';

/** A courier as the pool knows them. A nomination copies what it needs, so that no log depends on what stands here later. */
export interface PooledCourier {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  /** Country that the courier sets out from, ISO 3166-1 alpha-2. */
  readonly basedIn: string | null;
  readonly trainedUntil: LocalDate;
  readonly passports: readonly { readonly country: string; readonly validUntil: LocalDate }[];
  readonly visas: readonly Visa[];
  readonly restUntil: ZonedInstant | null;
  /** ISO 639-1. */
  readonly languages: readonly string[];
}

/** A record as it stands, with how often it has been written: whoever changes it says which of them was read. */
export interface KeptCourier extends PooledCourier {
  readonly revision: number;
}

export interface CourierList {
  readonly items: readonly KeptCourier[];
  /** All that pass the search, shown or not. */
  readonly total: number;
}

/** The register of couriers. */
export interface CourierPool {
  find(id: string): Promise<KeptCourier | null>;
  /** Writes the whole record, unless it is not at that revision any more (0: there is to be none): then nothing is written and null answered. */
  put(courier: PooledCourier, revision: number): Promise<KeptCourier | null>;
  /** By name, then id; every word must occur in name, company, telephone, countries or languages. At most `limit`. */
  list(search: string, limit: number): Promise<CourierList>;
  /** Open shipments for which this courier is nominated. */
  nominatedFor(id: string): Promise<readonly ShipmentId[]>;
}
