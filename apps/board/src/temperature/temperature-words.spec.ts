import type { Temperature } from '../api/types.js';
import { bandText, chartText, excursionText, flagText, fullText, lengthText, loggerText } from './temperature-words.js';

const series: Temperature['loggers'][number] = {
  ...{ logger: 'L-1', box: 'EX-BOX-7', probe: 'at-the-bag', sends: 'live', boundAt: '2026-11-27T08:00:00.000Z' },
  ...{
    unboundAt: null,
    silentSince: null,
    registered: true,
    readings: 0,
    full: false,
    last: null,
    warmest: null,
    coldest: null,
    points: [],
    gaps: [],
  },
};
const excursion: Temperature['excursions'][number] = {
  ...{ id: 'X1', box: 'EX-BOX-7', side: 'warm', from: '2026-11-27T08:00:00.000Z', until: null },
  ...{ extremeCelsius: 15, minutes: null, grade: 'amber' },
};

describe('temperatures in words', () => {
  it('say how a logger stands', () => {
    expect(loggerText(series)).toBe('EX-BOX-7, probe at the bag; has not sent yet');
    expect(loggerText({ ...series, sends: 'by-file' })).toContain('not read out yet');
    expect(loggerText({ ...series, silentSince: '2026-11-27T09:00:00.000Z' })).toContain('silent since');
    expect(loggerText({ ...series, last: { at: '2026-11-27T09:00:00.000Z', celsius: 4.56 } })).toContain('last 4.6 °C');
  });

  it('say of one that nobody registered that it will not be heard, unless its file is read in', () => {
    const unheard = { ...series, registered: false };
    expect(loggerText(unheard)).toBe(
      'EX-BOX-7, probe at the bag; not registered: nothing will be heard from it unless its file is read in',
    );
    expect(loggerText({ ...unheard, sends: 'by-file' })).toContain('not read out yet');
    expect(loggerText({ ...unheard, last: { at: '2026-11-27T09:00:00.000Z', celsius: 4.6 } })).toContain('last 4.6 °C');
  });

  it('say of which logger no more is taken, while it is in its box', () => {
    const full = { ...series, readings: 70_000, full: true };
    expect(fullText(full)).toContain('70,000 readings, as many as one logger may have: whatever else L-1 sends is');
    expect(fullText({ ...full, unboundAt: '2026-11-27T09:00:00.000Z' })).toBeUndefined();
    expect(fullText(series)).toBeUndefined();
  });

  it('say how long nothing was heard', () => {
    expect([lengthText(90), lengthText(26 * 60 + 10)]).toEqual(['90 min', '26 h 10']);
  });

  it('say what an excursion is, and whether it goes on', () => {
    expect(excursionText(excursion)).toBe('Too warm, up to 15 °C, going on');
    const ended = {
      ...excursion,
      side: 'cold',
      extremeCelsius: -3,
      until: '2026-11-27T09:00:00.000Z',
      minutes: 60,
    } as const;
    expect(excursionText(ended)).toBe('Too cold, down to −3 °C, for 60 minutes');
  });

  it('say what is ordered, of frozen units the upper end alone', () => {
    const band = { minCelsius: 2, maxCelsius: 8 };
    expect(bandText({ band, frozen: false })).toBe('2 to 8 °C');
    expect(bandText({ band: { minCelsius: -196, maxCelsius: -150 }, frozen: true })).toBe('at most −150 °C');
    const temperature = { band, frozen: false, asOf: '', gapMinutes: 30, excursions: [], flags: [] };
    expect(chartText({ ...temperature, loggers: [{ ...series, warmest: 15, coldest: 4.4 }] })).toBe(
      'Temperatures between 4.4 °C and 15 °C; ordered 2 to 8 °C',
    );
  });

  it('say what a flag means', () => {
    const flag = { kind: 'ice', logger: 'L-1', box: 'B', from: '', extremeCelsius: 0 } as const;
    expect(flagText(flag)).toBe('A probe as cold as ice: 0 °C');
    expect(flagText({ ...flag, kind: 'heat', extremeCelsius: 31 })).toContain('31 °C');
  });
});
