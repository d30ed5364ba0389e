import type { Role } from '@cellrelay/shipment';
import type { PersonalChannel } from '../deliveries/delivery.js';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { Acting } from '../people/acting.js';
import type { KeptRoster, Roster } from './roster.js';
import type { TellingWish } from './telling-wish.js';

/** Somebody who may be on call: of the organisation, with an account that stands, in a role that works on shipments. */
export interface Colleague {
  readonly account: string;
  readonly person: string;
  readonly role: Role;
  /** How they have said that they are reached, the first first. */
  readonly channels: readonly PersonalChannel[];
}

/** Somebody with an account that stands, and how they want to be told, where they have said so. */
export interface PersonTold {
  readonly account: string;
  readonly acting: Acting;
  readonly wish: TellingWish | null;
}

/** Who is on call, and how each wants to be told. */
export interface OnCallStore {
  /** Null: that organisation keeps none. */
  roster(organisation: string): Promise<KeptRoster | null>;
  /** Writes it whole, and a line of the audit record, unless it is not at that revision any more (0: there is to be none): then nothing is written and null answered. */
  putRoster(by: AuditAuthor, roster: Roster, revision: number): Promise<KeptRoster | null>;
  /** By name; at most 500. */
  colleagues(organisation: string): Promise<readonly Colleague[]>;
  wish(account: string): Promise<TellingWish | null>;
  putWish(account: string, wish: TellingWish): Promise<void>;
  /** Those of these accounts that stand. */
  people(accounts: readonly string[]): Promise<readonly PersonTold[]>;
  /** The operator's id; null before there is one. */
  operator(): Promise<string | null>;
}
