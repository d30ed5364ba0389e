import { issuedAddress } from '../papers/paper-addresses.js';
import { goneOf, gonePapers } from './gone.js';

const notIn =
  (...theirs: readonly string[]) =>
  (trip: string) =>
    !theirs.includes(trip);

describe('what goes off the phone with the trips that are theirs no more', () => {
  it('is what was kept of those trips, and nothing else', () => {
    const names = ['ana b trips', 'ana b trip a', 'ana b trip b', 'ana b told a flight', 'ana b told b flight'];
    expect(goneOf(names, 'ana b', notIn('a'))).toEqual(['ana b trip b', 'ana b told b flight']);
    expect(goneOf(names, 'ana b', notIn('a', 'b'))).toEqual([]);
  });

  it('are their papers, and no others', () => {
    const [one, other] = [issuedAddress('a', 'd-1'), issuedAddress('b/c', 'd-1')];
    expect(gonePapers([one, other], notIn('a'))).toEqual([other]);
    expect(gonePapers([one, other], notIn('b/c'))).toEqual([one]);
  });
});
