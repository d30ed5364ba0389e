import type {
  CellCountEvent,
  CollectionEvent,
  CourierHandoffEvent,
  DonorClearanceEvent,
  OrderEvent,
  RecipientVerdict,
} from '@cellrelay/shipment';
import { bagsSaid, type Tellers } from './says.js';
import { counted, shortTime } from './words.js';

/** The order and the donor. */
export const orderSays: Tellers<OrderEvent['type'] | DonorClearanceEvent['type']> = {
  ShipmentOpened: ({ reference, parties }) =>
    `Shipment ${reference} opened, from ${parties.collectionCentre.city} to ${parties.transplantCentre.city}.`,
  PolicyPinned: ({ policy }) => `Run by policy ${policy.version}.`,
  RequestAboveCeilingMarked: ({ ceilingCd34PerKgE6, recipients }) =>
    `The request for ${recipients.join(', ')} is above the registry’s ceiling of ${ceilingCd34PerKgE6} million CD34 per kg: its consent is needed.`,
  RequestBelowFloorWarned: ({ floorCd34PerKgE6, recipients }) =>
    `The request for ${recipients.join(', ')} is below the registry’s floor of ${floorCd34PerKgE6} million CD34 per kg.`,
  RegistryConsentRecorded: ({ evidence }) => `The registry consents: ${evidence}`,
  ShipmentClosed: ({ outcome }) => (outcome === 'infused' ? 'Shipment closed: infused.' : 'Shipment stopped.'),
  DonorCleared: () => 'The donor is cleared.',
  DonorSuspended: ({ reason }) => `The donor is suspended: ${reason}`,
  DonorWithdrawn: ({ reason }) => `The donor is withdrawn: ${reason}`,
};

/** The collection. */
export const collectionSays: Tellers<CollectionEvent['type']> = {
  CollectionPlanned: ({ days }) => `Collection planned for ${days.map(({ date }) => date).join(', ')}.`,
  CollectionStarted: ({ day, plateletsE9PerL }) =>
    `Day ${day} collection began${plateletsE9PerL === null ? '' : `, platelets ${plateletsE9PerL} × 10⁹/L`}.`,
  PlateletsLow: ({ day, plateletsE9PerL, warningBelowE9PerL }) =>
    `Platelets before day ${day} are ${plateletsE9PerL} × 10⁹/L, under ${warningBelowE9PerL}.`,
  CollectionEnded: ({ day, bags }) =>
    `Day ${day} collection ended with ${counted(bags.length, 'bag')}: the clock runs.`,
  CollectionEndCorrected: ({ day, was, reason }, { occurredAt }) =>
    `End of day ${day} corrected from ${shortTime(was.at, was.zone)} to ${shortTime(occurredAt.at, occurredAt.zone)}: ${reason}`,
  CollectionDayCalledUp: ({ day }) => `Collection day ${day} is called up.`,
  CollectionDayStoodDown: ({ day }) => `Collection day ${day} is stood down.`,
  StandDownTold: ({ day }) => `The collection centre was told that day ${day} is stood down.`,
};

/** The count and what was decided on it. */
export const cellCountSays: Tellers<CellCountEvent['type']> = {
  CellsCounted: ({ day, verdicts }) => `Day ${day} counted: ${dosesSaid(verdicts)}.`,
  CellCountCorrected: ({ day, verdicts, reason }) => `Day ${day} count corrected: ${dosesSaid(verdicts)}. ${reason}`,
  CountDecided: ({ decision, wordOf, reason }) =>
    decision === 'enough'
      ? 'The count is enough.'
      : `${decisions[decision]}, on the word of ${wordOf.person}: ${reason}`,
};

const decisions = { 'collect-again': 'Collect again', 'accept-less': 'Accept less', stop: 'Stop' } as const;

function dosesSaid(verdicts: readonly RecipientVerdict[]): string {
  return verdicts
    .map(
      ({ recipient, dosePerKgE6, requestedPerKgE6 }) =>
        `${recipient} ${dosePerKgE6} of ${requestedPerKgE6} million CD34 per kg`,
    )
    .join(', ');
}

/** The box, at both ends. */
export const custodySays: Tellers<CourierHandoffEvent['type']> = {
  BoxPacked: ({ box, seal, bags }) => `Box ${box} packed with ${bagsSaid(bags)}, seal ${seal}.`,
  HandedOverToCourier: ({ givenBy, takenBy }) =>
    `Handed over to the courier: given by ${givenBy}, taken by ${takenBy}.`,
  DeliveredToCentre: ({ givenBy, takenBy }) =>
    `Delivered to the transplant centre: given by ${givenBy}, taken by ${takenBy}.`,
};
