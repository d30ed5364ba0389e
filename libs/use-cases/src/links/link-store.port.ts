import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { PageOf } from '../questions.port.js';
import type { LinkStatement } from './link-token.js';

/** `open` until it was used, revoked or has run out. */
export const linkStates = ['open', 'used', 'expired', 'revoked'] as const;
export type LinkState = (typeof linkStates)[number];

/** A link as its shipment's coordinators see it. The link itself is nowhere: only its hash. */
export interface SignedLink {
  readonly id: string;
  readonly command: string;
  /** What the task says, and about which thing: "Record the grant, CN export". */
  readonly task: string;
  /** For whom it was made, in words. */
  readonly addressee: string;
  /** For which organisation its holder states. */
  readonly organisation: string;
  readonly mail: string | null;
  /** What became of the mail; null: none was sent. */
  readonly mailed: 'sent' | 'failed' | null;
  /** The account that made it. */
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly state: LinkState;
  /** When it was used or revoked; null of others. */
  readonly endedAt: Instant | null;
}

/** A link that somebody came with. */
export interface FoundLink extends SignedLink {
  /** The id of the organisation that made it. */
  readonly madeFor: string;
}

/** What is kept of a new link. */
export interface NewSignedLink extends Pick<SignedLink, 'addressee' | 'task' | 'mail'> {
  readonly statement: LinkStatement;
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string;
}

export interface LinkPaging {
  /** The id of the last link of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** Links in their table. What is made, used and revoked is on the audit record in its own transaction; that one is used is the commit's to write (`LinkUse`). */
export interface LinkStore {
  /** Null where the shipment has as many open ones as it may have. */
  make(by: AuditAuthor, link: NewSignedLink): Promise<SignedLink | null>;
  /** The latest first. */
  list(shipment: ShipmentId, paging: LinkPaging): Promise<PageOf<SignedLink>>;
  /** Null where there is none of that id that is open. */
  revoke(by: AuditAuthor, id: string): Promise<SignedLink | null>;
  noteMail(id: string, mailed: 'sent' | 'failed'): Promise<void>;
  /** The link whose token has that hash. */
  find(tokenHash: string): Promise<FoundLink | null>;
}
