import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import { constantIds, figureOf, shippedConstants } from './constants.js';
import { siteFigureIds, withSiteFigures, type SiteFigure, type SiteFigureId } from './site-figures.js';

const own = (id: SiteFigureId, value: number, approvedBy = 'Dr EXAMPLE'): SiteFigure => ({
  ...{ id, value, approvedBy },
  source: 'EXAMPLE validation of the site',
});
const amended = (...figures: readonly SiteFigure[]) => withSiteFigures(shippedConstants, figures, 'shipped-1+site-2');

describe('a site’s own figures', () => {
  it('stand in the place of the shipped ones, under a version of their own, with who approved them', () => {
    const set = mustBe(amended(own('hpc-a.rate-at-5', 0.005), own('freeze-celsius', 0.5)));
    expect(set.version).toBe('shipped-1+site-2');
    expect(set.constants['hpc-a.rate-at-5']).toMatchObject({ value: 0.005, mark: 'site', version: 2 });
    expect(set.constants['freeze-celsius']).toMatchObject({ value: 0.5, approvedBy: 'Dr EXAMPLE' });
    const others = constantIds.filter((id) => id !== 'hpc-a.rate-at-5' && id !== 'freeze-celsius');
    for (const id of others) expect(set.constants[id]).toBe(shippedConstants.constants[id]);
  });

  it('are none where none is given: then the shipped set goes by its own version', () => {
    expect(mustBe(amended())).toBe(shippedConstants);
  });

  it.each([
    ['another unit', [own('hpc-a.rate-at-5', 36)], '/0/value'],
    ['a slipped point', [own('freeze-celsius', 10)], '/0/value'],
    ['no number', [own('freeze-celsius', Number.NaN)], '/0/value'],
    ['nobody’s word', [own('freeze-celsius', 0, ' ')], '/0/approvedBy'],
    ['one twice', [own('freeze-celsius', 0), own('freeze-celsius', 1)], '/1/id'],
    ['one that contradicts another', [own('thaw.hpc-cb.low', 0.95)], undefined],
    ['a doubt that would end before it begins', [own('amber-below-probability', 0.98)], undefined],
  ])('are refused with %s', (_, figures, at) => {
    const found = amended(...figures);
    expect(found).toMatchObject({ ok: false });
    if (!found.ok) expect(found.error.at).toBe(at);
  });

  it('may each be what is shipped, and are never taken when absurd', () => {
    for (const id of siteFigureIds) expect(amended(own(id, figureOf(shippedConstants, id))).ok).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...siteFigureIds), fc.double({ min: 1001, max: 1e9, noNaN: true }), (id, value) => {
        expect(amended(own(id, value)).ok).toBe(false);
        expect(amended(own(id, -value)).ok).toBe(false);
      }),
    );
  });
});
