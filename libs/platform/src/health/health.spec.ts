import { readinessOf } from './health.js';

const fine = () => Promise.resolve({ ok: true, says: 'reachable' });

describe('readiness', () => {
  it('is given when every part is fine', async () => {
    expect(await readinessOf({ database: fine })).toEqual({
      ready: true,
      parts: { database: { ok: true, says: 'reachable' } },
    });
  });

  it('names the part that fails, and not why in the words of a driver', async () => {
    const answer = await readinessOf({
      database: fine,
      migrations: () => Promise.reject(new Error('password of owner wrong')),
    });
    expect(answer.ready).toBe(false);
    expect(answer.parts['migrations']).toEqual({ ok: false, says: 'failed when asked' });
  });

  it('does not wait for a part that says nothing', async () => {
    const answer = await readinessOf({ worker: () => new Promise(() => undefined) });
    expect(answer.parts['worker']).toEqual({ ok: false, says: 'did not answer within 2 s' });
  });
});
