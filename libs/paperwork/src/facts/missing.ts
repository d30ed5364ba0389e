import type { FactName } from './paper-facts.js';
import type { KindOfPaper } from './from-rules.js';

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

const settings = 'Settings, papers of the organisation';
const courierRecord = 'Couriers, the courier’s record';
const fitness = 'The shipment, stage courier: check the papers again, or nominate another';
const addresses = 'Organisations, the centre’s address';

/** What is said of each fact that is missing, and where it is entered. */
const said: Readonly<Record<MissingFact['fact'], Omit<MissingFact, 'fact'>>> = {
  issuer: {
    sentence: 'The name and address of the organisation that sends the papers are not known.',
    whereToEnter: settings,
  },
  hotline: { sentence: 'The telephone that is answered at any hour is not known.', whereToEnter: settings },
  signatory: { sentence: 'Nobody is named who signs the papers.', whereToEnter: settings },
  courier: { sentence: 'No courier is nominated.', whereToEnter: 'The shipment, stage courier: nominate a courier' },
  substitute: {
    sentence: 'No substitute courier is nominated.',
    whereToEnter: 'The shipment, stage courier: nominate a courier',
  },
  passport: { sentence: 'The number of the courier’s passport is not known.', whereToEnter: courierRecord },
  substitutePassport: {
    sentence: 'The number of the substitute’s passport is not known.',
    whereToEnter: courierRecord,
  },
  'passport-of-the-traveller': {
    sentence: 'The number of the traveller’s passport is not known.',
    whereToEnter: courierRecord,
  },
  'courier-papers-run-out': {
    sentence: 'The courier’s training or passport, as it was checked, runs out before the trip ends.',
    whereToEnter: fitness,
  },
  'courier-passport-runs-out': {
    sentence: 'The courier’s passport runs out before the trip ends.',
    whereToEnter: courierRecord,
  },
  'substitute-papers-run-out': {
    sentence: 'The substitute’s training or passport, as it was checked, runs out before the trip ends.',
    whereToEnter: 'The shipment, stage courier: nominate the substitute anew, or another',
  },
  'substitute-passport-runs-out': {
    sentence: 'The substitute’s passport runs out before the trip ends.',
    whereToEnter: courierRecord,
  },
  'traveller-passport-runs-out': {
    sentence: 'The traveller’s passport runs out before the trip ends.',
    whereToEnter: courierRecord,
  },
  consignor: { sentence: 'The address of the collection centre is not known.', whereToEnter: addresses },
  consignee: { sentence: 'The address of the transplant centre is not known.', whereToEnter: addresses },
  contacts: { sentence: 'No telephone numbers of the centres are known.', whereToEnter: addresses },
  donorGrid: { sentence: 'The donor’s GRID is not known.', whereToEnter: 'The shipment, stage order' },
  donorBloodGroup: {
    sentence: 'The donor’s blood group is not known.',
    whereToEnter: 'The shipment, stage order: blood groups',
  },
  bags: { sentence: 'No bag is on record yet.', whereToEnter: 'The shipment, stage collection: end of the collection' },
  box: { sentence: 'The box is not packed yet.', whereToEnter: 'The shipment, stage hand-over: pack the box' },
  boxSizeCm: { sentence: 'The outer size of the box is not known.', whereToEnter: settings },
  clock: {
    sentence: 'It is not known by when the cells must be used.',
    whereToEnter: 'The shipment, stage collection',
  },
  value: { sentence: 'The value for customs purposes is not stated.', whereToEnter: settings },
  markers: {
    sentence: 'The results of the donor’s infectious-disease tests are not known.',
    whereToEnter: 'The shipment, stage donor clearance: test results',
  },
  receiptChecks: {
    sentence: 'There is no list of checks for the receipt.',
    whereToEnter: 'Policies, receipt checklists',
  },
  temperature: { sentence: 'There are no readings of a logger.', whereToEnter: 'The shipment, temperature: readings' },
  tariff: {
    sentence: 'No rule that may be printed gives the goods a customs code there.',
    whereToEnter: 'Rules, the country’s customs code',
  },
};

/** That fact as missing, with the sentence that says so. */
export function missing(fact: MissingFact['fact']): MissingFact {
  return { fact, ...said[fact] };
}
