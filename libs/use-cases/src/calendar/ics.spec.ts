import { readCalendar } from '@cellrelay/testkit';
import { moment } from './calendar.examples.js';
import { localText } from './calendar-text.js';
import { icsOf } from './ics.js';
import { contentLine, escaped } from './ics-lines.js';
import type { CalendarItem } from './calendar.port.js';

const item: CalendarItem = {
  ...{ uid: 'a/due/b@cellrelay', shipment: 'a', summary: 'Due', description: '', location: null },
  ...{ startsAt: moment('2026-10-25T00:30:00Z'), endsAt: moment('2026-10-25T00:45:00Z') },
  ...{ tentative: false, urgent: false, overdue: false },
};
const changedAt = moment('2026-10-01T10:00:00Z');
const written = (change: Partial<CalendarItem>): string =>
  icsOf(
    {
      revision: 3,
      changedAt,
      as: '',
      items: [{ item: { ...item, ...change }, sequence: 3, changedAt, cancelled: false }],
    },
    null,
  );

describe('iCalendar text', () => {
  it.each([
    ['long Chinese text', '造血干细胞运输，从北京到休斯敦。'.repeat(20)],
    ['characters beyond the first plane', '𠮷🧬'.repeat(40)],
    ['what a value escapes', 'a\\b;c,d:"e" '.repeat(12)],
    ['several lines', 'one\ntwo\n\nthree'],
    ['what looks like a line of the calendar', 'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil'],
  ])('is read back as it was, in lines of 75 octets at most: %s', (_name, text) => {
    const whole = written({ summary: text.replaceAll('\n', ' '), description: text });
    const [event, ...more] = readCalendar(whole);
    expect(more).toEqual([]);
    expect(event?.description).toBe(text);
    expect(event?.summary).toBe(text.replaceAll('\n', ' '));
    for (const line of whole.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\uFFFD]/);
    }
  });

  it('is folded between characters: the control, cut at 75 octets as they come, breaks one', () => {
    const line = `SUMMARY:${'造'.repeat(40)}`;
    const octets = Buffer.from(line);
    expect(octets.subarray(0, 75).toString()).toContain('\uFFFD');
    expect(
      contentLine(line)
        .split('\r\n ')
        .every((part) => !part.includes('\uFFFD')),
    ).toBe(true);
    expect(contentLine(line).replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
  });

  it('leaves control characters out and ends lines in one way', () =>
    expect(escaped('a\u0000b\u007F\tc\r\nd\re')).toBe('ab\tc\\nd\\ne'));

  it('says what programs look for', () => {
    const whole = written({});
    for (const line of [
      'METHOD:PUBLISH',
      'VERSION:2.0',
      'X-PUBLISHED-TTL:PT15M',
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ])
      expect(whole).toContain(`${line}\r\n`);
    expect(whole).toContain('DTSTART:20261025T003000Z\r\n');
  });

  it('is a calendar with nothing in it, too', () =>
    expect(readCalendar(icsOf({ revision: 0, changedAt, as: '', items: [] }, null))).toEqual([]));

  it('tells the two readings of a repeated hour apart', () => {
    expect(localText(moment('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe(
      'Sun 25 Oct 2026, 02:30 (Europe/Berlin, UTC+2)',
    );
    expect(localText(moment('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe(
      'Sun 25 Oct 2026, 02:30 (Europe/Berlin, UTC+1)',
    );
    expect(localText(moment('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe(
      'Sun 29 Mar 2026, 03:00 (Europe/Berlin, UTC+2)',
    );
  });
});
