import { periodText, summaryText } from './digest-words.js';

const place = { zone: 'Europe/Berlin', city: 'Berlin', now: Date.parse('2026-11-22T04:00:00Z') };

describe('a time in which bells rang late or not at all', () => {
  it('is told with its beginning, its end and its length', () => {
    expect(periodText({ from: '2026-11-22T01:10:00.000Z', to: '2026-11-22T03:25:40.000Z' }, place)).toBe(
      'Bells rang late or not at all from 02:10 to 04:25 Berlin (2 h 15)',
    );
    expect(periodText({ from: '2026-11-20T21:00:00.000Z', to: '2026-11-22T03:25:00.000Z' }, place)).toBe(
      'Bells rang late or not at all from Fri 22:00 to 04:25 Berlin (30 h 25)',
    );
  });

  it('has no end while bells catch up', () => {
    expect(periodText({ from: '2026-11-22T01:10:00.000Z', to: null }, place)).toBe(
      'Bells rang late or not at all since 02:10 Berlin; what fell due is being called out now',
    );
  });

  it('is counted in things', () => {
    expect([1, 14].map((total) => summaryText({ total }))).toEqual([
      '1 thing fell due meanwhile and was called a minute or more late; it is marked so.',
      '14 things fell due meanwhile and were called a minute or more late; each is marked so.',
    ]);
  });
});
