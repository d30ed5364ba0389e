import type { Instant } from '@cellrelay/kernel';
import { contentLine, escaped } from './ics-lines.js';
import type { CalendarTold, ToldItem } from './calendar.port.js';

/**
 * Our own writer: the library that is well kept (ical-generator, MIT) asks in its present version for a newer Node than we run on, and what is left to write is these lines.
 * RFC 5545, with the names of RFC 7986 and those that Outlook (X-PUBLISHED-TTL) and Apple and Google (X-WR-) read. A zone stands in it although every time is in
 * UTC: a calendar without any component is none (section 3.6), and an empty one is to be read too.
 */
const head = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//CellRelay//Calendar 1//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
  ...['NAME;LANGUAGE=en:CellRelay', 'X-WR-CALNAME:CellRelay'],
  ...['REFRESH-INTERVAL;VALUE=DURATION:PT15M', 'X-PUBLISHED-TTL:PT15M'],
];
const zone = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000'],
  ...['TZOFFSETTO:+0000', 'TZNAME:UTC', 'END:STANDARD', 'END:VTIMEZONE'],
];

/** How long before a critical deadline it rings. Google heeds no alarm of a calendar that one subscribes to, and Apple asks. */
const alarmMinutes = 30;

/** The whole as iCalendar text. It depends on what was told alone: the same tellings give the same bytes. `board` is where shipments are looked at; null: unknown. */
export function icsOf({ items, changedAt }: CalendarTold, board: string | null): string {
  const cut = items.find(({ item, cancelled }) => item.shipment === '' && !cancelled);
  const about = cut === undefined ? 'Legs and deadlines of shipments' : `${cut.item.summary}. ${cut.item.description}`;
  const lines = [
    ...head,
    ...[
      `DESCRIPTION;LANGUAGE=en:${escaped(about)}`,
      `X-WR-CALDESC:${escaped(about)}`,
      `LAST-MODIFIED:${stamp(changedAt)}`,
    ],
    ...zone,
    ...items.flatMap((told) => eventOf(told, board)),
    'END:VCALENDAR',
  ];
  return lines.map(contentLine).join('');
}

function eventOf(told: ToldItem, board: string | null): readonly string[] {
  const { item, changedAt, sequence, cancelled } = told;
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(item.uid)}`],
    ...[`DTSTAMP:${stamp(changedAt)}`, `LAST-MODIFIED:${stamp(changedAt)}`, `SEQUENCE:${sequence}`],
    ...[`DTSTART:${stamp(item.startsAt)}`, `DTEND:${stamp(item.endsAt)}`],
    `SUMMARY;LANGUAGE=en:${escaped(item.summary)}`,
    `DESCRIPTION;LANGUAGE=en:${escaped(cancelled ? `No longer owed: done, moved to another entry, or not needed any more.\n${item.description}` : item.description)}`,
    ...(item.location === null ? [] : [`LOCATION:${escaped(item.location)}`]),
    ...(board === null || item.shipment === '' ? [] : [`URL:${board}/shipments/${item.shipment}`]),
    ...[`STATUS:${statusOf(told)}`, 'TRANSP:TRANSPARENT', 'CLASS:PRIVATE'],
    ...(item.urgent && !cancelled ? alarmOf(item.summary) : []),
    'END:VEVENT',
  ];
}

function statusOf({ item, cancelled }: ToldItem): string {
  if (cancelled) return 'CANCELLED';
  return item.tentative ? 'TENTATIVE' : 'CONFIRMED';
}

function alarmOf(summary: string): readonly string[] {
  const trigger = `TRIGGER;RELATED=END:-PT${alarmMinutes}M`;
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', trigger, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM'];
}

/** In whole seconds of UTC. */
function stamp(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
