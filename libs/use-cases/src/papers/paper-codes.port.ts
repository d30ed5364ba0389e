import type { PaperStatement } from '@cellrelay/paperwork';

/** What makes the codes of papers. */
export interface PaperCodes {
  /**
   * The texts of papers’ codes, in their order: the statement of each, all signed with one key that is asked for once. Null each where nothing can be signed here, or where this site has no
   * address yet: then papers are issued without codes.
   */
  of(statements: readonly PaperStatement[]): Promise<readonly (string | null)[]>;
  /** Whether papers that are issued now have a code. */
  ready(): Promise<boolean>;
}
