import { restText, visaText } from './record-words.js';

describe('a courier’s record in words', () => {
  it('says until when somebody rests with its year, in the clock of the place', () => {
    expect(restText({ at: '2027-12-31T23:30:00.000Z', zone: 'Europe/Berlin' })).toBe('1 Jan 2028 00:30 Berlin');
  });

  it('says how a visa stands', () => {
    expect(visaText({ country: 'CN', standing: 'expeditable' })).toBe('China: can be had by express');
  });
});
