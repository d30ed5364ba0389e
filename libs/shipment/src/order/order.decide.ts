import { ok, type ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, notAllowedNow, type Decision } from '../deciding.js';
import type { Policy } from '../policy.js';
import { decideAdoption } from './order.adoption.decide.js';
import { changedDetails, changeProblem, standingOf } from './order.change.js';
import { decideDiversion } from './order.diversion.js';
import { orderProblem, storedGrid } from './order.checks.js';
import type {
  CancelShipment,
  ChangeProduct,
  DecideOnProcessing,
  DivertShipment,
  MoveOrderedDays,
  OpenShipment,
  OrderCommand,
  OrderDetails,
  OrderEvent,
  OrderFacts,
  OrderState,
  RecordBloodGroups,
  RecordPartyTold,
} from './order.js';
import { cancellationProblem, cancelledProblem, toldProblem } from './order.cancelling.js';
import { namingProblem, type NameParty, type PartyNamed } from './order.parties.js';
import { bloodGroupsProblem, mismatchFor, processingProblem } from './order.processing.js';
import { profileOf, type AskedProduct } from './order.product.js';
import { againstTheRegistry, consentProblem } from './order.registry.js';
import { orderTable } from './order.transitions.js';
import { profileOfUnit, storedUnit } from './order.unit.js';

/** Opens the shipment, changes what is ordered, takes the registry's consent and the laboratory's decision, cancels, closes. */
export function decideOrder(command: OrderCommand, state: OrderState, facts: OrderFacts): Decision<OrderEvent> {
  if (command.name === 'RecordPartyTold') return tell(command, state, facts);
  const refused =
    notAllowedNow(orderTable, { command: command.name, state: state.status, what: 'The order' }) ??
    cancelledProblem(command, state);
  if (refused !== undefined) return decided(refused, () => []);
  const event = recorderOf(facts);
  switch (command.name) {
    case 'OpenShipment':
      return decided(orderProblem(command.data, facts.now), () => openingOf(command.data).map(event));
    case 'RecordRegistryConsent':
      return decided(consentProblem(command.data.evidence, state), () => [
        event({ type: 'RegistryConsentRecorded', data: { evidence: command.data.evidence } }),
      ]);
    case 'CancelShipment':
      return decided(cancellationProblem(command.data, facts), () => [cancellationOf(command)]);
    case 'CloseShipment':
      return decided<OrderEvent>(undefined, () => [
        event({ type: 'ShipmentClosed', data: { outcome: command.data.outcome } }),
      ]);
    case 'AdoptPolicy':
    case 'DecideOnChangedLimit':
      return adoption(command, state, facts);
    default:
      return change(command, state, facts);
  }
}

type Change = NameParty | DivertShipment | ChangeProduct | RecordBloodGroups | DecideOnProcessing | MoveOrderedDays;

/** What is ordered, where it goes, or what is known of it, becomes another. */
function change(command: Change, state: OrderState, facts: OrderFacts): Decision<OrderEvent> {
  const event = recorderOf(facts);
  switch (command.name) {
    case 'NameParty':
      return decided(namingProblem(command.data, state), () => [event(namingOf(command))]);
    case 'ChangeProduct':
      return decided(changeProblem(command.data, state, facts), () => changeOf(command.data, state).map(event));
    case 'RecordBloodGroups':
      return decided(bloodGroupsProblem(command.data, standingOf(state).details), () => [
        event({ type: 'BloodGroupsRecorded', data: command.data }),
      ]);
    case 'DecideOnProcessing':
      return decided(processingProblem(command.data, state, facts), () => [processingEvent(command.data, state)]);
    case 'DivertShipment':
      return decideDiversion(command.data, state, facts);
    case 'MoveOrderedDays':
      return decided<OrderEvent>(undefined, () => [event({ type: 'OrderedDaysMoved', data: command.data })]);
  }
}

