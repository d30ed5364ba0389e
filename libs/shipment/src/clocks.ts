import { bagNames } from './bag-names.js';
import { notUsedOffers } from './not-used.js';
import type { Deadline, Offer } from './obligation.js';
import { clockedBags, limitKeyOf, type ClockedBag } from './overview.js';
import type { Shipment } from './shipment.js';

/** The viability clocks as deadlines: target and limit of every bag whose clock still runs. */
export function clockObligations(shipment: Shipment): readonly Deadline[] {
  const names = bagNames(shipment);
  return clockedBags(shipment)
    .filter((bag) => bag.endedAt === null)
    .flatMap((bag) => {
      const name = names.get(bag.id) ?? 'bag';
      return bag.shipper === null ? [targetOf(bag, name), limitOf(bag, name, shipment)] : holdOf(bag, bag.shipper);
    });
}

const watched = { does: 'ring', stage: 'receipt', owner: 'transplant-centre', offers: [] } as const;

/** The unit's own clock stands still below -150 °C; what runs is the hold of its shipper (viability.md 4.4). */
function holdOf(bag: ClockedBag, shipper: string): readonly Deadline[] {
  const recharge: Offer = { command: 'ChargeShipper', label: 'Record that it was charged again', prefill: { shipper } };
  const hold = { ...watched, offers: [recharge] };
  return [
    {
      ...hold,
      key: `shipper-target/${shipper}`,
      kind: 'shipper-target',
      dueAt: bag.clock.targetAt,
      what: `Target of the unit in ${shipper}`,
      severity: 'warning',
      overdue: {
        wrong: `The hold of ${shipper} is nearly over.`,
        follows: 'Have it charged again where it is, or the unit taken out: the end of the hold is the next line.',
      },
    },
    {
      ...hold,
      key: limitKeyOf(bag),
      kind: 'shipper-hold',
      dueAt: bag.clock.limitAt,
      what: `End of the hold of ${shipper}`,
      severity: 'critical',
      overdue: {
        wrong: `The hold of ${shipper} is over.`,
        follows:
          'How cold the unit is, only its logger knows. Charge the shipper again at once; the warmest reading decides.',
      },
    },
  ];
}

function targetOf(bag: ClockedBag, name: string): Deadline {
  return {
    ...watched,
    key: `bag-target/${bag.id}`,
    kind: 'bag-target',
    dueAt: bag.clock.targetAt,
    what: `Target of the ${name}`,
    severity: 'warning',
    overdue: {
      wrong: `The ${name} is past its target.`,
      follows: 'Its hard limit is the next line; tell the transplant centre when it will be there.',
    },
  };
}

function limitOf(bag: ClockedBag, name: string, shipment: Shipment): Deadline {
  return {
    ...watched,
    key: `bag-limit/${bag.id}`,
    kind: 'bag-limit',
    dueAt: bag.clock.limitAt,
    what: `Limit of the ${name}`,
    severity: 'critical',
    overdue: {
      wrong: `The ${name} is past its limit.`,
      follows: 'The transplant physician decides what becomes of it.',
      offers: notUsedOffers(shipment, bag.id),
    },
  };
}
