import { unitTaken } from './unit-taken.js';

describe('a unit that another shipment has', () => {
  const asked = { unit: 'G123498654321', first: true };
  const of = (usedUp: boolean) => unitTaken(asked, { reference: 'EX-24-0001', usedUp });

  it('is refused by what is known of it, and no more', () => {
    expect(of(false)).toMatchObject({ code: 'unit-ordered-already', at: '/unit/din' });
    expect(of(false).sentence).toContain('which is open');
    expect(of(true).code).toBe('unit-used-up');
    // It may have been discarded, or last been seen in the air: that it was infused is not said.
    expect(of(true).sentence).toContain('is not known to be at its bank');
    expect(of(true).sentence).toContain('infused, stored elsewhere, discarded or last seen on its way');
  });

  it('is named where a correction gives it', () => {
    expect(unitTaken({ ...asked, first: false }, { reference: 'EX-24-0001', usedUp: true }).at).toBe('/body/unit/din');
  });
});
