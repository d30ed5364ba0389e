import { legsAhead } from './course.legs.js';
import { courseOf } from './course.js';
import { divert } from './donor-clearance/donor-clearance.offers.js';
import { rebook } from './flight-booking/flight-booking.offers.js';
import type { FlightPlan } from './flight-booking/flight-booking.js';
import type { Offer } from './obligation.js';
import { boxWithCourierSince, confirmedPlan, currentBookings } from './overview.js';
import type { Shipment } from './shipment.js';
import { eaterOf } from './slack/passes.js';
import type { Milestone } from './slack/slack.js';

/** What can still be done for a trip that takes too long: another flight for a leg, first where one is missed, or another place for a box under way. */
export function waysToGainTime(shipment: Shipment, reason: string): readonly Offer[] {
  const plan = confirmedPlan(shipment);
  const elsewhere = boxWithCourierSince(shipment) === null ? [] : [divert];
  return plan === undefined ? elsewhere : [...otherFlights(shipment, plan, reason), ...elsewhere];
}

/** For the first leg that will be missed, its fallback too; else another flight for the leg that is late, or for the first that has not left. */
function otherFlights(shipment: Shipment, plan: FlightPlan, reason: string): readonly Offer[] {
  if (shipment.stages['courier-handoff'].deliveredAt !== null) return [];
  const milestones = courseOf(shipment)?.milestones ?? [];
  const missed = milestones.find(({ kind, by }) => kind === 'departed' && by !== 'plan');
  const leg = missed === undefined ? toFlyOtherwise(shipment, plan) : legOf(missed);
  if (leg === undefined || currentBookings(shipment, plan)[leg] === undefined) return [];
  const offers = rebook(shipment.stages['flight-booking'], plan, leg, reason);
  return missed === undefined ? offers.slice(-1) : offers;
}

function toFlyOtherwise(shipment: Shipment, plan: FlightPlan): number | undefined {
  const waiting = legsAhead(shipment, plan).flatMap(({ standing }, leg) => (standing === 'gone' ? [] : [leg]));
  const late = eaterOf(courseOf(shipment)?.milestones ?? []);
  const own = late === undefined ? undefined : legOf(late);
  return own !== undefined && waiting.includes(own) ? own : waiting[0];
}

/** Of `departed/1.0`, plan and leg, the leg. */
function legOf({ kind, key }: Milestone): number | undefined {
  return kind === 'departed' || kind === 'landed' ? Number(key.split('.').at(-1)) : undefined;
}
