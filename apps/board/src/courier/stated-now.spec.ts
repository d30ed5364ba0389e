import { statedAt, withNow } from './stated-now.js';

describe('now, as a form on the phone begins with it', () => {
  it('is in the clock that the form asks in, with its offset', () => {
    expect(statedAt(Date.parse('2026-11-24T01:05:59Z'), 'Asia/Shanghai')).toEqual({
      ...{ local: '2026-11-24T09:05', zone: 'Asia/Shanghai', offset: '+08:00' },
    });
  });

  it('is this one of an hour that comes twice', () => {
    const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) =>
      statedAt(Date.parse(at), 'Europe/Berlin'),
    );
    expect(first).toEqual({ local: '2026-10-25T02:30', zone: 'Europe/Berlin', offset: '+02:00' });
    expect(second).toEqual({ local: '2026-10-25T02:30', zone: 'Europe/Berlin', offset: '+01:00' });
  });

  it('fills in only times of which nothing but the clock is known', () => {
    const planned = { local: '2026-11-24T10:00', zone: 'Asia/Shanghai' };
    const prefill = { booking: '1.0/1', statedAt: { zone: 'Asia/Shanghai' }, departsAt: planned, none: null };
    const begun = withNow(prefill, Date.parse('2026-11-24T01:05Z'));
    expect(begun).toMatchObject({ ...prefill, statedAt: { local: '2026-11-24T09:05' } });
  });
});
