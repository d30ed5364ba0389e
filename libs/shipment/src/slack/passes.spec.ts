import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { backward, eaterOf, forward, nextOf, slackOf } from './passes.js';
import type { Milestone, Step } from './slack.js';

const noon = '2024-09-04T12:00:00.000Z' as Instant;
const after = (minutes: number): Instant => plusMinutes(noon, minutes);
const shownIn = { city: 'Beijing', zone: 'Asia/Shanghai' };

function step(change: Partial<Step>): Step {
  return { key: 'k', kind: 'packed', what: 'w', shownIn, happenedAt: null, notBefore: null, minutes: 0, ...change };
}

function milestone(
  key: string,
  [planned, expected]: readonly [number, number],
  change: Partial<Milestone> = {},
): Milestone {
  return {
    ...{ key, kind: 'departed', what: key, shownIn, happenedAt: null, standing: 'expected', by: 'plan' },
    ...{ plannedAt: after(planned), expectedAt: after(expected), latestByFallback: false },
    ...{ latestForTarget: null, latestForLimit: null },
    ...change,
  };
}

describe('the forward pass', () => {
  it('is what happened, else no sooner than its own moment and than what came before it', () =>
    expect(
      forward(
        [step({ happenedAt: after(10) }), step({ minutes: 30 }), step({ notBefore: after(90), minutes: 5 })],
        noon,
      ),
    ).toEqual([after(10), after(40), after(90)]));

  it('does not put what nobody told of after what followed it', () =>
    expect(forward([step({ notBefore: after(90) }), step({ happenedAt: after(20) })], noon)).toEqual([
      after(20),
      after(20),
    ]));
});

describe('the backward pass', () => {
  it('takes off what each needs after the one before', () =>
    expect(backward([step({ minutes: 7 }), step({ minutes: 30 }), step({ minutes: 240 })], after(0))).toEqual([
      after(-270),
      after(-240),
      after(0),
    ]));
});

describe('slack', () => {
  it('is nothing exactly at the latest moment, and negative after it', () => {
    const at = milestone('k', [0, 60]);
    expect([slackOf(at, after(60)), slackOf(at, after(59)), slackOf(at, null)]).toEqual([0, -1, null]);
  });
});

describe('where most is lost', () => {
  it('is where the delay came in that is left at the end', () =>
    expect(
      eaterOf([
        milestone('collected', [0, 60]),
        milestone('departed', [100, 280]),
        milestone('landed', [200, 380]),
        milestone('onward', [300, 570]),
      ])?.key,
    ).toBe('departed'));

  it('is not what was caught up with, and nothing where the end is as planned', () => {
    expect(eaterOf([milestone('counted', [0, 500]), milestone('landed', [600, 600])])).toBeUndefined();
    expect(eaterOf([milestone('counted', [0, 500]), milestone('landed', [600, 610])])?.key).toBe('counted');
  });

  it('is no checkpoint, which only waits for its flight', () =>
    expect(eaterOf([milestone('check', [0, 90], { kind: 'checkpoint' }), milestone('departed', [0, 90])])?.key).toBe(
      'departed',
    ));
});

describe('the next milestone', () => {
  it('is the first without word that somebody is to report', () =>
    expect(
      nextOf([
        milestone('a', [0, 0], { standing: 'happened' }),
        milestone('b', [0, 0], { standing: 'passed' }),
        milestone('c', [0, 0], { kind: 'left' }),
        milestone('d', [0, 0]),
      ])?.key,
    ).toBe('d'));
});
