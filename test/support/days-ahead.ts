import { DateTime } from 'luxon';

/** The day that many days from today on the calendar of a zone, as YYYY-MM-DD: an order's days must be days that can be meant. */
export function daysAhead(days: number, zone = 'utc'): string {
  return DateTime.now().setZone(zone).plus({ days }).toISODate()!;
}
