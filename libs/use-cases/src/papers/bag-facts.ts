import { plusMinutes, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import type { BagFacts, ClockFacts, CountFacts } from '@cellrelay/paperwork';
import {
  bagsInTheBox,
  clockedBags,
  clockPolicyOf,
  coursesOf,
  destinationOf,
  isBanked,
  moreToCollect,
  orderOf,
  type ClockedBag,
  type PlanNumber,
  type Shipment,
} from '@cellrelay/shipment';

/** The bags that travel; undefined while it is not settled which they are: what is counted on a declaration must be all of it. */
export function bagFacts(shipment: Shipment): readonly BagFacts[] | undefined {
  const settled = bagsSettled(shipment);
  return settled?.map((bag) => bagOf(shipment, bag));
}

/** Every bag that is on record, settled or not: each has its tag from the day that it is collected on. */
export function bagsOnRecord(shipment: Shipment): readonly BagFacts[] {
  return clockedBags(shipment).map((bag) => bagOf(shipment, bag));
}

function bagsSettled(shipment: Shipment): readonly ClockedBag[] | undefined {
  if (shipment.stages['courier-handoff'].packed !== null) return bagsInTheBox(shipment);
  if (!isBanked(shipment) && moreToCollect(shipment)) return undefined;
  return clockedBags(shipment);
}

function bagOf(shipment: Shipment, { id, din, productCode, volumeMl, recipient, clock, partOf }: ClockedBag): BagFacts {
  return {
    ...{ din, productCode, volumeMl, recipient },
    collectedAt: isBanked(shipment) ? null : inClockOfOrigin(shipment, clock.startsAt),
    useBy: inClockOfDestination(shipment, clock.limitAt),
    counts: countsOf(shipment, [id, ...(partOf ?? [])]),
  };
}

/** A part has the concentrations of the bag that was counted whole. */
function countsOf({ stages }: Shipment, ids: readonly string[]): CountFacts | null {
  const counts = stages['cell-count'].counts.flatMap(({ bags }) => bags);
  const found = ids.flatMap((id) => counts.filter(({ bag }) => bag === id)).at(0);
  if (found === undefined) return null;
  const { cd34PerUl, wbcE9PerL, cd3PerUl } = found;
  return { cd34PerUl, wbcE9PerL, cd3PerUl };
}

/** The lines of the oldest bag; before there is one, those that it will have by the plan. Undefined where neither is known. */
export function clockFacts(shipment: Shipment, plan: PlanNumber): ClockFacts | undefined {
  const [first, ...others] = clockedBags(shipment).map(({ clock }) => clock);
  if (first !== undefined) {
    const oldest = others.reduce((best, clock) => (clock.limitAt < best.limitAt ? clock : best), first);
    return inClocks(shipment, oldest, true);
  }
  const course = coursesOf(shipment).find((each) => each.plan === plan);
  if (course === undefined || course.limitAt === null || course.targetAt === null) return undefined;
  const startsAt = plusMinutes(course.limitAt, -clockPolicyOf(shipment).limitMinutes);
  return inClocks(shipment, { startsAt, targetAt: course.targetAt, limitAt: course.limitAt }, false);
}

type Lines = Readonly<Record<'startsAt' | 'targetAt' | 'limitAt', Instant>>;

function inClocks(shipment: Shipment, { startsAt, targetAt, limitAt }: Lines, runs: boolean): ClockFacts {
  return {
    startsAt: inClockOfOrigin(shipment, startsAt),
    targetAt: inClockOfDestination(shipment, targetAt),
    limitAt: inClockOfDestination(shipment, limitAt),
    runs,
  };
}

function inClockOfOrigin(shipment: Shipment, at: Instant): ZonedInstant {
  return { at, zone: orderOf(shipment).details.parties.collectionCentre.zone };
}

function inClockOfDestination(shipment: Shipment, at: Instant): ZonedInstant {
  return { at, zone: destinationOf(shipment).zone };
}
