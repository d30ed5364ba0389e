import type { Instant, Zone } from '@cellrelay/kernel';
import { registries } from './deviation/deviation.js';
import { clockedBags } from './overview.js';
import type { Shipment, ShipmentCommand } from './shipment.js';

/** The checklist, the counts on arrival, corrections and what is answered weeks later. */
export function saidAfterOpening(shipment: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const bags = clockedBags(shipment).map((bag) => bag.id);
  const answers = [{ item: 'labels', found: 'differs', words: 'one is smeared' }] as const;
  const left = { reason: 'leaking', wordOf: { role: 'receiving-laboratory', person: 'Head of laboratory' } } as const;
  const why = { reason: 'mistyped', evidence: 'laboratory sheet' };
  const count = { countedAt: at, viabilityPercent: 90, cd34PerUl: 700, wbcE9PerL: null, cd3PerUl: null, method: null };
  return [
    { name: 'RecordReceipt', data: { receivedAt: at, bags, boxCelsius: 9.1, sealIntact: false, answers } },
    { name: 'CorrectReceipt', data: { receivedAt: at, boxCelsius: 4, sealIntact: true, answers, ...why } },
    { name: 'CorrectReceipt', data: { receivedAt: at, boxCelsius: 9, sealIntact: true, answers: [], ...why } },
    { name: 'AcceptProduct', data: { acceptedAt: at, deviation: 'warm, and no other cells' } },
    ...bags.flatMap((bag): readonly ShipmentCommand[] => [
      { name: 'RecordArrivalCount', data: { bag, ...count } },
      { name: 'CorrectArrivalCount', data: { bag, ...count, cd34PerUl: 1000, ...why } },
      { name: 'StartInfusion', data: { bag, startedAt: at, how: 'cryopreservation', volumeInfusedMl: null } },
      { name: 'RecordBagNotUsed', data: { bag, decidedAt: at, ...left } },
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

/** Opened by persons, and worked on by them. */
export function saidOfDeviations({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
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
