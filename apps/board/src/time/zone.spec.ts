import { cityOf, dayText, daysBetween, isZone, localText, readingsOf, whenText, whenTexts } from './zone.js';

const at = (iso: string) => Date.parse(iso);
const offsets = (local: string, zone: string) => readingsOf(local, zone).map((reading) => reading.offset);

describe('wall clocks', () => {
  it('reads an ordinary local time in one way', () => {
    expect(readingsOf('2026-11-23T08:00', 'Asia/Shanghai')).toEqual([
      { at: at('2026-11-23T00:00:00Z'), offset: '+08:00' },
    ]);
  });

  it('finds no moment for a time that the clocks skip', () => {
    expect(offsets('2026-03-08T02:30', 'America/Chicago')).toEqual([]);
    expect(offsets('2026-03-08T03:00', 'America/Chicago')).toEqual(['-05:00']);
  });

  it('finds both moments of a time that the clocks repeat, the earlier first', () => {
    expect(offsets('2026-11-01T01:30', 'America/Chicago')).toEqual(['-05:00', '-06:00']);
    expect(offsets('2026-11-01T02:00', 'America/Chicago')).toEqual(['-06:00']);
    expect(offsets('2026-10-25T02:15', 'Europe/Berlin')).toEqual(['+02:00', '+01:00']);
  });

  it('knows offsets of half and quarter hours', () => {
    expect(offsets('2026-11-23T08:00', 'Asia/Kathmandu')).toEqual(['+05:45']);
    expect(offsets('2026-11-23T08:00', 'America/St_Johns')).toEqual(['-03:30']);
  });

  it('says midnight as 00:00 of the day that begins', () => {
    expect(localText(at('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23T00:00');
  });

  it('counts days by the calendar and not by 24 hours', () => {
    expect(daysBetween(at('2026-11-22T15:59:00Z'), at('2026-11-22T16:01:00Z'), 'Asia/Shanghai')).toBe(1);
    expect(daysBetween(at('2026-11-22T15:59:00Z'), at('2026-11-22T16:01:00Z'), 'UTC')).toBe(0);
  });

  it('says as much of the day as is needed', () => {
    const now = at('2026-11-22T19:41:00Z');
    expect(whenText(at('2026-11-23T00:20:00Z'), 'America/Chicago', now)).toBe('18:20');
    expect(whenText(at('2026-11-23T11:00:00Z'), 'Europe/Berlin', now)).toBe('Mon 12:00');
    expect(whenText(at('2026-12-02T08:00:00Z'), 'Europe/Berlin', now)).toBe('2 Dec 09:00');
    expect(dayText(now, 'Asia/Shanghai', true)).toBe('Mon 23 Nov');
  });

  it('says the day in every clock of those that stand together where one says it', () => {
    const now = at('2026-11-27T08:00:00Z');
    const zones = ['Asia/Shanghai', 'America/Chicago'];
    expect(whenTexts(at('2026-11-28T05:00:00Z'), zones, now)).toEqual(['Sat 13:00', 'Fri 23:00']);
    expect(whenTexts(at('2026-11-27T10:00:00Z'), zones, now)).toEqual(['18:00', '04:00']);
  });

  it('names a zone by its city', () => {
    expect(cityOf('America/New_York')).toBe('New York');
    expect(cityOf('UTC')).toBe('UTC');
    expect([isZone('Europe/Rome'), isZone('Europe/Nowhere')]).toEqual([true, false]);
  });
});
