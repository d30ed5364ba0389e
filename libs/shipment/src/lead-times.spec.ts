import type { Instant, Zone } from '@cellrelay/kernel';
import { askedBy, type LeadTimes } from './lead-times.js';
import { defaultPolicy } from './policy.js';

/** Of the shipped calendars: 1 to 8 October 2025 are holidays in China, 11 October is a Saturday that is worked for them. */
const lead: LeadTimes = {
  pinned: false,
  answerDueWorkingDays: 1,
  counted: 'working-days',
  calendars: defaultPolicy.workingDayCalendars,
  airports: {
    PEK: { country: 'CN', zone: 'Asia/Shanghai' as Zone },
    ORD: { country: 'US', zone: 'America/Chicago' as Zone },
  },
};
const by = (at: string, airport = 'PEK', days = 5, change: Partial<LeadTimes> = {}) =>
  askedBy({ at: at as Instant, airport }, days, { ...lead, ...change }).at;

describe('by when an authority is asked', () => {
  it('is five working days before, at the same hour, in the calendar of its country', () => {
    expect(by('2025-06-11T06:00:00.000Z')).toBe('2025-06-04T06:00:00.000Z');
    expect(by('2025-10-10T06:00:00.000Z')).toBe('2025-09-26T06:00:00.000Z');
    expect(by('2025-10-10T06:00:00.000Z', 'ORD')).toBe('2025-10-03T06:00:00.000Z');
  });

  it('goes by the day that it is at the airport', () => {
    expect(by('2025-06-08T17:00:00.000Z', 'PEK', 1)).toBe('2025-06-05T17:00:00.000Z');
    expect(by('2025-06-08T17:00:00.000Z', 'ORD', 1)).toBe('2025-06-05T17:00:00.000Z');
    expect(by('2025-06-09T17:00:00.000Z', 'ORD', 1)).toBe('2025-06-06T17:00:00.000Z');
    expect(by('2025-06-09T17:00:00.000Z', 'PEK', 1)).toBe('2025-06-08T17:00:00.000Z');
  });

  it('keeps the time of day over a change of clocks', () => {
    expect(by('2025-11-04T05:30:00.000Z', 'ORD', 1)).toBe('2025-11-01T04:30:00.000Z');
    expect(by('2025-03-12T14:00:00.000Z', 'ORD', 5)).toBe('2025-03-05T15:00:00.000Z');
  });

  it('is a matter of plain days where the policy counts so, or no airport is known', () => {
    expect(by('2025-10-10T06:00:00.000Z', 'PEK', 5, { counted: 'calendar-days' })).toBe('2025-10-05T06:00:00.000Z');
    expect(by('2025-10-10T06:00:00.000Z', 'NRT')).toBe('2025-10-05T06:00:00.000Z');
  });
});
