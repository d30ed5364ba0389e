import { inZone, latest, type Instant, type ZonedInstant } from '@cellrelay/kernel';
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
    (facts.bags.length === 0 ? nothingToPack : undefined) ??
    bagsDiffer(
      facts.bags.map((bag) => bag.id),
      data.bags,
      '/bags',
    ) ??
    outOfOrder(
      facts,
      tooEarly(data.packedAt, collectedAt, {
        code: 'packed-before-collection-ended',
        than: 'the collection ended',
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
    mayNotLeave(state, facts) ??
    sealDiffers(data.seal, state) ??
    onePerson(data) ??
    outOfOrder(facts, tooEarly(data.handedOverAt, state.packedAt?.at, order))
  );
}

/** The box leaves only by a confirmed plan, with a courier who was checked, and with exactly the bags that travel. */
function mayNotLeave({ packed }: CourierHandoffState, facts: CourierHandoffFacts): Refusal | undefined {
  if (!facts.planConfirmed) return noPlan;
  if (facts.moreBagsToCome) return bagsToCome;
  if (!facts.courierFit) return courierNotFit;
  const expected = facts.bags.map((bag) => bag.id);
  return packedAnew(expected, packed?.bags ?? []);
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

function tooEarly(
  stated: ZonedInstant,
  than: Instant | null | undefined,
  refusal: { readonly code: string; readonly than: string; readonly at: string },
): Refusal | undefined {
  if (than === null || than === undefined || than <= stated.at) return undefined;
  const sentence = `${inZone(stated.at, stated.zone)} cannot be: ${refusal.than} at ${inZone(than, stated.zone)}.`;
  return { code: refusal.code, sentence, at: refusal.at };
}

function sealDiffers(seal: string, state: CourierHandoffState): Refusal | undefined {
  const applied = state.packed?.seal ?? '';
  if (seal === applied) return undefined;
  return {
    code: 'seal-differs',
    sentence: `The seal reads ${seal}, but the box was sealed with ${applied}.`,
    at: '/seal',
    allowed: [applied],
  };
}

function onePerson({ givenBy, takenBy }: { readonly givenBy: string; readonly takenBy: string }): Refusal | undefined {
  if (givenBy.trim().toLowerCase() !== takenBy.trim().toLowerCase()) return undefined;
  return {
    code: 'two-must-sign',
    sentence: `${givenBy} cannot give and take the box: two persons sign.`,
    at: '/takenBy',
  };
}

/** Bags collected, or dropped, after packing: the box that stands there is not the box that is to travel. */
function packedAnew(expected: readonly string[], packed: readonly string[]): Refusal | undefined {
  const differ = bagsDiffer(expected, packed, '/bags');
  if (differ === undefined) return undefined;
  return {
    code: 'bags-changed-since-packing',
    sentence: `Pack the box again. ${differ.sentence}`,
    allowed: ['PackBox'],
  };
}

const nothingToPack: Refusal = {
  code: 'no-bags',
  sentence: 'No bag has been collected yet, so there is nothing to pack.',
  allowed: ['EndCollection'],
};

const noPlan: Refusal = {
  code: 'plan-not-confirmed',
  sentence: 'No plan is confirmed, so the box must not leave the collection centre.',
};

const bagsToCome: Refusal = {
  code: 'more-bags-to-come',
  sentence: 'It was decided to collect again: the bags of both days travel together.',
  allowed: ['EndCollection', 'DecideOnCount'],
};

const courierNotFit: Refusal = {
  code: 'courier-not-fit',
  sentence: 'The courier has not been found fit to travel, so the box is not handed over.',
  allowed: ['RecordCourierFit', 'SendSubstitute'],
};
