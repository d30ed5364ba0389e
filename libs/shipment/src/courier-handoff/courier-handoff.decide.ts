import { inZone, latest, type ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import { decided, inTheFuture, notAllowedNow, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  CourierHandoffCommand,
  CourierHandoffEvent,
  CourierHandoffFacts,
  CourierHandoffState,
  DeliverToCentre,
  HandOverToCourier,
  PackBox,
} from './courier-handoff.js';
import { mayNotLeave, sealDiffers, tooEarly } from './courier-handoff.checks.js';
import { decideCargo } from './courier-handoff.cargo.js';
import { handoffTable } from './courier-handoff.transitions.js';

/** Packs the box, hands it to the courier, delivers it (standards.md 1.4). Every check compares what was read with what is on record. */
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
  switch (command.name) {
    case 'PackBox':
      return decided(refused ?? packingProblem(command, facts), () => [packingOf(command)]);
    case 'HandOverToCourier':
      return decided(refused ?? handoverProblem(command, state, facts), () => [handoverOf(command)]);
    case 'DeliverToCentre':
      return decided(refused ?? deliveryProblem(command, state, facts), () => [deliveryOf(command)]);
    default:
      return decideCargo(command, { refused, state, facts });
  }
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 1;
  readonly stage: 'courier-handoff';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 1, stage: 'courier-handoff', occurredAt };
}

function packingProblem({ data }: PackBox, facts: CourierHandoffFacts): Refusal | undefined {
  const collectedAt = latest(facts.bags.map((bag) => bag.collectionEndedAt));
  return (
    inTheFuture(data.packedAt, facts.now, '/packedAt') ??
    (facts.bags.length === 0 ? (facts.unitReleased === null ? nothingToPack : notCharged) : undefined) ??
    bagsDiffer(
      facts.bags.map((bag) => bag.id),
      data.bags,
      '/bags',
    ) ??
    outOfOrder(
      facts,
      tooEarly(data.packedAt, collectedAt, {
        code: facts.unitReleased === null ? 'packed-before-collection-ended' : 'packed-before-charging',
        than: facts.unitReleased === null ? 'the collection ended' : 'the shipper was charged',
        at: '/packedAt',
      }),
    )
  );
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
    sealDiffers(data.seal, state) ??
    onePerson(data) ??
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
    sealDiffers(data.seal, state) ??
    onePerson(data) ??
    outOfOrder(
      facts,
      tooEarly(deliveredAt, state.handedOverAt?.at, {
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
    outOfOrder(facts, notLanded(deliveredAt, facts))
  );
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

function onePerson({ givenBy, takenBy }: { readonly givenBy: string; readonly takenBy: string }): Refusal | undefined {
  if (givenBy.trim().toLowerCase() !== takenBy.trim().toLowerCase()) return undefined;
  return {
    code: 'two-must-sign',
    sentence: `${givenBy} cannot give and take the box: two persons sign.`,
    at: '/takenBy',
  };
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
