import { frozenBandOf, shipperHoldMinutes } from './frozen.js';

describe('how warm a frozen unit was', () => {
  it.each([
    [-196, -150, 'in-class'],
    [-150, -150, 'in-class'],
    [-149.9, -150, 'warmer-than-stored'],
    [-135, -150, 'warmer-than-stored'],
    [-134.9, -150, 'too-warm'],
    [-120, -150, 'too-warm'],
    [-119.9, -150, 'frozen-state-not-assured'],
    [-121, -120, 'in-class'],
    [-120, -120, 'in-class'],
    [-119, -120, 'frozen-state-not-assured'],
  ])('%s °C of a unit stored at %s °C or colder is %s', (warmest, stored, band) => {
    expect(frozenBandOf(warmest, stored)).toBe(band);
  });
});

describe('a dry shipper', () => {
  const rules = { mostHours: 168, notRequalifiedFactor: 0.6 };
  it.each([
    ['its validated hold', 120, true, 120 * 60],
    ['never more than the site allows', 240, true, 168 * 60],
    ['six tenths of it where it was not qualified anew', 240, false, 144 * 60],
    ['the lesser of both', 300, false, 168 * 60],
    ['whole minutes', 10.01, true, 600],
  ])('is trusted for %s', (_, validatedHoldHours, requalified, minutes) => {
    expect(shipperHoldMinutes({ validatedHoldHours, requalified }, rules)).toBe(minutes);
  });
});
