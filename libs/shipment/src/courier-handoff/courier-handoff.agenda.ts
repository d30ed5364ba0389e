import { sameJson, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Deadline } from '../obligation.js';
import { waysOutOfHold } from './courier-handoff.causes.js';
import { holdEndsAt } from './courier-handoff.hold.js';
import type { CourierHandoffAgendaFacts, CourierHandoffState } from './courier-handoff.js';
import { cancelRelay, deliver, handOver, pack, relay } from './courier-handoff.offers.js';

export { courierHandoffCauses } from './courier-handoff.causes.js';

const owed = { does: 'ring', stage: 'courier-handoff' } as const;

/** What is owed of the box: packed, handed over in time for the first flight, relayed, delivered, open before its hold ends. Moves with the flights. */
export function courierHandoffObligations(
  state: CourierHandoffState,
  facts: CourierHandoffAgendaFacts,
): readonly Deadline[] {
  switch (state.status) {
    case 'awaited':
    case 'packed':
      return [...boxHold(state), ...beforeItLeaves(state, facts)];
    case 'in-custody':
    case 'relayed':
      return [...boxHold(state), ...relayDue(state, facts), ...deliveryDue(facts)];
    case 'delivered':
      return [];
  }
}

/** The moment after which nobody vouches for the temperature: a deadline of its own, whatever the flights do. */
function boxHold(state: CourierHandoffState): readonly Deadline[] {
  const { boxNow } = state;
  const endsAt = boxNow === null ? null : holdEndsAt(boxNow);
  if (boxNow === null || endsAt === null) return [];
  return [
    {
      ...owed,
      key: `box-hold/${boxNow.box}`,
      kind: 'box-hold',
      owner: 'courier',
      dueAt: endsAt,
      what: `Open box ${boxNow.box}, or relieve it, before its validated hold ends`,
      severity: 'critical',
      overdue: {
        wrong: `The validated hold of box ${boxNow.box} has run out.`,
        follows: 'Nobody vouches for the temperature from here on; its logger is to be read first.',
      },
      offers: waysOutOfHold(state),
    },
  ];
}

function beforeItLeaves(state: CourierHandoffState, facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  const { firstDepartureAt } = facts;
  if (firstDepartureAt === null) return [];
  const handoverAt = plusMinutes(firstDepartureAt, -facts.handoverBeforeDepartureMinutes);
  const toPack = !isPackedWith(state, facts.bags);
  return [...(toPack ? packingDue(handoverAt, facts) : []), handoverDue(handoverAt, toPack)];
}

/** Bags that were collected after packing make it another box. */
function isPackedWith({ packed }: CourierHandoffState, bags: readonly string[]): boolean {
  return packed !== null && sameJson([...packed.bags].sort(), [...bags].sort());
}

/** Packing is owed a while before the handover, and never before the last bag there is to pack. */
function packingDue(handoverAt: Instant, facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  if (facts.allCollectedAt === null) return [];
  return [
    {
      ...owed,
      key: 'box-packed-due/1',
      kind: 'box-packed-due',
      owner: 'collection-centre',
      dueAt: latest([facts.allCollectedAt, plusMinutes(handoverAt, -facts.reportGraceMinutes)]) ?? handoverAt,
      what: 'Pack the box and read the bags back',
      severity: 'warning',
      overdue: {
        wrong: 'The box is not known to be packed.',
        follows: 'The handover to the courier is late, and the flight with it.',
      },
      offers: [pack],
    },
  ];
}

function handoverDue(dueAt: Instant, toPack: boolean): Deadline {
  return {
    ...owed,
    key: 'handover-due/1',
    kind: 'handover-due',
    owner: 'collection-centre',
    dueAt,
    what: 'Hand the box to the courier',
    severity: 'critical',
    overdue: { wrong: 'The box is not known to be with the courier.', follows: 'The courier misses the flight.' },
    offers: toPack ? [pack] : [handOver],
  };
}

/** The second courier waits where the plan lands (S43): the relay is owed a while after that landing. */
function relayDue({ relayPlan }: CourierHandoffState, facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  const { relayLandsAt } = facts;
  if (relayPlan === null || relayLandsAt === null) return [];
  return [
    {
      ...owed,
      key: `relay-due/${relayPlan.airport}`,
      kind: 'relay-due',
      owner: 'courier',
      dueAt: plusMinutes(relayLandsAt, facts.reportGraceMinutes),
      what: `Hand the box to ${relayPlan.courier.name} at ${relayPlan.airport}`,
      severity: 'critical',
      overdue: {
        wrong: `The box is not known to have changed hands at ${relayPlan.airport}.`,
        follows: 'The next flight leaves, and the second box warms while it waits.',
      },
      offers: [relay, cancelRelay],
    },
  ];
}

function deliveryDue(facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  if (facts.arrivalAtCentreAt === null) return [];
  return [
    {
      ...owed,
      key: 'delivery-due/1',
      kind: 'delivery-due',
      owner: 'courier',
      dueAt: plusMinutes(facts.arrivalAtCentreAt, facts.reportGraceMinutes),
      what: `Deliver the box to ${facts.divertedTo ?? 'the transplant centre'}`,
      severity: 'critical',
      overdue: {
        wrong: 'The box is not known to have been delivered.',
        follows: 'The clock of every bag runs on; ask the courier where the box is.',
      },
      offers: [deliver],
    },
  ];
}
