import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Carrier, CustomsValue, MarkerFacts, Office, Passport, Signatory } from '@cellrelay/paperwork';
import type { Product } from '@cellrelay/shipment';
import type { AuditAuthor } from '../audit/audit.port.js';

/** Outer edges of a box. */
export interface BoxSize {
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

/** What is entered once for all papers of the organisation that makes them. */
export interface SiteFacts {
  readonly issuer: Office | null;
  readonly hotline: Carrier['phone'] | null;
  readonly signatory: Signatory | null;
  /** By a box's number; `ABC*` is for every number that begins so. */
  readonly boxes: readonly { readonly box: string; readonly sizeCm: BoxSize }[];
  /** What is stated to customs where nothing was entered for the shipment. */
  readonly values: readonly (CustomsValue & { readonly product: Product })[];
}

/** Where an organisation is written to and called. */
export interface PostalAddress extends Pick<Office, 'city' | 'lines'> {
  readonly phone: string | null;
}

/** The same of a party that is in no register, whose city stands in the order. */
export type PartyAddress = Omit<PostalAddress, 'city'>;

/**
 * What each kind of entry holds, and beside it whom or what it was entered for. An entry counts for that alone: where a courier's record, a donor or a party has become another since, nothing
 * of it is printed.
 */
export interface PaperFactBodies {
  readonly site: SiteFacts;
  readonly postal: PostalAddress;
  readonly passport: { readonly passport: Passport | null; readonly holder: string };
  readonly markers: { readonly markers: MarkerFacts | null; readonly donor: string };
  readonly value: { readonly value: CustomsValue | null; readonly product: Product };
  readonly party: { readonly address: PartyAddress | null; readonly name: string; readonly city: string };
}
export type PaperFactKind = keyof PaperFactBodies;

/**
 * Which record it is: of the site `site` (or `examples`, the invented one of the examples), else an organisation's, a courier's or a shipment's id; of a party the
 * shipment's id and the part, with a slash.
 */
export interface PaperFactKey<Kind extends PaperFactKind = PaperFactKind> {
  readonly kind: Kind;
  readonly about: string;
}

/** The newest entry of a record. */
export interface KeptPaperFact<Kind extends PaperFactKind = PaperFactKind> extends PaperFactKey<Kind> {
  /** How often the record has been written. */
  readonly revision: number;
  readonly body: PaperFactBodies[Kind];
  /** The account that entered it. */
  readonly by: string;
  readonly at: Instant;
}

/** An entry to be made. */
export interface NewPaperFact<Kind extends PaperFactKind = PaperFactKind> extends PaperFactKey<Kind> {
  readonly body: PaperFactBodies[Kind];
  /** With what it goes when that is removed, as examples are. */
  readonly goesWith: { readonly shipment?: ShipmentId; readonly organisation?: string };
  /** The line of the audit record: about what, and which fields differ from the entry before. Never what was entered. */
  readonly audit: { readonly about: string; readonly fields: readonly string[] };
}

/** What was entered for papers. Only added to: the entry before stays on record. */
export interface PaperFactStore {
  /** The newest entry of each record of these that has one, in one question. */
  newest(keys: readonly PaperFactKey[]): Promise<readonly KeptPaperFact[]>;
  /** Makes an entry with its line of the audit record, unless the record is not at that revision any more (0: there is to be none): then nothing is kept and null answered. */
  enter<Kind extends PaperFactKind>(
    by: AuditAuthor,
    entry: NewPaperFact<Kind>,
    revision: number,
  ): Promise<KeptPaperFact<Kind> | null>;
}

/** That record's newest entry among those. */
export function paperFactIn<Kind extends PaperFactKind>(
  kept: readonly KeptPaperFact[],
  { kind, about }: PaperFactKey<Kind>,
): KeptPaperFact<Kind> | undefined {
  // An entry of that kind holds what that kind holds.
  return kept.find((each) => each.kind === kind && each.about === about) as KeptPaperFact<Kind> | undefined;
}
