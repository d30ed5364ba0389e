import { earliest, plusMinutes, type Instant } from '@cellrelay/kernel';
import { coursesOf, orderOf, type Booking, type Course, type FlightPlan, type Shipment } from '@cellrelay/shipment';
import type { BranchView } from './branch-views.js';

type Stretch = BranchView['stretches'][number];

/** Each plan as a branch of the trip: its stretches of time from the collection to the infusion, and what its flights fall back on. A plan that stands down keeps its flights, and leads nowhere. */
export function branchViewsOf(shipment: Shipment): BranchView[] {
  const courses = coursesOf(shipment);
  return shipment.stages['flight-booking'].plans.flatMap((plan) =>
    plan.status === 'none' ? [] : [branchOf(groundOf(shipment, plan, courses), plan.status)],
  );
}

/** What a branch is drawn from. */
interface Ground {
  readonly shipment: Shipment;
  readonly plan: FlightPlan;
  readonly bookings: readonly Booking[];
  /** Whether what happened to the box happened by this plan. */
  readonly flies: boolean;
  readonly expected: (key: string) => Instant | null;
}

function groundOf(shipment: Shipment, plan: FlightPlan, courses: readonly Course[]): Ground {
  const milestones = courses.find((course) => course.plan === plan.plan)?.milestones ?? [];
  const all = shipment.stages['flight-booking'].bookings;
  return {
    shipment,
    plan,
    bookings: plan.current.flatMap((id) => all.filter((booking) => booking.id === id)),
    flies: plan.status === 'confirmed' || plan.status === 'flown',
    expected: (key) => milestones.find((milestone) => milestone.key === key)?.expectedAt ?? null,
  };
}

function branchOf(ground: Ground, status: BranchView['status']): BranchView {
  return {
    plan: ground.plan.plan,
    status,
    stretches: [
      ...collectionOf(ground),
      ...handOverOf(ground),
      ...ground.bookings.map(flightOf),
      ...arrivalOf(ground),
    ].filter(({ startsAt, endsAt }) => startsAt <= endsAt),
    fallbacks: fallbacksOf(ground),
    infusion: infusionOf(ground),
  };
}

interface Told extends Pick<Stretch, 'key' | 'kind' | 'what'> {
  readonly short?: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly began: Instant | null | undefined;
  readonly ended: Instant | null | undefined;
}

/** As it happened, else as it is expected; nothing where neither is known. */
function stretch({ key, kind, what, short = what, from, until, began, ended }: Told): Stretch[] {
  const startsAt = began ?? from;
  const endsAt = ended ?? until;
  if (startsAt === null || endsAt === null) return [];
  return [{ key, kind, what, short, startsAt, started: began != null, endsAt, ended: ended != null }];
}

/** The day that the plan is for, and its count. */
function collectionOf({ shipment, plan, expected }: Ground): readonly Stretch[] {
  const { collection, 'cell-count': count } = shipment.stages;
  const minutes = orderOf(shipment).policy.countDueMinutes.value;
  return collection.days
    .filter(({ day, status }) => day === plan.plan && status !== 'broken-off')
    .flatMap(({ day, status, plannedStartAt, plannedEndAt, startedAt, endedAt }) => {
      const began = startedAt?.at;
      const until = expected(`collected/${day}`) ?? plannedEndAt;
      const what = `Collection day ${day}`;
      const ended = endedAt?.at;
      const collected = { kind: 'collection', what, short: `Day ${day}`, from: plannedStartAt, until } as const;
      const countedAt = count.counts.find((each) => each.day === day)?.countedAt.at;
      const due = expected(`counted/${day}`) ?? plusMinutes(ended ?? until, minutes);
      return [
        ...stretch({ key: `collection/${day}`, ...collected, began, ended }),
        ...(status === 'stood-down'
          ? []
          : stretch({
              ...{ key: `count/${day}`, kind: 'count', what: 'Count' },
              ...{ from: ended ?? until, until: due, began: ended, ended: countedAt },
            })),
      ];
    });
}

