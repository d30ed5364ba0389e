import type { Instant } from './instant.js';
import {
  clockHoursApart,
  inZone,
  localDateAt,
  localDateOf,
  plusDays,
  resolveLocal,
  ruleTime,
  zoneOf,
  type Zone,
} from './zoned.js';

const zone = (name: string): Zone => {
  const found = zoneOf(name);
  if (found === undefined) throw new Error('a test value is malformed');
  return found;
};
const newYork = zone('America/New_York');
const beijing = zone('Asia/Shanghai');
const date = (text: string) => {
  const found = localDateOf(text);
  if (found === undefined) throw new Error('a test value is malformed');
  return found;
};

describe('a zone and a day', () => {
  it.each(['Asia/Shanghai', 'UTC'])('knows %s', (name) => expect(zoneOf(name)).toBe(name));
  it.each(['+08:00', 'EST', 'Beijing', 'Asia/Nowhere', ''])('does not take %s for a zone', (name) =>
    expect(zoneOf(name)).toBeUndefined(),
  );
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-01-01T00:00'])('does not take %s for a day', (text) =>
    expect(localDateOf(text)).toBeUndefined(),
  );
});

describe('a stated local time', () => {
  it('is a moment in its zone', () => {
    expect(resolveLocal('2026-11-23T08:00', beijing)).toEqual({
      ok: true,
      value: { at: '2026-11-23T00:00:00.000Z', zone: beijing },
    });
  });

  it.each(['2026-11-23 08:00', '2026-11-23T24:00', '2026-11-31T08:00', '2026-11-23T08:00Z', '8 o’clock'])(
    'is refused when malformed: %s',
    (local) => expect(resolveLocal(local, beijing)).toMatchObject({ error: { code: 'local-time-malformed' } }),
  );

  it.each(['2026-03-08T02:00', '2026-03-08T02:59'])('is refused when the clocks skip it: %s', (local) =>
    expect(resolveLocal(local, newYork)).toMatchObject({ error: { code: 'local-time-skipped' } }),
  );

  it.each([
    ['an hour', '2026-03-08T02:30', 'America/New_York', ['2026-03-08T01:30-05:00', '2026-03-08T03:30-04:00']],
    ['half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', ['2026-10-04T01:45+10:30', '2026-10-04T02:45+11:00']],
    ['a whole day', '2011-12-30T12:00', 'Pacific/Apia', ['2011-12-29T12:00-10:00', '2011-12-31T12:00+14:00']],
    ['the day before it', '2011-12-30T00:30', 'Pacific/Apia', ['2011-12-29T00:30-10:00', '2011-12-31T00:30+14:00']],
  ])('that is skipped with %s comes with the two that may be meant', (_, local, name, readings) => {
    const refused = resolveLocal(local, zone(name));
    expect(refused).toMatchObject({ error: { code: 'local-time-skipped', readings } });
    expect(refused.ok || refused.error.sentence).toContain(`Meant may be ${readings.join(' or ')}.`);
  });

  it('is asked back with both readings when the clocks repeat it, and either may be chosen', () => {
    const readings = ['-04:00', '-05:00'];
    expect(resolveLocal('2026-11-01T01:30', newYork)).toMatchObject({
      error: { code: 'local-time-repeated', readings },
    });
    expect(readings.map((offset) => resolveLocal('2026-11-01T01:30', newYork, offset))).toMatchObject([
      { value: { at: '2026-11-01T05:30:00.000Z' } },
      { value: { at: '2026-11-01T06:30:00.000Z' } },
    ]);
  });

  it('is refused with an offset that the zone does not have then', () => {
    expect(resolveLocal('2026-11-01T03:30', newYork, '-04:00')).toMatchObject({
      error: { code: 'offset-does-not-fit', readings: ['-05:00'] },
    });
  });
});

describe('the moment of a rule', () => {
  it.each([
    ['an ordinary day', '2026-11-23', '16:00', beijing, '2026-11-23T08:00:00.000Z'],
    [
      'a skipped time: when the clocks have been put forward',
      '2026-03-08',
      '02:30',
      newYork,
      '2026-03-08T07:00:00.000Z',
    ],
    ['the first skipped minute', '2026-03-08', '02:00', newYork, '2026-03-08T07:00:00.000Z'],
    ['a repeated time: the first', '2026-11-01', '01:30', newYork, '2026-11-01T05:30:00.000Z'],
  ])('on %s', (...[, day, clock, where, at]) => expect(ruleTime(date(day), clock, where)).toBe(at));
});

describe('a moment elsewhere', () => {
  const at = '2026-11-23T20:00:00.000Z' as Instant;

  it('is told in the clock and on the day of the place', () => {
    expect(inZone(at, beijing)).toBe('2026-11-24T04:00:00.000+08:00');
    expect([localDateAt(at, beijing), localDateAt(at, newYork)]).toEqual(['2026-11-24', '2026-11-23']);
    expect(plusDays(date('2026-12-31'), 1)).toBe('2027-01-01');
  });

  it('is so many hours apart on two clocks, as they are set then', () => {
    expect(clockHoursApart(at, beijing, newYork)).toBe(13);
    expect(clockHoursApart('2026-07-23T20:00:00.000Z' as Instant, newYork, beijing)).toBe(12);
  });
});
