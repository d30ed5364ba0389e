import { workingDaysBefore, type CountedBy, type HolidayCalendar, type WorkingDayCalendar } from '@cellrelay/itinerary';
import { inZone, localDateAt, plusMinutes, ruleTime, type Instant, type Zone } from '@cellrelay/kernel';

/** How the days are counted that an authority is to be asked ahead, and where its airports are. */
export interface LeadTimes {
  readonly counted: 'working-days' | 'calendar-days';
  /** The policy's own before those that are pinned: a site knows its authorities better than a collection of the world's holidays does. */
  readonly calendars: readonly (WorkingDayCalendar | HolidayCalendar)[];
  /** `country` is whose days off its authorities keep: the region's where the policy names one. */
  readonly airports: Readonly<Record<string, { readonly country: string; readonly zone: Zone }>>;
  /** Whether calendars were pinned to the shipment: without, answers are due a day of 24 hours before, as they were before calendars were. */
  readonly pinned: boolean;
  /** How many working days before an event an answer is due. */
  readonly answerDueWorkingDays: number;
}

/** Something at an airport that an authority is asked about. */
interface EventAt {
  readonly at: Instant;
  readonly airport: string;
}

/** A moment that follows from days counted, with what they were counted by where that is worth saying. */
export interface CountedMoment {
  readonly at: Instant;
  readonly basis?: string;
}

const dayMinutes = 24 * 60;

/**
 * By when an authority at an airport is to be asked: so many days before the event (standards.md 4: working days), at the time of its day that the airport's clock
 * shows. Of an airport that no flight touches by now neither calendar nor clock is known, and days are days.
 */
export function askedBy(event: EventAt, days: number, lead: LeadTimes): CountedMoment {
  const place = lead.airports[event.airport];
  if (place === undefined || lead.counted === 'calendar-days') return { at: plusMinutes(event.at, -days * dayMinutes) };
  const { country, zone } = place;
  const by = localDateAt(event.at, zone);
  const whole = Math.ceil(days);
  const { day, ...counted } = workingDaysBefore({ by, days: whole, country }, lead.calendars);
  const at = ruleTime(day, inZone(event.at, zone).slice(11, 19), zone);
  return { at, ...basisOf(`${workingDays(whole)} of ${country} before ${by}`, { country, counted }, lead) };
}

/** By when its answer is to be there: an office that is closed the day before answers nobody then. */
export function answeredBy(event: EventAt, lead: LeadTimes): CountedMoment {
  if (!lead.pinned) return { at: plusMinutes(event.at, -dayMinutes) };
  return askedBy(event, lead.answerDueWorkingDays, lead);
}

/** How long before the event an answer was to be there, in words. */
export function answerDueSaid({ pinned, counted, answerDueWorkingDays }: LeadTimes): string {
  if (!pinned || counted === 'calendar-days') return 'a day';
  return answerDueWorkingDays === 1 ? 'a working day' : workingDays(answerDueWorkingDays);
}

export function workingDays(count: number): string {
  return `${count} working day${count === 1 ? '' : 's'}`;
}

/** What a due day was counted by: the days off that moved it, days that no calendar has, and whose calendar it is. Nothing for a shipment that no calendar was pinned to. */
export function basisOf(
  span: string,
  { country, counted }: { readonly country: string; readonly counted: CountedBy },
  { pinned, calendars }: Pick<LeadTimes, 'pinned' | 'calendars'>,
): Pick<CountedMoment, 'basis'> {
  if (!pinned) return {};
  const sources = counted.versions.map((version) => saidSource(version, country, calendars));
  const sentences = [`${span}.`, ...daysOffSaid(counted), ...withoutSaid(counted, country), ...sources];
  return { basis: sentences.join(' ') };
}

function daysOffSaid({ daysOff }: CountedBy): readonly string[] {
  if (daysOff.length === 0) return [];
  const said = daysOff.map(({ date, name }) => (name === undefined ? date : `${date} ${name}`)).sort();
  return [`Not worked: ${said.join(', ')}.`];
}

function withoutSaid({ withoutCalendar }: CountedBy, country: string): readonly string[] {
  const [first, ...more] = [...withoutCalendar].sort();
  if (first === undefined) return [];
  const last = more.at(-1);
  const days = last === undefined ? first : `${first} to ${last}`;
  return [`No holidays of ${country} are known for ${days}, where only weekends were left out: ask.`];
}

function saidSource(version: string, country: string, calendars: LeadTimes['calendars']): string {
  const whose = new Set([country, country.slice(0, 2)]);
  const source = calendars.find((each) => whose.has(each.country) && each.version === version)?.source ?? '';
  return `Calendar: ${version} (${source}).`;
}
