import type { DeliveryInFull } from '../api/types.js';
import { perhapsTwice, standingText, subjectText, tryText } from './delivery-words.js';

const tried = (outcome: DeliveryInFull['tries'][number]['outcome']) => ({
  ...{ number: 1, at: '2026-11-27T08:00:00.000Z', endedAt: null, outcome, says: 'Taken.', code: '250' },
});

it('says what became of a try', () => {
  expect(tryText(tried('sent'))).toBe('Taken. (250)');
  expect(tryText(tried(null))).toBe('under way');
  expect(tryText({ ...tried('later'), code: null, says: null })).toBe('not now');
});

it('says that somebody may have been told twice', () => {
  expect(perhapsTwice({ status: 'sent', tries: [tried('sent'), tried('unknown')] })).toBe(true);
  expect(perhapsTwice({ status: 'sent', tries: [tried('sent'), tried('later')] })).toBe(false);
  expect(perhapsTwice({ status: 'failed', tries: [tried('refused'), tried('unknown')] })).toBe(false);
});

it('says what has happened instead of an event’s type', () => {
  expect(subjectText({ subject: 'org.cellrelay.milestone.reached' })).toBe('Milestone reached');
  expect(subjectText({ subject: 'EXAMPLE: the count is late' })).toBe('EXAMPLE: the count is late');
});

it('says how a program stands, in one sentence', () => {
  const program = {
    ...{ id: '1', url: 'https://example.org/hook', examples: true, madeBy: 'ana' },
    ...{ createdAt: '2026-11-27T08:00:00.000Z', endedAt: null, endedWhy: null },
  };
  expect(standingText(program)).toMatch(/^told since Fri 27 Nov 2026, ..:00, of examples as well$/);
  const ended = { ...program, endedAt: '2026-11-27T09:00:00.000Z' };
  expect(standingText(ended)).toMatch(/^ended Fri 27 Nov 2026, ..:00$/);
  expect(standingText({ ...ended, endedWhy: 'It wants no more.' })).toMatch(/:00: It wants no more$/);
});
