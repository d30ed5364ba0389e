import type { Instant } from '@cellrelay/kernel';
import { says } from './case-a.examples.js';
import { saysOfBags } from './decisions.examples.js';
import type { Shipment, ShipmentCommand } from './shipment.js';

/** Split in halves for both recipients, and unevenly for one; allotted to either. */
export function saidOfTheBags(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  return shipment.stages.collection.days
    .flatMap(({ bags }) => bags)
    .flatMap(({ id, productCode, volumeMl }) => {
      const codes = divisionsFor(productCode);
      const halves = (['R1', 'R2'] as const).map((ref, index) => [codes[index] ?? '', volumeMl / 2, ref] as const);
      const uneven = [
        [codes[0] ?? '', volumeMl * 0.7, 'R1'] as const,
        [codes[1] ?? '', volumeMl * 0.25, 'R1'] as const,
      ];
      return [
        ...(['collection-centre', 'transplant-centre'] as const).flatMap((where) => [
          saysOfBags.split(at, id, halves, where),
          saysOfBags.split(at, id, uneven, where),
        ]),
        saysOfBags.allot(at, id, 'R1'),
        saysOfBags.allot(at, id, 'R2'),
        saysOfBags.frozen(at, id),
        saysOfBags.leftAtOrigin(at, id),
      ];
    });
}

function divisionsFor(productCode: string): readonly string[] {
  const [product, division] = [productCode.slice(0, 6), productCode.slice(6)];
  return division === '00'
    ? [`${product}A0`, `${product}B0`]
    : ['a', 'b'].map((small) => `${product}${division.charAt(0)}${small}`);
}

/** What is decided for one recipient alone, and what changes the way of all. */
export function saidOfDecisions(at: Instant): readonly ShipmentCommand[] {
  return [
    ...(['accept-less', 'stop'] as const).flatMap((decision) => [
      says.decide(at, decision, ['R1']),
      says.decide(at, decision, ['R2']),
    ]),
    says.decide(at, 'ship-day-1-early'),
    saysOfBags.freeze(at),
    saysOfBags.divert(at),
    saysOfBags.divert(at, 'return'),
    { name: 'RecordFollowUpShipment', data: { reference: 'EX-24-0009' } },
    { name: 'JudgeCellCount', data: { because: 'bags-allotted' } },
  ];
}
