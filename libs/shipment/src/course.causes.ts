import { minutesBetween } from '@cellrelay/kernel';
import { courseOf, forecastInfusionAt } from './course.js';
import { helpsUntil, waysToGainTime } from './course.offers.js';
import { localIn, spanOf } from './local-time.js';
import type { Cause } from './obligation.js';
import { confirmedPlan, governingBag, orderOf, type ClockedBag } from './overview.js';
import type { Shipment } from './shipment.js';
import { eaterOf } from './slack/passes.js';

/**
 * What the forward pass says against the governing bag's lines, the worst alone: infusion expected after the limit, so shortly before it that the next delay takes it, or after
 * the target.
 */
export function courseCauses(shipment: Shipment): readonly Cause[] {
  const bag = governingBag(shipment);
  const forecast = forecastInfusionAt(shipment);
  if (bag === undefined || forecast === null || confirmedPlan(shipment) === undefined) return [];
  const { limitAt, targetAt } = bag.clock;
  const slack = minutesBetween(forecast, limitAt);
  if (slack < 0) return [late(shipment, bag, 'limit')];
  if (slack < orderOf(shipment).policy.leastSlackMinutes.value) return [short(shipment, bag, slack)];
  return forecast > targetAt ? [late(shipment, bag, 'target')] : [];
}

function followsLate({ shipper }: ClockedBag, line: 'target' | 'limit'): string {
  if (shipper !== null)
    return line === 'limit'
      ? 'Unless the trip gets faster, it must be charged again under way.'
      : 'Little of the hold is left for a delay.';
  return line === 'limit'
    ? 'Unless the trip gets faster, that bag cannot be counted on.'
    : 'Cells are lost with every hour; the hard limit still holds.';
}

function late(shipment: Shipment, bag: ClockedBag, line: 'target' | 'limit'): Cause {
  return {
    key: `infusion-after-${line}`,
    stage: 'receipt',
    severity: line === 'limit' ? 'critical' : 'warning',
    wrong:
      bag.shipper === null
        ? `Infusion is expected after the ${line} of the day ${bag.day} bag.`
        : `The unit is expected out of ${bag.shipper} after the ${line} of its hold.`,
    follows: `${followsLate(bag, line)} ${whereLost(shipment)}`,
    until: helpsUntil(shipment, line, line === 'limit' ? bag.clock.limitAt : bag.clock.targetAt),
    offers: waysToGainTime(shipment, whereLost(shipment)),
  };
}

/** Nothing to spare at all is as grave as too late: the next minute is. */
function short(shipment: Shipment, bag: ClockedBag, slack: number): Cause {
  const lost = whereLost(shipment);
  return {
    key: 'slack-short',
    stage: 'receipt',
    severity: slack === 0 ? 'critical' : 'warning',
    wrong:
      bag.shipper === null
        ? `Infusion is expected ${spanOf(slack)} before the limit of the day ${bag.day} bag, and no sooner.`
        : `The unit is expected out of ${bag.shipper} ${spanOf(slack)} before its hold ends, and no sooner.`,
    follows: `The next delay may take it past the limit: the transplant centre is to know, and be ready. ${lost}`,
    until: helpsUntil(shipment, 'limit', bag.clock.limitAt),
    offers: waysToGainTime(shipment, lost),
  };
}

/** The milestone that eats the most, as it was planned and as it is expected. */
function whereLost(shipment: Shipment): string {
  const eater = eaterOf(courseOf(shipment)?.milestones ?? []);
  if (eater === undefined) return 'The plan itself leaves no more time.';
  const { what, plannedAt, expectedAt, standing, shownIn } = eater;
  const now = standing === 'expected' ? 'is expected' : 'was';
  const remark = eater.by === 'no-flight' ? ', at the soonest: no flight is known for it' : '';
  return `Most is lost here: ${what}, planned for ${localIn(plannedAt, shownIn)}, ${now} at ${localIn(expectedAt, shownIn)}${remark}.`;
}
