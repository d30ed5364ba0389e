import type { Instant, ShipmentId } from '@cellrelay/kernel';
import { forecastOf, mayKnow, type ReadingsByLogger, type Shipment } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { ShipmentStore } from '../ports.js';
import { knowsPatient, seenBy, type Seen } from '../questions/seen.js';
import { forecastViewOf } from './forecast-view.js';
import type { ForecastView } from './forecast-views.js';

/** All readings of the loggers that were ever bound in a shipment, by logger and in the order of time. */
export type ReadingsOfShipment = (id: ShipmentId, shipment: Shipment) => Promise<ReadingsByLogger>;

/** What becomes of a shipment's cells until infusion, as each reader may know it. */
export class ForecastQuestions {
  constructor(
    private readonly shipments: Pick<ShipmentStore, 'load'>,
    private readonly readings: ReadingsOfShipment,
    private readonly now: () => Promise<Instant>,
  ) {}

  /** Undefined where there is no such shipment for them. */
  async forecast(id: ShipmentId, reader: Acting): Promise<ForecastView | undefined> {
    const shipment = await this.shipments.load(id);
    const seen = shipment === null ? undefined : seenBy(reader, shipment);
    if (shipment === null || seen === undefined) return undefined;
    const known = forecastable(shipment, seen);
    const forecast = forecastOf(known, await this.readings(id, shipment), await this.now());
    return toldOf(forecastViewOf(known, forecast), seen, shipment);
  }
}

/** Loggers are withheld in what readers see, so that the whole is forecast; but nothing by which a count on arrival, or a patient's processing, could be told. */
function forecastable(shipment: Shipment, { held }: Seen): Shipment {
  if (knowsPatient(held)) return shipment;
  const { receipt, order } = shipment.stages;
  const stages = {
    ...shipment.stages,
    receipt: { ...receipt, arrivals: [], ended: [] },
    order: { ...order, processing: [] },
  };
  return { ...shipment, stages };
}

/** Counts and doses only for whom they are told to anyway; with the box opened, nothing to whom the outcome is not. */
function toldOf(view: ForecastView, { held }: Seen, { stages }: Shipment): ForecastView {
  const gone = stages.receipt.receivedAt !== null && !mayKnow(held, 'outcome');
  const bags = gone ? [] : view.bags;
  if (mayKnow(held, 'counted-dose') && mayKnow(held, 'recipient')) return { ...view, bags };
  return {
    ...view,
    bags: bags.map((bag) => ({ ...bag, viableE6: null, againstCount: null })),
    light: worstOfBags(bags),
    recipients: [],
    without: [],
  };
}

/** The model's word on a dose is not in it. */
function worstOfBags(bags: ForecastView['bags']): ForecastView['light'] {
  const lights = bags.map(({ light }) => light);
  return lights.includes('red') ? 'red' : lights.includes('amber') ? 'amber' : 'green';
}
