import { workingDaysBefore, type WorkingDayCalendar } from '@cellrelay/itinerary';
import { localDateAt, plusMinutes, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';

/** How the days are counted that an authority is to be asked ahead, and where its airports are. */
export interface LeadTimes {
  readonly counted: 'working-days' | 'calendar-days';
  readonly calendars: readonly WorkingDayCalendar[];
  readonly airports: Readonly<Record<string, { readonly country: string; readonly zone: Zone }>>;
}

const dayMinutes = 24 * 60;

/**
 * By when an authority at an airport is to be asked: so many days before the event (standards.md 4: working days), at the same time of its day. Of an airport
 * that no flight touches by now no calendar is known, and days are days.
 */
export function askedBy(
  event: { readonly at: Instant; readonly airport: string },
  days: number,
  lead: LeadTimes,
): Instant {
  const place = lead.airports[event.airport];
  const before =
    place === undefined || lead.counted === 'calendar-days' ? days : calendarDays(event.at, days, { ...lead, place });
  return plusMinutes(event.at, -before * dayMinutes);
}

function calendarDays(
  at: Instant,
  days: number,
  { place: { country, zone }, calendars }: LeadTimes & { readonly place: LeadTimes['airports'][string] },
): number {
  const by = localDateAt(at, zone);
  const last = workingDaysBefore({ by, days: Math.ceil(days), country }, calendars);
  return daysBetween(last, by);
}

function daysBetween(earlier: LocalDate, later: LocalDate): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / (dayMinutes * 60_000));
}
