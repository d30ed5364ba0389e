import { inZone, localDateAt, plusDays, plusMinutes, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import type { Refusal } from './stage.js';

/**
 * How long before its opening a shipment's facts may lie. A donor may be cleared weeks ahead, and a shipment run on paper is entered late; what is
 * said to lie further back is a slip of the year, and nothing that is measured from it would mean anything.
 */
const daysBeforeOpening = 365;

/**
 * Refuses the first moment among what a command states that lies over a year before the shipment was opened. Calendar days are no moments, and a
 * flight's times are held against the collection by its own stage.
 */
export function tooLongAgo(data: unknown, openedAt: Instant | null): Refusal | undefined {
  if (openedAt === null) return undefined;
  return firstBefore(data, plusMinutes(openedAt, -daysBeforeOpening * 24 * 60), '');
}

function firstBefore(value: unknown, earliest: Instant, at: string): Refusal | undefined {
  if (typeof value !== 'object' || value === null || 'designator' in value) return undefined;
  if (isMoment(value)) return value.at < earliest ? refusalOf(value, earliest, at) : undefined;
  return Object.entries(value)
    .map(([name, each]) => firstBefore(each, earliest, `${at}/${name}`))
    .find((found) => found !== undefined);
}

function isMoment(value: object): value is ZonedInstant {
  return 'at' in value && typeof value.at === 'string' && 'zone' in value && typeof value.zone === 'string';
}

/** The day on which that year ends is not whole, so the next one is named. */
function refusalOf({ at: stated, zone }: ZonedInstant, earliest: Instant, at: string): Refusal {
  const from = plusDays(localDateAt(earliest, zone), 1);
  const sentence = `${inZone(stated, zone)} is over a year before the shipment was opened: check the year. Times from ${from} on are allowed.`;
  return { code: 'too-long-ago', sentence, at, allowed: [`${from} or later`] };
}
