import type { ShipmentId } from '@cellrelay/kernel';
import { loggerSpans, watchOf } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import { seenBy } from '../questions/seen.js';
import { boundReadings, readIn } from './bound-readings.js';
import type { LoggerRegister } from './logger-register.port.js';
import { mostOfLogger, type ReadingStore } from './readings.port.js';
import { temperatureViewOf, type TemperatureView } from './temperature-view.js';

/** What somebody asks of the temperatures of a shipment: whoever stands in it sees what its loggers showed, by words that they may read. */
export class TemperatureQuestion {
  constructor(
    private readonly shipments: Pick<ShipmentStore, 'load'>,
    private readonly store: Pick<ReadingStore, 'of'>,
    private readonly clock: Clock,
    private readonly register: Pick<LoggerRegister, 'ableToSend'>,
  ) {}

  /** Undefined where there is no such shipment, for them. */
  async of(reader: Acting, id: ShipmentId): Promise<TemperatureView | undefined> {
    const shipment = await this.shipments.load(id);
    const seen = shipment === null ? undefined : seenBy(reader, shipment);
    if (shipment === null || seen === undefined) return undefined;
    const asOf = await this.clock.now();
    const all = await boundReadings(this.store, { id, shipment }, asOf);
    const { temperature } = shipment.stages;
    const spans = loggerSpans(shipment);
    const able = await this.register.ableToSend(
      id,
      spans.map(({ logger }) => logger),
    );
    const read = spans.map((span) => ({
      readings: readIn(span, all.get(span.logger) ?? []),
      // One that was silent when its box was opened is so for good.
      silentSince: span.until === null || span.byReceipt ? watchOf(temperature, span.logger).silentSince : null,
      registered: able.has(span.logger),
      full: (all.get(span.logger)?.length ?? 0) >= mostOfLogger,
    }));
    return temperatureViewOf(seen.state, read, asOf);
  }
}
