import { problemOf } from './problem.js';
import { statusOf } from './status-of.js';

describe('a refusal over HTTP', () => {
  it.each([
    ['body-faulty', 400],
    ['sign-in-needed', 401],
    ['no-such-shipment', 404],
    ['not-allowed-now', 409],
    ['stale-revision', 412],
    ['body-too-large', 413],
    ['body-not-json-type', 415],
    ['if-match-missing', 428],
    ['too-many-requests', 429],
    ['idempotency-key-reused', 422],
    ['flight-lands-after-limit', 422],
  ])('%s answers %d', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });

  it('carries code, sentence, place and what is allowed', () => {
    expect(problemOf({ code: 'stale-revision', sentence: 'It moved.', at: '/day', allowed: ['"7"'] })).toEqual({
      type: 'urn:cellrelay:refusal:stale-revision',
      title: 'It has moved on since you read it',
      status: 412,
      detail: 'It moved.',
      code: 'stale-revision',
      at: '/day',
      allowed: ['"7"'],
    });
  });

  it('tells that it stands when it is confirmed', () => {
    const refusal = { code: 'end-after-its-count', sentence: 'It cannot be.', standsIfConfirmed: true } as const;
    expect(problemOf(refusal)).toMatchObject({ status: 422, standsIfConfirmed: true });
    expect(problemOf({ code: 'in-the-future', sentence: 'Not yet.' })).not.toHaveProperty('standsIfConfirmed');
  });
});
