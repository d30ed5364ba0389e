import { ageText, countText, destinationText, doseText, rateText, reasonsText } from './figure-words.js';

describe('a line of figures in words', () => {
  it.each([
    [{ country: 'US', region: null }, 'United States'],
    [{ country: null, region: 'America/Chicago' }, 'America/Chicago'],
    [{ country: null, region: null }, '–'],
  ])('says where %j is', (place, text) => expect(destinationText(place)).toBe(text));

  it('says a dash where nothing is known', () =>
    expect([countText(null), ageText(null), doseText(null), rateText(null, 3), rateText(0, 0)]).toEqual(
      Array(5).fill('–'),
    ));

  it('says ages in hours, doses with two places, and a rate that is never rounded up to all', () => {
    expect(ageText({ median: 1880, p90: 2405, max: 3120 })).toBe('31 h 20 (90 %: 40 h 05, most: 52 h 00)');
    expect(doseText({ median: 5.2041, min: 3.1 })).toBe('5.2 (least 3.1)');
    expect(rateText(999, 1000)).toBe('99 % (999 of 1000)');
    expect(countText(0)).toBe('0');
  });

  it('says the most frequent reason first', () =>
    expect(reasonsText({ 'count-stopped': 1, 'donor-withdrawn': 2 })).toBe('donor withdrawn 2, count stopped 1'));
});
