import { workingDaysBefore, type WorkingDayCalendar } from '@cellrelay/itinerary';
import { inZone, localDateAt, plusMinutes, ruleTime, type Instant, type Zone } from '@cellrelay/kernel';

/** How the days are counted that an authority is to be asked ahead, and where its airports are. */
export interface LeadTimes {
  readonly counted: 'working-days' | 'calendar-days';
  readonly calendars: readonly WorkingDayCalendar[];
  readonly airports: Readonly<Record<string, { readonly country: string; readonly zone: Zone }>>;
}

const dayMinutes = 24 * 60;

/**
 * By when an authority at an airport is to be asked: so many days before the event (standards.md 4: working days), at the time of its day that the airport's clock
 * shows. Of an airport that no flight touches by now neither calendar nor clock is known, and days are days.
 */
export function askedBy(
  event: { readonly at: Instant; readonly airport: string },
  days: number,
  lead: LeadTimes,
): Instant {
  const place = lead.airports[event.airport];
  if (place === undefined || lead.counted === 'calendar-days') return plusMinutes(event.at, -days * dayMinutes);
  const { country, zone } = place;
  const by = localDateAt(event.at, zone);
  const last = workingDaysBefore({ by, days: Math.ceil(days), country }, lead.calendars);
  return ruleTime(last, inZone(event.at, zone).slice(11, 19), zone);
}
