import type { Instant } from '@cellrelay/kernel';
import type { Role } from '@cellrelay/shipment';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { PageOf } from '../questions.port.js';
import type { Organisation, NewActing } from './acting.js';

/** Somebody with an account, as their administrator sees them. */
export interface Person {
  /** The account's id. */
  readonly id: string;
  /** What they sign in with. */
  readonly name: string;
  readonly person: string;
  readonly role: Role;
  readonly courier: string | null;
  readonly since: Instant;
  readonly endedAt: Instant | null;
  readonly secondFactor: boolean;
}

/** One that is open still, or has run out without being taken up. */
export interface Invitation {
  readonly id: string;
  readonly person: string;
  readonly role: Role;
  readonly courier: string | null;
  readonly mail: string | null;
  /** What became of the last mail; null: the link was shown instead. */
  readonly mailed: 'sent' | 'failed' | null;
  /** Made from outside of the organisation, and not released: nobody has a link that is good. */
  readonly held: boolean;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
}

/** A link's secret as it is kept, and how long it is good for. */
export interface NewLink {
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string;
  readonly lastsMs: number;
}

export interface NewInvitation extends NewActing, NewLink {
  readonly mail: string | null;
}

/** One that waits for the word of whoever runs the server. */
export interface HeldInvitation extends Pick<Invitation, 'id' | 'person' | 'mail'> {
  /** What the organisation is called. */
  readonly organisation: string;
}

/** To whom an open invitation is addressed. */
export interface Invited {
  readonly person: string;
  readonly role: Role;
  readonly organisation: Pick<Organisation, 'name' | 'kind'>;
  readonly expiresAt: Instant;
}

/** Which role somebody has from now on; `courier` of that role only. */
export type NewRole = Pick<NewActing, 'role' | 'courier'>;

/** Why nothing was changed. `not-found` is said of what is another organisation's too. */
export type Unchanged =
  | 'not-found'
  | 'not-administrator'
  | 'held'
  | 'last-administrator'
  | 'name-taken'
  | 'name-alike'
  | 'courier-taken'
  | 'too-many';

/** Done, with what came of it; or why nothing was changed. */
export type Changed<Value> =
  { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'unchanged'; readonly why: Unchanged };

/**
 * Organisations and their people. Each change is made by an administrator, who is one still when it is made, and writes to the audit record in its own transaction.
 * Of other organisations' people nothing is found, but that the operator's administrators make organisations and invite an administrator for those that have none.
 */
export interface PeopleStore {
  organisations(paging: { readonly after: string; readonly limit: number }): Promise<PageOf<Organisation>>;
  organisation(id: string): Promise<Organisation | null>;
  /** By the operator's administrator. */
  makeOrganisation(by: AuditAuthor, made: Pick<Organisation, 'name' | 'kind'>): Promise<Changed<Organisation>>;
  /** By the name they sign in with; those who have left come with the others. */
  people(organisation: string, paging: { readonly after: string; readonly limit: number }): Promise<PageOf<Person>>;
  /** Whether it has an administrator. */
  administered(organisation: string): Promise<boolean>;
  /** Effective at once, for sessions and tokens too. Never takes the operator its last administrator. */
  changeRole(by: AuditAuthor, account: string, role: NewRole): Promise<Changed<Person>>;
  /** For good: sessions, tokens and links to a provider end with it. Never ends the operator's last administrator. */
  endAccount(by: AuditAuthor, account: string): Promise<Changed<Person>>;
  /** Those that were neither taken up nor withdrawn, the latest first. */
  invitations(organisation: string): Promise<readonly Invitation[]>;
  /** Held, where it is into another organisation. */
  invite(by: AuditAuthor, invitation: NewInvitation): Promise<Changed<Invitation>>;
  /** Another link in the place of the one before, which is good for nothing from then on. Of another organisation's: `held`. */
  renewInvitation(by: AuditAuthor, id: string, link: NewLink): Promise<Changed<Invitation>>;
  heldInvitations(): Promise<readonly HeldInvitation[]>;
  /** A link for one that was made from outside, held until now or not, while nobody administers that organisation. With the rights of the database's owner; `not-found` else. */
  releaseInvitation(id: string, link: NewLink): Promise<Changed<Invited>>;
  withdrawInvitation(by: AuditAuthor, id: string): Promise<Changed<Invitation>>;
  /** Notes what became of the mail. */
  noteMail(id: string, mailed: 'sent' | 'failed'): Promise<void>;
  /** Null for a link that is unknown, used, withdrawn or has run out: nobody is told which. */
  invited(tokenHash: string): Promise<Invited | null>;
  /** Takes an invitation up, once. `not-found` as above. Answers the account's id. */
  join(tokenHash: string, name: string, passwordHash: string): Promise<Changed<string>>;
  /** The operator's administrator by that name: made, or given another password (every way in but that one ends). Null when the name is somebody else's. */
  operatorsAdministrator(name: string, passwordHash: string): Promise<'made' | 'renewed' | null>;
}
