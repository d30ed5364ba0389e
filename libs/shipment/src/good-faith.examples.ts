import type { Flight } from '@cellrelay/itinerary';
import { minutesBetween, plusMinutes, ruleTime, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import { plannedEndOfDay, proposal, says } from './case-a.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { saysOfUnit } from './frozen.examples.js';
import { countOfAll, plenty } from './journeys.examples.js';
import { fatesNow } from './cancelling-now.js';
import type { FlightBookingState, FlightPlan } from './flight-booking/flight-booking.js';
import { bookingsOf } from './flight-booking/flight-booking.lookup.js';
import { isHalted } from './cells-done.js';
import { clockedBags, isBanked, patientConditioned, plansWanted } from './overview.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import type { Story } from './story.examples.js';

/**
 * Somebody who means well takes over, does what helps next, and brings the shipment to an end: with the cells infused where that can
 * still be, else stopped. What such a person cannot end is a dead end.
 */
export function endInGoodFaith(story: Story): readonly string[] {
  const done: string[] = [];
  for (let turn = 0; turn < 60 && story.shipment.stages.order.status === 'open'; turn += 1) {
    const said = firstTaken(story);
    done.push(said ?? 'a day passes');
    story.now = plusMinutes(story.now, said === undefined ? 1440 : 20);
    if (said === undefined) story.passTo(story.now);
  }
  return done;
}

function firstTaken(story: Story): string | undefined {
  return helpful(story.shipment, story.now).find((command) => story.tries(command) === undefined)?.name;
}

/** In the order in which it helps; most of it is refused in most states. */
function helpful(shipment: Shipment, now: Instant): readonly ShipmentCommand[] {
  const { stages } = shipment;
  const bags = clockedBags(shipment).map((bag) => bag.id);
  const open = <T>(when: boolean, commands: readonly T[]): readonly T[] => (when ? commands : []);
  const toPack = stages['courier-handoff'].status === 'awaited' || stages['courier-handoff'].status === 'packed';
  return [
    ...open(stages['donor-clearance'].status !== 'cleared', [says.clear(now)]),
    { name: 'RecordRegistryConsent', data: { evidence: 'letter' } },
    ...open(isBanked(shipment), helpfulOfUnit(shipment, now)),
    ...[...bags].reverse().map((bag) => says.infuse(now, bag)),
    ...bags.map((bag) => saysOfBags.frozen(now, bag)),
    ...open(stages['cell-count'].followUp?.reference === null, [followUp]),
    ...open(stages.receipt.status === 'received', [says.accept(now)]),
    ...open(['received', 'refused', 'not-used'].includes(stages.receipt.status), [afterAll(now)]),
    says.receive(now, stages['courier-handoff'].packed?.bags ?? []),
    says.deliver(now, asItIs(shipment)),
    says.handOver(now),
    ...open(toPack && !isPacked(shipment, bags), [says.pack(now, bags)]),
    ...open(stages.courier.status === 'wanted', [says.nominate(now)]),
    ...open(stages.courier.fit === null, [says.fit(now)]),
    ...([1, 2] as const).flatMap((day) => [
      endOf(shipment, day, now),
      countOfAll(shipment, now, day, plenty),
      says.start(now, day),
    ]),
    ...plansWanted(shipment)
      .filter(
        (plan) => !stages['flight-booking'].plans.some((each) => each.plan === plan && each.status !== 'stood-down'),
      )
      .flatMap((plan) =>
        [0, 1].map((later) => lateIfNeedBe(proposal(plan, 'over-sfo', daysMoved(shipment, plan) + later))),
      ),
    says.decide(now, 'accept-less'),
    ...open(collectionMissed(shipment, now), [says.decide(now, 'stop'), says.withdraw(now)]),
    ...open(endsByAPersonOnly(shipment), endings(shipment, now)),
  ];
}

const followUp: ShipmentCommand = { name: 'RecordFollowUpShipment', data: { reference: 'EX-24-0009' } };
/** A frozen unit is released, charged for, and stored; booked as cargo, it is taken on by the carrier. */
function helpfulOfUnit({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  return [
    ...(stages['donor-clearance'].status === 'released' ? [] : [saysOfUnit.release(now)]),
    ...(stages['courier-handoff'].charges.length > 0 ? [] : [saysOfUnit.charge(now)]),
    ...stages['flight-booking'].plans.flatMap((plan) => carriedOn(stages['flight-booking'], plan, now)),
    saysOfUnit.accepted(now),
    saysOfUnit.stored(now),
    saysOfUnit.received(now, -180),
  ];
}

/** What was left behind goes on by the fallback of its leg, else by the same flight on the next day that it is in time for. */
function carriedOn(state: FlightBookingState, plan: FlightPlan, now: Instant): readonly ShipmentCommand[] {
  const bookings = bookingsOf(state, plan);
  const first = bookings.findIndex(({ status }) => status === 'not-loaded');
  return bookings.flatMap(({ id, status, flight }, leg) => {
    // Its later flights left without it as well.
    if (first >= 0 && leg > first && status === 'flown') return [saysOfUnit.notLoaded(now, id)];
    const days = Math.max(1, Math.ceil(minutesBetween(flight.departsAt.at, now) / (24 * 60)));
    const later = ({ at, zone }: ZonedInstant) => ({ at: plusMinutes(at, days * 24 * 60), zone });
    const next = { ...flight, departsAt: later(flight.departsAt), arrivesAt: later(flight.arrivesAt) };
    return status !== 'not-loaded' ? [] : [null, next].map((to) => rebooked(plan.plan, leg, to));
  });
}

function rebooked(plan: 1 | 2, leg: number, flight: Flight | null): ShipmentCommand {
  return { name: 'RebookLeg', data: { plan, leg, flight, reason: 'left behind' } };
}

/** A collection whose end nobody recorded took four hours. */
function endOf({ stages }: Shipment, day: 1 | 2, now: Instant): ShipmentCommand {
  const startedAt = stages.collection.days.find((each) => each.day === day)?.startedAt?.at ?? now;
  const usual = plusMinutes(startedAt, 240);
  return says.end(usual < now ? usual : now, day);
}

/** Accepted after a refusal. */
export function afterAll(at: Instant): ShipmentCommand {
  const accepted = says.accept(at);
  return accepted.name === 'AcceptProduct'
    ? { ...accepted, data: { ...accepted.data, deviation: 'no other cells can be had' } }
    : accepted;
}

const utc = 'UTC' as Zone;

/** By how many days the collection, or a unit's leaving, has moved from where case A has it: its flights move along. Who collects late in the day takes those of the next. */
function daysMoved({ stages }: Shipment, plan: 1 | 2): number {
  const shipOn = stages.order.details?.unit?.shipOn;
  if (shipOn !== undefined)
    return Math.round(minutesBetween(plannedEndOfDay(1), ruleTime(shipOn, '12:00', utc)) / (24 * 60));
  const day = stages.collection.days.find((each) => each.day === plan);
  return day === undefined ? 0 : Math.round(minutesBetween(plannedEndOfDay(plan), day.plannedEndAt) / (24 * 60));
}

function lateIfNeedBe(command: ShipmentCommand): ShipmentCommand {
  if (command.name !== 'ProposePlan') return command;
  return { ...command, data: { ...command.data, lateReason: 'the transplant centre waits' } };
}

/** Whoever has the box gives it, under the seal that it has. */
function asItIs({ stages }: Shipment): { readonly givenBy: string; readonly seal: string } {
  const { custody, boxNow } = stages['courier-handoff'];
  return { givenBy: custody.at(-1)?.holder ?? 'Nobody', seal: boxNow?.seal ?? '' };
}

function isPacked({ stages }: Shipment, bags: readonly string[]): boolean {
  const packed = stages['courier-handoff'].packed?.bags ?? [];
  return packed.length === bags.length;
}

/** A patient whose conditioning has started keeps the shipment open when no cells come any more, or are refused. */
function endsByAPersonOnly(shipment: Shipment): boolean {
  return isHalted(shipment) || (patientConditioned(shipment) && shipment.stages.receipt.status === 'refused');
}

function endings(shipment: Shipment, now: Instant): readonly ShipmentCommand[] {
  return fatesNow(shipment)
    .filter((cells) => cells !== 'deliver-anyway')
    .map((cells) => says.cancel(now, cells, true));
}

/** A day that was not begun on its date cannot be begun any more. */
function collectionMissed({ stages }: Shipment, now: Instant): boolean {
  return stages.collection.days.some(
    (day) => ['planned', 'broken-off'].includes(day.status) && plusMinutes(day.plannedEndAt, 24 * 60) < now,
  );
}
