import { currentVersionOf, upcastData } from './upcasts.js';

describe('old versions of events', () => {
  it('are at their first version unless something has changed', () => expect(currentVersionOf('DonorCleared')).toBe(1));

  it('are lifted to today’s', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: { version: 'default-1' } });
    expect(lifted).toMatchObject({ policy: { version: 'default-1' } });
  });

  it('are left alone when they are today’s', () => {
    const data = { policy: { version: 'x' } };
    expect(upcastData('PolicyPinned', currentVersionOf('PolicyPinned'), data)).toBe(data);
  });

  it.each([0, 99, 1.5])('are refused when nobody knows them: version %d', (version) => {
    expect(() => upcastData('DonorCleared', version, {})).toThrow('is not known to this release');
  });
});
