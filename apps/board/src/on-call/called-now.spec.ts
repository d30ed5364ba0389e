import { calledNow } from './called-now.js';

const at = (text: string) => Date.parse(`2026-11-27T${text}:00Z`);
const roster = (accounts: readonly string[], reachable = true) => ({
  now: [],
  spans: [
    { from: '2026-11-27T08:00:00Z', to: '2026-11-27T12:00:00Z', accounts: [] },
    { from: '2026-11-27T12:00:00Z', to: '2026-11-27T20:00:00Z', accounts: [...accounts] },
  ],
  people: [{ account: 'one', person: 'EXAMPLE One', role: 'coordinator' as const, reachable }],
});

describe('whom alerts reach', () => {
  it('is nobody in a gap, and somebody from the moment in which their turn begins', () => {
    expect(calledNow(roster(['one']), at('11:59'))).toBe('nobody');
    expect(calledNow(roster(['one']), at('12:00'))).toBe('somebody');
  });

  it('is nobody where no channel of whoever is on call is known', () => {
    expect(calledNow(roster(['one'], false), at('13:00'))).toBe('no-channel');
    expect(calledNow(roster(['gone']), at('13:00'))).toBe('no-channel');
  });

  it('goes by who was on call when it was asked, where the days do not go as far', () => {
    expect(calledNow({ ...roster([]), now: ['one'] }, at('23:00'))).toBe('somebody');
  });
});
