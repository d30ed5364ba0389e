import type { Instant } from '@cellrelay/kernel';
import type { AuditEvent } from './audit.port.js';
import type { AuditView } from './audit-views.js';

/** Which lines of the audit record are asked for; null: whatever it is. */
export interface AuditFilter {
  readonly kind: string | null;
  readonly about: string | null;
  /** Done by the account of this name. */
  readonly by: string | null;
  /** From this moment on. */
  readonly from: Instant | null;
  /** Before this moment. */
  readonly to: Instant | null;
}

/** The lines before a sequence number (null: from the newest on), at most so many. */
export interface AuditPaging {
  readonly before: number | null;
  readonly limit: number;
}

/** The audit record, to be read. A line about a change is written by whoever writes the change, in the same transaction. */
export interface AuditStore {
  /** The newest first; `next` is the number to go on before, null at the end. `kinds` are all that the record has. */
  list(filter: AuditFilter, paging: AuditPaging): Promise<AuditView>;
  /** Writes a line about what changes nothing else, such as a look. */
  append(event: AuditEvent): Promise<void>;
}
