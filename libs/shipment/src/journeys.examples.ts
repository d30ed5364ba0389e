import type { Instant } from '@cellrelay/kernel';
import { bagOfDay, opening, proposal, says, utc } from './case-a.examples.js';
import type { ShipmentCommand } from './shipment.js';

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
