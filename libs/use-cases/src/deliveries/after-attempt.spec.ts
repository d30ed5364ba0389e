import { afterAttempt, isLeftUnknown, waitAfterTry } from './after-attempt.js';
import type { LeasedDelivery } from './delivery-store.port.js';
import type { AttemptOutcome, Channel } from './delivery.js';

const hour = 3_600_000;
const tried = (channel: Channel, more: Partial<LeasedDelivery> = {}) =>
  ({ delivery: { channel }, attempt: 9, tries: 1, ageMs: 0, unknownBefore: 0, ...more }) as LeasedDelivery;
const ends = (outcome: AttemptOutcome, of = tried('mail')) => afterAttempt(of, { outcome, says: '', code: null });

describe('after a try', () => {
  it.each([
    ['sent', 'sent'],
    ['kept', 'kept'],
    ['refused', 'failed'],
    ['ended', 'failed'],
  ] as const)('%s is %s', (outcome, status) => {
    expect(ends(outcome)).toEqual({ status, nextAfterMs: null });
  });

  it('is waited longer and longer, to each channel’s most', () => {
    const waits = [1, 2, 3, 4, 5].map((n) => ends('later', tried('mail', { tries: n })).nextAfterMs);
    expect(waits).toEqual([10_000, 30_000, 90_000, 270_000, 600_000]);
    expect(waitAfterTry('webhook', 30)).toBe(2 * hour);
  });

  it.each([
    ['mail', 24],
    ['sms', 6],
    ['voice', 2],
    ['webhook', 72],
  ] as const)('%s is given up when it would be tried after %s hours', (channel, hours) => {
    expect(ends('later', tried(channel, { ageMs: hours * hour - 10_000 })).status).toBe('waiting');
    expect(ends('later', tried(channel, { ageMs: hours * hour - 9_999 })).status).toBe('failed');
  });

  it('without an answer it is told once more, and no third time', () => {
    expect(ends('unknown').status).toBe('waiting');
    expect(ends('unknown', tried('mail', { unknownBefore: 1 })).status).toBe('unknown');
    expect(ends('later', tried('mail', { unknownBefore: 1 })).status).toBe('waiting');
  });

  it('without an answer programs, which know it by its id, are told on for as long as otherwise', () => {
    expect([isLeftUnknown('webhook', 9, 72 * hour), isLeftUnknown('webhook', 9, 72 * hour + 1)]).toEqual([false, true]);
    expect([isLeftUnknown('mail', 1, 0), isLeftUnknown('mail', 2, 0)]).toEqual([false, true]);
  });
});
