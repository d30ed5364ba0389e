import { sameJson, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import { visasNotHeldFor } from '../courier-papers.js';
import type { Deadline } from '../obligation.js';
import { waysOutOfHold } from './courier-handoff.causes.js';
import { holdEndsAt } from './courier-handoff.hold.js';
import type { CourierHandoffAgendaFacts, CourierHandoffState, RelayPlan } from './courier-handoff.js';
import {
  acceptCargo,
  cancelRelay,
  charge,
  deliver,
  handOver,
  pack,
  ready,
  relay,
  relayWithPapers,
} from './courier-handoff.offers.js';

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
      return [
        ...boxHold(state),
        ...chargeDue(state, facts),
        ...relayVisasDue(state, facts),
        ...beforeItLeaves(state, facts),
      ];
    case 'in-custody':
    case 'relayed':
      return [
        ...boxHold(state),
        ...relayVisasDue(state, facts),
        ...relayDue(state, facts),
        ...loadingsDue(state, facts),
        ...deliveryDue(facts),
      ];
    case 'delivered':
      return [];
  }
}

/** The moment after which nobody vouches for the temperature: a deadline of its own, whatever the flights do. */
function boxHold(state: CourierHandoffState): readonly Deadline[] {
  const { boxNow, charges } = state;
  // The hold of a dry shipper is a clock of its own, and begins with its charging.
  if (charges.length > 0) return [];
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
  return [
    ...(toPack ? packingDue(handoverAt, facts) : []),
    handoverDue(handoverAt, toPack, facts),
    ...leaveForAirport(firstDepartureAt, toPack, facts),
  ];
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

/**
 * The last moment to be on the way. The two signatures of the hand-over are taken for the leaving: the courier goes with the box, and nobody says so twice. A carrier
 * fetches cargo as it sees fit.
 */
function leaveForAirport(departsAt: Instant, toPack: boolean, facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  if (facts.toAirportMinutes === null || facts.asCargo) return [];
  return [
    {
      ...owed,
      key: 'leave-for-airport/1',
      kind: 'leave-for-airport',
      owner: 'courier',
      dueAt: plusMinutes(departsAt, -facts.toAirportMinutes),
      what: 'Leave for the airport with the box',
      severity: 'critical',
      overdue: {
        wrong: 'The courier is not known to have left for the airport with the box.',
        follows: 'Search by hand and customs take their time: the first flight is about to be missed.',
      },
      offers: toPack ? [pack] : [handOver],
    },
  ];
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

/** A second courier's visa that is to be had by express is called in while there is time, as the first courier's is. */
function relayVisasDue(
  { relayPlan }: CourierHandoffState,
  { relayNeeds, openedAt, visaExpediteDays, reportGraceMinutes }: CourierHandoffAgendaFacts,
): readonly Deadline[] {
  if (relayPlan === null || relayNeeds === null) return [];
  const inTime = plusMinutes(relayNeeds.takesOverAt, -visaExpediteDays * 24 * 60);
  const dueAt = latest([inTime, plusMinutes(openedAt, reportGraceMinutes)]) ?? inTime;
  return visasNotHeldFor(relayPlan.courier.papers, relayNeeds)
    .filter(({ standing }) => standing === 'expeditable')
    .map(({ country }) => relayVisaDue(relayPlan, country, dueAt));
}

function relayVisaDue(plan: RelayPlan, country: string, dueAt: Instant): Deadline {
  return {
    ...owed,
    key: `relay-visa-expedite-due/${country}`,
    kind: 'relay-visa-expedite-due',
    owner: 'coordinator',
    dueAt,
    what: `Call in the express visa of ${plan.courier.name} for ${country}`,
    severity: 'critical',
    overdue: {
      wrong: `The express visa of ${plan.courier.name}, who is to take the box at ${plan.airport}, is not known to be called in for ${country}.`,
      follows: 'Later it does not come in time, and nobody is there to carry the box on.',
    },
    offers: [relayWithPapers(plan, `Plan the relay with the visa for ${country} called in`), cancelRelay],
  };
}

function deliveryDue(facts: CourierHandoffAgendaFacts): readonly Deadline[] {
  if (facts.arrivalAtCentreAt === null) return [];
  return [
    {
      ...owed,
      key: 'delivery-due/1',
      kind: 'delivery-due',
      owner: facts.asCargo ? 'transplant-centre' : 'courier',
      dueAt: plusMinutes(facts.arrivalAtCentreAt, facts.reportGraceMinutes),
      what: facts.asCargo
        ? 'Collect the unit from the carrier'
        : `Deliver the box to ${facts.divertedTo ?? 'the transplant centre'}`,
      severity: 'critical',
      overdue: {
        wrong: 'The box is not known to have been delivered.',
        follows: `The clock of every bag runs on; ask the ${facts.asCargo ? 'carrier' : 'courier'} where the box is.`,
      },
      offers: facts.asCargo ? [deliver, ready] : [deliver],
    },
  ];
}
