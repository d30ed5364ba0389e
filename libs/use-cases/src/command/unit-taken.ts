import type { Refusal } from '@cellrelay/shipment';

/** The other shipment that has a unit; `usedUp`: it has ended, and the unit is not known to be back at its bank. */
export interface UnitHolder {
  readonly reference: string;
  readonly usedUp: boolean;
}

/**
 * One banked unit goes to one patient once. It is known by its DIN alone: a product code that was read wrongly does not make a second unit of it. `first`:
 * it is ordered by a shipment that is only being opened, and not by a correction.
 */
export function unitTaken(
  { unit, first }: { readonly unit: string; readonly first: boolean },
  { reference, usedUp }: UnitHolder,
): Refusal {
  const sentence = usedUp
    ? `Unit ${unit} is not known to be at its bank: under shipment ${reference}, which has ended, it was infused, stored elsewhere, discarded or last seen on its way. Give the unit that is meant.`
    : `Unit ${unit} is ordered by shipment ${reference}, which is open. Give the unit that is meant, or end that shipment first.`;
  return {
    code: usedUp ? 'unit-used-up' : 'unit-ordered-already',
    sentence,
    at: first ? '/unit/din' : '/body/unit/din',
  };
}
