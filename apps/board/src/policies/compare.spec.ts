import { byGroup, compared } from './compare.js';

const figure = (key: string, value: string, source = 'S7') =>
  ({
    key,
    group: key.split('/')[0] ?? '',
    title: key,
    value,
    source,
    mark: 'V',
    at: '/a',
    fields: {},
    part: false,
  }) as const;
const here = [figure('clocks/a', '48 h'), figure('flights/a', '120 min'), figure('clocks/b', '24 h')];

describe('two policies', () => {
  it('differ in values, in sources, and in what only one of them has', () => {
    const there = [figure('clocks/a', '72 h'), figure('flights/a', '120 min', 'site'), figure('flights/c', '1 day')];
    expect(compared(here, there).map(({ figure: { key }, how }) => `${key} ${how}`)).toEqual([
      'clocks/a unlike',
      'clocks/b only-here',
      'flights/a unlike',
      'flights/c only-there',
    ]);
    expect(compared(here, here).every(({ how }) => how === 'like')).toBe(true);
  });

  it('stand by what their figures are about', () => {
    expect(byGroup(compared(here, [])).map(({ group, lines }) => [group, lines.length])).toEqual([
      ['clocks', 2],
      ['flights', 1],
    ]);
  });
});
