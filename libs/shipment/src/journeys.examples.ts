import type { Instant } from '@cellrelay/kernel';
import { bagOfDay, beijing, dins, opening, proposal, recipientOrder, says, utc } from './case-a.examples.js';
import type { BagCount } from './cell-count/cell-count.js';
import type { CollectionDayNumber } from './collection/collection.js';
import type { Shipment, ShipmentCommand } from './shipment.js';

export type Line = readonly [at: Instant, command: ShipmentCommand];

const line = (time: string, say: (at: Instant) => ShipmentCommand): Line => [utc(time), say(utc(time))];

/** From the formal request to the end of the first collection, which the two variants have in common. */
const beforeTheCount: readonly Line[] = [
  [utc('08-12T14:30'), opening],
  [utc('08-13T02:00'), proposal(1)],
  [utc('08-13T02:20'), proposal(2)],
  line('08-16T02:00', says.clear),
  line('08-19T15:00', says.nominate),
  line('08-26T18:30', says.fit),
  line('09-02T11:40', says.position),
  line('09-04T00:05', (at) => says.start(at)),
  line('09-04T04:05', (at) => says.end(at)),
];

/** The same journey opened with something else in the order. */
export function openedWith(lines: readonly Line[], change: Partial<(typeof opening)['data']>): readonly Line[] {
  return lines.map(([at, command]) =>
    command.name === 'OpenShipment' ? [at, { ...command, data: { ...command.data, ...change } }] : [at, command],
  );
}

/** 210 mL x 1640 per µL / 1000 / 62 kg = 5.5548 million per kg, of 5 requested. */
export const plenty = 1640;
/** 210 mL x 1074 per µL / 1000 / 62 kg = 3.6377: above the minimum of 2, below the request. */
export const few = 1074;

/** A collection that ends with a bag for each of two recipients. */
export function endForTwins(at: Instant, day: CollectionDayNumber = 1, [ofR1, ofR2] = [120, 90]): ShipmentCommand {
  const ended = says.end(at, day);
  if (ended.name !== 'EndCollection') throw new Error('not the end of a collection');
  const bag = (productCode: string, volumeMl: number, recipient: string) => ({ productCode, volumeMl, recipient });
  const bags = [bag('S1128VA0', ofR1 ?? 0, 'R1'), bag('S1128VB0', ofR2 ?? 0, 'R2')];
  return { ...ended, data: { ...ended.data, bags } };
}

/** The count of whatever bags that day's collection ended with, all of one concentration. */
export function countOfAll(
  { stages }: Shipment,
  at: Instant,
  day: CollectionDayNumber,
  cd34PerUl: number,
): ShipmentCommand {
  const collected = stages.collection.days.find((each) => each.day === day)?.bags ?? [];
  const bags = collected.map(({ id, volumeMl }) => countOf(id, volumeMl, cd34PerUl));
  const counted = says.count(at, cd34PerUl, day);
  return counted.name === 'RecordCellCount' ? { ...counted, data: { ...counted.data, bags } } : counted;
}

/** One bag's count; in step with its CD34, as everywhere in these examples. */
export function countOf(bag: string, volumeMl: number, cd34PerUl: number): BagCount {
  return { bag, volumeMl, cd34PerUl, wbcE9PerL: cd34PerUl / 12, cd3PerUl: cd34PerUl * 2 };
}

const bothBags = [bagOfDay(1), bagOfDay(2)];

/** One day is enough: handed over in time for the flight of the collection's evening, infused the next morning in Houston. */
export const dayOneEnough: readonly Line[] = [
  ...beforeTheCount,
  line('09-04T05:15', (at) => says.count(at, plenty)),
  line('09-04T05:30', (at) => says.told(at)),
  line('09-04T06:10', (at) => says.pack(at, [bagOfDay(1)])),
  line('09-04T07:10', says.handOver),
  line('09-05T06:50', says.deliver),
  line('09-05T07:00', (at) => says.receive(at, [bagOfDay(1)])),
  line('09-05T07:30', says.accept),
  line('09-05T10:40', (at) => says.infuse(at, bagOfDay(1))),
];

/** The first count is short and the decision comes twelve minutes late; the bags of both days travel together. */
export const dayTwoNeeded: readonly Line[] = [
  ...beforeTheCount,
  line('09-04T05:15', (at) => says.count(at, few)),
  line('09-04T08:12', (at) => says.decide(at, 'collect-again')),
  line('09-05T00:05', (at) => says.start(at, 2, 75)),
  line('09-05T04:05', (at) => says.end(at, 2)),
  line('09-05T05:15', (at) => says.count(at, 760, 2)),
  line('09-05T06:10', (at) => says.pack(at, bothBags)),
  line('09-05T07:10', says.handOver),
  line('09-06T06:50', says.deliver),
  line('09-06T07:00', (at) => says.receive(at, bothBags)),
  line('09-06T07:30', says.accept),
  line('09-06T10:40', (at) => says.infuse(at, bagOfDay(1))),
  line('09-06T11:25', (at) => says.infuse(at, bagOfDay(2))),
];

/** Bags of each twin by day 1, 120 and 90 mL. */
export const twinBags = [`${dins[1]}/S1128VA0`, `${dins[1]}/S1128VB0`] as const;

const lightTwins = (['R1', 'R2'] as const).map((ref) => ({ ...recipientOrder(5), ref, weightKg: 30 }));

/** Twins of 30 kg at one centre, one collection, a bag for each: R1 gets 6.56 and R2 4.92 million per kg of 5 requested. */
export const oneTwinShort: readonly Line[] = [
  ...openedWith(beforeTheCount.slice(0, -1), { recipients: lightTwins }),
  line('09-04T04:05', (at) => endForTwins(at)),
  line('09-04T05:15', (at) => ({
    name: 'RecordCellCount',
    data: {
      ...{ day: 1, countedAt: { at, zone: beijing } },
      bags: [countOf(twinBags[0], 120, plenty), countOf(twinBags[1], 90, plenty)],
    },
  })),
];

/** Less is accepted for the short one, and both bags are infused. */
export const twinsServed: readonly Line[] = [
  ...oneTwinShort,
  line('09-04T05:30', (at) => says.decide(at, 'accept-less')),
  line('09-04T05:40', (at) => says.told(at)),
  line('09-04T06:10', (at) => says.pack(at, twinBags)),
  line('09-04T07:10', says.handOver),
  line('09-05T06:50', says.deliver),
  line('09-05T07:00', (at) => says.receive(at, twinBags)),
  line('09-05T07:30', says.accept),
  line('09-05T10:40', (at) => says.infuse(at, twinBags[0])),
  line('09-05T10:50', (at) => says.infuse(at, twinBags[1])),
];
