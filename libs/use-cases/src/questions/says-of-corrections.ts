import type { FactCorrected, RecordedEvent } from '@cellrelay/shipment';
import { shortTime } from './words.js';

/** A correction, with both values: what is read now, and what was. `tell` tells one fact. */
export function correctionSays(
  { fact, by, was, reason }: FactCorrected['data'],
  tell: (event: RecordedEvent) => string,
): string {
  const whole = (event: RecordedEvent): string =>
    `${shortTime(event.occurredAt.at, event.occurredAt.zone)}, ${tell(event)}`;
  return `Line ${fact} corrected to: ${whole(by[0])} It was: ${whole(was)} Reason: ${reason}`;
}
