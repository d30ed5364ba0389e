import type { DeliveryInFull } from '../api/types.js';
import { perhapsTwice, tryText } from './delivery-words.js';

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
