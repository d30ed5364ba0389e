import { sameJson, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import type { CourierHandoffAgendaFacts, CourierHandoffState } from './courier-handoff.js';

const pack: Offer = { command: 'PackBox', label: 'Record the packing', prefill: {} };
/** The seal is never filled in: it is read from the box, or the comparison is worth nothing. */
const handOver: Offer = { command: 'HandOverToCourier', label: 'Record the handover', prefill: {} };
const deliver: Offer = { command: 'DeliverToCentre', label: 'Record the delivery', prefill: {} };

const owed = { does: 'ring', stage: 'courier-handoff' } as const;

/** What is owed of the box: packed, handed over in time for the first flight, delivered. Moves with the flights. */
export function courierHandoffObligations(
  state: CourierHandoffState,
  facts: CourierHandoffAgendaFacts,
): readonly Deadline[] {
  const { firstDepartureAt, arrivalAtCentreAt } = facts;
  if (state.status === 'in-custody' && arrivalAtCentreAt !== null) return [deliveryDue(arrivalAtCentreAt, facts)];
  if (state.status === 'in-custody' || state.status === 'delivered' || firstDepartureAt === null) return [];
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

function deliveryDue(arrivalAtCentreAt: Instant, facts: CourierHandoffAgendaFacts): Deadline {
  return {
    ...owed,
    key: 'delivery-due/1',
    kind: 'delivery-due',
    owner: 'courier',
    dueAt: plusMinutes(arrivalAtCentreAt, facts.reportGraceMinutes),
    what: `Deliver the box to ${facts.divertedTo ?? 'the transplant centre'}`,
    severity: 'critical',
    overdue: {
      wrong: 'The box is not known to have been delivered.',
      follows: 'The clock of every bag runs on; ask the courier where the box is.',
    },
    offers: [deliver],
  };
}

/** Troubles that stand in this stage: none yet, as what goes wrong under way shows in the flights and the clocks. */
export function courierHandoffCauses(_state: CourierHandoffState, _facts: CourierHandoffAgendaFacts): readonly Cause[] {
  return [];
}