function namingOf({ data: { part, organisation } }: NameParty): Fact<PartyNamed> {
  const named = organisation === null ? null : { id: organisation.id, name: organisation.name };
  return { type: 'PartyNamed', data: { part, organisation: named } };
}

type AdoptionCommand = Parameters<typeof decideAdoption>[0];

/** The adoption, and that the request is above the ceiling that the adopted policy has for the registry, while that can still be of use. */
function adoption(command: AdoptionCommand, state: OrderState, facts: OrderFacts): Decision<OrderEvent> {
  const decision = decideAdoption(command, state, facts);
  const { details, aboveRegistryCeiling } = state;
  if (!decision.ok || command.name !== 'AdoptPolicy' || details === null) return decision;
  if (aboveRegistryCeiling || facts.clocksRunning) return decision;
  const above = againstTheRegistry(details, command.data.policy).filter(
    ({ type }) => type === 'RequestAboveCeilingMarked',
  );
  return ok([...decision.value, ...above.map(recorderOf(facts))]);
}

function tell({ data }: RecordPartyTold, state: OrderState, facts: OrderFacts): Decision<OrderEvent> {
  const { party, toldAt } = data;
  return decided(toldProblem(data, state, facts), () => [
    { type: 'PartyTold', v: 1, stage: 'order', occurredAt: toldAt, data: { party } },
  ]);
}

function cancellationOf({ data: { statedAt, ...data } }: CancelShipment): OrderEvent {
  return { type: 'ShipmentCancelled', v: 1, stage: 'order', occurredAt: statedAt, data };
}

/** Distributes over the events, so that type and data stay together. */
type Fact<E extends OrderEvent = OrderEvent> = E extends OrderEvent ? Pick<E, 'type' | 'data'> : never;

function recorderOf(facts: OrderFacts): (fact: Fact) => OrderEvent {
  return (fact) => recorded(fact, atNow(facts.now));
}

function recorded(fact: Fact, occurredAt: ZonedInstant): OrderEvent {
  return { ...fact, v: versions[fact.type] ?? 1, stage: 'order', occurredAt };
}

/** The versions of events that have changed since the first; use-cases/log/upcasts.ts lifts the older ones. */
const versions: Partial<Record<OrderEvent['type'], number>> = {
  ShipmentOpened: 3,
  PolicyPinned: 5,
  RequestAboveCeilingMarked: 2,
  RequestBelowFloorWarned: 2,
};

function openingOf({ policy, ...asked }: OpenShipment['data']): readonly Fact[] {
  const details: OrderDetails = {
    ...asked,
    ...(asked.unit === null ? profileIn(asked, policy) : profileOfUnit(asked.unit)),
    unit: asked.unit === null ? null : storedUnit(asked.unit),
    donorGrid: storedGrid(asked.donorGrid),
  };
  return [
    { type: 'ShipmentOpened', data: details },
    { type: 'PolicyPinned', data: { policy } },
    ...againstTheRegistry(details, policy),
  ];
}

/** The stored order always has figures. Only for one that has no problem. */
function profileIn(asked: Pick<AskedProduct, 'product' | 'minCelsius' | 'maxCelsius'>, policy: Policy) {
  const profile = profileOf(asked, policy);
  if (!profile.ok) throw new Error('an order without a temperature was let through');
  return profile.value;
}

function changeOf(asked: ChangeProduct['data'], state: OrderState): readonly Fact[] {
  const { details, policy } = standingOf(state);
  const data = { ...asked, ...profileIn(asked, policy), was: details.product };
  return [{ type: 'ProductChanged', data }, ...againstTheRegistry(changedDetails(details, data), policy)];
}

function processingEvent(data: DecideOnProcessing['data'], state: OrderState): OrderEvent {
  const { decidedAt, ...decision } = data;
  const mismatch = mismatchFor(standingOf(state).details, data.recipient);
  return recorded({ type: 'ProcessingDecided', data: { ...decision, mismatch } }, decidedAt);
}
