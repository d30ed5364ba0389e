import type { Instant } from '@cellrelay/kernel';
import type { Confirmation, Rule } from '@cellrelay/paperwork';
import type { AuditAuthor } from '../audit/audit.port.js';

/** A version of a rule as a site entered it: it stands in the place of the one before. */
export interface SiteRule {
  readonly rule: Rule;
  /** Who answers for it. */
  readonly person: string;
  readonly reason: string;
  /** The account that entered it. */
  readonly by: string;
  readonly at: Instant;
}

/** A confirmation as it is kept. */
export interface KeptConfirmation extends Confirmation {
  readonly by: string;
  readonly at: Instant;
}

/** What a site says of rules. Added to; a confirmation may be withdrawn, and nothing else is ever changed. */
export interface RuleStore {
  /** The newest version of each rule that has one of the site's. */
  newest(): Promise<readonly SiteRule[]>;
  /** Those that are not withdrawn, of whatever version. */
  confirmations(): Promise<readonly KeptConfirmation[]>;
  /** With a line of the audit record. Null where that version is there already: then nothing is kept. */
  addVersion(by: AuditAuthor, entry: Omit<SiteRule, 'by' | 'at'>): Promise<SiteRule | null>;
  /** With a line of the audit record. Null where that version of the rule has one already. */
  confirm(by: AuditAuthor, said: Omit<Confirmation, 'id'>): Promise<KeptConfirmation | null>;
  /** With a line of the audit record. Null where there is none of that id that stands. */
  withdraw(by: AuditAuthor, id: string, reason: string): Promise<KeptConfirmation | null>;
}
