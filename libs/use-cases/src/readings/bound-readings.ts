import { earliest, millisOf, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { LoggerBinding, Shipment } from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import type { ReadingStore } from './readings.port.js';

/** A shipment with its id, which its state does not hold. */
export interface IdentifiedShipment {
  readonly id: ShipmentId;
  readonly shipment: Shipment;
}

/**
 * The readings of a shipment's loggers while each was in one of its boxes, by logger, in the order of time; in one question. A binding may have been corrected since they
 * were taken.
 */
export async function boundReadings(
  store: Pick<ReadingStore, 'of'>,
  { id, shipment }: IdentifiedShipment,
  asOf: Instant,
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const { bindings } = shipment.stages.temperature;
  const from = earliest(bindings.map(({ boundAt }) => boundAt.at));
  if (from === undefined) return new Map();
  const all = await store.of(id, { from, to: asOf });
  const whileBound = [...all].map(
    ([logger, readings]) => [logger, within(readings, spansIn(bindings, logger))] as const,
  );
  return new Map(whileBound.filter(([, readings]) => readings.length > 0));
}

type Span = readonly [from: number, until: number];

function spansIn(bindings: readonly LoggerBinding[], logger: string): readonly Span[] {
  return bindings
    .filter((each) => each.logger === logger)
    .map(({ boundAt, unboundAt }) => [millisOf(boundAt.at), unboundAt === null ? Infinity : millisOf(unboundAt.at)]);
}

function within(readings: readonly Reading[], spans: readonly Span[]): readonly Reading[] {
  return readings.filter(({ atMillis }) => spans.some(([from, until]) => atMillis >= from && atMillis <= until));
}
