import type { Instant } from '@cellrelay/kernel';
import type { Side } from '../identity-vault.port.js';
import type { Deed } from '../identity-register.port.js';
import type { DocumentKind, IdentityField, ReaderPart } from './document-kinds.js';

/** On what a disclosure rests. */
export const bases = ['law', 'registry-rule', 'consent'] as const;
export type Basis = (typeof bases)[number];

/** Somebody did something, and which account that was. */
export interface SignedDeed extends Deed {
  readonly account: string;
}

/** Leave to read some fields of one person, for one kind of paper. */
export interface DisclosureGrant {
  readonly id: string;
  readonly side: Side;
  readonly subject: string;
  readonly document: DocumentKind;
  readonly fields: readonly IdentityField[];
  /** The organisation that gives it, by its id. */
  readonly granter: string;
  /** The organisation that may read, by its id, and the part for which it was let. */
  readonly reader: string;
  readonly readerPart: ReaderPart;
  readonly basis: Basis;
  /** Where that stands: the law's article, the registry's rule, the consent's date. Of a consent it is empty once the person is erased. */
  readonly citation: string;
  /** The rule on file that it rests on; null: none. */
  readonly rule: string | null;
  readonly validUntil: Instant;
  readonly asked: SignedDeed;
  readonly approved: SignedDeed | null;
  readonly revoked: SignedDeed | null;
  readonly lastReadAt: Instant | null;
  /** Both organisations are named in the shipment still, where they were. */
  readonly stands: boolean;
  /** The record is the one that it was asked for: erased since, or recorded anew after that, it is not. */
  readonly current: boolean;
}

export const grantStates = ['asked', 'in-force', 'expired', 'revoked', 'lapsed', 'erased'] as const;
export type GrantState = (typeof grantStates)[number];

/** How it stands with a grant. It `lapsed` when one of the two organisations was no longer named where it had been. */
export function stateOf(grant: DisclosureGrant, now: Instant): GrantState {
  if (grant.revoked !== null) return 'revoked';
  if (!grant.current) return 'erased';
  if (!grant.stands) return 'lapsed';
  if (grant.validUntil <= now) return 'expired';
  return grant.approved === null ? 'asked' : 'in-force';
}

/** Who reads what, and for which paper. */
export interface Reading {
  /** The organisation's id. */
  readonly reader: string;
  readonly side: Side;
  readonly subject: string;
  readonly document: DocumentKind;
}

/** The grants under which that may be read now. */
export function grantsFor(
  grants: readonly DisclosureGrant[],
  asked: Reading,
  now: Instant,
): readonly DisclosureGrant[] {
  return grants.filter((grant) => isFor(grant, asked) && stateOf(grant, now) === 'in-force');
}

/** The fields that may be read for that paper now; none without a grant in force. */
export function grantedFields(
  grants: readonly DisclosureGrant[],
  asked: Reading,
  now: Instant,
): ReadonlySet<IdentityField> {
  return new Set(grantsFor(grants, asked, now).flatMap(({ fields }) => fields));
}

function isFor(grant: DisclosureGrant, { reader, side, subject, document }: Reading): boolean {
  return grant.reader === reader && grant.side === side && grant.subject === subject && grant.document === document;
}
