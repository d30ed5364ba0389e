import type { Offer } from '../obligation.js';

export const accept: Offer = { command: 'AcceptProduct', label: 'Accept the product', prefill: {} };
/** The word that a bag which the centre has is not used. */
export function notUsed(bag: string): Offer {
  return { command: 'RecordBagNotUsed', label: `Record that ${bag} is not used`, prefill: { bag } };
}

export const refuse: Offer = { command: 'RefuseProduct', label: 'Refuse the product', prefill: {} };

/** The word that a bag was infused. */
export function startOf(bag: string): Offer {
  return { command: 'StartInfusion', label: `Record the infusion of ${bag}`, prefill: { bag, how: 'infusion' } };
}
