import { plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { proposal, says } from './case-a.examples.js';
import { registries } from './deviation/deviation.js';
import { few, plenty } from './journeys.examples.js';
import { clockedBags } from './overview.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import { answerTo } from './story.examples.js';

const days = [1, 2] as const;

/** Everything that somebody could say of the shipment at that moment, allowed or not: the alphabet of the random walks. */
export function everythingSaid(shipment: Shipment, at: Instant): readonly (readonly ShipmentCommand[])[] {
  return [
    saidOfTheDonor(at),
    saidOfTheCollection(at),
    saidOfTheCount(at),
    saidOfPlans(shipment),
    saidOfSeats(shipment, at),
    saidAtBorders(shipment, at),
    saidAtCheckpoints(shipment, at),
    saidOfTheCourier(at),
    saidOfTheBox(shipment, at),
    saidAfterOpening(shipment, at),
    saidOfDeviations(shipment, at),
    saidOfAlerts(shipment, at),
    deskAnswers(shipment, at),
  ];
}

function saidOfTheDonor(at: Instant): readonly ShipmentCommand[] {
  const consent: ShipmentCommand = { name: 'RecordRegistryConsent', data: { evidence: 'letter' } };
  return [says.clear(at), says.suspend(at), says.withdraw(at), consent];
}

function saidOfTheCollection(at: Instant): readonly ShipmentCommand[] {
  return days.flatMap((day) => [
    says.start(at, day, 100),
    says.end(at, day),
    says.correctEnd(plusMinutes(at, -30), day),
    says.correctEnd(plusMinutes(at, -90), day),
    says.told(at, day),
  ]);
}

function saidOfTheCount(at: Instant): readonly ShipmentCommand[] {
  const decisions = (['collect-again', 'accept-less', 'stop'] as const).map((decision) => says.decide(at, decision));
  const counts = days.flatMap((day) =>
    [few, plenty].flatMap((each) => [says.count(at, each, day), says.correctCount(at, each, day)]),
  );
  return [...decisions, ...counts];
}

function saidOfPlans({ stages }: Shipment): readonly ShipmentCommand[] {
  const legs = stages['flight-booking'].plans.flatMap(({ plan, current }) => current.map((_, leg) => ({ plan, leg })));
  return [
    ...days.flatMap((plan) => [proposal(plan), proposal(plan, 'direct')]),
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
    { name: 'RecordSearchedByHand', data: { exemption, searchedAt: at } },
    { name: 'RecordScanned', data: { exemption, scannedAt: at, reason: 'no one listened' } },
    {
      name: 'RecordScanDecision',
      data: { exemption, decidedAt: at, decision: 'use', physician: 'Dr Example', reason: 'dose is low' },
    },
  ]);
}

function saidOfTheCourier(at: Instant): readonly ShipmentCommand[] {
  const decidedAt = { at, zone: 'UTC' as Zone };
  return [
    says.nominate(at),
    says.fit(at),
    says.position(at),
    { name: 'SendSubstitute', data: { reason: 'ill', nextSubstitute: null, decidedAt } },
  ];
}

function saidOfTheBox(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  const bags = clockedBags(shipment).map((bag) => bag.id);
  return [
    says.pack(at, bags),
    says.handOver(at),
    says.deliver(at),
    says.receive(at, bags),
    says.accept(at),
    says.refuse(at),
    ...bags.map((bag) => says.infuse(at, bag)),
  ];
}

/** The checklist, the counts on arrival, corrections and what is answered weeks later. */
function saidAfterOpening(shipment: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const bags = clockedBags(shipment).map((bag) => bag.id);
  const answers = [{ item: 'labels', found: 'differs', words: 'one is smeared' }] as const;
  const why = { reason: 'mistyped', evidence: 'laboratory sheet' };
  const count = { countedAt: at, viabilityPercent: 90, cd34PerUl: 700, wbcE9PerL: null, method: null };
  return [
    { name: 'RecordReceipt', data: { receivedAt: at, bags, boxCelsius: 9.1, sealIntact: false, answers } },
    { name: 'CorrectReceipt', data: { receivedAt: at, boxCelsius: 4, sealIntact: true, answers, ...why } },
    { name: 'CorrectReceipt', data: { receivedAt: at, boxCelsius: 9, sealIntact: true, answers: [], ...why } },
    { name: 'AcceptProduct', data: { acceptedAt: at, deviation: 'warm, and no other cells' } },
    ...bags.flatMap((bag): readonly ShipmentCommand[] => [
      { name: 'RecordArrivalCount', data: { bag, ...count } },
      { name: 'CorrectArrivalCount', data: { bag, ...count, cd34PerUl: 1000, ...why } },
      { name: 'StartInfusion', data: { bag, startedAt: at, how: 'cryopreservation', volumeInfusedMl: null } },
      { name: 'CorrectInfusionStart', data: { bag, startedAt: at, how: 'infusion', volumeInfusedMl: 100, ...why } },
    ]),
    ...[28, 42, 100].map((day): ShipmentCommand => ({
      name: 'RecordFollowUp',
      data: {
        recipient: 'R1',
        day,
        answeredAt: at,
        engrafted: 'yes',
        neutrophilsOn: null,
        plateletsOn: null,
        words: null,
      },
    })),
  ];
}

function saidOfDeviations({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const opened = (['late', 'recall'] as const).map((kind): ShipmentCommand => ({
    name: 'OpenDeviation',
    data: { kind, words: 'told by telephone', seriousness: null, happenedAt: at },
  }));
  const worked = stages.deviation.deviations.flatMap(({ id: deviation }): readonly ShipmentCommand[] => [
    ...(['minor', 'serious'] as const).map((seriousness): ShipmentCommand => ({
      name: 'GradeDeviation',
      data: { deviation, seriousness, gradedAt: at, reason: 'as agreed' },
    })),
    ...registries.map((registry): ShipmentCommand => ({
      name: 'RecordPartnerTold',
      data: { deviation, registry, who: 'Officer', how: 'telephone', toldAt: at },
    })),
    { name: 'RecordRapidAlert', data: { deviation, to: 'WMDA office', toldAt: at } },
    { name: 'RecordSpearSubmitted', data: { deviation, submittedAt: at, reference: 'SPEAR-1' } },
    {
      name: 'CloseDeviation',
      data: { deviation, closedAt: at, outcome: 'no harm', correctiveAction: 'courier trained' },
    },
    {
      name: 'CorrectDeviation',
      data: {
        deviation,
        kind: 'donor-death',
        words: 'another matter',
        happenedAt: at,
        reason: 'misheard',
        evidence: 'call',
      },
    },
  ]);
  return [...opened, ...worked];
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
