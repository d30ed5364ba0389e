import { refuse } from '@cellrelay/platform';
import { mayReadRecord, recordNotTheirs } from '@cellrelay/use-cases';
import { signedInOf } from '../http/request-context.js';

/** Refuses whoever may not read the record. */
export function readersOnly(req: object): void {
  if (!mayReadRecord(signedInOf(req).acting)) refuse(recordNotTheirs);
}
