/** What pages, their parts and their forms are called where people see them: on the board, and over the forms of commands. A spec looks each of them up there. */
export const seenAs = {
  organisation: 'Papers of the organisation',
  allPapers: 'What all papers say',
  postal: 'Postal address and telephone',
  couriers: 'Couriers',
  passport: 'Passport on papers',
  policies: 'Policies',
  rules: 'Rules of borders',
  labelCodes: 'Codes on labels',
  tripFacts: 'Facts for the papers',
  markers: 'Donor’s test results',
  value: 'Value for customs',
  actions: 'What can be done now',
  log: 'Log',
  readings: 'Readings from a file',
  nominate: 'Nominate the courier',
  fit: 'Record that the courier is fit to travel',
  plan: 'Propose a plan',
  bloodGroups: 'Record blood groups',
  collected: 'Record the end of collection',
  packed: 'Record the packed box',
} as const;

type Form = 'nominate' | 'fit' | 'plan' | 'bloodGroups' | 'collected' | 'packed';

/** A form of the shipment's page. */
const byForm = (...forms: readonly Form[]): string =>
  `The shipment, ${seenAs.actions}: ${forms.map((form) => seenAs[form]).join(', or ')}`;

/** A fact of what was recorded already. */
const corrected = (line: string): string => `The shipment, ${seenAs.log}: Correct, on the line of ${line}`;

const ofTrip = (part: 'markers' | 'value'): string => `The shipment, ${seenAs.tripFacts}: ${seenAs[part]}`;

/** Where something is entered that papers or labels lack, in the words that stand there. */
export const places = {
  organisation: `${seenAs.organisation}: ${seenAs.allPapers}`,
  addresses: `${seenAs.organisation}: ${seenAs.postal}; of a party that is in no register, the shipment, ${seenAs.tripFacts}`,
  courierRecord: `${seenAs.couriers}, the courier’s record: ${seenAs.passport}`,
  nominate: byForm('nominate'),
  fit: byForm('fit', 'nominate'),
  order: corrected('the order'),
  bloodGroups: byForm('bloodGroups'),
  collected: byForm('collected'),
  bags: corrected('the end of collection'),
  packed: byForm('packed'),
  clock: byForm('plan', 'collected'),
  value: `${ofTrip('value')}; or for all shipments, ${seenAs.organisation}`,
  markers: ofTrip('markers'),
  receiptChecks: `${seenAs.policies}: a version with checklists for the receipt, which is made through the API`,
  readings: `The shipment, ${seenAs.readings}`,
  tariff: `${seenAs.rules}: the country’s customs code`,
  labelCodes: seenAs.labelCodes,
} as const;
