import type { Instant } from '@cellrelay/kernel';
import type { Evolve } from '../deciding.js';
import { unitOf } from '../products.js';
import { withAdopted, withLimitDecided } from './order.adoption.evolve.js';
import { changedDetails } from './order.change.js';
import { withParty, type PartyNamed } from './order.parties.js';
import type {
  BloodGroupsRecorded,
  Diversion,
  OrderDetails,
  OrderEvent,
  OrderedDaysMoved,
  OrderState,
  OrderStatus,
  Outcome,
  ProcessingDecided,
  ProductChanged,
  RegistryConsentRecorded,
  RequestBelowFloorWarned,
  ShipmentDiverted,
} from './order.js';

export const initialOrder: OrderState = {
  status: 'none',
  details: null,
  policy: null,
  organisations: {},
  formerParties: [],
  clockPolicyVersion: null,
  changedLimit: null,
  aboveRegistryCeiling: false,
  registryConsent: false,
  warnings: [],
  processing: [],
  diversions: [],
  closedAt: null,
  postponementsFollowed: 0,
  cancellation: null,
  told: {},
};

/** The order after one more event. */
export const evolveOrder: Evolve<OrderState, OrderEvent> = (state, event, recordedAt) => {
  switch (event.type) {
    case 'ShipmentOpened':
      return { ...state, status: 'open', details: event.data };
    case 'PolicyPinned':
      return { ...state, policy: event.data.policy, clockPolicyVersion: event.data.policy.version };
    case 'PolicyAdopted':
      return withAdopted(state, event, recordedAt);
    case 'ChangedLimitDecided':
      return withLimitDecided(state, event);
    case 'RequestAboveCeilingMarked':
      return { ...state, aboveRegistryCeiling: true };
    case 'RequestBelowFloorWarned':
      return { ...state, warnings: [...state.warnings, belowFloor(event.data)] };
    case 'ShipmentCancelled':
      return { ...state, cancellation: { ...event.data, at: event.occurredAt, recordedAt }, told: {} };
    case 'PartyTold':
      return { ...state, told: { ...state.told, [event.data.party]: event.occurredAt } };
    case 'ShipmentClosed':
      return { ...state, status: statusAfter[event.data.outcome], closedAt: recordedAt };
    default:
      return withChange(state, event, recordedAt);
  }
};

const statusAfter: Readonly<Record<Outcome, OrderStatus>> = {
  infused: 'closed',
  'partly-infused': 'closed',
  stored: 'closed',
  stopped: 'stopped',
  cancelled: 'cancelled',
  cryopreserved: 'closed',
};

/** Where the cells go now. */
function diversionOf({ data, occurredAt }: ShipmentDiverted, recordedAt: Instant): Diversion {
  return { kind: data.kind, to: data.to, decidedAt: occurredAt, recordedAt };
}

type Change =
  | PartyNamed
  | RegistryConsentRecorded
  | ProductChanged
  | BloodGroupsRecorded
  | ProcessingDecided
  | OrderedDaysMoved
  | ShipmentDiverted;

/** What is ordered, or known of it, is another than it was. */
function withChange(state: OrderState, event: Change, recordedAt: Instant): OrderState {
  switch (event.type) {
    case 'RegistryConsentRecorded':
      return { ...state, registryConsent: true };
    case 'PartyNamed':
      return withParty(state, event);
    case 'ProductChanged':
      return changed(state, event);
    case 'BloodGroupsRecorded':
      return { ...state, details: withDetails(state, (details) => withGroups(details, event.data)) };
    case 'OrderedDaysMoved':
      return daysMoved(state, event);
    case 'ProcessingDecided':
      return { ...state, processing: withDecision(state, event) };
    case 'ShipmentDiverted':
      return { ...state, diversions: [...state.diversions, diversionOf(event, recordedAt)] };
  }
}

function withDetails({ details }: OrderState, change: (details: OrderDetails) => OrderDetails): OrderDetails | null {
  return details === null ? null : change(details);
}

function daysMoved(state: OrderState, { data: { collectionDays, postponement } }: OrderedDaysMoved): OrderState {
  const details = withDetails(state, (before) => daysOf(before, collectionDays));
  return { ...state, details, postponementsFollowed: postponement };
}

/** A banked unit has no collection days: its one day is that on which it leaves its bank. */
function daysOf(details: OrderDetails, days: OrderDetails['collectionDays']): OrderDetails {
  const [shipOn] = days;
  if (details.unit === null || shipOn === undefined) return { ...details, collectionDays: days };
  return { ...details, unit: { ...details.unit, shipOn } };
}

/** Marks, consent and warnings were about the old request. */
function changed(state: OrderState, { data }: ProductChanged): OrderState {
  const details = withDetails(state, (before) => changedDetails(before, data));
  return { ...state, details, aboveRegistryCeiling: false, registryConsent: false, warnings: [] };
}

function withGroups(details: OrderDetails, { donor, recipients }: BloodGroupsRecorded['data']): OrderDetails {
  const told = new Map(recipients.map(({ recipient, bloodGroup }) => [recipient, bloodGroup]));
  return {
    ...details,
    donorBloodGroup: donor ?? details.donorBloodGroup,
    recipients: details.recipients.map((each) => ({ ...each, bloodGroup: told.get(each.ref) ?? each.bloodGroup })),
  };
}

function withDecision({ processing }: OrderState, { data, occurredAt }: ProcessingDecided): OrderState['processing'] {
  const { wordOf: _wordOf, reason: _reason, ...decision } = data;
  const others = processing.filter(({ recipient }) => recipient !== decision.recipient);
  return [...others, { ...decision, decidedAt: occurredAt }];
}

function belowFloor({ recipients, floorPerKg, metric }: RequestBelowFloorWarned['data']): string {
  const who = recipients.join(' and ');
  return `The request for ${who} is below the registry's own floor of ${floorPerKg} ${unitOf({ metric, per: 'kg' })}.`;
}
