import { t } from '../words/words.js';

/** What of a shipment its papers say that its log does not tell. */
export type PartOfFacts = 'markers' | 'value' | 'parties';

/** Where a fact of papers is entered: on a page of its own, by a form of the shipment, or in the sheet of what papers say of this shipment alone. With what that place is called. */
export type WayToEnter =
  | { readonly kind: 'page'; readonly words: string; readonly href: string }
  | { readonly kind: 'form'; readonly words: string; readonly command: string }
  | { readonly kind: 'sheet'; readonly words: string; readonly part: PartOfFacts };

const page = (href: string, words: string): WayToEnter => ({ kind: 'page', href, words });
const form = (command: string, words: string): WayToEnter => ({ kind: 'form', command, words });
const sheet = (part: PartOfFacts, words: string): WayToEnter => ({ kind: 'sheet', part, words });

const site = () => page('/papers', t('Papers of the organisation'));
const pool = () => page('/couriers', t('Couriers, the courier’s record'));
const nominate = () => form('NominateCourier', t('Nominate a courier and a substitute'));
const fitness = () => form('RecordCourierFit', t('Record the fitness check'));
const addresses = () => sheet('parties', t('Addresses'));

const ways = (): Readonly<Record<string, WayToEnter>> => ({
  issuer: site(),
  hotline: site(),
  signatory: site(),
  boxSizeCm: site(),
  passport: pool(),
  substitutePassport: pool(),
  'passport-of-the-traveller': pool(),
  'courier-passport-runs-out': pool(),
  'substitute-passport-runs-out': pool(),
  'traveller-passport-runs-out': pool(),
  'courier-papers-run-out': fitness(),
  'substitute-papers-run-out': nominate(),
  courier: nominate(),
  substitute: nominate(),
  donorBloodGroup: form('RecordBloodGroups', t('Record the blood groups')),
  bags: form('EndCollection', t('Record the end of the collection')),
  box: form('PackBox', t('Record the packing')),
  consignor: addresses(),
  consignee: addresses(),
  contacts: addresses(),
  markers: sheet('markers', t('Enter the results')),
  value: sheet('value', t('Enter the value')),
  receiptChecks: page('/policies', t('Policies')),
  tariff: page('/rules', t('Rules of borders')),
});

/** The way to enter that fact; undefined where words alone say it. */
export function wayToEnter(fact: string): WayToEnter | undefined {
  return ways()[fact];
}
