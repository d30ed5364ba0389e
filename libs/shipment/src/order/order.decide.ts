import { atNow, decided, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { RegistryRule } from '../policy.js';
import type { Refusal } from '../stage.js';
import { orderProblem, storedGrid } from './order.checks.js';
import type {
  CancelShipment,
  OpenShipment,
  OrderCommand,
  OrderDetails,
  OrderEvent,
  OrderFacts,
  OrderState,
  RecordPartyTold,
} from './order.js';
import { cancellationProblem, toldProblem } from './order.cancelling.js';
import { orderTable } from './order.transitions.js';

/** Opens the shipment, takes the registry's consent to a high request, cancels, closes. Refuses an order that says too little or too much. */
export function decideOrder(command: OrderCommand, state: OrderState, facts: OrderFacts): Decision<OrderEvent> {
  if (command.name === 'RecordPartyTold') return tell(command, state, facts);
  const refused = notAllowedNow(orderTable, { command: command.name, state: state.status, what: 'The order' });
  const event = recorderOf(facts);
  switch (command.name) {
    case 'OpenShipment':
      return decided(refused ?? orderProblem(command.data, facts.now), () => openingOf(command.data).map(event));
    case 'RecordRegistryConsent':
      return decided(refused ?? consentProblem(command.data.evidence, state), () => [
        event({ type: 'RegistryConsentRecorded', data: { evidence: command.data.evidence } }),
      ]);
    case 'CancelShipment':
      return decided(refused ?? cancellationProblem(command.data, facts), () => [cancellationOf(command)]);
    case 'CloseShipment':
      return decided(refused, () => [event({ type: 'ShipmentClosed', data: { outcome: command.data.outcome } })]);
  }
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
  return (fact) => ({ ...fact, v: versions[fact.type] ?? 1, stage: 'order', occurredAt: atNow(facts.now) });
}

/** The versions of events that have changed since the first; use-cases/log/upcasts.ts lifts the older ones. */
const versions: Partial<Record<OrderEvent['type'], number>> = { PolicyPinned: 2 };

function openingOf({ policy, ...asked }: OpenShipment['data']): readonly Fact[] {
  const details: OrderDetails = { ...asked, donorGrid: storedGrid(asked.donorGrid) };
  const rule = policy.registries.find((each) => details.donorGrid.startsWith(each.ion));
  return [
    { type: 'ShipmentOpened', data: details },
    { type: 'PolicyPinned', data: { policy } },
    ...(rule === undefined ? [] : [...aboveCeiling(rule, details), ...belowFloor(rule, details)]),
  ];
}

function aboveCeiling({ ceilingCd34PerKgE6: ceiling }: RegistryRule, { recipients }: OrderDetails): readonly Fact[] {
  if (ceiling === null) return [];
  const above = recipients.filter((each) => each.requestedCd34PerKgE6 > ceiling).map((each) => each.ref);
  if (above.length === 0) return [];
  return [{ type: 'RequestAboveCeilingMarked', data: { ceilingCd34PerKgE6: ceiling, recipients: above } }];
}

/** A request equal to the floor is below it where the registry's rule says "above" (JMDP, S1). */
function belowFloor({ floor }: RegistryRule, { recipients }: OrderDetails): readonly Fact[] {
  if (floor === null) return [];
  const { cd34PerKgE6, comparison } = floor;
  const reaches = (dose: number) => (comparison === 'above' ? dose > cd34PerKgE6 : dose >= cd34PerKgE6);
  const below = recipients.filter((each) => !reaches(each.requestedCd34PerKgE6)).map((each) => each.ref);
  if (below.length === 0) return [];
  return [{ type: 'RequestBelowFloorWarned', data: { floorCd34PerKgE6: cd34PerKgE6, recipients: below } }];
}

function consentProblem(evidence: string, state: OrderState): Refusal | undefined {
  if (!state.aboveRegistryCeiling) {
    return {
      code: 'no-consent-needed',
      sentence: "The request is not above the registry's ceiling, so no consent is needed.",
    };
  }
  if (state.registryConsent)
    return { code: 'consent-already-recorded', sentence: "The registry's consent is recorded already." };
  return notWorded(evidence, 'The evidence of the consent', '/evidence');
}
