import { refusalOf } from '../api/refusal.js';
import { turnedDown } from './turned-down.js';

const kindOf = (status: number) => turnedDown(status, refusalOf(status, null)).kind;

describe('what an answer that turns it down means', () => {
  it.each([401, 421, 429, 500, 503])('is not known after %d: whether an earlier try was done is not said', (status) => {
    expect(kindOf(status)).toBe('unknown');
  });

  it.each([400, 404, 409, 422])('is a refusal after %d', (status) => expect(kindOf(status)).toBe('refused'));

  it.each([412, 428])('is that somebody was faster after %d', (status) => expect(kindOf(status)).toBe('stale'));
});
