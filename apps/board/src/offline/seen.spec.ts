import { seenOf } from './seen.js';

const failed = (status: number) => Object.assign(new Error('EXAMPLE'), { status });
const kept = { value: 'kept', at: 1 };

describe('what is seen of a trip', () => {
  it('is the server’s word', () =>
    expect(seenOf({ data: 'asked', error: null, dataUpdatedAt: 2 }, kept, false)).toMatchObject({
      ...{ value: 'asked', from: 'network', at: 2 },
    }));

  it.each([
    ['no answer', failed(0)],
    ['a server that fails', failed(503)],
    ['too many at once', failed(429)],
    ['a lost session', failed(401)],
    ['a body that breaks off', new TypeError('network error')],
    ['a body that is none', new SyntaxError('Unexpected end of JSON input')],
  ])('stays what is known at %s', (_what, error) => {
    expect(seenOf({ data: 'asked', error, dataUpdatedAt: 2 }, kept, false)).toEqual({
      ...{ value: 'asked', from: 'phone', at: 2, error: null },
    });
    expect(seenOf({ data: undefined, error, dataUpdatedAt: 0 }, kept, false)).toEqual({
      ...{ value: 'kept', from: 'phone', at: 1, error: null },
    });
    expect(seenOf({ data: undefined, error, dataUpdatedAt: 0 }, null, false).error).toBe(error);
  });

  it.each([403, 404])('is nothing once the server has said that it is not theirs: %s', (status) =>
    expect(seenOf({ data: 'asked', error: failed(status), dataUpdatedAt: 2 }, kept, false)).toMatchObject({
      value: undefined,
      error: { status },
    }),
  );
});
