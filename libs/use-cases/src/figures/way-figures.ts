import { minutesBetween } from '@cellrelay/kernel';
import { courseOf, eaterOf, type EndedBag, type Shipment } from '@cellrelay/shipment';

/** What a programme counts of the way that the cells took. */
export interface WayFigures {
  /** From the receipt at the transplant centre's door until the infusion of each bag that was infused fresh, in minutes; of one without a receipt on record, none. */
  readonly doorMinutes: readonly number[];
  /** How often a logger found the cells outside what was ordered, as all readings say in the end; null where none was ever bound. */
  readonly excursions: number | null;
  /** The kind of milestone at which most of the delay arose that was left at the end; null where the trip ended by its plan, or came to nothing. */
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
    excursions: temperature.bindings.length === 0 ? null : temperature.excursions.length,
    slackEater: arrived ? (eaterOf(courseOf(shipment)?.milestones ?? [])?.kind ?? null) : null,
  };
}
