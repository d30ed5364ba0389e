import { instantOf, plusMinutes, type ZonedInstant } from '@cellrelay/kernel';
import { beijing, defined, opening, proposal, says, utc } from './case-a.examples.js';
import { tooLongAgo } from './long-ago.js';
import { Story } from './story.examples.js';

const openedAt = utc('08-12T14:30');
const at = (text: string): ZonedInstant => ({ at: defined(instantOf(text)), zone: beijing });
const year = 365 * 24 * 60;

describe('a moment long before the shipment was opened', () => {
  it.each(['1800-01-01T00:00:00Z', '1926-08-12T14:30:00Z', '2023-08-13T14:29:00Z'])('is refused: %s', (text) => {
    const story = new Story(openedAt).says(openedAt, opening);
    expect(story.tries(says.clear(at(text).at))).toBe('too-long-ago');
    expect(story.shipment.stages['donor-clearance'].status).toBe('awaited');
  });

  it('is taken from a year before on, to the minute', () => {
    const stated = (minutes: number) => ({ clearedAt: { at: plusMinutes(openedAt, minutes - year), zone: beijing } });
    expect(tooLongAgo(stated(0), openedAt)).toBeUndefined();
    expect(tooLongAgo(stated(-1), openedAt)).toBeDefined();
  });

  it('is told with its field and what is allowed there', () =>
    expect(tooLongAgo({ reason: 'x', seals: [{ readAt: at('1926-08-12T00:00:00Z') }] }, openedAt)).toEqual({
      code: 'too-long-ago',
      sentence:
        '1926-08-12T08:00:00.000+08:00 is over a year before the shipment was opened: check the year. Times from 2023-08-14 on are allowed.',
      at: '/seals/0/readAt',
      allowed: ['2023-08-14 or later'],
    }));

  it('is no day of the calendar, and no flight', () => {
    expect(tooLongAgo({ vaccinatedOn: '1990-01-01' }, openedAt)).toBeUndefined();
    expect(tooLongAgo(proposal(1).data, plusMinutes(openedAt, 2 * year))).toBeUndefined();
  });

  it('is told of the donor all the same, who may have registered years ago', () => {
    const story = new Story(openedAt).says(openedAt, opening);
    const registered = { step: 'registered', on: null, at: at('2012-03-01T02:00:00Z'), reason: null } as const;
    expect(story.tries({ name: 'RecordDonorStep', data: registered })).toBeUndefined();
  });

  it('is nothing yet for a shipment that is being opened', () =>
    expect(tooLongAgo({ clearedAt: at('1926-08-12T00:00:00Z') }, null)).toBeUndefined());
});
