import { byLabel, stagesOf } from './action-groups.js';

const action = (stage: string, label: string, subject = '') => ({ stage, label, subject });
const actions = [
  action('order', 'Cancel'),
  action('flight-booking', 'Record a cancelled flight', 'CA 1'),
  action('flight-booking', 'Propose a plan'),
  action('flight-booking', 'Record a cancelled flight', 'CA 2'),
  action('courier', 'Nominate the courier'),
];

describe('what may be done, on the page', () => {
  it('stands by stage, those first in which something waits', () => {
    const groups = stagesOf(actions, new Set(['courier', 'receipt']));
    expect(groups.map(({ stage, waits, actions: own }) => [stage, waits, own.length])).toEqual([
      ['courier', true, 1],
      ['order', false, 1],
      ['flight-booking', false, 3],
    ]);
  });

  it('joins what is done with several things', () => {
    expect(byLabel(actions.slice(1, 4)).map(({ label, actions: own }) => [label, own.length])).toEqual([
      ['Record a cancelled flight', 2],
      ['Propose a plan', 1],
    ]);
  });
});