/** From the courier's hands to the gate. */
function handOverOf({ shipment, plan, bookings, flies, expected }: Ground): readonly Stretch[] {
  const [first] = bookings;
  if (first === undefined) return [];
  const minutes = orderOf(shipment).policy.handoverBeforeDepartureMinutes.value;
  const leaves = departureOf(first);
  return stretch({
    ...{ key: `hand-over/${plan.plan}`, kind: 'hand-over', what: 'Hand-over' },
    from: expected('handed-over') ?? plusMinutes(leaves, -minutes),
    until: leaves,
    began: flies ? shipment.stages['courier-handoff'].handedOverAt?.at : null,
    ended: first.departedAt?.at,
  });
}

const departureOf = ({ departedAt, estimatedDepartureAt, flight }: Booking): Instant =>
  (departedAt ?? estimatedDepartureAt ?? flight.departsAt).at;

const landingOf = ({ arrivedAt, estimatedArrivalAt, flight }: Booking): Instant =>
  (arrivedAt ?? estimatedArrivalAt ?? flight.arrivesAt).at;

function flightOf(booking: Booking): Stretch {
  const { id, flight, departedAt, arrivedAt } = booking;
  return {
    ...{ key: `flight/${id}`, kind: 'flight', ...namesOf(flight) },
    ...{ startsAt: departureOf(booking), started: departedAt !== null },
    ...{ endsAt: landingOf(booking), ended: arrivedAt !== null },
  };
}

function namesOf({ designator, from, to }: Booking['flight']) {
  return { what: `${designator} ${from.city} to ${to.city}`, short: designator };
}

/** From the last landing to the centre, and from there to the infusion. */
function arrivalOf(ground: Ground): readonly Stretch[] {
  const { shipment, plan, bookings, flies, expected } = ground;
  const last = bookings.at(-1);
  if (last === undefined) return [];
  const lands = expected(`landed/${plan.plan}.${bookings.length - 1}`) ?? landingOf(last);
  const deliveredAt = flies ? (shipment.stages['courier-handoff'].deliveredAt?.at ?? null) : null;
  const atCentre = expected('delivered') ?? plusMinutes(lands, plan.groundMinutesAfter);
  const byCar = stretch({
    ...{ key: `ground/${plan.plan}`, kind: 'ground', what: 'By car to the centre', short: 'Car' },
    ...{ from: lands, until: atCentre, began: last.arrivedAt?.at, ended: deliveredAt },
  });
  return [...byCar, ...receiptOf(ground, { atCentre, deliveredAt })];
}

interface AtCentre {
  readonly atCentre: Instant;
  readonly deliveredAt: Instant | null;
}

function receiptOf(ground: Ground, { atCentre, deliveredAt }: AtCentre): readonly Stretch[] {
  const infusion = infusionOf(ground);
  if (infusion === null) return [];
  return stretch({
    ...{ key: `receipt/${ground.plan.plan}`, kind: 'receipt', what: 'Receipt' },
    ...{ from: atCentre, until: infusion.at, began: deliveredAt, ended: infusion.happened ? infusion.at : null },
  });
}

/** When the first bag's infusion began, else when it is expected by this plan. */
function infusionOf({
  shipment,
  flies,
  expected,
}: Ground): { readonly at: Instant; readonly happened: boolean } | null {
  const first = earliest(shipment.stages.receipt.ended.map(({ at }) => at.at));
  if (flies && first !== undefined) return { at: first, happened: true };
  const at = expected('infusion');
  return at === null ? null : { at, happened: false };
}

/** Those that may still be called upon. */
function fallbacksOf({ plan, bookings }: Ground): BranchView['fallbacks'] {
  if (plan.status === 'stood-down') return [];
  return bookings.flatMap((booking, leg) => {
    const flight = plan.legs[booking.leg]?.fallback ?? null;
    if (flight === null || booking.departedAt !== null) return [];
    const before = bookings[leg - 1];
    const endsAt = flight.arrivesAt.at;
    return [
      {
        ...{ leg: booking.leg, ...namesOf(flight), startsAt: flight.departsAt.at, endsAt },
        leavesFrom: before === undefined ? departureOf(booking) : landingOf(before),
        atCentreAt: leg === bookings.length - 1 ? plusMinutes(endsAt, plan.groundMinutesAfter) : null,
      },
    ];
  });
}
