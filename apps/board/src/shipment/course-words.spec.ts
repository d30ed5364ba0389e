import { besideOf, slackSaid, standingOf, tightestOf, toCome } from './course-words.js';

const from = { city: 'Beijing', zone: 'Asia/Shanghai' };
const to = { city: 'Houston', zone: 'America/Chicago' };

describe('what is to spare, in words', () => {
  it.each([
    [-75, 'danger', '1 h 15 too late'],
    [0, 'danger', 'nothing to spare'],
    [239, 'warn', 'only 3 h 59 to spare'],
    [240, 'plain', '4 h 00 to spare'],
  ])('of %i minutes is %s: %s', (minutes, tone, words) => expect(slackSaid(minutes, 240)).toEqual({ tone, words }));
});

describe('how a milestone stands', () => {
  it('says what it goes by where that is not the plan', () => {
    const standing = 'expected';
    expect(standingOf({ standing, by: 'plan' })).toEqual({ mark: 'not-yet', remarks: [] });
    expect(standingOf({ standing, by: 'no-flight' }).mark).toBe('trouble');
    expect(standingOf({ standing, by: 'fallback' }).remarks).toHaveLength(1);
  });

  it('says of what nobody told of that it is passed', () => {
    const by = 'plan';
    expect(standingOf({ by, standing: 'passed' }).remarks).toHaveLength(1);
    expect(standingOf({ by, standing: 'happened' })).toEqual({ mark: 'done', remarks: [] });
  });
});

describe('the clock beside a place’s own', () => {
  it('is that of the other end', () => {
    expect(besideOf({ city: 'San Francisco', zone: 'America/Los_Angeles' }, { from, to })).toBe(to);
    expect(besideOf(to, { from, to })).toBe(from);
    expect(besideOf(from, { from, to: from })).toBeUndefined();
  });
});

describe('what is over', () => {
  const milestones = (['happened', 'passed', 'happened', 'expected'] as const).map((standing) => ({ standing }));
  it('is left out but for the last, until it is asked for', () => {
    expect(toCome(milestones, false)).toEqual({ shown: milestones.slice(2), over: 2 });
    expect(toCome(milestones, true)).toEqual({ shown: milestones, over: 0 });
    expect(toCome(milestones.slice(3), false)).toEqual({ shown: milestones.slice(3), over: 0 });
  });
});

describe('where it is tightest', () => {
  const milestone = {
    ...({ key: 'landed/1.0', what: 'AX 881 lands at ORD', shownIn: to, standing: 'expected', by: 'plan' } as const),
    ...{ plannedAt: '', expectedAt: '', fallbackUntil: null, latestForTarget: null, slackToTarget: null },
    ...{ latestForLimit: '2026-11-28T07:00:00.000Z', slackToLimit: 155 },
  };
  const later = { ...milestone, what: 'Infusion starts', slackToLimit: 2925 };
  it('is the first of those to come with the least to spare', () => {
    const over = { ...milestone, standing: 'happened', slackToLimit: 10 } as const;
    const course = { milestones: [over, later, milestone, { ...milestone, what: 'Customs' }], slackMinutes: 2925 };
    expect(tightestOf(course)?.what).toBe('AX 881 lands at ORD');
  });

  it('is not said where there is as little in all', () => {
    expect(tightestOf({ milestones: [later], slackMinutes: 2925 })).toBeUndefined();
    expect(tightestOf({ milestones: [milestone], slackMinutes: null })).toBeUndefined();
  });
});
