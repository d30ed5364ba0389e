import type { Instant, Result, ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { PageOf } from '../../questions.port.js';
import type { IdentityFields } from '../identity-record.js';
import type { Asking } from '../identity-register.port.js';
import type { Whose } from '../identity-vault.port.js';
import type { Basis, DisclosureGrant } from './disclosure-grant.js';
import type { DocumentKind, IdentityField, ReaderPart } from './document-kinds.js';

/** What somebody asks to be disclosed. */
export interface DisclosureWish {
  readonly document: DocumentKind;
  readonly fields: readonly IdentityField[];
  /** The organisation's id. */
  readonly reader: string;
  readonly readerPart: ReaderPart;
  readonly basis: Basis;
  readonly citation: string;
  readonly rule: string | null;
  /** For how many days, from the asking on. */
  readonly days: number;
}

/** Grants of one person that nobody ended, and the moment by the database's clock. */
export interface GrantsFound {
  readonly open: readonly DisclosureGrant[];
  readonly now: Instant;
  /** Null: nothing is recorded of them; false: it was erased. */
  readonly recorded: boolean | null;
}

/** Who reads what was disclosed to them. */
export type Reader = Omit<Asking, 'side'>;

/** Grants as of a moment by the database's clock, which ends them. */
export interface AsOf<T> {
  readonly now: Instant;
  readonly found: T;
}

/** What was recorded of somebody, and the grants under which the wall showed it. */
export interface Disclosed {
  /** Those that were granted, and no others. */
  readonly fields: Partial<IdentityFields>;
  readonly grants: readonly DisclosureGrant[];
}

/** What is read, and for which paper. */
export interface DisclosedOf extends Whose {
  readonly document: DocumentKind;
}

/** The register of disclosures, behind the same wall as identities. Each step is in the audit record, or has not happened. */
export interface DisclosureRegister {
  /** The operator's id. */
  operator(): Promise<string | undefined>;
  /** Of one person, for their own side; the newest first. */
  list(
    asking: Asking,
    whose: Whose,
    paging: { readonly cursor: string | null; readonly limit: number },
  ): Promise<Result<AsOf<PageOf<DisclosureGrant>>, Refusal>>;
  /** Adds one unless `refusal` says why not, of what stands while nobody else adds one. Null where the organisation is not on that side. Answers its id. */
  ask(
    asking: Asking,
    whose: Whose,
    said: { readonly wish: DisclosureWish; readonly refusal: (found: GrantsFound) => Refusal | undefined },
  ): Promise<Result<string, Refusal> | null>;
  /** Approves or ends one unless `refusal` says why not, while nobody else does. Null: there is none. */
  step(
    asking: Asking,
    whose: Whose,
    said: {
      readonly grant: string;
      readonly step: 'approved' | 'revoked';
      readonly refusal: (grant: DisclosureGrant, now: Instant) => Refusal | undefined;
    },
  ): Promise<Result<DisclosureGrant, Refusal> | null>;
  /** Those in force for that organisation in a shipment. */
  granted(reader: Reader, shipment: ShipmentId): Promise<AsOf<readonly DisclosureGrant[]>>;
  /** What the wall shows them for that paper, once `fields` has said which they are told; null: nothing, and none is on record. */
  read(
    reader: Reader,
    of: DisclosedOf,
    fields: (grants: readonly DisclosureGrant[], now: Instant) => ReadonlySet<IdentityField>,
  ): Promise<Disclosed | null>;
}
