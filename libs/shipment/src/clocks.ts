import type { Instant } from '@cellrelay/kernel';
import type { Cause, Deadline } from './obligation.js';
import { clockedBags, confirmedPlan, forecastInfusionAt, governingBag, type ClockedBag } from './overview.js';
import type { Shipment } from './shipment.js';

/** The viability clocks as deadlines: target and limit of every bag whose clock still runs. */
export function clockObligations(shipment: Shipment): readonly Deadline[] {
  return clockedBags(shipment)
    .filter((bag) => bag.endedAt === null)
    .flatMap((bag) => [targetOf(bag), limitOf(bag)]);
}

const watched = { does: 'ring', stage: 'receipt', owner: 'transplant-centre', offers: [] } as const;

function targetOf(bag: ClockedBag): Deadline {
  return {
    ...watched,
    key: `bag-target/${bag.id}`,
    kind: 'bag-target',
    dueAt: bag.clock.targetAt,
    what: `Target of the day ${bag.day} bag`,
    severity: 'warning',
    overdue: {
      wrong: `The day ${bag.day} bag is past its target.`,
      follows: 'Its hard limit is the next line; tell the transplant centre when it will be there.',
    },
  };
}

function limitOf(bag: ClockedBag): Deadline {
  return {
    ...watched,
    key: `bag-limit/${bag.id}`,
    kind: 'bag-limit',
    dueAt: bag.clock.limitAt,
    what: `Limit of the day ${bag.day} bag`,
    severity: 'critical',
    overdue: {
      wrong: `The day ${bag.day} bag is past its limit.`,
      follows: 'The transplant physician decides what becomes of it.',
    },
  };
}

/** What the forecast says against the governing bag's lines: infusion expected after the limit, or after the target. */
export function clockCauses(shipment: Shipment): readonly Cause[] {
  const bag = governingBag(shipment);
  const forecast = forecastInfusionAt(shipment);
  if (bag === undefined || forecast === null || confirmedPlan(shipment) === undefined) return [];
  if (forecast > bag.clock.limitAt) return [late(bag, 'limit', bag.clock.limitAt)];
  if (forecast > bag.clock.targetAt) return [late(bag, 'target', bag.clock.targetAt)];
  return [];
}

function late(bag: ClockedBag, line: 'target' | 'limit', until: Instant): Cause {
  return {
    key: `infusion-after-${line}`,
    stage: 'receipt',
    severity: line === 'limit' ? 'critical' : 'warning',
    wrong: `Infusion is expected after the ${line} of the day ${bag.day} bag.`,
    follows:
      line === 'limit'
        ? 'Unless the trip gets faster, that bag cannot be counted on.'
        : 'Cells are lost with every hour; the hard limit still holds.',
    until,
    offers: [],
  };
}
