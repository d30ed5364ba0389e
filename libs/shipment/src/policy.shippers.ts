import type { Sourced } from './policy.sourced.js';

/** How far dry shippers are trusted, and by when the frozen units in them are to be where. */
export interface ShipperPolicy {
  /** However long a dry shipper is validated for, it is trusted no longer than this. */
  readonly shipperMostHoldHours: Sourced<number>;
  /** What is left of its stated hold where it was not qualified anew after its last use. */
  readonly shipperNotRequalifiedFactor: Sourced<number>;
  /** The target of a frozen unit is so long before its shipper's hold ends. */
  readonly shipperTargetMarginHours: Sourced<number>;
  readonly shipperChargeDueHoursBefore: Sourced<number>;
  /** A frozen unit is to be at the transplant centre so long before the first day of conditioning. */
  readonly arrivalBeforeConditioningHours: Sourced<number>;
  /** What thawing a frozen unit takes of the time from receipt to infusion. */
  readonly thawMinutes: Sourced<number>;
}

export const shipperSettings: ShipperPolicy = {
  shipperMostHoldHours: { value: 168, source: 'viability.md 2.8: a bank ships for up to 7 days', mark: 'V' },
  shipperNotRequalifiedFactor: {
    value: 0.6,
    source: 'viability.md 4.4: units of one model differ by up to 40 %',
    mark: 'G',
  },
  shipperTargetMarginHours: { value: 24, source: 'site choice', mark: 'site' },
  shipperChargeDueHoursBefore: { value: 12, source: 'site choice', mark: 'site' },
  arrivalBeforeConditioningHours: { value: 24, source: 'site choice', mark: 'site' },
  thawMinutes: { value: 30, source: 'site choice: no source says how long; washing takes longer', mark: 'site' },
};
