import { millisOf, mustBe, type Instant } from '@cellrelay/kernel';
import { beginExposure, withReadings } from './exposure.js';
import { counted, gapless, held, usualModel } from './histories.examples.js';
import type { HistoryRules, Reading } from './temperature-history.js';

const model = usualModel();

describe('a bad history is refused and changes nothing', () => {
  const before = held(model, 5, 10);
  const later = (hours: number): number => millisOf(counted) + hours * 3_600_000;

  it.each<[string, Partial<Reading>, string, string]>([
    ['300 °C', { celsius: 300 }, 'celsius-implausible', '/readings/1/celsius'],
    ['-274 °C', { celsius: -274 }, 'celsius-implausible', '/readings/1/celsius'],
    ['no number of °C', { celsius: Number.NaN }, 'celsius-implausible', '/readings/1/celsius'],
    ['endless °C', { celsius: Infinity }, 'celsius-implausible', '/readings/1/celsius'],
    ['an earlier instant', { atMillis: later(10.5) }, 'readings-unordered', '/readings/1/atMillis'],
    ['no instant', { atMillis: Number.NaN }, 'reading-instant-invalid', '/readings/1/atMillis'],
    ['an instant beyond all', { atMillis: 1e18 }, 'reading-instant-invalid', '/readings/1/atMillis'],
  ])('%s', (_, wrong, code, at) => {
    const was = structuredClone(before);
    const readings = [
      { atMillis: later(11), celsius: 5 },
      { atMillis: later(12), celsius: 5, ...wrong },
    ];
    expect(withReadings(model, before, readings)).toMatchObject({ ok: false, error: { code, at } });
    expect(before).toEqual(was);
  });

  it('an earlier first one than the last that was kept', () => {
    const refused = withReadings(model, before, [{ atMillis: later(9), celsius: 5 }]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'readings-unordered', at: '/readings/0/atMillis' } });
    expect(refused.ok ? '' : refused.error.sentence).toContain('2026-11-23T14:00:00.000Z');
  });

  it('one that another model began', () => {
    expect(withReadings(usualModel('HPC-M'), before, [])).toMatchObject({
      ok: false,
      error: { code: 'exposure-of-another-model', allowed: [model.id] },
    });
  });

  it.each<[string, Partial<HistoryRules>, string]>([
    ['a band the wrong way round', { band: { minCelsius: 8, maxCelsius: 2 } }, 'temperature-band-invalid'],
    ['a band of no number', { band: { minCelsius: Number.NaN, maxCelsius: 8 } }, 'temperature-band-invalid'],
    ['a band of 300 °C', { band: { minCelsius: 2, maxCelsius: 300 } }, 'temperature-band-invalid'],
    ['a set point of no number', { setPointCelsius: Number.NaN }, 'temperature-band-invalid'],
    ['a gap of no time', { gapMinutes: 0 }, 'gap-invalid'],
    ['a gap of no number', { gapMinutes: Number.NaN }, 'gap-invalid'],
  ])('%s', (_, wrong, code) => {
    const begun = beginExposure(model, { startsAt: counted, rules: { ...gapless, ...wrong } });
    expect(begun).toMatchObject({ ok: false, error: { code } });
  });

  it('readings at one instant are a step, and the last one sent again changes nothing', () => {
    const last = { atMillis: later(10), celsius: 5 };
    expect(mustBe(withReadings(model, before, [last]))).toEqual(before);
  });

  it('begins anywhere in time', () => {
    const startsAt = '0001-01-01T00:00:00.000Z' as Instant;
    expect(beginExposure(model, { startsAt, rules: gapless })).toMatchObject({ ok: true });
  });
});
