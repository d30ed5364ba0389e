import { sameJson, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import type { CourierHandoffAgendaFacts, CourierHandoffState } from './courier-handoff.js';

const pack: Offer = { command: 'PackBox', label: 'Record the packing', prefill: {} };
/** The seal is never filled in: it is read from the box, or the comparison is worth nothing. */
const handOver: Offer = { command: 'HandOverToCourier', label: 'Record the handover', prefill: {} };
const deliver: Offer = { command: 'DeliverToCentre', label: 'Record the delivery', prefill: {} };

const charge: Offer = { command: 'ChargeShipper', label: 'Record the charging of the shipper', prefill: {} };
const acceptCargo: Offer = { command: 'RecordCargoAccepted', label: 'Record that the carrier has it', prefill: {} };
const ready: Offer = { command: 'RecordCargoReady', label: 'Record that it is ready to be collected', prefill: {} };

const owed = { does: 'ring', stage: 'courier-handoff' } as const;

/** What is owed of the box: packed, handed over in time for the first flight, delivered. Moves with the flights. */
export function courierHandoffObligations(
  state: CourierHandoffState,
  facts: CourierHandoffAgendaFacts,
): readonly Deadline[] {
  const { firstDepartureAt, arrivalAtCentreAt } = facts;
  if (state.status === 'in-custody' && arrivalAtCentreAt !== null)
    return [...loadingsDue(state, facts), deliveryDue(arrivalAtCentreAt, facts)];
  if (state.status === 'in-custody' || state.status === 'delivered') return [];
  return [...chargeDue(state, facts), ...leavingDue(firstDepartureAt, state, facts)];
}

/** By when the box is packed and given away; nothing before a plan is confirmed. */
function leavingDue(
  firstDepartureAt: Instant | null,
  state: CourierHandoffState,
  facts: CourierHandoffAgendaFacts,
): readonly Deadline[] {
  if (firstDepartureAt === null) return [];
  const handoverAt = plusMinutes(firstDepartureAt, -facts.handoverBeforeDepartureMinutes);
  const toPack = !isPackedWith(state, facts.bags);
  return [...(toPack ? packingDue(handoverAt, facts) : []), handoverDue(handoverAt, toPack, facts)];
}

/** Until the shipper is charged nothing is cold, and no clock runs. */
function chargeDue({ charges }: CourierHandoffState, { chargeDueAt }: CourierHandoffAgendaFacts): readonly Deadline[] {
  if (chargeDueAt === null || charges.length > 0) return [];
  return [
    {
      ...owed,
      key: 'shipper-charge-due/1',
      kind: 'shipper-charge-due',
      owner: 'collection-centre',
      dueAt: chargeDueAt,
      what: 'Charge the dry shipper',
      severity: 'warning',
      overdue: {
        wrong: 'No dry shipper is known to be charged for the unit.',
        follows: 'A shipper takes hours to get cold; without it the unit does not leave.',
      },
      offers: [charge],
    },
  ];
}

/** Cargo that travels by itself was not loaded, and nobody heard of it for days: so every departure asks for the word that it is aboard. */
function loadingsDue(state: CourierHandoffState, facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  if (!facts.asCargo || state.readyAt !== null) return [];
  const aboard = facts.flights.findLastIndex(({ booking }) => state.loaded.includes(booking));
  return facts.flights.slice(aboard + 1).map(loadingDue);
}

function loadingDue({ booking, designator, departsAt }: CourierHandoffAgendaFacts['flights'][number]): Deadline {
  const prefill = { booking };
  return {
    ...owed,
    key: `cargo-loaded-due/${booking}`,
    kind: 'cargo-loaded-due',
    owner: 'coordinator',
    dueAt: departsAt,
    what: `Ask the carrier whether the unit is aboard ${designator}`,
    severity: 'critical',
    overdue: {
      wrong: `The unit is not known to be aboard ${designator}.`,
      follows: 'If it was left behind, the hold of its shipper runs on where nobody looks.',
    },
    offers: [
      { command: 'RecordCargoLoaded', label: 'Record that it is aboard', prefill },
      { command: 'RecordNotLoaded', label: 'Record that it was not loaded', prefill },
    ],
  };
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

function handoverDue(dueAt: Instant, toPack: boolean, { asCargo }: CourierHandoffAgendaFacts): Deadline {
  return {
    ...owed,
    key: 'handover-due/1',
    kind: 'handover-due',
    owner: 'collection-centre',
    dueAt,
    what: asCargo ? 'Have the carrier accept the unit' : 'Hand the box to the courier',
    severity: 'critical',
    overdue: asCargo
      ? { wrong: 'The carrier is not known to have the unit.', follows: 'It misses the flight.' }
      : { wrong: 'The box is not known to be with the courier.', follows: 'The courier misses the flight.' },
    offers: toPack ? [pack] : [asCargo ? acceptCargo : handOver],
  };
}

function deliveryDue(arrivalAtCentreAt: Instant, facts: CourierHandoffAgendaFacts): Deadline {
  return {
    ...owed,
    key: 'delivery-due/1',
    kind: 'delivery-due',
    owner: facts.asCargo ? 'transplant-centre' : 'courier',
    dueAt: plusMinutes(arrivalAtCentreAt, facts.reportGraceMinutes),
    what: facts.asCargo ? 'Collect the unit from the carrier' : 'Deliver the box to the transplant centre',
    severity: 'critical',
    overdue: {
      wrong: 'The box is not known to have been delivered.',
      follows: `The clock of every bag runs on; ask the ${facts.asCargo ? 'carrier' : 'courier'} where the box is.`,
    },
    offers: facts.asCargo ? [deliver, ready] : [deliver],
  };
}

/** Troubles that stand in this stage: none yet, as what goes wrong under way shows in the flights and the clocks. */
export function courierHandoffCauses(_state: CourierHandoffState, _facts: CourierHandoffAgendaFacts): readonly Cause[] {
  return [];
}
