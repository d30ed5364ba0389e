import { savedAs, withShown } from './view-address.js';

const houston = { id: '1', name: 'Houston', view: 'air', q: 'houston' } as const;

describe('a saved view', () => {
  it('is the one that shows just this', () => {
    expect(savedAs([houston], { view: 'air', q: 'houston' })).toBe(houston);
    expect(savedAs([houston], { view: 'all', q: 'houston' })).toBeUndefined();
  });

  it('is a link, and leaves alone what else stands in the address', () => {
    const shown = withShown(new URLSearchParams('view=mine&x=1'), houston);
    expect(shown.toString()).toBe('view=air&x=1&q=houston');
    expect(withShown(shown, { view: 'all', q: '' }).toString()).toBe('x=1');
  });
});
