import {
  bloodGroupText,
  checksOf,
  unitOf,
  type BloodGroup,
  type BloodGroupsRecorded,
  type CellCountEvent,
  type CheckAnswer,
  type CheckPlace,
  type CollectionEvent,
  type ConfirmedBy,
  type CourierHandoffEvent,
  type OrderEvent,
  type RecipientVerdict,
  type Signed,
} from '@cellrelay/shipment';
import { bagSaid, bagsSaid, whySaid, type Tellers } from './says.js';
import { flightOfKey } from './words-of-keys.js';
import { counted, doseSaid, processingWords, shortTime } from './words.js';

/** The order. */
export const orderSays: Tellers<OrderEvent['type']> = {
  ShipmentOpened: ({ reference, parties }) =>
    `Shipment ${reference} opened, from ${parties.collectionCentre.city} to ${parties.transplantCentre.city}.`,
  PolicyPinned: ({ policy }) => `Run by policy ${policy.version}.`,
  PartyNamed: ({ part, organisation }) =>
    organisation === null
      ? `Nobody is named as the ${part.replaceAll('-', ' ')} any more.`
      : `${organisation.name} is named as the ${part.replaceAll('-', ' ')}.`,
  RequestAboveCeilingMarked: ({ metric, ceilingPerKg, recipients }) =>
    `The request for ${recipients.join(', ')} is above the registry’s ceiling of ${ceilingPerKg} ${unitOf({ metric, per: 'kg' })}: its consent is needed.`,
  RequestBelowFloorWarned: ({ metric, floorPerKg, recipients }) =>
    `The request for ${recipients.join(', ')} is below the registry’s floor of ${floorPerKg} ${unitOf({ metric, per: 'kg' })}.`,
  RegistryConsentRecorded: ({ evidence }) => `The registry consents: ${evidence}`,
  ProductChanged: ({ was, product, minCelsius, maxCelsius, wordOf, reason }) =>
    `${product} at ${minCelsius} to ${maxCelsius} °C is ordered${product === was ? ' anew' : ` in place of ${was}`}, agreed by ${wordOf.transplantCentre} and ${wordOf.donorRegistry}: ${reason}`,
  BloodGroupsRecorded: ({ donor, recipients, reason }) => `Blood groups: ${groupsSaid(donor, recipients)}. ${reason}`,
  ProcessingDecided: ({ recipient, processing, minutes, titre, thresholdTitre, wordOf, reason }) =>
    `${processingWords[processing]} for ${recipient}${minutes === 0 ? '' : `, ${minutes} minutes`}${titre === null ? '' : `, titre 1/${titre} against 1/${thresholdTitre}`}, on the word of ${wordOf.person}: ${reason}`,
  PolicyAdopted: ({ from, policy, wordOf, reason, changedLimit }) =>
    `Policy ${policy.version} adopted instead of ${from}, on the word of ${wordOf}: ${reason}${changedLimit === null ? '' : ` Its limit (${minutesSaid(changedLimit.would)} instead of ${minutesSaid(changedLimit.was)}) waits for the transplant physician.`}`,
  ChangedLimitDecided: ({ version, decision, wordOf, reason, was, would }) =>
    `${wordOf.person} decides that the clocks run by ${decision === 'take-new' ? `the new limit of policy ${version}, ${minutesSaid(would)} instead of ${minutesSaid(was)}` : `the old limit, ${minutesSaid(was)}, not the ${minutesSaid(would)} of policy ${version}`}: ${reason}`,
  OrderedDaysMoved: ({ collectionDays }) => `Ordered for ${collectionDays.join(' and ')} from now on.`,
  ShipmentCancelled: ({ by, code, words, cells, confirmedBy }) =>
    `Cancelled on the word of the ${by.replaceAll('-', ' ')} (${code.replaceAll('-', ' ')}): ${words}` +
    `${cells === 'none' ? '' : ` The cells: ${cells.replaceAll('-', ' ')}.`}` +
    `${confirmedBy === null ? '' : ` Confirmed by ${confirmedBy.person}, ${confirmedBy.organisation}.`}`,
  PartyTold: ({ party }) => `The ${party.replaceAll('-', ' ')} was told of the cancellation.`,
  ShipmentDiverted: ({ kind, to, wordOf, confirmedBy, reason }) =>
    `${kind === 'return' ? 'Returned' : 'Diverted'} to ${to.name}, ${to.city}, on the word of ${wordOf.person}${confirmed(confirmedBy)}: ${reason}`,
  ShipmentClosed: ({ outcome }) => closings[outcome],
};

