import { shownInOf } from './places.js';

const ends = { from: { city: 'New York', zone: 'America/New_York' }, to: { city: 'Madrid', zone: 'Europe/Madrid' } };
const due = { key: 'connection/1.0/1-1.1/1', kind: 'connection', owner: 'courier', stage: 'flight-booking' } as const;

describe('in whose clock something due is shown', () => {
  it('is that of the airport at which it happens', () => {
    const happensIn = { city: 'Frankfurt', zone: 'Europe/Berlin' };
    expect(shownInOf({ ...due, happensIn }, ends)).toEqual(happensIn);
  });

  it('is that of an end where it does not say where it happens', () => {
    expect(shownInOf(due, ends)).toBe(ends.from);
    expect(shownInOf({ ...due, owner: 'transplant-centre' }, ends)).toBe(ends.to);
  });
});
