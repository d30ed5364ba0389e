import { err, inZone, latest, type ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import { decided, inTheFuture, notAllowedNow, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { checksProblem } from './courier-handoff.checks.js';
import { holdProblem } from './courier-handoff.hold.js';
import type {
  CourierHandoffCommand,
  CourierHandoffEvent,
  CourierHandoffFacts,
  CourierHandoffState,
  DeliverToCentre,
  HandOverToCourier,
  PackBox,
} from './courier-handoff.js';
import { decideCargo } from './courier-handoff.cargo.js';
import { mayNotLeave } from './courier-handoff.leaving.js';
import { decideRelay } from './courier-handoff.relay.js';
import { sameName, signatureProblem, tooEarly } from './courier-handoff.signatures.js';
import { handoffTable } from './courier-handoff.transitions.js';

/**
 * Packs the box, hands it to the courier, relays it, delivers it (standards.md 1.4). What was read is compared with what is on record; what is found
 * otherwise while the cells move is taken down as a difference, and does not stop them.
 */
export function decideCourierHandoff(
  command: CourierHandoffCommand,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Decision<CourierHandoffEvent> {
  const refused = notAllowedNow(handoffTable, {
    command: command.name,
    state: state.status,
    what: 'The transport box',
  });
  if (refused !== undefined) return err(refused);
  switch (command.name) {
    case 'PackBox':
      return decided(packingProblem(command, facts), () => [packingOf(command)]);
    case 'HandOverToCourier':
      return decided(handoverProblem(command, state, facts), () => [handoverOf(command)]);
    case 'PlanRelay':
    case 'CancelRelay':
    case 'RecordRelayHandover':
      return decideRelay(command, state, facts);
    case 'DeliverToCentre':
      return decided(deliveryProblem(command, state, facts), () => [deliveryOf(command)]);
    default:
      return decideCargo(command, state, facts);
  }
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 2;
  readonly stage: 'courier-handoff';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 2, stage: 'courier-handoff', occurredAt };
}

function packingProblem({ data }: PackBox, facts: CourierHandoffFacts): Refusal | undefined {
  const collectedAt = latest(facts.bags.map((bag) => bag.collectionEndedAt));
  return (
    inTheFuture(data.packedAt, facts.now, '/packedAt') ??
    nothingThere(facts) ??
    bagsDiffer(
      facts.bags.map((bag) => bag.id),
      data.bags,
      '/bags',
    ) ??
    outOfOrder(facts, tooEarly(data.packedAt, collectedAt, packedFirst(facts))) ??
    tooEarly(data.packedAt, data.preconditionedAt?.at, {
      code: 'packed-before-preconditioning',
      than: 'the box was preconditioned',
      at: '/packedAt',
    }) ??
    oneReader(data) ??
    checksProblem('packing', data.checks) ??
    holdProblem({ name: 'PackBox', data }, facts)
  );
}

function nothingThere({ bags, unitReleased }: CourierHandoffFacts): Refusal | undefined {
  if (bags.length > 0) return undefined;
  return unitReleased === null ? nothingToPack : notCharged;
}

/** What must have come before the packing: the collection, or the charging of a banked unit's shipper. */
function packedFirst({ unitReleased }: CourierHandoffFacts) {
  return unitReleased === null
    ? { code: 'packed-before-collection-ended', than: 'the collection ended', at: '/packedAt' }
    : { code: 'packed-before-charging', than: 'the shipper was charged', at: '/packedAt' };
}

/** The person who packs reads aloud, another reads back (S46). Where only one is stated, the other is not stated, and nothing is compared. */
function oneReader({ packedBy, readBackBy }: PackBox['data']): Refusal | undefined {
  if (packedBy === null || readBackBy === null || !sameName(packedBy, readBackBy)) return undefined;
  const sentence = `${packedBy} cannot read back what ${packedBy} packed: two persons are needed.`;
  return { code: 'two-must-read-back', sentence, at: '/readBackBy' };
}

function packingOf({ data: { packedAt, ...packed } }: PackBox): CourierHandoffEvent {
  return { type: 'BoxPacked', ...envelope(packedAt), data: packed };
}

function handoverProblem(
  { data }: HandOverToCourier,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const order = { code: 'handed-over-before-packing', than: 'the box was packed', at: '/handedOverAt' };
  return (
    inTheFuture(data.handedOverAt, facts.now, '/handedOverAt') ??
    (facts.asCargo ? travelsAlone : undefined) ??
    mayNotLeave(state, facts) ??
    (facts.courierFit ? undefined : courierNotFit) ??
    signatureProblem('pick-up', data, state) ??
    outOfOrder(facts, tooEarly(data.handedOverAt, state.packedAt?.at, order))
  );
}

function handoverOf({ data: { handedOverAt, ...signed } }: HandOverToCourier): CourierHandoffEvent {
  return { type: 'HandedOverToCourier', ...envelope(handedOverAt), data: signed };
}

/** A landing that was never reported stands in the way only where the flight is still to be in the air: else the box is at the centre all the same. */
function deliveryProblem(
  { data }: DeliverToCentre,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const { deliveredAt } = data;
  return (
    inTheFuture(deliveredAt, facts.now, '/deliveredAt') ??
    signatureProblem('delivery', data, state) ??
    outOfOrder(
      facts,
      tooEarly(deliveredAt, state.custody.at(-1)?.since.at, {
        code: 'delivered-before-handover',
        than: 'the courier took the box',
        at: '/deliveredAt',
      }),
    ) ??
    outOfOrder(
      facts,
      tooEarly(deliveredAt, facts.lastLandedAt, {
        code: 'delivered-before-landing',
        than: 'the last flight landed',
        at: '/deliveredAt',
      }),
    ) ??
    outOfOrder(facts, notLanded(deliveredAt, facts)) ??
    outOfOrder(facts, leftBehind(facts))
  );
}

function leftBehind({ leftBehindBy }: CourierHandoffFacts): Refusal | undefined {
  if (leftBehindBy === null) return undefined;
  const sentence = `By the record the unit was not loaded on ${leftBehindBy}, and no other flight is booked: if it flew all the same, or on another, say that first.`;
  return { code: 'unit-left-behind', sentence, allowed: ['CorrectFact', 'RebookLeg'] };
}

function notLanded(delivered: ZonedInstant, { stillFlying }: CourierHandoffFacts): Refusal | undefined {
  if (stillFlying === null || stillFlying.expectedAt <= delivered.at) return undefined;
  const { designator, expectedAt } = stillFlying;
  const expected = inZone(expectedAt, delivered.zone);
  const sentence = `${designator} is in the air and expected down at ${expected}: if it has landed, record that first.`;
  return { code: 'flight-not-landed', sentence, at: '/deliveredAt', allowed: ['RecordArrival'] };
}

function deliveryOf({ data: { deliveredAt, ...signed } }: DeliverToCentre): CourierHandoffEvent {
  return { type: 'DeliveredToCentre', ...envelope(deliveredAt), data: signed };
}

const nothingToPack: Refusal = {
  code: 'no-bags',
  sentence: 'No bag has been collected yet, so there is nothing to pack.',
  allowed: ['EndCollection'],
};

const notCharged: Refusal = {
  code: 'shipper-not-charged',
  sentence: 'No shipper has been charged for the unit: its cold begins with the charging, and so does its clock.',
  allowed: ['ChargeShipper'],
};

const travelsAlone: Refusal = {
  code: 'travels-as-cargo',
  sentence: 'The unit is booked as cargo: record that the carrier accepted it, or nominate a courier.',
  allowed: ['RecordCargoAccepted', 'NominateCourier'],
};

const courierNotFit: Refusal = {
  code: 'courier-not-fit',
  sentence: 'The courier has not been found fit to travel, so the box is not handed over.',
  allowed: ['RecordCourierFit', 'SendSubstitute'],
};
