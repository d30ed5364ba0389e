import { bagFigures } from './bag-figures.js';

const start = Date.parse('2026-11-22T06:05:00Z');
const after = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
const clock = {
  startsAt: after(0),
  targetAt: after(48),
  limitAt: after(72),
  endedAt: null,
  infusionForecastAt: after(33),
};

describe('the oldest bag', () => {
  it('says age, forecast and target', () => {
    const figures = bagFigures(clock, start + 13.6 * 3_600_000);
    expect(`${figures.age} ${figures.rest}`).toBe('13 h 36 → 33 h 00 of 48 h');
    expect(figures).toMatchObject({ tone: 'plain', targetHours: 48, limitHours: 72, forecastHours: 33 });
  });

  it('says that the forecast is over the target, or over the limit', () => {
    expect(bagFigures({ ...clock, infusionForecastAt: after(50) }, start)).toMatchObject({
      tone: 'over-target',
      rest: '→ 50 h 00, past 48 h',
    });
    expect(bagFigures({ ...clock, infusionForecastAt: after(73) }, start)).toMatchObject({
      tone: 'over-limit',
      rest: '→ 73 h 00, past limit 72 h',
    });
  });

  it('judges by the age where there is no forecast', () => {
    const figures = bagFigures({ ...clock, infusionForecastAt: null }, start + 49 * 3_600_000);
    expect([figures.tone, figures.rest, figures.forecastHours]).toEqual(['over-target', 'past 48 h', null]);
  });

  it('stops at the end of the clock, whatever the time is now', () => {
    const figures = bagFigures({ ...clock, endedAt: after(30) }, start + 100 * 3_600_000);
    expect([figures.age, figures.rest, figures.forecastHours]).toEqual(['30 h 00', 'ended, of 48 h', null]);
  });

  it('has no age before the clock starts', () => {
    expect(bagFigures(clock, start - 3_600_000).age).toBe('0 h 00');
  });
});
