import type { FactCorrected, RecordedEvent } from '@cellrelay/shipment';
import { differencesSaid } from './differences.js';
import { whySaid } from './says.js';
import { shortTime } from './words.js';

/** A correction: what is said otherwise by now and what was said before, and why it was wrong. `tell` tells one fact. */
export function correctionSays(
  { fact, by, was, ...why }: FactCorrected['data'],
  tell: (event: RecordedEvent) => string,
): string {
  const differences = differencesSaid(was, by[0]);
  const told = differences.length === 0 ? bothWhole(by[0], was, tell) : `${differences.join('; ')}.`;
  return `Line ${fact} corrected: ${told} It reads: ${tell(by[0])} ${whySaid(why)}`;
}

/** What was recorded by a rule before, or by another command, is told in its own words. */
function bothWhole(is: RecordedEvent, was: RecordedEvent, tell: (event: RecordedEvent) => string): string {
  const at = ({ occurredAt }: RecordedEvent) => shortTime(occurredAt.at, occurredAt.zone);
  return `${at(is)} instead of ${at(was)}, ${tell(was)}`;
}
