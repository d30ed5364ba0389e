import type { PaperStatement } from '@cellrelay/paperwork';

/** What makes the codes of papers. */
export interface PaperCodes {
  /** The text of a paper’s code: its statement, signed. Null where nothing can be signed here, or where this site has no address yet: then papers are issued without codes. */
  of(statement: PaperStatement): Promise<string | null>;
  /** Whether papers that are issued now have a code. */
  ready(): Promise<boolean>;
}
