import { routeOf } from './route-of.js';

const shell = new Set(['/assets/index-12345678.js', '/theme.js', '/index.html']);
const asked = (path: string, more: Partial<Parameters<typeof routeOf>[0]> = {}) =>
  routeOf({ method: 'GET', mode: 'navigate', ownOrigin: true, path, ...more }, shell);

describe('who answers a request of the page', () => {
  it.each(['/', '/shipments/a0000000-0000-4000-8000-000000000001', '/join'])('the app’s page at %s', (path) =>
    expect(asked(path)).toBe('page'),
  );
  it('the phone for the app’s own files', () =>
    expect(asked('/assets/index-12345678.js', { mode: 'cors' })).toBe('shell'));
  it('the phone for files of another version, which a page may still run in', () =>
    expect(asked('/assets/index-87654321.js', { mode: 'cors' })).toBe('shell'));
  it('the server and then the phone for an issued paper', () =>
    expect(asked('/api/v1/shipments/a/papers/d-1')).toBe('paper'));
  it.each([
    '/api/v1/shipments',
    '/api/v1/shipments/a/papers',
    '/api/v1/shipments/a/papers/preview',
    '/api/v1/shipments/a/papers/pack',
    '/api/docs',
    '/health/live',
    '/papers/some-code',
  ])('the network alone for %s', (path) => expect(asked(path)).toBeNull());
  it('the network alone for what is written, and for other origins', () => {
    expect(asked('/', { method: 'POST' })).toBeNull();
    expect(asked('/', { ownOrigin: false })).toBeNull();
  });
});
