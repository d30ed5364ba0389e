import { figureOf, shippedConstants, type ConstantSet } from './constants.js';

/** How warm a frozen unit was at its warmest, against the class that its label names (viability.md 4.4, readings.md). */
export type FrozenBand = 'in-class' | 'warmer-than-stored' | 'too-warm' | 'frozen-state-not-assured';

/** Transient warming up to this is called allowable, above it a deviation (viability.md 2.8, PMC6123768). */
export const allowableCelsius = figureOf(shippedConstants, 'frozen.allowable-celsius');
/** Above this it is not assured that a unit has stayed frozen through (viability.md 2.8). */
export const frozenStateCelsius = figureOf(shippedConstants, 'frozen.state-celsius');

/** A unit whose code says -120 °C or colder is judged against -120 °C alone. */
export function frozenBandOf(warmestCelsius: number, storedAtOrBelowCelsius: number): FrozenBand {
  if (warmestCelsius <= storedAtOrBelowCelsius) return 'in-class';
  if (warmestCelsius > frozenStateCelsius) return 'frozen-state-not-assured';
  return warmestCelsius > allowableCelsius ? 'too-warm' : 'warmer-than-stored';
}

/** What is known of a charged dry shipper. */
export interface ChargedShipper {
  /** What its last qualification found. */
  readonly validatedHoldHours: number;
  /** Whether it was qualified anew after it was last used: its hold falls with age and handling. */
  readonly requalified: boolean;
}

/** What a site lets a dry shipper be trusted for. */
export interface ShipperRules {
  /** However long it is validated for. */
  readonly mostHours: number;
  /** What is left of the stated hold where it was not qualified anew. */
  readonly notRequalifiedFactor: number;
}

/** What a dry shipper is trusted for where a site says nothing else (viability.md 4.4). */
export function usualShipperRules(constants: ConstantSet): ShipperRules {
  return {
    mostHours: figureOf(constants, 'shipper.most-hold-hours'),
    notRequalifiedFactor: figureOf(constants, 'shipper.not-requalified'),
  };
}

/** For how many minutes after its charging a dry shipper is trusted (viability.md 4.4). Whole minutes, cut off. */
export function shipperHoldMinutes(
  { validatedHoldHours, requalified }: ChargedShipper,
  { mostHours, notRequalifiedFactor }: ShipperRules,
): number {
  const trusted = requalified ? validatedHoldHours : validatedHoldHours * notRequalifiedFactor;
  return Math.floor(Math.min(trusted, mostHours) * 60);
}
