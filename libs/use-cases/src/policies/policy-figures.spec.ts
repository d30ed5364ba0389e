import { defaultPolicy } from '@cellrelay/shipment';
import { inMinutes } from './policy-values.js';
import { policyFigure, policyFigures } from './policy-figures.js';

const figures = policyFigures(defaultPolicy);
const figure = (key: string) => figures.find((each) => each.key === key);

describe('the figures of a policy', () => {
  it('are all there, each with its source and mark, under a key of its own', () => {
    expect(figures.map((each) => policyFigure.safeParse(each).error).filter(Boolean)).toEqual([]);
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
    const settings = Object.keys(defaultPolicy).filter((name) => name !== 'version');
    const lists = {
      clocks: 'clocks',
      registries: 'registries',
      releaseFirstRules: 'rules',
      workingDayCalendars: 'calendars',
    };
    const said = new Set(figures.map(({ key }) => key.split('/')[0]));
    expect(settings.filter((name) => !said.has(lists[name as keyof typeof lists] ?? name))).toEqual([]);
  });

  it('are said in words and units', () => {
    expect(figures[0]).toMatchObject({ group: 'Clocks', value: 'target 48 h, limit 72 h' });
    expect(figure('escalateAfterMinutes')?.value).toMatch(/^\d+ (min|h)$/);
    expect([0, 45, 60, 150, 2880].map(inMinutes)).toEqual(['0 min', '45 min', '1 h', '2 h 30 min', '2 days']);
    expect(figure('planDueDaysBefore')?.value).toMatch(/^\d+ days? before the collection$/);
    expect(figures.filter(({ value }) => /undefined|NaN|\[object/.test(value))).toEqual([]);
  });

  it('differ where the policies do, and nowhere else', () => {
    const value = defaultPolicy.countDueMinutes.value + 30;
    const other = policyFigures({ ...defaultPolicy, countDueMinutes: { value, source: 'EXAMPLE', mark: 'site' } });
    const changed = other.filter((each, index) => each.value !== figures[index]?.value);
    expect(changed.map(({ key }) => key)).toEqual(['countDueMinutes']);
  });
});
