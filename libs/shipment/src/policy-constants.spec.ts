import { figureOf, shippedConstants, withSiteFigures, type SiteFigure } from '@cellrelay/viability';
import { dayOneEnough, openedWith } from './journeys.examples.js';
import { constantsOf } from './policy-constants.js';
import { defaultPolicy, type Policy } from './policy.js';
import { forecastOf } from './shipment-forecast.js';
import type { Story } from './story.examples.js';
import { exampleLogger, onTheWay, read, readings, reports, steady } from './thermal.examples.js';

const own = (id: SiteFigure['id'], value: number): SiteFigure => ({
  ...{ id, value, source: 'EXAMPLE validation', approvedBy: 'Dr EXAMPLE' },
});
const policyWith = (...value: readonly SiteFigure[]): Policy => ({
  ...defaultPolicy,
  version: 'site-2',
  temperature: { ...defaultPolicy.temperature, siteFigures: { value, source: 'EXAMPLE', mark: 'site' } },
});
const told = (policy: Policy): Story => {
  const story = onTheWay('by-file', openedWith(dayOneEnough.slice(0, 13), { policy }));
  reports(story, readings([exampleLogger, read(0, ...steady(13), 1.5, 5)]), 150);
  return story;
};

describe('the constants of a policy', () => {
  it('are those that ship, by their own version, where a site has none of its own', () => {
    expect(constantsOf(defaultPolicy)).toBe(shippedConstants);
  });

  it('name the policy where it has, and so does every forecast that is worked out by them', () => {
    const policy = policyWith(own('hpc-a.rate-at-5', 0.02), own('freeze-celsius', 2));
    const [ours, shipped] = [told(policy), told(defaultPolicy)].map(({ shipment, now }) =>
      forecastOf(shipment, readings([exampleLogger, read(0, ...steady(13))]), now),
    );
    expect([ours?.constants, ours?.policy]).toEqual(['shipped-1+site-2', 'site-2']);
    expect(ours?.bags[0]?.basis.constants).toBe('shipped-1+site-2');
    expect(ours?.bags[0]?.said.map(({ code }) => code)).toContain('site-figures');
    expect(shipped?.bags[0]?.said.map(({ code }) => code)).not.toContain('site-figures');
    const left = (each: typeof ours) => each?.bags[0]?.shown?.planned.survival.centre ?? 0;
    expect(left(ours)).toBeLessThan(left(shipped));
  });

  it('decide what is ice, and the log says by which version', () => {
    const ofIce = (story: Story) =>
      story.log.flatMap(({ event }) => (event.type === 'IceSeen' ? [event.data.basis] : []));
    expect(ofIce(told(policyWith(own('freeze-celsius', 2))))).toMatchObject([{ constants: 'shipped-1+site-2' }]);
    expect(ofIce(told(policyWith()))).toEqual([]);
  });

  it('hold once they are pinned, though the bounds of today would refuse them where a policy is entered', () => {
    const figures = [own('freeze-celsius', 50), own('hpc-a.rate-at-5', 0.02)];
    expect(withSiteFigures(shippedConstants, figures, 'other').ok).toBe(false);
    const pinned = constantsOf(policyWith(...figures));
    expect([pinned.version, figureOf(pinned, 'freeze-celsius')]).toEqual(['shipped-1+site-2', 50]);
    expect(figureOf(pinned, 'hpc-a.rate-at-5')).toBe(0.02);
  });
});
