import { millisOf, type Instant } from '@cellrelay/kernel';
import type { ServedNames } from './served-names.js';

/** What is read of a server's certificate to tell whether it still serves. */
export interface CertificateFacts {
  readonly names: ServedNames;
  readonly endsAt: Instant;
  /** Whether the authority that is there has signed it, and the key beside it is its own. */
  readonly ours: boolean;
}

/** Why a server's certificate is made anew. */
export type RenewalReason = 'not-of-this-authority' | 'other-names' | 'runs-out';

const dayMs = 86_400_000;

/** So long before its end it is made anew: a machine that is started once a month is in time. */
const renewedBeforeMs = 45 * dayMs;

/** Why this certificate is to be made anew, for these names; null: it serves on. */
export function whyRenew(found: CertificateFacts, wanted: ServedNames, now: Instant): RenewalReason | null {
  if (!found.ours) return 'not-of-this-authority';
  if (!sameNames(found.names, wanted)) return 'other-names';
  return millisOf(found.endsAt) - millisOf(now) < renewedBeforeMs ? 'runs-out' : null;
}

/** Whether both vouch for the same names, in whatever order. */
function sameNames(one: ServedNames, other: ServedNames): boolean {
  return vouchesFor(one, other) && vouchesFor(other, one);
}

/** Whether every wanted name is among them. */
export function vouchesFor(names: ServedNames, wanted: ServedNames): boolean {
  return wanted.dns.every((name) => names.dns.includes(name)) && wanted.ips.every((ip) => names.ips.includes(ip));
}
