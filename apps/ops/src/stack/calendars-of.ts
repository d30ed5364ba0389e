import type { Database } from '@cellrelay/adapter-postgres';
import { CalendarFeeds } from '@cellrelay/use-cases';

/** Calendars over these stores: their addresses, and what is fetched by them. */
export function calendarsOf({
  calendars,
  shipments,
  board,
  clock,
}: Pick<Database, 'calendars' | 'shipments' | 'board' | 'clock'>) {
  return { calendars, calendarFeeds: new CalendarFeeds({ calendars, shipments, board, clock }) };
}
