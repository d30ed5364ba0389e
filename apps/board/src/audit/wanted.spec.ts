import { isBackwards, searchOf, wantedIn, type Wanted } from './wanted.js';

const nothing: Wanted = { kind: '', about: '', by: '', from: '', to: '' };

it('stands in an address, without what is not asked for, and is read there again', () => {
  const wanted = { ...nothing, kind: 'role-changed', by: 'EXAMPLE a&b', from: '2026-11-01' };
  expect(Object.keys(searchOf(wanted))).toEqual(['kind', 'by', 'from']);
  expect(wantedIn(new URLSearchParams(searchOf(wanted)))).toEqual(wanted);
  expect(wantedIn(new URLSearchParams('other=1'))).toEqual(nothing);
});

it('is backwards where From is later than To, and not where one day is both or one is open', () => {
  expect(isBackwards({ ...nothing, from: '2026-11-02', to: '2026-11-01' })).toBe(true);
  const fine = [
    { ...nothing, from: '2026-11-01', to: '2026-11-01' },
    { ...nothing, from: '2026-11-02' },
    { ...nothing, to: '2026-11-01' },
  ];
  expect(fine.map(isBackwards)).toEqual([false, false, false]);
});
