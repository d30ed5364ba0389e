import type { Policy } from '@cellrelay/shipment';

/** The site's policies, as commands need them. */
export interface PolicySource {
  /** Pinned to shipments that are opened from now on. */
  current(): Promise<Policy>;
  /** The policy of that version, whole. */
  byVersion(version: string): Promise<Policy | undefined>;
  /** Every version there is, the newest first. */
  versions(): Promise<readonly string[]>;
}

/** Policies that stand as they are: the first is current. For whoever has no store. */
export function fixedPolicies(current: Policy, ...others: readonly Policy[]): PolicySource {
  const all = [current, ...others];
  return {
    current: () => Promise.resolve(current),
    byVersion: (version) => Promise.resolve(all.find((each) => each.version === version)),
    versions: () => Promise.resolve(all.map((each) => each.version)),
  };
}
