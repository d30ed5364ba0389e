import type { ShipmentId } from '@cellrelay/kernel';

/** A chain that is kept: the audit record, or the log of a shipment. */
export type ChainName = 'audit' | `shipment/${ShipmentId}`;

/** Where a chain ends: its last line's number, and the hash that covers all of it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A stored line of a chain, as it is. */
export interface ChainLine extends Head {
  readonly text: string;
}

/** The chains as they are stored: to be read whole and never at once. */
export interface ChainStore {
  /** Where it ends; null: there is no such shipment. The audit record always is; empty it ends with line 0 and the hash before the first. */
  head(chain: ChainName): Promise<Head | null>;
  /** Its lines up to that number, in order, a page at a time. */
  lines(chain: ChainName, upTo: number): AsyncIterable<readonly ChainLine[]>;
  /** Where all of them end at one moment, a page at a time: the audit record first, then the shipments by id. */
  heads(): AsyncIterable<readonly (Head & { readonly chain: ChainName })[]>;
}
