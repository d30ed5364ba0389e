import { plusDays, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { proposal, says } from './case-a.examples.js';
import { saidOfTheUnit } from './frozen.examples.js';
import { saidOfDecisions, saidOfTheBags } from './walk.decisions.examples.js';
import { countOfAll, endForTwins, few, plenty } from './journeys.examples.js';
import { saysOfOrder } from './order-changes.examples.js';
import { cellsFates, partyNames } from './order/order.js';
import { clockedBags } from './overview.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import { answerTo } from './story.examples.js';
import { saidAfterOpening, saidOfDeviations } from './walk.after-delivery.examples.js';

const days = [1, 2] as const;

/** Everything that somebody could say of the shipment at that moment, allowed or not: the alphabet of the random walks. */
export function everythingSaid(shipment: Shipment, at: Instant): readonly (readonly ShipmentCommand[])[] {
  return [
    saidOfTheOrder(shipment, at),
    saidOfThePolicy(at),
    saidOfTheDonor(at),
    saidOfThePatient(at),
    saidOfTheWhole(at),
    saidOfTheCollection(at),
    saidOfTheCount(shipment, at),
    saidOfTheBags(shipment, at),
    saidOfDecisions(at),
    saidOfPlans(shipment),
    saidOfSeats(shipment, at),
    saidAtBorders(shipment, at),
    saidAtCheckpoints(shipment, at),
    saidOnTheWay(at),
    saidOfTheCourier(at),
    saidOfTheUnit(shipment, at),
    saidOfTheBox(shipment, at),
    saidAfterOpening(shipment, at),
    saidOfDeviations(shipment, at),
    saidOfAlerts(shipment, at),
    deskAnswers(shipment, at),
  ];
}

/** A policy that draws the same lines, and one that draws shorter ones. */
function saidOfThePolicy(at: Instant): readonly ShipmentCommand[] {
  const adoption = (policy: Policy): ShipmentCommand => ({
    name: 'AdoptPolicy',
    data: { policy, reason: 'reviewed', wordOf: 'Medical director' },
  });
  const decided = { decidedAt: { at, zone: 'UTC' as Zone }, reason: 'cells are counted on', wordOf: physician };
  return [
    adoption({
      ...defaultPolicy,
      version: 'same-lines',
      countDueMinutes: { value: 90, source: 'a site', mark: 'site' },
    }),
    adoption({ ...defaultPolicy, version: 'shorter', clocks: shorterClocks }),
    adoption(defaultPolicy),
    { name: 'DecideOnChangedLimit', data: { ...decided, decision: 'take-new' } },
    { name: 'DecideOnChangedLimit', data: { ...decided, decision: 'keep-old' } },
  ];
}

const physician = { role: 'transplant-physician', person: 'Dr Example' } as const;
const shorterClocks = defaultPolicy.clocks.map((clock) => ({
  ...clock,
  targetMinutes: clock.targetMinutes / 2,
  limitMinutes: clock.limitMinutes / 2,
}));

function saidOfTheDonor(at: Instant): readonly ShipmentCommand[] {
  return [
    says.clear(at),
    says.suspend(at),
    says.withdraw(at),
    says.decideOnSuspension(at, 'keep'),
    says.decideOnSuspension(at, 'give-up'),
    says.step('consented', '2024-08-10'),
    says.step('examined', '2024-08-14'),
  ];
}

function saidOfTheOrder(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  const days = shipment.stages.order.details?.collectionDays ?? [];
  return [
    { name: 'RecordRegistryConsent', data: { evidence: 'letter' } },
    saysOfOrder.changeProduct('HPC-M', days.slice(0, 1)),
    saysOfOrder.changeProduct('HPC-A', days),
    saysOfOrder.changeProduct('HPC-A', [...days, ...days.map((day) => plusDays(day, 1))].slice(0, 2)),
    saysOfOrder.changeProduct(
      'MNC-A',
      days.map((day) => plusDays(day, 2)),
    ),
    saysOfOrder.bloodGroups('A', 'O'),
    saysOfOrder.bloodGroups('O', 'O'),
    saysOfOrder.bloodGroups('O', 'A'),
    saysOfOrder.processing(at, 90),
    saysOfOrder.processing(at, 0),
  ];
}

function saidOfThePatient(at: Instant): readonly ShipmentCommand[] {
  return [
    says.planConditioning(plusMinutes(at, 3000)),
    says.conditioned(at),
    says.conditioned(at, 'the ward did not wait'),
    says.nameBackup(),
    says.nameBackup('product'),
    says.callUponBackup(at),
    says.withdrawBackup(),
  ];
}

/** Rare in a walk, as each of them ends or moves everything. */
function saidOfTheWhole(at: Instant): readonly ShipmentCommand[] {
  return [
    says.postpone(at, '2024-09-18', '2024-09-19'),
    says.postpone(at, '2024-09-04'),
    says.postponementTold(at),
    ...cellsFates.map((cells) => says.cancel(at, cells, cells !== 'none')),
    ...partyNames.map((party) => says.partyTold(at, party)),
  ];
}

function saidOfTheCollection(at: Instant): readonly ShipmentCommand[] {
  return days.flatMap((day) => [
    says.start(at, day, 100),
    says.end(at, day),
    endForTwins(at, day),
    says.correctEnd(plusMinutes(at, -30), day),
    says.correctEnd(plusMinutes(at, -90), day),
    says.told(at, day),
  ]);
}

function saidOfTheCount(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  const decisions = (['collect-again', 'accept-less', 'stop'] as const).map((decision) => says.decide(at, decision));
  const counts = days.flatMap((day) =>
    [few, plenty].flatMap((each) => [says.count(at, each, day), says.correctCount(at, each, day)]),
  );
  return [
    ...decisions,
    ...counts,
    ...days.flatMap((day) => [few, plenty].map((each) => countOfAll(shipment, at, day, each))),
  ];
}

function saidOfPlans({ stages }: Shipment): readonly ShipmentCommand[] {
  const legs = stages['flight-booking'].plans.flatMap(({ plan, current }) => current.map((_, leg) => ({ plan, leg })));
  return [
    ...days.flatMap((plan) => [proposal(plan), proposal(plan, 'over-icn'), proposal(plan, 'direct')]),
    ...legs.map((place): ShipmentCommand => ({ name: 'RebookLeg', data: { ...place, flight: null, reason: 'late' } })),
  ];
}

function saidOfSeats({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const later = (minutes: number) => ({ ...at, at: plusMinutes(now, minutes) });
  return stages['flight-booking'].bookings.flatMap(({ id: booking }): readonly ShipmentCommand[] => [
    {
      name: 'RecordSeatsHeld',
      data: { booking, heldAt: at, holdLapsesAt: later(2000), giveUpBy: later(1000), record: 'REC001' },
    },
    { name: 'RecordSeatsRefused', data: { booking, refusedAt: at, reason: 'full' } },
    { name: 'RecordSeatsTicketed', data: { booking, ticketedAt: at, record: 'REC001' } },
    { name: 'RecordSeatsGivenUp', data: { booking, givenUpAt: at } },
    { name: 'RecordHoldLapsed', data: { booking, lapsedAt: at } },
    { name: 'RecordFlightCancelled', data: { booking, cancelledAt: at, reason: 'aircraft' } },
    { name: 'RecordFlightEstimate', data: { booking, statedAt: at, departsAt: later(300), arrivesAt: later(1300) } },
    { name: 'RecordDeparture', data: { booking, departedAt: at } },
    { name: 'RecordArrival', data: { booking, arrivedAt: at } },
  ]);
}

function saidAtBorders({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const answerExpectedAt = { ...at, at: plusMinutes(now, 600) };
  return stages['customs-clearance'].requests.flatMap(({ id: request }): readonly ShipmentCommand[] => [
    { name: 'RecordCustomsSubmitted', data: { request, submittedAt: at, answerExpectedAt } },
    { name: 'RecordCustomsGranted', data: { request, grantedAt: at, permit: 'PERMIT-1' } },
    {
      name: 'RecordCustomsGranted',
      data: { request, grantedAt: at, permit: 'PERMIT-2', validUntil: { ...at, at: plusMinutes(now, 900) } },
    },
    { name: 'RecordCustomsEscalated', data: { request, escalatedAt: at, to: 'Head of customs', reason: 'no answer' } },
    { name: 'RecordReleasedFirst', data: { request, releasedAt: at, commitment: 'papers follow' } },
    { name: 'RecordRegularised', data: { request, regularisedAt: at, reference: 'REG-1' } },
    { name: 'RecordCustomsRefused', data: { request, refusedAt: at, reason: 'form' } },
    { name: 'AskCustomsAgain', data: { request, reason: 'form mended' } },
    { name: 'RecordCustomsWithdrawn', data: { request, withdrawnAt: at } },
    { name: 'RecordCustomsCleared', data: { request, clearedAt: at } },
  ]);
}

function saidAtCheckpoints({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const answerExpectedAt = { ...at, at: plusMinutes(now, 600) };
  return stages['xray-exemption'].exemptions.flatMap(({ id: exemption }): readonly ShipmentCommand[] => [
    { name: 'RecordExemptionRequested', data: { exemption, requestedAt: at, answerExpectedAt } },
    { name: 'RecordExemptionGranted', data: { exemption, grantedAt: at, reference: 'REF-1' } },
    { name: 'RecordExemptionRefused', data: { exemption, refusedAt: at, reason: 'form' } },
    { name: 'AskExemptionAgain', data: { exemption, reason: 'form mended' } },
    { name: 'RecordExemptionWithdrawn', data: { exemption, withdrawnAt: at } },
    { name: 'RecordExemptionNotified', data: { exemption, notifiedAt: at, told: 'Duty officer' } },
    { name: 'RecordXrayDemanded', data: { exemption, demandedAt: at, by: 'Duty officer' } },
    { name: 'RecordDemandEscalated', data: { exemption, escalatedAt: at, level: 'supervisor', to: 'Supervisor' } },
    { name: 'RecordSearchedByHand', data: { exemption, searchedAt: at } },
    { name: 'RecordScanned', data: { exemption, scannedAt: at, reason: 'no one listened' } },
    {
      name: 'RecordScanDecision',
      data: { exemption, decidedAt: at, decision: 'use', physician: 'Dr Example', reason: 'dose is low' },
    },
  ]);
}

function saidOnTheWay(at: Instant): readonly ShipmentCommand[] {
  const passedAt = { at, zone: 'UTC' as Zone };
  return (['searched', 'scanned'] as const).map((what) => ({
    name: 'RecordUnplannedCheckpoint',
    data: { airport: 'ICN', passedAt, what, reason: 'diverted' },
  }));
}

function saidOfTheCourier(at: Instant): readonly ShipmentCommand[] {
  const decidedAt = { at, zone: 'UTC' as Zone };
  return [
    says.nominate(at),
    says.fit(at),
    says.position(at),
    { name: 'SendSubstitute', data: { reason: 'ill', nextSubstitute: null, decidedAt } },
    says.fit(at, 'expeditable'),
    ...(['expeditable', 'held'] as const).map((standing): ShipmentCommand => ({
      name: 'RecordVisa',
      data: { country: 'US', standing, until: null, recordedAt: decidedAt },
    })),
    {
      name: 'RecordPositioningTrip',
      data: {
        departsAt: decidedAt,
        arrivesAt: { ...decidedAt, at: plusMinutes(at, 900) },
        flight: 'UA 889',
        staysUntil: null,
        bookedAt: decidedAt,
      },
    },
  ];
}

function saidOfTheBox(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  const bags = clockedBags(shipment).map((bag) => bag.id);
  return [
    says.pack(at, bags),
    says.pack(at, bags, 40),
    says.handOver(at),
    says.deliver(at),
    says.planRelay(at),
    says.cancelRelay(at),
    ...saidOfTheBoxUnderWay(shipment, at),
    says.receive(at, bags),
    says.accept(at),
    says.refuse(at),
    says.receive(at, shipment.stages['courier-handoff'].packed?.bags ?? []),
    ...bags.map((bag) => says.infuse(at, bag)),
  ];
}

/** By whoever has the box: a relay into a second box, one in the same, and the delivery, as it should be or not. */
function saidOfTheBoxUnderWay({ stages }: Shipment, at: Instant): readonly ShipmentCommand[] {
  const { custody, boxNow } = stages['courier-handoff'];
  const holder = custody.at(-1)?.holder ?? 'Nobody';
  const takenBy = `Courier ${custody.length + 1}`;
  const seal = boxNow?.seal ?? '';
  return [
    says.handOver(at, 'torn'),
    says.relay(at, { givenBy: holder, takenBy, seal, box: `BOX-${custody.length}` }),
    says.relay(at, { givenBy: holder, takenBy, seal: 'torn', box: null }),
    says.deliver(at, { givenBy: holder, seal }),
    says.deliver(at, { givenBy: holder, seal: 'torn' }),
  ];
}

function saidOfAlerts(shipment: Shipment, now: Instant): readonly ShipmentCommand[] {
  const { alerts, parked } = shipment.stages.alert;
  return [
    ...alerts.map(({ id: alert }): ShipmentCommand => ({
      name: 'AcknowledgeAlert',
      data: { alert, acknowledgedAt: { at: now, zone: 'UTC' as Zone }, by: 'Coordinator' },
    })),
    ...Object.keys(parked).map((key): ShipmentCommand => ({ name: 'RedriveItem', data: { key } })),
    ...agendaOf(shipment).flatMap(({ key, dueAt, does }): readonly ShipmentCommand[] => [
      { name: 'RingDeadline', data: { key, dueAt } },
      ...(does === 'call'
        ? [
            { name: 'HandCallToPerson', data: { key, dueAt } } as const,
            { name: 'ParkItem', data: { key, reason: 'no answer' } } as const,
          ]
        : []),
    ]),
  ];
}

function deskAnswers(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  return agendaOf(shipment).flatMap((each) => (each.does === 'call' ? [answerTo(each, at)] : []));
}
