import { ruleTime, type Instant } from '@cellrelay/kernel';
import type { CollectionDayStatus } from './collection/collection.js';
import type { PlanNumber } from './flight-booking/flight-booking.js';
import { lastCollectedAt } from './overview.js';
import type { Shipment } from './shipment.js';

/** For which plan cells can be had: from when on the trip begins, and when they can be fetched as far as is known. */
export interface TravelWindow {
  readonly plan: PlanNumber;
  readonly startsAt: Instant;
  /** Null where the day came to nothing, and no other either. */
  readonly readyAt: Instant | null;
}

/** The one place that says when a trip can begin: by the collection days, or by the day on which a banked unit is to leave. */
export function travelWindows(shipment: Shipment): readonly TravelWindow[] {
  const { details } = shipment.stages.order;
  if (details?.unit !== null && details?.unit !== undefined) {
    const { zone } = details.parties.collectionCentre;
    const startsAt = ruleTime(details.unit.shipOn, details.collectionStartsAtClock, zone);
    return [{ plan: 1, startsAt, readyAt: startsAt }];
  }
  const collected = lastCollectedAt(shipment);
  return shipment.stages.collection.days.map(({ day, status, plannedStartAt, endedAt, plannedEndAt }) => ({
    plan: day,
    startsAt: plannedStartAt,
    readyAt: status === 'stood-down' ? collected : (endedAt?.at ?? otherwise(status, collected) ?? plannedEndAt),
  }));
}

/** A day that was broken off leaves the other's cells to fly; without any it may yet be collected. */
function otherwise(status: CollectionDayStatus, collected: Instant | null): Instant | null {
  return status === 'broken-off' ? collected : null;
}
