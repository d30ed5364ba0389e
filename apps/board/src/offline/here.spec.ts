import type { Me } from '../api/types.js';
import { hasEnded, hereBy, hereDespite } from './here.js';

const carla = { name: 'carla', role: 'courier' } as Me;
const carlos = { name: 'carlos', role: 'courier' } as Me;

describe('who is here', () => {
  it('is whom the server names, whoever is kept', () => {
    expect(hereBy(carlos, { ...carla, lost: true })).toBe(carlos);
    expect(hereBy(carla, { ...carla, lost: true })).toBe(carla);
  });

  it('is the one kept on the phone, without a session, where the server names nobody', () =>
    expect(hereBy(null, carla)).toEqual({ ...carla, lost: true }));

  it('is nobody where nobody is kept', () => expect(hereBy(null, undefined)).toBeNull());

  it('stays as it is known where no answer comes, or one that breaks off', () => {
    for (const error of [{ status: 0 }, { status: 429 }, { status: 502 }, new SyntaxError('cut'), new TypeError('cut')])
      expect(hereDespite(error, carla)).toBe(carla);
    expect(hereDespite({ status: 401 }, carla)).toEqual({ ...carla, lost: true });
  });
});

describe('a session that was to be ended', () => {
  it('has ended where the server says so, and not where the server fails', () => {
    const ended = (status: number) => hasEnded({ ok: status < 300, status });
    expect([204, 401, 403, 500, 503].map(ended)).toEqual([true, true, false, false, false]);
  });
});
