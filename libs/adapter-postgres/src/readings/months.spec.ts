import { monthsAround } from './months.js';

const at = (text: string): number => Date.parse(text);

describe('the months that readings need', () => {
  it('are those that they lie in, by UTC, and the next one', () => {
    expect(monthsAround([at('2026-11-30T23:59:59.999Z')])).toEqual(['2026-11', '2026-12']);
    expect(monthsAround([at('2026-12-01T00:00:00.000Z')])).toEqual(['2026-12', '2027-01']);
  });

  it('are each named once, in order, whatever the order of the readings', () => {
    const mixed = ['2027-01-02T00:00:00Z', '2026-10-02T00:00:00Z', '2027-01-03T00:00:00Z'].map(at);
    expect(monthsAround(mixed)).toEqual(['2026-10', '2027-01', '2027-02']);
  });

  it('are none of no readings', () => {
    expect(monthsAround([])).toEqual([]);
  });
});
