import { latest, type Instant } from '@cellrelay/kernel';
import type { CustomsClearanceAgendaFacts, CustomsRequest } from './customs-clearance.js';

/** When a permit ends too early: before the last crossing that it is to cover. Undefined while it does, or names no end. */
export function lapsesTooEarlyAt({ status, validUntil, covers }: CustomsRequest): Instant | undefined {
  const last = latest(covers.map(({ crossingAt }) => crossingAt));
  if (status !== 'granted' || validUntil === null || last === undefined) return undefined;
  return validUntil.at < last ? validUntil.at : undefined;
}

/** When the box left or reached that border's airport by the confirmed plan; undefined before. */
export function passedAt(
  { direction, airport, covers }: CustomsRequest,
  facts: Pick<CustomsClearanceAgendaFacts, 'confirmedPlan' | 'departedFrom' | 'landedAt'>,
): Instant | undefined {
  if (!covers.some(({ plan }) => plan === facts.confirmedPlan)) return undefined;
  return (direction === 'export' ? facts.departedFrom : facts.landedAt)[airport];
}
