import { millisOf, type ShipmentId } from '@cellrelay/kernel';
import { watchOf, type LoggerBinding } from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import type { Acting } from '../people/acting.js';
import type { Clock, ShipmentStore } from '../ports.js';
import { seenBy } from '../questions/seen.js';
import { boundReadings } from './bound-readings.js';
import type { LoggerRegister } from './logger-register.port.js';
import type { ReadingStore } from './readings.port.js';
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
    const { bindings } = shipment.stages.temperature;
    const able = await this.register.ableToSend(
      id,
      bindings.map(({ logger }) => logger),
    );
    const read = bindings.map((binding) => ({
      readings: readUnder(binding, all.get(binding.logger) ?? []),
      silentSince: binding.unboundAt === null ? watchOf(shipment.stages.temperature, binding.logger).silentSince : null,
      registered: able.has(binding.logger),
    }));
    return temperatureViewOf(seen.state, read, asOf);
  }
}

function readUnder({ boundAt, unboundAt }: LoggerBinding, readings: readonly Reading[]): readonly Reading[] {
  const [from, until] = [millisOf(boundAt.at), unboundAt === null ? Infinity : millisOf(unboundAt.at)];
  return readings.filter(({ atMillis }) => atMillis >= from && atMillis <= until);
}
