import type { Instant } from '@cellrelay/kernel';
import type { Role } from '@cellrelay/shipment';
import type { Acting, NewActing } from './people/acting.js';

/** Somebody who may sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** As the password hasher made it; the store never looks into it. */
  readonly passwordHash: string;
  readonly createdAt: Instant;
  readonly acting: Acting;
}

/** An account as it was found when its password was verified, or a provider said whose it is. */
export type Verified = Pick<Account, 'id' | 'passwordHash'>;

/** A sign-in that stands. */
export interface Session {
  readonly account: string;
  readonly accountName: string;
  readonly acting: Acting;
  readonly expiresAt: Instant;
  readonly lastSeenAt: Instant;
}

/** One of those that an instance begins with. */
export interface FirstAccount {
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Accounts and their sessions. Sessions are known by the SHA-256 of their token, in hexadecimal; the token itself is never stored. */
export interface AccountStore {
  /**
   * Makes an account; null, and nothing done, when the name is taken or the machinery's, or somebody acts as that courier. Unless said as whom it acts, it is a coordinator of the operator, known by the account's
   * name; where there is no operator yet, there is one then.
   */
  create(name: string, passwordHash: string, acting?: NewActing): Promise<Account | null>;
  /** Makes all of these, of the operator, or none of them: false where there is an account already. */
  createFirst(accounts: readonly FirstAccount[]): Promise<boolean>;
  /** The account of that name, or null; one that has ended is none. Names are compared exactly. */
  find(name: string): Promise<Account | null>;
  /** How many accounts there are: none at first start. */
  count(): Promise<number>;
  /** Gives an account another password and ends all its sessions, tokens of programs and links to a provider; false when there is no such account. */
  setPassword(name: string, passwordHash: string): Promise<boolean>;
  /** Opens a session that ends after `lastsMs`; null, and none opened, when the account has ended or has another password by now. */
  openSession(account: Verified, tokenHash: string, lastsMs: number): Promise<Session | null>;
  /** The session, when it stands; notes that it was seen, at most once a minute. */
  session(tokenHash: string): Promise<Session | null>;
  /** Ends a session; nothing happens when there is none. */
  endSession(tokenHash: string): Promise<void>;
  /** Deletes sessions that have ended; answers how many. */
  sweepSessions(): Promise<number>;
}