const closings = {
  infused: 'Shipment closed: infused.',
  'partly-infused': 'Shipment closed: some cells were infused, and somebody’s word ended the rest.',
  cryopreserved: 'Shipment closed: the cells are frozen.',
  stored: 'Shipment closed: the unit is in the tank of the centre that it came to.',
  stopped: 'Shipment stopped.',
  cancelled: 'Shipment cancelled.',
} as const;

/** Who confirmed a grave decision, inside a sentence. */
function confirmed(by: ConfirmedBy | null): string {
  return by === null ? '' : `, confirmed by ${by.person} (${by.organisation})`;
}

/** The collection. */
export const collectionSays: Tellers<CollectionEvent['type']> = {
  CollectionPlanned: ({ days }) => `Collection planned for ${days.map(({ date }) => date).join(', ')}.`,
  CollectionPostponed: ({ days, was, reason, wordOf }) =>
    `Collection postponed from ${was.join(', ')} to ${days.map(({ date }) => date).join(', ')}, on the word of ${wordOf.person} (${wordOf.party.replaceAll('-', ' ')}): ${reason}`,
  ShippingPostponed: ({ shipOn, was, wordOf, reason }) =>
    `The unit leaves its bank on ${shipOn} instead of ${was}, on the word of ${wordOf.person}: ${reason}`,
  PostponementTold: () => 'Everybody was told of the new days.',
  CollectionStarted: ({ day, plateletsE9PerL }) =>
    `Day ${day} collection began${plateletsE9PerL === null ? '' : `, platelets ${plateletsE9PerL} × 10⁹/L`}.`,
  PlateletsLow: ({ day, plateletsE9PerL, warningBelowE9PerL }) =>
    `Platelets before day ${day} are ${plateletsE9PerL} × 10⁹/L, under ${warningBelowE9PerL}.`,
  CollectionBrokenOff: ({ day, reason }) => `Day ${day} collection was broken off without a bag: ${reason}`,
  CollectionEnded: ({ day, bags }) =>
    `Day ${day} collection ended with ${counted(bags.length, 'bag')}: the clock runs.`,
  CollectionEndCorrected: ({ day, was, ...why }, { occurredAt }) =>
    `End of day ${day} corrected from ${shortTime(was.at, was.zone)} to ${shortTime(occurredAt.at, occurredAt.zone)}. ${whySaid(why)}`,
  BagSplit: ({ bag, parts, where, by }) =>
    `${capitalised(bagSaid(bag))} split by ${by} at the ${where.replace('-', ' ')}: ${parts.map(({ id, volumeMl, recipient }) => `${bagSaid(id)} of ${volumeMl} mL for ${recipient}`).join(', ')}.`,
  BagAllotted: ({ bag, was, recipient, wordOf, reason }) =>
    `${capitalised(bagSaid(bag))} is for ${recipient} and no longer for ${was}, on the word of ${wordOf.person}: ${reason}`,
  BagCryopreservedAtOrigin: ({ bag, ageMinutes }) =>
    `Freezing of ${bagSaid(bag)} began at the collection centre, ${hours(ageMinutes)} old.`,
  BagNotUsedAtOrigin: ({ bag, ageMinutes, wordOf, reason }) =>
    `${capitalised(bagSaid(bag))} is not used, ${hours(ageMinutes)} old, on the word of ${wordOf.person}: ${reason}`,
  CollectionDayCalledUp: ({ day }) => `Collection day ${day} is called up.`,
  CollectionDayStoodDown: ({ day }) => `Collection day ${day} is stood down.`,
  StandDownTold: ({ day }) => `The collection centre was told that day ${day} is stood down.`,
};

/** The count and what was decided on it. */
export const cellCountSays: Tellers<CellCountEvent['type']> = {
  CellsCounted: ({ day, verdicts }) => `Day ${day} counted: ${dosesSaid(verdicts)}.`,
  CellCountCorrected: ({ day, verdicts, ...why }) =>
    `Day ${day} count corrected: ${dosesSaid(verdicts)}. ${whySaid(why)}`,
  UnitJudged: ({ verdicts }) => `By the bank’s figures: ${dosesSaid(verdicts)}.`,
  CountJudgedAnew: ({ verdicts }) =>
    `Judged anew by the bags that are to be used, as they are allotted: ${dosesSaid(verdicts)}.`,
  CountDecided: ({ decision, wordOf, confirmedBy, recipients, reason }) =>
    decision === 'enough'
      ? 'The count is enough.'
      : `${decisions[decision]}${recipients === null ? '' : ` for ${recipients.join(' and ')}`}, on the word of ${wordOf.person}${confirmed(confirmedBy)}: ${reason}`,
  FollowUpShipmentRecorded: ({ reference }) => `The second day’s cells go by shipment ${reference}.`,
};

