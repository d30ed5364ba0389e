import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Policy } from '@cellrelay/shipment';

/** A version of the policy as it was entered, and by whom. Never changed: another wish is another version. */
export interface PolicyEntry {
  readonly policy: Policy;
  readonly owner: string;
  readonly approver: string;
  /** Where the site's figures come from, in words. */
  readonly source: string;
  /** The account that entered it. */
  readonly by: string;
  /** Null: it came with the software. */
  readonly createdAt: Instant | null;
}

/** An open shipment, by what it is called. */
export interface ShipmentUnder {
  readonly id: ShipmentId;
  readonly reference: string;
}

/** The versions that a site has entered. Added to, and never changed. */
export interface PolicyStore {
  /** The one entered last; null when the site has none of its own. */
  current(): Promise<PolicyEntry | null>;
  byVersion(version: string): Promise<PolicyEntry | null>;
  /** The newest first. */
  list(): Promise<readonly PolicyEntry[]>;
  /** The open shipments that are run by each version, by version and reference. */
  shipmentsBy(): Promise<ReadonlyMap<string, readonly ShipmentUnder[]>>;
  /** Adds a version, unless there is one of that name: then that one is answered as it stands. */
  add(entry: Omit<PolicyEntry, 'createdAt'>): Promise<{ readonly added: boolean; readonly entry: PolicyEntry }>;
}
