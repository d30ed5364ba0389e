import type { Instant, LocalDate } from '@cellrelay/kernel';
import type { BloodGroupEntry, ProductEntry } from '@cellrelay/paperwork';
import type { AuditAuthor } from '../audit/audit.port.js';

/** What the site's list has codes of. */
export const codeLists = ['products', 'blood-groups'] as const;
export type CodeList = (typeof codeLists)[number];

/** What an entry is known by within its list: a product description code, or a blood group as A+. */
export interface CodeKey {
  readonly list: CodeList;
  readonly key: string;
}

/** What an entry says, and by what: where the site has it from, as of when, and who answers for it. */
export interface CodeSaid {
  readonly entry: ProductEntry | BloodGroupEntry;
  readonly source: string;
  readonly asOf: LocalDate;
  readonly person: string;
}

/** That an entry stands no more, and why. */
export interface CodeEnded {
  readonly entry: null;
  readonly reason: string;
  readonly person: string;
}

/** A version of an entry, that takes the place of the one before. */
export type CodeVersion = CodeKey & { readonly version: number } & (CodeSaid | CodeEnded);

/** A version as it is kept. */
export type KeptCode = CodeVersion & { readonly by: string; readonly at: Instant };

/** The site's own list of codes. Added to, and never changed: what stands is the newest version of each entry. */
export interface LabelCodeStore {
  /** The newest version of each entry, ended ones among them, by list and key. */
  newest(): Promise<readonly KeptCode[]>;
  /** All of these or none, with a line of the audit record. False where one of the versions is there already. */
  add(by: AuditAuthor, versions: readonly CodeVersion[]): Promise<boolean>;
}
