import { dayWord, understandTime } from './typed-time.js';

// Mon 23 Nov 2026, 03:41 in Beijing.
const near = Date.parse('2026-11-22T19:41:00Z');
const beijing = { zone: 'Asia/Shanghai', near };
const local = (typed: string, meant: Parameters<typeof understandTime>[1] = beijing) => {
  const understood = understandTime(typed, meant);
  return understood.kind === 'wrong' ? understood.sentence : understood.local;
};

describe('times as people type them', () => {
  it.each([
    ['0420', '2026-11-23T04:20'],
    ['420', '2026-11-23T04:20'],
    ['04:20', '2026-11-23T04:20'],
    ['4.20', '2026-11-23T04:20'],
    ['4h20', '2026-11-23T04:20'],
    ['4：20', '2026-11-23T04:20'],
    ['4:20 am', '2026-11-23T04:20'],
    ['4am', '2026-11-23T04:00'],
    ['12:05 am', '2026-11-23T00:05'],
    ['2:20 PM', '2026-11-23T14:20'],
    ['12:30 pm', '2026-11-23T12:30'],
  ])('takes %s as %s', (typed, expected) => expect(local(typed)).toBe(expected));

  it('takes a time without its day as the nearest one, so that last evening is not this evening', () => {
    expect(local('2205')).toBe('2026-11-22T22:05');
    expect(local('14:20')).toBe('2026-11-23T14:20');
  });

  it.each([
    ['今天 14:20', '2026-11-23T14:20'],
    ['11月25日 周三 06:10', '2026-11-25T06:10'],
    ['2027年1月3日06：10', '2027-01-03T06:10'],
    ['星期二13:00', '2026-11-24T13:00'],
    ['today 14:20', '2026-11-23T14:20'],
    ['tomorrow 0800', '2026-11-24T08:00'],
    ['yesterday 22:05', '2026-11-22T22:05'],
    ['Tue 13:00', '2026-11-24T13:00'],
    ['Friday 8:00', '2026-11-20T08:00'],
    ['25 Nov 06:10', '2026-11-25T06:10'],
    ['Wed 25 Nov 06:10', '2026-11-25T06:10'],
    ['3 Jan 06:10', '2027-01-03T06:10'],
    ['3 January 2028 06:10', '2028-01-03T06:10'],
    ['2026-11-25 0610', '2026-11-25T06:10'],
    ['2026-11-25T06:10', '2026-11-25T06:10'],
    ['2026-11-25T06:10:33', '2026-11-25T06:10:33'],
  ])('takes the day of %s', (typed, expected) => expect(local(typed)).toBe(expected));

  it('takes a pasted timestamp as the moment it says, in the clock of the field', () => {
    expect(understandTime('2026-11-22T19:41:07.123Z', beijing)).toMatchObject({ local: '2026-11-23T03:41' });
    expect(understandTime('2026-11-22 13:41 -06:00', beijing)).toMatchObject({
      local: '2026-11-23T03:41',
      offset: '+08:00',
    });
    expect(understandTime('2026-11-22T13:41-0600', beijing)).toMatchObject({ at: near });
  });

  it('asks a repeated time back, and takes the answer', () => {
    const chicago = { zone: 'America/Chicago', near: Date.parse('2026-11-01T05:00:00Z') };
    expect(understandTime('1:30', chicago)).toMatchObject({
      kind: 'repeated',
      readings: [{ offset: '-05:00' }, { offset: '-06:00' }],
    });
    expect(understandTime('1:30', { ...chicago, offset: '-06:00' })).toEqual({
      ...{ kind: 'moment', local: '2026-11-01T01:30', offset: '-06:00' },
      at: Date.parse('2026-11-01T07:30:00Z'),
    });
  });

  it('forgets a chosen offset once the time is no longer repeated', () => {
    const chicago = { zone: 'America/Chicago', near: Date.parse('2026-11-01T05:00:00Z'), offset: '-05:00' };
    expect(understandTime('4:30', chicago)).toEqual({
      kind: 'moment',
      local: '2026-11-01T04:30',
      at: Date.parse('2026-11-01T10:30:00Z'),
    });
  });

  it('says of a skipped time that it does not exist', () => {
    const chicago = { zone: 'America/Chicago', near: Date.parse('2026-03-08T07:00:00Z') };
    expect(local('02:30', chicago)).toContain('does not exist');
  });

  it.each([
    '',
    'soon',
    '25:00',
    '1475',
    '13 pm',
    '14',
    '30 Feb 10:00',
    'Nov 10:00',
    '2026-02-30 10:00',
    '2026-11-25 24:10',
  ])('does not guess at "%s"', (typed) => expect(understandTime(typed, beijing).kind).toBe('wrong'));

  it('says which day was understood', () => {
    expect(dayWord(near + 86_400_000, 'Asia/Shanghai', near)).toBe('tomorrow');
    expect(dayWord(near + 5 * 86_400_000, 'Asia/Shanghai', near)).toBe('');
  });
});
