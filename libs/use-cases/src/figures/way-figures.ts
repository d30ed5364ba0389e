import { minutesBetween } from '@cellrelay/kernel';
import { courseOf, eaterOf, type EndedBag, type Shipment } from '@cellrelay/shipment';

/** What a programme counts of the way that the cells took. */
export interface WayFigures {
  /** From the receipt at the transplant centre's door until the infusion of each bag that was infused fresh, in minutes; of one without a receipt on record, none. */
  readonly doorMinutes: readonly number[];
  /** How often a logger found the cells outside what was ordered, as all readings say in the end; null where none can have told: no logger was bound, or none of those is known to have said anything. */
  readonly excursions: number | null;
  /** The kind of milestone at which most of the delay arose that was left at the end; null where the trip ended by its plan, or never took place: cells that were kept where they were collected lost no time on the way. */
  readonly slackEater: string | null;
}

/** The way of a shipment that has ended, with the bags that were infused fresh. */
export function wayFigures(shipment: Shipment, infused: readonly EndedBag[], arrived: boolean): WayFigures {
  const { receipt, temperature } = shipment.stages;
  const { receivedAt } = receipt;
  return {
    doorMinutes:
      receivedAt === null
        ? []
        : infused.flatMap(({ at }) => (at.at < receivedAt.at ? [] : [minutesBetween(receivedAt.at, at.at)])),
    excursions: isWatched(shipment) ? temperature.excursions.length : null,
    slackEater: arrived && receivedAt !== null ? (eaterOf(courseOf(shipment)?.milestones ?? [])?.kind ?? null) : null,
  };
}

/**
 * Whether readings were there to tell. Only news of them is put on record, and of a live logger that it was heard; one that is read by file is read once its box has arrived, and says nothing
 * on record while all is well.
 */
function isWatched({ stages }: Shipment): boolean {
  const { bindings, watched, reportedAsOf } = stages.temperature;
  const heard = watched.some(({ through }) => through !== null);
  const byFile = bindings.some(({ sends }) => sends === 'by-file') && stages.receipt.receivedAt !== null;
  return reportedAsOf !== null || heard || byFile;
}
