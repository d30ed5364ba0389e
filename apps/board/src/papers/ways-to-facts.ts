import type { Offer } from '../api/types.js';

/** What of a shipment its papers say that its log does not tell. */
export type PartOfFacts = 'markers' | 'value' | 'parties';

/** Where a fact of papers is entered: on a page of its own, by a form of the shipment, or in the sheet of what papers say of this shipment alone. */
export type WayToEnter =
  | { readonly kind: 'page'; readonly href: string }
  | { readonly kind: 'form'; readonly offer: Pick<Offer, 'command' | 'label' | 'prefill'> }
  | { readonly kind: 'sheet'; readonly part: PartOfFacts };

const page = (href: string): WayToEnter => ({ kind: 'page', href });
const form = (command: string, label: string): WayToEnter => ({ kind: 'form', offer: { command, label, prefill: {} } });
const sheet = (part: PartOfFacts): WayToEnter => ({ kind: 'sheet', part });

const site = page('/papers');
const pool = page('/couriers');
const nominate = form('NominateCourier', 'Nominate a courier and a substitute');

const ways: Readonly<Record<string, WayToEnter>> = {
  issuer: site,
  hotline: site,
  signatory: site,
  boxSizeCm: site,
  passport: pool,
  substitutePassport: pool,
  'passport-of-the-traveller': pool,
  courier: nominate,
  substitute: nominate,
  donorBloodGroup: form('RecordBloodGroups', 'Record the blood groups'),
  bags: form('EndCollection', 'Record the end of the collection'),
  box: form('PackBox', 'Record the packing'),
  consignor: sheet('parties'),
  consignee: sheet('parties'),
  contacts: sheet('parties'),
  markers: sheet('markers'),
  value: sheet('value'),
  receiptChecks: page('/policies'),
  tariff: page('/rules'),
};

/** The way to enter that fact; undefined where words alone say it. */
export function wayToEnter(fact: string): WayToEnter | undefined {
  return ways[fact];
}
