import type { Offer } from '../obligation.js';

/** What a person can do about the courier. */

export const nominate: Offer = {
  command: 'NominateCourier',
  label: 'Nominate a courier and a substitute',
  prefill: {},
};
/** Of a frozen unit only. */
export const bookCargo: Offer = { command: 'BookCargo', label: 'Book it as cargo, without a courier', prefill: {} };
export const recordFit: Offer = { command: 'RecordCourierFit', label: 'Record the fitness check', prefill: {} };
/** What has become of the visa for that country. */
export function recordVisaFor(country: string): Offer {
  return { command: 'RecordVisa', label: `Record the visa for ${country}`, prefill: { country } };
}
export const recordTrip: Offer = {
  command: 'RecordPositioningTrip',
  label: 'Record the trip to the collection centre',
  prefill: {},
};
export const recordPosition: Offer = {
  command: 'RecordCourierInPosition',
  label: 'Record that the courier is in town',
  prefill: {},
};
export const sendSubstitute: Offer = { command: 'SendSubstitute', label: 'Send the substitute', prefill: {} };
