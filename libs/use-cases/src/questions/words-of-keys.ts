import type { CallKind, DeadlineKind } from '@cellrelay/shipment';
import { bagSaid } from './says.js';

/** The rest of a key behind its kind, as words. */
type Words = (rest: string) => string;

const always =
  (words: string): Words =>
  () =>
    words;
const ofDay =
  (before: string, after = ''): Words =>
  (day) =>
    `${before} day ${day}${after}`;

/** What each kind of obligation is about, as an imperative in small letters. A new kind does not compile until it is here. */
const wordsOfKinds: Readonly<Record<DeadlineKind | CallKind | 'acceptance-due' | 'escalation-due', Words>> = {
  'clearance-due': always('record the donor’s clearance'),
  'registry-consent-due': always('record the registry’s consent'),
  'processing-decision-due': (ref) => `get the decision on processing for ${ref}`,
  'changed-limit-due': (version) => `decide on the limit that policy ${version} changes`,
  'parties-told': (party) => `tell the ${party.replaceAll('-', ' ')} of the cancellation`,
  'postponement-told': always('tell the centres, the registries and the courier of the new days'),
  'suspension-decision-due': always('decide on the seats while the donor is suspended'),
  'backup-due': always('name a backup donor or product'),
  'conditioning-start-due': (recipient) => `record whether the conditioning of ${recipient} has started`,
  'plan-due': (plan) => `propose the flights of plan ${plan}`,
  'hold-lapses': (id) => `ticket ${flightOfKey(id)} before the hold lapses`,
  'ticketing-lapses': (id) => `end of the time to ticket ${flightOfKey(id)}`,
  'give-up-time-passes': (id) => `give up the seats of ${flightOfKey(id)}, or keep them`,
  'connection-too-short': (ids) => `mend the connection of ${ids.split('-').map(flightOfKey).join(' to ')}`,
  connection: (ids) => `land in time for the connection of ${ids.split('-').map(flightOfKey).join(' to ')}`,
  'departure-overdue': (id) => `report the departure of ${flightOfKey(id)}`,
  'arrival-overdue': (id) => `report the landing of ${flightOfKey(id)}`,
  'customs-answer-due': (id) => `have the customs permit for the ${borderOfKey(id)}`,
  'customs-presentation-due': (id) => `present the cells to customs for the ${borderOfKey(id)}`,
  'permit-lapses': (id) => `have the permit for the ${borderOfKey(id)} prolonged`,
  'permit-lapsed': (id) => `end of the permit for the ${borderOfKey(id)}`,
  'regularisation-due': (id) => `put the papers right for the ${borderOfKey(id)}`,
  'scan-decision-due': (id) => `have the physician’s word on the X-rayed cells, ${checkpointOfKey(id)}`,
  'exemption-answer-due': (id) => `have the exemption from X-ray, ${checkpointOfKey(id)}`,
  'courier-due': always('nominate a courier and a substitute'),
  'courier-fit-due': always('check the courier’s training, passport and visas'),
  'courier-in-position': always('be in the town of the collection centre'),
  'visa-expedite-due': (country) => `call in the express visa for ${country}`,
  'collection-start-due': ofDay('record the start of'),
  'collection-end-due': ofDay('record the end of'),
  'count-due': ofDay('record the', ' count'),
  'decision-due': ofDay('get the decision on the', ' count'),
  'freezing-due': (id) => `record the freezing of ${bagSaid(id)}`,
  'fate-of-cells-due': always('get the word on what becomes of the cells'),
  'follow-up-shipment-due': always('open the shipment for the second day'),
  'new-way-due': always('propose the way to the new destination'),
  'handover-due': always('hand the box to the courier'),
  'leave-for-airport': always('leave for the airport'),
  'box-packed-due': always('pack the box and read the bags back'),
  'relay-visa-expedite-due': (country) => `call in the second courier’s express visa for ${country}`,
  'relay-due': (airport) => `hand the box to the second courier at ${airport}`,
  'box-hold': (box) => `open or relieve box ${box} before its hold ends`,
  'delivery-due': always('deliver the box to the transplant centre'),
  'marrow-advisory': (what) =>
    `heed the advisory on marrow: ${what.replace('receipt', 'its receipt').replace('infusion', 'its infusion')}`,
  reprint: (key) => `issue the outdated papers of plan ${key.split('/')[0] ?? ''} anew`,
  'reprint-before-leaving': (key) =>
    `issue the outdated papers of plan ${key.split('/')[0] ?? ''} anew before the box leaves`,
  'receipt-due': always('record the receipt of the box'),
  'acceptance-due': always('accept or refuse the product'),
  'infusion-due': always('record the start of infusion'),
  'follow-up': (id) => `ask about ${id.split('/')[0] ?? ''}, day ${id.split('/')[1] ?? ''} after infusion`,
  'cargo-rebooking-due': () => 'book the unit as cargo for its new day',
  'grade-deviation': (id) => `grade deviation ${id}`,
  'close-deviation': (id) => `close deviation ${id}, whose fact was corrected`,
  'partner-told': (id) => `tell the ${toldRegistry(id)} of deviation ${id.split('/')[0] ?? ''}`,
  'rapid-alert': (id) => `give the rapid alert by telephone, deviation ${id}`,
  'bag-target': (id) => `target of ${bagSaid(id)}`,
  'bag-limit': (id) => `limit of ${bagSaid(id)}`,
  'latest-moment': (milestone) => `latest moment for the limit: ${milestoneOfKey(milestone)}`,
  'shipper-charge-due': always('charge the dry shipper'),
  'shipper-target': (shipper) => `target of the unit in ${shipper}`,
  'shipper-hold': (shipper) => `end of the hold of ${shipper}`,
  'cargo-loaded-due': (id) => `ask whether the unit is aboard ${flightOfKey(id)}`,
  'arrival-before-conditioning': always('have the unit there before conditioning begins'),
  'stand-down-told': (day) => `tell the centre that day ${day} is stood down`,
  'escalation-due': (alert) => `acknowledge the alert (${wordsOfCause(alert)})`,
  tell: (alert) => `tell whoever is on call of the alert (${wordsOfCause(alert)})`,
  'by-hand-due': wordsOfKey,
  'hold-seats': (id) => `hold seats on ${flightOfKey(id)}`,
  'ticket-seats': (id) => `ticket the seats on ${flightOfKey(id)}`,
  'give-up-seats': (id) => `give up the seats on ${flightOfKey(id)}`,
  'watch-departure': (id) => `ask whether ${flightOfKey(id)} has departed`,
  'watch-arrival': (id) => `ask whether ${flightOfKey(id)} has landed`,
  'watch-logger': (id) => `see whether logger ${id.split('/')[0] ?? ''} has sent`,
  'submit-customs-request': (id) => `submit the customs request for the ${borderOfKey(id)}`,
  'ask-customs-answer': (id) => `ask for the customs answer for the ${borderOfKey(id)}`,
  'withdraw-customs-request': (id) => `withdraw the customs request for the ${borderOfKey(id)}`,
  'request-exemption': (id) => `request exemption from X-ray, ${checkpointOfKey(id)}`,
  'ask-exemption-answer': (id) => `ask for the answer on X-ray, ${checkpointOfKey(id)}`,
  'withdraw-exemption': (id) => `withdraw the exemption from X-ray, ${checkpointOfKey(id)}`,
};