const decisions = {
  'collect-again': 'Collect again',
  'accept-less': 'Accept less',
  stop: 'Stop',
  'ship-day-1-early': 'Day 1 flies alone',
  'cryopreserve-at-origin': 'Freeze the cells where they were collected',
} as const;

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function dosesSaid(verdicts: readonly RecipientVerdict[]): string {
  return verdicts.map(({ recipient, doses }) => `${recipient} ${doses.map(doseSaid).join(' and ')}`).join(', ');
}

function groupsSaid(donor: BloodGroup | null, recipients: BloodGroupsRecorded['data']['recipients']): string {
  const all = [
    ...(donor === null ? [] : [`donor ${bloodGroupText(donor)}`]),
    ...recipients.map(({ recipient, bloodGroup }) => `${recipient} ${bloodGroupText(bloodGroup)}`),
  ];
  return all.join(', ');
}

/** The box, at both ends. */
export const custodySays: Tellers<CourierHandoffEvent['type']> = {
  BoxPacked: ({ box, seal, bags, checks }) =>
    `Box ${box} packed with ${bagsSaid(bags)}, seal ${seal}.${checksSaid('packing', checks)}`,
  HandedOverToCourier: (data) =>
    `Handed over to the courier: ${handsSaid(data)}${checksSaid('pick-up', data.checks)}${sealSaid(data)}`,
  ShipperCharged: ({ shipper, holdMinutes, requalifiedAt, startCelsius }) =>
    `Dry shipper ${shipper} is charged, at ${startCelsius} °C: it is trusted for ${hours(holdMinutes)}${requalifiedAt === null ? ', less than stated, because it was not qualified anew' : ''}.`,
  CargoAccepted: ({ facility, acceptedBy }) => `${facility} accepted the unit as cargo: ${acceptedBy}.`,
  CargoLoaded: ({ booking }) => `The unit is aboard ${flightOfKey(booking)}.`,
  CargoReady: ({ facility }) => `The unit is ready to be collected at ${facility}.`,
  RelayPlanned: ({ airport, courier, box }) => `A relay is planned at ${airport}: ${courier.name} with box ${box}.`,
  RelayCancelled: ({ reason }) => `The relay is cancelled: ${reason}`,
  RelayHandedOver: (data) =>
    `Relayed at ${data.airport}${data.secondBox === null ? '' : ` into box ${data.secondBox.box}, seal ${data.secondBox.seal}`}: ${handsSaid(data)}${checksSaid('relay', data.checks)}${sealSaid(data)}`,
  DeliveredToCentre: (data) =>
    `Delivered to the transplant centre: ${handsSaid(data)}${checksSaid('delivery', data.checks)}${sealSaid(data)}`,
};

/** Target and limit: "48 h 00 min / 72 h 00 min". */
function minutesSaid({
  targetMinutes,
  limitMinutes,
}: {
  readonly targetMinutes: number;
  readonly limitMinutes: number;
}) {
  return `${hours(targetMinutes)} / ${hours(limitMinutes)}`;
}

function handsSaid({ givenBy, takenBy }: Signed): string {
  return `given by ${givenBy}, taken by ${takenBy}.`;
}

/** How many of the place's checks were answered and how; nothing where none was. */
function checksSaid(place: CheckPlace, answers: readonly CheckAnswer[]): string {
  const number = (found: CheckAnswer['found']) => answers.filter((each) => each.found === found).length;
  const [good, other] = [number('as-it-should-be'), number('differs')];
  const open = checksOf(place).length - good - other;
  return good + other === 0 ? '' : ` Checks: ${good} as they should be, ${other} otherwise, ${open} not checked.`;
}

function sealSaid({ seal, sealDiffersReason }: Signed): string {
  return sealDiffersReason === null ? '' : ` The seal reads ${seal}: ${sealDiffersReason}`;
}

function hours(minutes: number): string {
  const rest = Math.round(minutes) % 60;
  return `${Math.floor(Math.round(minutes) / 60)} h ${String(rest).padStart(2, '0')} min`;
}
