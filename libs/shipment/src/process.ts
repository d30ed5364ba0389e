import type { CellCountStatus } from './cell-count/cell-count.js';
import { shipmentToClose } from './closing.js';
import { judgedBy } from './cell-count/cell-count.standing.js';
import { borderCrossings, checkpointsOn, transitStops, type BorderCrossing, type Flight } from '@cellrelay/itinerary';
import { localDateAt, plusMinutes, ruleTime, sameJson, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import type { CoverBorders } from './customs-clearance/customs-clearance.js';
import { coversAlready as bordersCovered } from './customs-clearance/customs-clearance.cover.js';
import { lapsesTooEarlyAt } from './customs-clearance/customs-clearance.validity.js';
import { doseFacts } from './dose-facts.js';
import type { FlightPlan, PlanNumber } from './flight-booking/flight-booking.js';
import { owedOfDeviations } from './deviation-sources.js';
import {
  clockPolicyOf,
  collectionBegun,
  currentBookings,
  isBanked,
  livePlans,
  nothingToCome,
  orderOf,
  plansLetGoAt,
} from './overview.js';
import { papersToWithdraw } from './paper-facts.js';
import { travelWindows } from './travel-windows.js';
import type { Shipment, StageCommand } from './shipment.js';
import type { CoverCheckpoints } from './xray-exemption/xray-exemption.js';
import { coversAlready as checkpointsCovered } from './xray-exemption/xray-exemption.cover.js';

/**
 * The only place where one stage leads to another. Not "when this event, then that command", where a forgotten pair is a lost
 * effect, but: what should the other stages be asked, given how things stand now? An order of nothing means all is in line.
 */
export function owedCommands(shipment: Shipment): readonly StageCommand[] {
  if (shipment.stages.order.status === 'none') return [];
  return [
    ...daysToOrder(shipment),
    ...collectionToPlan(shipment),
    ...countToJudge(shipment),
    ...unitToJudge(shipment),
    ...plansToMove(shipment),
    ...daysToMove(shipment),
    ...bordersToCover(shipment),
    ...permitsToLapse(shipment),
    ...checkpointsToCover(shipment),
    ...papersToWithdraw(shipment),
    ...owedOfDeviations(shipment),
    ...shipmentToClose(shipment),
  ];
}

/** A postponement moves the days of the order, which are the one truth for them: what was planned for is what is ordered. */
function daysToOrder({ stages: { order, collection } }: Shipment): readonly StageCommand[] {
  const postponement = collection.postponements.length;
  const last = collection.postponements.at(-1);
  if (order.status !== 'open' || last === undefined || postponement === order.postponementsFollowed) return [];
  return [{ name: 'MoveOrderedDays', data: { postponement, collectionDays: last.to } }];
}

/** The order's days, planned when it is opened and again when it names others; what has begun stays as it is. For an order that is cancelled nothing is collected any more. */
function collectionToPlan(shipment: Shipment): readonly StageCommand[] {
  const { details, policy } = orderOf(shipment);
  const { status, cancellation } = shipment.stages.order;
  const over = status !== 'open' || cancellation !== null || decidedPlan(shipment) === 'none';
  if (over || collectionBegun(shipment) || isPlannedFor(shipment, details.collectionDays)) return [];
  const { zone } = details.parties.collectionCentre;
  const days = details.collectionDays.map((date) => {
    const plannedStartAt = ruleTime(date, details.collectionStartsAtClock, zone);
    return { date, plannedStartAt, plannedEndAt: plusMinutes(plannedStartAt, policy.plannedCollectionMinutes.value) };
  });
  return [{ name: 'PlanCollection', data: { days, zone } }];
}

/** A day that the order no longer has may stand there still, stood down; one that it has again is wanted again. */
function isPlannedFor({ stages }: Shipment, dates: readonly LocalDate[]): boolean {
  const { days } = stages.collection;
  const stoodDown = days.map(({ status }) => status === 'stood-down');
  return (
    dates.every((date, index) => days[index]?.date === date && stoodDown[index] === false) &&
    stoodDown.slice(dates.length).every(Boolean)
  );
}

/**
 * The bags are allotted otherwise than they were judged, or some are not used. Without either the verdicts stand as they were counted; what was judged anew once is
 * kept in line, so that a word taken back counts as well.
 */
function countToJudge(shipment: Shipment): readonly StageCommand[] {
  const { counts, verdicts, judgedAnewAt } = shipment.stages['cell-count'];
  const { reallotted } = shipment.stages.collection;
  const facts = doseFacts(shipment);
  const asCounted = !reallotted && facts.notUsed.length === 0 && judgedAnewAt === null;
  if (shipment.stages.order.status !== 'open' || counts.length === 0 || asCounted) return [];
  const counted = counts.flatMap(({ bags }) => bags);
  const because = reallotted ? 'bags-allotted' : 'bags-not-used';
  return sameJson(judgedBy(counted, facts), verdicts) ? [] : [{ name: 'JudgeCellCount', data: { because } }];
}

/** A banked unit is judged by its bank's figures as soon as it is ordered, and anew when they were corrected. */
function unitToJudge({ stages }: Shipment): readonly StageCommand[] {
  const { status, details } = stages.order;
  if (status !== 'open' || details === null || details.unit === null) return [];
  const { tncE8, cd34E6 } = details.unit;
  const { judged, status: count } = stages['cell-count'];
  if (count === 'stopped' || (judged?.tncE8 === tncE8 && judged.cd34E6 === cd34E6)) return [];
  return [{ name: 'JudgeUnit', data: { tncE8, cd34E6 } }];
}

/** What the count and the donor say of the plans: which one flies, if decided, and whether none does. */
function decidedPlan(shipment: Shipment): PlanNumber | 'none' | 'open' {
  const { status, plan } = shipment.stages['cell-count'];
  if (nothingToCome(shipment) || status === 'cryopreserving') return 'none';
  if (awaitsRelease(shipment)) return 'open';
  return isUndecided(status) ? 'open' : (plan ?? 'open');
}

function isUndecided(status: CellCountStatus): boolean {
  return status === 'awaited' || status === 'short' || status === 'one-short';
}

/** A unit that its bank has not released does not fly yet, however good its figures are. */
function awaitsRelease(shipment: Shipment): boolean {
  return isBanked(shipment) && shipment.stages['donor-clearance'].status !== 'released';
}

function plansToMove(shipment: Shipment): readonly StageCommand[] {
  const decided = decidedPlan(shipment);
  if (decided === 'open') return plansToLetGo(shipment);
  return shipment.stages['flight-booking'].plans.flatMap((plan) => planToMove(shipment, plan, decided));
}

/** While nothing is decided: plans that do not hold any more. Later ones are proposed under the same numbers. */
function plansToLetGo(shipment: Shipment): readonly StageCommand[] {
  const stale = shipment.stages['flight-booking'].plans.filter(
    (plan) => plan.status === 'proposed' && (isLetGo(shipment, plan) || isWithoutDay(shipment, plan)),
  );
  return stale.map(({ plan }) => ({ name: 'StandDownPlan', data: { plan } }));
}

/** It is from before a postponement, or of a suspended donor whose seats are given up. */
function isLetGo(shipment: Shipment, { proposedAt }: FlightPlan): boolean {
  const until = plansLetGoAt(shipment);
  return until !== null && proposedAt <= until;
}

/** Before anything is collected: the order has no such day any more, or its flights do not fit the day that it has now. */
function isWithoutDay(shipment: Shipment, plan: FlightPlan): boolean {
  return !collectionBegun(shipment) && !fitsItsDay(shipment, plan);
}

function fitsItsDay(shipment: Shipment, plan: FlightPlan): boolean {
  const readyAt = travelWindows(shipment).find((each) => each.plan === plan.plan)?.readyAt ?? null;
  const { collectionDays, unit } = orderOf(shipment).details;
  const ordered = unit === null ? collectionDays.length : 1;
  if (readyAt === null || plan.plan > ordered) return false;
  const departsAt = currentBookings(shipment, plan)[0]?.flight.departsAt.at;
  if (departsAt === undefined) return true;
  const latest = plusMinutes(readyAt, clockPolicyOf(shipment).limitMinutes);
  return departsAt >= readyAt && (departsAt <= latest || plan.lateReason !== null);
}

function planToMove(shipment: Shipment, each: FlightPlan, decided: PlanNumber | 'none'): readonly StageCommand[] {
  const { plan, status } = each;
  const { aboveRegistryCeiling, registryConsent } = shipment.stages.order;
  const mayConfirm = !aboveRegistryCeiling || registryConsent;
  // A unit's one plan is decided for as soon as it is released, and its day may be another after that.
  const holds = !isBanked(shipment) || !isLetGo(shipment, each);
  if (plan === decided && holds)
    return status === 'proposed' && mayConfirm ? [{ name: 'ConfirmPlan', data: { plan } }] : [];
  return status === 'proposed' || status === 'confirmed' ? [{ name: 'StandDownPlan', data: { plan } }] : [];
}

/** The second day is called up for collecting again; whatever waits is stood down once nothing more is to be collected. */
function daysToMove(shipment: Shipment): readonly StageCommand[] {
  const { status, followUp } = shipment.stages['cell-count'];
  const { cancellation } = shipment.stages.order;
  const over = shipment.stages['donor-clearance'].status === 'withdrawn' || cancellation !== null;
  // Where the first day flies alone the second stays reserved: it is the following shipment's, whatever becomes of this one once that is known.
  if (status === 'shipped-early' && typeof followUp?.reference === 'string') return [];
  if ((isUndecided(status) || status === 'shipped-early') && !over) return [];
  const again = status === 'collecting-again' && !over;
  return shipment.stages.collection.days.flatMap(({ day, status: now }): readonly StageCommand[] => {
    if (again)
      return now === 'reserved' || now === 'stood-down' ? [{ name: 'CallUpCollectionDay', data: { day } }] : [];
    return now === 'reserved' || now === 'planned' ? [{ name: 'StandDownCollectionDay', data: { day } }] : [];
  });
}

function bordersToCover(shipment: Shipment): readonly StageCommand[] {
  const borders = wantedBorders(shipment);
  const covered = bordersCovered(shipment.stages['customs-clearance'], borders);
  return covered ? [] : [{ name: 'CoverBorders', data: { borders } }];
}

type Borders = CoverBorders['data']['borders'];

function wantedBorders(shipment: Shipment): Borders {
  const places = new Map<string, Borders[number]>();
  for (const covered of livePlans(shipment).flatMap((plan) => crossingsOf(shipment, plan))) {
    const key = `${covered.country}-${covered.direction}-${covered.airport}`;
    const earlier = places.get(key);
    places.set(key, earlier === undefined ? covered : { ...earlier, covers: [...earlier.covers, ...covered.covers] });
  }
  return [...places.values()];
}

function crossingsOf(shipment: Shipment, plan: FlightPlan): Borders {
  const { otherwise, countries } = orderOf(shipment).policy.transitRequests.value;
  const flights = currentBookings(shipment, plan).map((booking) => booking.flight);
  const legs = flights.map((flight) => ({ flight, fallback: null }));
  const asked = transitStops(legs).filter(({ country }) => (countries[country] ?? otherwise) === 'ask');
  return [...borderCrossings(legs), ...asked].map(({ country, direction, airport }) => {
    const { at, zone } = crossedAt(flights, { country, direction, airport });
    const covers = [{ plan: plan.plan, date: localDateAt(at, zone), crossingAt: at }];
    return { country, direction, airport, covers };
  });
}

function crossedAt(flights: readonly Flight[], { direction, airport }: BorderCrossing): ZonedInstant {
  const leaving = direction === 'export';
  const crossing = flights.find((flight) => (leaving ? flight.from.iata : flight.to.iata) === airport);
  if (crossing === undefined) throw new Error('a border is crossed by a flight of its plan');
  return leaving ? crossing.departsAt : crossing.arrivesAt;
}

/** A permit whose end has rung counts no longer. */
function permitsToLapse({ stages }: Shipment): readonly StageCommand[] {
  const { rung } = stages.alert;
  return stages['customs-clearance'].requests
    .filter((request) => {
      const endsAt = lapsesTooEarlyAt(request);
      return endsAt !== undefined && rung[`permit-lapsed/${request.id}`] === endsAt;
    })
    .map(({ id }) => ({ name: 'LapsePermit', data: { request: id } }));
}

function checkpointsToCover(shipment: Shipment): readonly StageCommand[] {
  const checkpoints = wantedCheckpoints(shipment);
  const covered = checkpointsCovered(shipment.stages['xray-exemption'], checkpoints);
  return covered ? [] : [{ name: 'CoverCheckpoints', data: { checkpoints } }];
}

type Checkpoints = CoverCheckpoints['data']['checkpoints'];

function wantedCheckpoints(shipment: Shipment): Checkpoints {
  return livePlans(shipment).flatMap((plan) => checkpointsOf(shipment, plan));
}

function checkpointsOf(shipment: Shipment, plan: FlightPlan): Checkpoints {
  const { arrivalCheckpoints, checkpointAnswers } = orderOf(shipment).policy;
  const { otherwise, countries } = checkpointAnswers.value;
  const flights = currentBookings(shipment, plan).map((booking) => booking.flight);
  return checkpointsOn(flights, (country) => arrivalCheckpoints.value.includes(country)).map(
    ({ country, ...checkpoint }) => ({
      plan: plan.plan,
      ...checkpoint,
      answer: countries[country] ?? otherwise,
    }),
  );
}
