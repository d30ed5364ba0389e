import type { FileQuestion } from './file-types.js';
import {
  answersTo,
  celsiusText,
  freshWords,
  localWords,
  loggersWords,
  moreWords,
  takenWords,
  takeWords,
} from './file-words.js';

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

it.each<[[count: number, fresh: number, known: number, refused: number], string, string | null]>([
  [[1201, 1201, 0, 0], '1,201 new.', 'Take 1,201 readings'],
  [[4, 1, 2, 1], '1 new, 2 on record already, 1 will not be taken.', 'Take 1 reading'],
  [[4, 0, 3, 1], 'None is new, 3 on record already, 1 will not be taken.', null],
  [[19, 0, 19, 0], 'All of them are on record already: there is nothing to take.', null],
])('tells of %j what is new', ([count, fresh, known, refused], words, button) => {
  const ends = { from: '', until: '', first: [], last: [], inBox: count, lowest: 4, highest: 5, differ: 0 };
  expect(freshWords({ ...ends, count, fresh, known, refused: { count: refused, items: [] } })).toBe(words);
  expect(takeWords({ fresh })).toBe(button);
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
