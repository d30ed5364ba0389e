import type { FactName } from './paper-facts.js';
import type { KindOfPaper } from './from-rules.js';
import { places } from './places.js';

/** What of those who travel ends before the trip does. */
export type EndedFact =
  | 'courier-papers-run-out'
  | 'courier-passport-runs-out'
  | 'substitute-papers-run-out'
  | 'substitute-passport-runs-out'
  | 'traveller-passport-runs-out';

/** A fact that a paper cannot do without, or one that does not hold for as long as the trip lasts. */
export interface MissingFact {
  readonly fact: FactName | EndedFact | 'tariff' | 'passport-of-the-traveller';
  readonly sentence: string;
  readonly whereToEnter: string;
}

/** A paper that was not made, of what, and what it lacks. */
export interface NotMade {
  readonly paper: KindOfPaper;
  /** The checkpoint, border, bag or person that it is for; null: the shipment. */
  readonly of: string | null;
  /** What it would be called. */
  readonly reference: string;
  readonly missing: readonly MissingFact[];
}

/** What is said of each fact that is missing, and where it is entered. */
const said: Readonly<Record<MissingFact['fact'], Omit<MissingFact, 'fact'>>> = {
  issuer: {
    sentence: 'The name and address of the organisation that sends the papers are not known.',
    whereToEnter: places.organisation,
  },
  hotline: { sentence: 'The telephone that is answered at any hour is not known.', whereToEnter: places.organisation },
  signatory: { sentence: 'Nobody is named who signs the papers.', whereToEnter: places.organisation },
  courier: { sentence: 'No courier is nominated.', whereToEnter: places.nominate },
  substitute: {
    sentence: 'No substitute courier is nominated.',
    whereToEnter: places.nominate,
  },
  passport: { sentence: 'The number of the courier’s passport is not known.', whereToEnter: places.courierRecord },
  substitutePassport: {
    sentence: 'The number of the substitute’s passport is not known.',
    whereToEnter: places.courierRecord,
  },
  'passport-of-the-traveller': {
    sentence: 'The number of the traveller’s passport is not known.',
    whereToEnter: places.courierRecord,
  },
  'courier-papers-run-out': {
    sentence: 'The courier’s training or passport, as it was checked, runs out before the trip ends.',
    whereToEnter: places.fit,
  },
  'courier-passport-runs-out': {
    sentence: 'The courier’s passport runs out before the trip ends.',
    whereToEnter: places.courierRecord,
  },
  'substitute-papers-run-out': {
    sentence: 'The substitute’s training or passport, as it was checked, runs out before the trip ends.',
    whereToEnter: places.nominate,
  },
  'substitute-passport-runs-out': {
    sentence: 'The substitute’s passport runs out before the trip ends.',
    whereToEnter: places.courierRecord,
  },
  'traveller-passport-runs-out': {
    sentence: 'The traveller’s passport runs out before the trip ends.',
    whereToEnter: places.courierRecord,
  },
  consignor: { sentence: 'The address of the collection centre is not known.', whereToEnter: places.addresses },
  consignee: { sentence: 'The address of the transplant centre is not known.', whereToEnter: places.addresses },
  contacts: { sentence: 'No telephone numbers of the centres are known.', whereToEnter: places.addresses },
  donorGrid: { sentence: 'The donor’s GRID is not known.', whereToEnter: places.order },
  donorBloodGroup: {
    sentence: 'The donor’s blood group is not known.',
    whereToEnter: places.bloodGroups,
  },
  bags: { sentence: 'No bag is on record yet.', whereToEnter: places.collected },
  box: { sentence: 'The box is not packed yet.', whereToEnter: places.packed },
  boxSizeCm: { sentence: 'The outer size of the box is not known.', whereToEnter: places.organisation },
  clock: {
    sentence: 'It is not known by when the cells must be used.',
    whereToEnter: places.clock,
  },
  value: { sentence: 'The value for customs purposes is not stated.', whereToEnter: places.value },
  markers: {
    sentence: 'The results of the donor’s infectious-disease tests are not known.',
    whereToEnter: places.markers,
  },
  receiptChecks: {
    sentence: 'There is no list of checks for the receipt.',
    whereToEnter: places.receiptChecks,
  },
  temperature: { sentence: 'There are no readings of a logger.', whereToEnter: places.readings },
  tariff: {
    sentence: 'No rule that may be printed gives the goods a customs code there.',
    whereToEnter: places.tariff,
  },
};

/** That fact as missing, with the sentence that says so. */
export function missing(fact: MissingFact['fact']): MissingFact {
  return { fact, ...said[fact] };
}
