import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { legsAhead } from './course.legs.js';
import { courseOf } from './course.js';
import { divert } from './donor-clearance/donor-clearance.offers.js';
import { rebook } from './flight-booking/flight-booking.offers.js';
import type { FlightPlan } from './flight-booking/flight-booking.js';
import { fallbackLeft } from './flight-booking/flight-booking.lookup.js';
import type { Offer } from './obligation.js';
import { boxWithCourierSince, confirmedPlan, currentBookings, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import { eaterOf } from './slack/passes.js';
import type { Milestone } from './slack/slack.js';

/** What can still be done for a trip that takes too long, in the order in which it is of use: another flight for a leg, first where one is missed, or another place for a box under way. */
export function waysToGainTime(shipment: Shipment, reason: string): readonly Offer[] {
  return [...otherFlights(shipment, reason), ...(boxWithCourierSince(shipment) === null ? [] : [divert])];
}

/** The leg that another flight is looked for, and what the box is expected to fly by there as things stand. */
interface LegToChange {
  readonly plan: FlightPlan;
  readonly leg: number;
  readonly by: Milestone['by'];
}

/** The first leg that will be missed; else the one that is late, or the first that has not left. */
function legToChange(shipment: Shipment): LegToChange | undefined {
  const plan = confirmedPlan(shipment);
  if (plan === undefined || shipment.stages['courier-handoff'].deliveredAt !== null) return undefined;
  const missed = milestonesNow(shipment).find(({ kind, by }) => kind === 'departed' && by !== 'plan');
  const leg = missed === undefined ? toFlyOtherwise(shipment, plan) : legOf(missed);
  if (leg === undefined || currentBookings(shipment, plan)[leg] === undefined) return undefined;
  return { plan, leg, by: missed?.by ?? 'plan' };
}

/** The fallback is offered where the box is there in time for it, and first. */
function otherFlights(shipment: Shipment, reason: string): readonly Offer[] {
  const change = legToChange(shipment);
  if (change === undefined) return [];
  const { plan, leg, by } = change;
  const offers = rebook(shipment.stages['flight-booking'], plan, leg, reason);
  return by === 'fallback' ? offers : offers.slice(-1);
}

/**
 * Until when the first of the offered ways still helps: the fallback as long as the box can be there in time for it; another flight, if it is as long in the air as the one
 * planned, as long as it keeps the line. Where no such flight keeps it any more, or no flight is left to change, it is the line itself.
 */
export function helpsUntil(shipment: Shipment, line: 'target' | 'limit', lineAt: Instant): Instant {
  const change = legToChange(shipment);
  if (change === undefined) return lineAt;
  const until = plusMinutes(leavesBy(shipment, change, line) ?? lineAt, -leastBefore(shipment, change));
  const thereAt = soonestAt(shipment, change);
  return until > lineAt || (thereAt !== undefined && until < thereAt) ? lineAt : until;
}

function leavesBy(shipment: Shipment, { plan, leg, by }: LegToChange, line: 'target' | 'limit'): Instant | null {
  if (by === 'fallback') return fallbackLeft(shipment.stages['flight-booking'], plan, leg)?.departsAt.at ?? null;
  const departure = milestonesNow(shipment).find(({ key }) => key === `departed/${plan.plan}.${leg}`);
  return (line === 'limit' ? departure?.latestForLimit : departure?.latestForTarget) ?? null;
}

function leastBefore(shipment: Shipment, { leg }: LegToChange): number {
  const { leastToDepartureMinutes, minimumConnectionMinutes } = orderOf(shipment).policy;
  return (leg === 0 ? leastToDepartureMinutes : minimumConnectionMinutes).value;
}

/** When the box is expected where it changes, or has been decided on where it is yet to leave. */
function soonestAt(shipment: Shipment, { plan, leg }: LegToChange): Instant | undefined {
  const before = leg === 0 ? ['charged', 'decided'] : [`landed/${plan.plan}.${leg - 1}`];
  return milestonesNow(shipment).find(({ key }) => before.includes(key))?.expectedAt;
}

function milestonesNow(shipment: Shipment): readonly Milestone[] {
  return courseOf(shipment)?.milestones ?? [];
}

function toFlyOtherwise(shipment: Shipment, plan: FlightPlan): number | undefined {
  const waiting = legsAhead(shipment, plan).flatMap(({ standing }, leg) => (standing === 'gone' ? [] : [leg]));
  const late = eaterOf(milestonesNow(shipment));
  const own = late === undefined ? undefined : legOf(late);
  return own !== undefined && waiting.includes(own) ? own : waiting[0];
}

/** Of `departed/1.0`, plan and leg, the leg. */
function legOf({ kind, key }: Milestone): number | undefined {
  return kind === 'departed' || kind === 'landed' ? Number(key.split('.').at(-1)) : undefined;
}
