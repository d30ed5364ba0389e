import { closeSpanText, distanceText, hoursText, signedText, spanText, urgency } from './duration.js';

const minutes = (count: number) => count * 60_000;

describe('durations', () => {
  it('says hours and minutes, never rounded up', () => {
    expect(spanText(minutes(13 * 60 + 36) + 59_999)).toBe('13 h 36');
    expect(spanText(minutes(5))).toBe('0 h 05');
  });

  it('turns to days where hours no longer speak', () => {
    expect(spanText(minutes(99 * 60 + 59))).toBe('99 h 59');
    expect(spanText(minutes(103 * 60 + 20))).toBe('4 d 7 h');
  });

  it('carries its sign, the minus a true one', () => {
    expect(signedText(minutes(160))).toBe('+2 h 40');
    expect(signedText(-minutes(15))).toBe('−0 h 15');
    expect(signedText(-minutes(75)).charCodeAt(0)).toBe(0x2212);
  });

  it('counts seconds only below ten minutes', () => {
    expect(closeSpanText(minutes(10))).toBe('0 h 10');
    expect(closeSpanText(minutes(9) + 59_000)).toBe('9 min 59');
    expect(signedText(-5_000)).toBe('−0 min 05');
  });

  it('says the distance from now in words', () => {
    expect(distanceText(minutes(279))).toBe('in 4 h 39');
    expect(distanceText(-minutes(22))).toBe('0 h 22 ago');
    expect(distanceText(30_000)).toBe('now');
  });

  it('names whole hours without minutes', () => {
    expect(hoursText(minutes(48 * 60))).toBe('48 h');
    expect(hoursText(minutes(48 * 60 + 30))).toBe('48 h 30');
  });

  it('tells past, near and calm apart at the very edges', () => {
    expect(urgency(-1)).toBe('past');
    expect(urgency(minutes(60) - 1)).toBe('near');
    expect(urgency(minutes(60))).toBe('calm');
  });
});
