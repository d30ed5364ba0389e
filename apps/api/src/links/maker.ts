import type { AuditAuthor } from '@cellrelay/use-cases';
import { signedInOf } from '../http/request-context.js';
import { authorOf } from '../session/owner.js';

/** Whoever is signed in, as the audit record names them. */
export function makerIn(req: object): AuditAuthor {
  return authorOf(signedInOf(req));
}
