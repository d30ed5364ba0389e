import type { Instant, ShipmentId } from '@cellrelay/kernel';
import { loggerSpans, millisOfSpan, type LoggerSpan, type Shipment } from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import { mostReadOfLogger, type ReadSpan, type ReadingStore } from './readings.port.js';

/** A shipment with its id, which its state does not hold. */
export interface IdentifiedShipment {
  readonly id: ShipmentId;
  readonly shipment: Shipment;
}

/**
 * The readings of a shipment's loggers while each was in one of its boxes, by logger, in the order of time; in one question, and never more of a logger than
 * `mostReadOfLogger`. A binding may have been corrected since they were taken.
 */
export async function boundReadings(
  store: Pick<ReadingStore, 'of'>,
  { id, shipment }: IdentifiedShipment,
  asOf: Instant,
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const spans = loggerSpans(shipment).flatMap((span) => readSpan(span, asOf));
  return spans.length === 0 ? new Map<string, readonly Reading[]>() : store.of(id, spans, mostReadOfLogger);
}

function readSpan({ logger, from, until }: LoggerSpan, asOf: Instant): readonly ReadSpan[] {
  const to = until === null || until > asOf ? asOf : until;
  return to < from ? [] : [{ logger, from, to }];
}

/** Those of a logger's readings that lie in one of its spans. */
export function readIn(span: LoggerSpan, readings: readonly Reading[]): readonly Reading[] {
  const { fromMillis, untilMillis } = millisOfSpan(span);
  return readings.filter(({ atMillis }) => atMillis >= fromMillis && atMillis <= untilMillis);
}
