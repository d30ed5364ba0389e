import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { expectedAtCentre, isOfTheWay, livePlans, type PlanNumber, type Shipment } from '@cellrelay/shipment';

/**
 * For so many days after the planned arrival a paper of the way counts where nobody can be asked whether it stands: long enough for a trip that goes wrong without anybody having had the time to
 * issue new papers, since an officer who turns a true letter down holds up the cells; short enough that nobody travels with a letter that was kept.
 */
export const daysAfterArrival = 7;

interface OfPlan {
  readonly plan: PlanNumber;
  /** By when the cells are to be used; where no flight is booked yet, the box arrives no later than that. */
  readonly useBy: Instant | null;
}

/**
 * Until when a paper says of itself that it is good. Papers of the way are withdrawn with the delivery, which whoever checks one offline does not hear of: they end by themselves. All others tell what
 * was, and are good until they are superseded: null, as of a trip of which neither arrival nor limit is known.
 */
export function endOfPaper(kind: string, shipment: Shipment, { plan: number, useBy }: OfPlan): Instant | null {
  if (!isOfTheWay({ kind })) return null;
  const plan = livePlans(shipment).find((each) => each.plan === number);
  const arrivesAt = (plan && expectedAtCentre(shipment, plan)) ?? useBy;
  return arrivesAt === null ? null : plusMinutes(arrivesAt, daysAfterArrival * 24 * 60);
}
