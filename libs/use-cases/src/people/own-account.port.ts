import type { Instant } from '@cellrelay/kernel';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { Acting } from './acting.js';

/** Somebody at their own account: its id, and as whom the audit record names them; null: the command line acts for them. */
export interface Owner {
  readonly account: string;
  readonly by: AuditAuthor | null;
}

/** A sign-in of one's own, without where it came from. */
export interface OwnSession {
  readonly id: string;
  readonly since: Instant;
  readonly lastSeenAt: Instant;
  /** It is the one that asks. */
  readonly here: boolean;
}

/** What makes somebody's one-time codes. */
export interface SecondFactor {
  /** The secret, encrypted. */
  readonly sealed: string;
  /** Whether codes are asked for; until a first one was shown they are not. */
  readonly set: boolean;
  readonly recoveryCodesLeft: number;
}

/** How far a program's token goes. */
export type TokenScope = 'read' | 'command';

/** A token of one's own; the token itself was shown once. */
export interface OwnToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
}

export interface NewToken {
  readonly name: string;
  readonly scope: TokenScope;
  readonly tokenHash: string;
  readonly lastsMs: number;
}

/** Whose program it is that asks with a token that stands. */
export interface TokenOwner {
  readonly account: string;
  readonly accountName: string;
  readonly acting: Acting;
  readonly scope: TokenScope;
}

/** What somebody does at their own account. Whatever changes it writes to the audit record in its own transaction. */
export interface OwnAccounts {
  /** Another password; every session but the one of that hash ends, answered by their hashes, and so do tokens of programs and links to a provider. */
  changePassword(owner: Owner, passwordHash: string, keep: string): Promise<readonly string[]>;
  sessions(account: string, here: string): Promise<readonly OwnSession[]>;
  /** Ends one of one's own sessions; answers its hash, or null when there is none of that id. */
  endSession(owner: Owner, id: string): Promise<string | null>;
  /** Ends every session but the one of that hash; answers the hashes. */
  endOtherSessions(owner: Owner, keep: string): Promise<readonly string[]>;
  secondFactor(account: string): Promise<SecondFactor | null>;
  /** Keeps a secret that no code was shown of yet. False, and nothing kept, where a second factor is set. */
  beginSecondFactor(account: string, sealed: string): Promise<boolean>;
  /** The first code was shown: from now on codes are asked for. False when nothing was begun, or it is set already. */
  setSecondFactor(owner: Owner, step: number, recoveryHashes: readonly string[]): Promise<boolean>;
  /** Takes the code of a step, if neither it nor a later one was taken before. */
  takeStep(account: string, step: number): Promise<boolean>;
  /** Takes a recovery code, once. */
  takeRecoveryCode(owner: Owner, hash: string): Promise<boolean>;
  /** Other recovery codes in the place of those before. False where no second factor is set. */
  renewRecoveryCodes(owner: Owner, hashes: readonly string[]): Promise<boolean>;
  /** False where none is set. */
  removeSecondFactor(owner: Owner): Promise<boolean>;
  /** Those that stand. */
  tokens(account: string): Promise<readonly OwnToken[]>;
  /** Null, and nothing made, where there are as many as there may be. */
  makeToken(owner: Owner, token: NewToken, most: number): Promise<OwnToken | null>;
  endToken(owner: Owner, id: string): Promise<boolean>;
  /** Whose token it is, when it stands; notes that it was used, at most once a minute. */
  byToken(tokenHash: string): Promise<TokenOwner | null>;
}
