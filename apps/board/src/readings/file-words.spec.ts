import type { FileQuestion } from './file-types.js';
import { answersTo, celsiusText, localWords, loggersWords, moreWords, takenWords } from './file-words.js';

it.each([
  ['2026-11-23T08:00:00.000+01:00', '2026-11-23 08:00 +01:00'],
  ['2026-11-23T08:00:15.000+01:00', '2026-11-23 08:00:15 +01:00'],
  ['2026-11-23T08:00:15.250Z', '2026-11-23 08:00:15.250 UTC'],
  ['2026-11-23T08:00:00.000Z', '2026-11-23 08:00 UTC'],
  ['some time', 'some time'],
])('%s is told as %s', (local, words) => expect(localWords(local)).toBe(words));

it('tells what became of a file', () => {
  const refused = { count: 1, items: [] };
  expect(takenWords({ sha256: '', readings: 1201, kept: 1200, known: 0, refused })).toBe(
    '1,200 readings taken, 1 line not taken.',
  );
  expect(takenWords({ sha256: '', readings: 3, kept: 1, known: 2, refused: { count: 0, items: [] } })).toBe(
    '1 reading taken, 2 counted before, 0 lines not taken.',
  );
});

it('tells how many it does not tell', () => {
  expect([moreWords(3, 3), moreWords(1500, 100)]).toEqual(['', 'and 1,400 more']);
});

it('writes a minus as one', () => expect(celsiusText(-4.5)).toBe('−4.5 °C'));

it('sends what is asked alone', () => {
  const question: FileQuestion = { name: 'zone', sentence: '', allowed: [], chosen: null };
  expect(answersTo([question], { zone: 'UTC', unit: 'celsius' })).toEqual({ zone: 'UTC' });
  expect(answersTo([question], { zone: '' })).toEqual({});
});

it.each([
  [['A-1', 'A-2', 'A-1'], 'Of A-1, A-2'],
  [[null], '1 logger in its boxes'],
  [[null, null], '2 loggers in its boxes'],
])('names loggers as far as one may read them: %j', (loggers, words) => expect(loggersWords(loggers)).toBe(words));
