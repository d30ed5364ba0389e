import { plusDays, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { says } from './case-a.examples.js';
import { expressPapers, shortPapers } from './custody.examples.js';
import { saidOfTheUnit } from './frozen.examples.js';
import { saidOfDecisions, saidOfTheBags } from './walk.decisions.examples.js';
import { countOfAll, endForTwins, few, plenty } from './journeys.examples.js';
import { saysOfOrder } from './order-changes.examples.js';
import { cellsFates, partyNames } from './order/order.cancellation.js';
import { clockedBags } from './overview.js';
import { defaultPolicy, type Policy } from './policy.js';
import { saidOfPapers } from './papers/papers.examples.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import { answerTo } from './story.examples.js';
import { saidAfterOpening, saidOfDeviations } from './walk.after-delivery.examples.js';
import { saidOfLoggers } from './walk.temperature.examples.js';
import { saidAtBorders, saidAtCheckpoints, saidOfPlans, saidOfSeats } from './walk.flights.examples.js';

const days = [1, 2] as const;

/** Everything that somebody could say of the shipment at that moment, allowed or not: the alphabet of the random walks. */
export function everythingSaid(shipment: Shipment, at: Instant): readonly (readonly ShipmentCommand[])[] {
  return [
    saidOfParties(),
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
    saidOfLoggers(shipment, at),
    saidOfPapers(shipment),
    saidAfterOpening(shipment, at),
    saidOfDeviations(shipment, at),
    saidOfAlerts(shipment, at),
    deskAnswers(shipment, at),
  ];
}

/** A registry, for a part on either side and for one of the wrong kind, and that nobody is. */
function saidOfParties(): readonly ShipmentCommand[] {
  const registry = { id: 'registry-1', name: 'Example registry', kind: 'registry', example: true } as const;
  return [
    { name: 'NameParty', data: { part: 'donor-registry', organisation: registry } },
    { name: 'NameParty', data: { part: 'patient-registry', organisation: registry } },
    { name: 'NameParty', data: { part: 'collection-centre', organisation: registry } },
    { name: 'NameParty', data: { part: 'donor-registry', organisation: null } },
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
    says.callUponBackup(at, 'Registry officer'),
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
    says.breakOff(at, day),
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
    says.nominate(at, shortPapers),
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
    says.planRelay(at, shortPapers),
    says.planRelay(at, expressPapers),
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
    ...alerts.flatMap(({ id: alert, told }): readonly ShipmentCommand[] => {
      if (told === undefined) return [];
      const { occasion, step } = told;
      const data = { alert, occasion, step, channel: 'mail', how: 'given-up', left: 0 } as const;
      return [{ name: 'RecordTellingFailed', data }];
    }),
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
