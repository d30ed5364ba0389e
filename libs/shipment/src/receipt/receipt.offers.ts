import type { Offer } from '../obligation.js';

export const accept: Offer = { command: 'AcceptProduct', label: 'Accept the product', prefill: {} };
export const refuse: Offer = { command: 'RefuseProduct', label: 'Refuse the product', prefill: {} };
