import type { FiguresLine } from '../api/types.js';
import { chartsOf } from './figure-rows.js';

const line: FiguresLine = {
  ...{ year: 2026, country: 'US', region: null, product: 'HPC-A', how: 'counted', shipments: 4, domestic: 0 },
  ...{ infused: 3, cryopreserved: 0, cancelled: 0, stopped: 1, reasons: {}, source: null, enteredBy: null },
  ageMinutes: { median: 1800, p90: 2400, max: 3000 },
  doorMinutes: { median: 90, p90: 120, max: 150 },
  dosePerKgE6: { median: 5, min: 2.5 },
  ...{ bagsEnded: 4, bagsInTarget: 2, bagsInLimit: 3, withLogger: 2, withExcursion: 1 },
  slackEaten: { departed: 2, infusion: 1 },
};
const germany: FiguresLine = {
  ...{ ...line, country: 'DE', ageMinutes: { median: 600, p90: 700, max: 1500 }, doorMinutes: null, dosePerKgE6: null },
  ...{ bagsEnded: 0, bagsInTarget: 0, bagsInLimit: 0, withLogger: 0, withExcursion: 0, slackEaten: { departed: 2 } },
};
const entered: FiguresLine = { ...line, how: 'entered', ageMinutes: null };

const chart = (title: string, lines = [line, germany]) => chartsOf(lines).find((each) => each.title === title);

describe('the charts of a year', () => {
  it('show each destination against the longest of the year', () => {
    expect(chart('Age at infusion')?.rows).toMatchObject([
      { label: 'United States, PBSC', bar: 0.6, pale: 0.8, mark: 1 },
      { label: 'Germany, PBSC', bar: 0.2, mark: 0.5, says: '10 h 00, 90 %: 11 h 40, most: 25 h 00' },
    ]);
  });

  it('show rates against all of them, and leave out where there is none', () => {
    expect(chart('Bags on time')?.rows).toMatchObject([
      { bar: 0.5, pale: 0.75, says: 'target 50 % (2 of 4), limit 75 % (3 of 4)' },
    ]);
    expect(chart('Excursions')?.rows).toMatchObject([{ bar: 0.5, says: '1 of 2 with a logger' }]);
    expect(chart('Door to infusion')?.rows).toHaveLength(1);
    expect(chart('Dose, 10⁶ per kg')?.rows).toMatchObject([{ bar: 1, mark: 0.5, says: '5, least: 2.5' }]);
  });

  it('add up over destinations where delays arose, the most frequent first', () =>
    expect(chart('What ate the slack')?.rows).toMatchObject([
      { label: 'Departure', bar: 1, says: '4' },
      { label: 'Infusion after receipt', bar: 0.25, says: '1' },
    ]));

  it('are none of what was entered, which tells a number alone', () => expect(chartsOf([entered])).toEqual([]));
});
