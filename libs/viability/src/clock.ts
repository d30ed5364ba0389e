import { plusMinutes, type Instant } from '@cellrelay/kernel';

/** How long a product at a temperature may live, as a site policy says; with where the figures come from. */
export interface ClockPolicy {
  readonly product: string;
  /** Thermal profile in degrees Celsius, both ends included. */
  readonly minCelsius: number;
  readonly maxCelsius: number;
  readonly targetMinutes: number;
  readonly limitMinutes: number;
  readonly source: string;
  /** How well the figures are founded: V verified, V- in a secondary text, C computed, G general knowledge, or a site's own choice. */
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}

/** One bag's clock. It starts at the end of the collection that the bag's DIN names and ends when infusion or cryopreservation starts. */
export interface ViabilityClock {
  readonly startsAt: Instant;
  readonly targetAt: Instant;
  readonly limitAt: Instant;
}

/** The policy for a product at a thermal profile, or undefined: nothing is guessed (standards.md 1.1). */
export function clockPolicyFor(
  policies: readonly ClockPolicy[],
  wanted: { readonly product: string; readonly minCelsius: number; readonly maxCelsius: number },
): ClockPolicy | undefined {
  return policies.find(
    (each) =>
      each.product === wanted.product && each.minCelsius === wanted.minCelsius && each.maxCelsius === wanted.maxCelsius,
  );
}

/** Starts the clock at the end of collection. The policy clock is the hard limit; no model ever extends it (viability.md 1). */
export function startClock(policy: ClockPolicy, collectionEndedAt: Instant): ViabilityClock {
  return {
    startsAt: collectionEndedAt,
    targetAt: plusMinutes(collectionEndedAt, policy.targetMinutes),
    limitAt: plusMinutes(collectionEndedAt, policy.limitMinutes),
  };
}