/** What the key of an obligation may begin with. */
export const kindsOfKeys: readonly string[] = Object.keys(wordsOfKinds);

/** What an obligation's key is about, in words for the middle of a sentence. Knows the key alone, so flights go by plan and leg. */
export function wordsOfKey(key: string): string {
  const [kind = '', ...rest] = key.split('/');
  const words = Object.entries(wordsOfKinds).find(([each]) => each === kind)?.[1];
  return words === undefined ? kind.replaceAll('-', ' ') : words(rest.join('/'));
}

/** An alert's cause, which may be about an obligation, and which stands here with the number of its occasion. */
function wordsOfCause(alert: string): string {
  const [cause = ''] = alert.split('#');
  return wordsOfKey(cause.replace(/^(overdue|parked)\//, ''));
}

/** D1/donor-registry: the deviation, and whom where both are told. */
function toldRegistry(id: string): string {
  return id.split('/')[1]?.replace('-', '’s ') ?? 'partner registry';
}

const milestones: Readonly<Record<string, Words>> = {
  charged: always('the dry shipper charged'),
  collected: ofDay('the end of the collection of'),
  counted: ofDay('the count of'),
  decided: always('the decision on the count'),
  packed: always('the box packed'),
  'handed-over': always('the box handed over'),
  departed: (at) => `departure of ${flightOfKey(`${at}/1`)}`,
  landed: (at) => `landing of ${flightOfKey(`${at}/1`)}`,
  delivered: always('the box at the transplant centre'),
  received: always('the box received'),
};

/** departed/1.0, kind and occasion: "departure of the flight of plan 1, leg 1". */
function milestoneOfKey(key: string): string {
  const [kind = '', ...rest] = key.split('/');
  return milestones[kind]?.(rest.join('/')) ?? kind.replaceAll('-', ' ');
}

/** 1.0/2, the plan, the leg from 0, and which booking of it: "the flight of plan 1, leg 1, booking 2". */
export function flightOfKey(id: string): string {
  const [, plan, leg, occasion] = /^(\d+)\.(\d+)\/(\d+)$/.exec(id) ?? [];
  if (plan === undefined) return 'a flight';
  return `the flight of plan ${plan}, leg ${Number(leg) + 1}${occasion === '1' ? '' : `, booking ${occasion}`}`;
}

const waysOver: Readonly<Record<string, string>> = {
  export: 'export from',
  import: 'import into',
  transit: 'transit of',
};

/** CN-export-PEK, with the occasion behind it where there is one: "export from CN at PEK". */
export function borderOfKey(id: string): string {
  const [, country, direction, airport] = /^([^-/]+)-(export|import|transit)-([^-/]+)/.exec(id) ?? [];
  if (country === undefined) return 'border';
  return `${waysOver[direction ?? ''] ?? ''} ${country} at ${airport}`;
}

/** 1/0/PEK, the plan, the leg from 0 and the airport, with the occasion behind it where there is one. */
export function checkpointOfKey(id: string): string {
  const [plan, , airport] = id.split('/');
  return airport === undefined ? 'a checkpoint' : `checkpoint at ${airport} (plan ${plan})`;
}
