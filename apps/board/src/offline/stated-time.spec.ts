import { statedTime } from './stated-time.js';

const tenToTen = { local: '2026-11-27T21:50', zone: 'Europe/Rome' };
const at = Date.parse('2026-11-27T20:50:00Z');

describe('when it happened, by the word of whoever entered it', () => {
  it('is the first moment in the body, however deep', () =>
    expect(statedTime({ kind: 'late', leg: [{ departedAt: tenToTen }] })).toEqual({ at, zone: 'Europe/Rome' }));

  it('is the reading that was chosen where a local time comes twice', () => {
    const twice = { local: '2026-10-25T02:30', zone: 'Europe/Rome' };
    expect(statedTime({ ...twice, offset: '+01:00' })?.at).toBe(Date.parse('2026-10-25T01:30:00Z'));
    expect(statedTime({ ...twice, offset: '+02:00' })?.at).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  it.each([null, 'x', {}, { local: 'never', zone: 'Nowhere' }, { local: '2026-03-29T02:30', zone: 'Europe/Rome' }])(
    'is not known of %j',
    (body) => expect(statedTime(body)).toBeUndefined(),
  );
});
