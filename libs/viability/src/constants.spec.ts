import { constantIds, figureOf, judgedOf, shippedConstants, withSiteFigure } from './constants.js';

const amendment = { id: 'gap-minutes', value: 15, source: 'EXAMPLE validation', approvedBy: 'EXAMPLE Head' } as const;

describe('the constants (viability.md R8)', () => {
  it.each(constantIds)('%s has a figure, a version, a mark and a source, and is approved by nobody yet', (id) => {
    const constant = shippedConstants.constants[id];
    expect(constant).toMatchObject({ id, version: 1, approvedBy: null, mark: expect.stringMatching(/^[VFJ]$/) });
    expect(Number.isFinite(constant.value)).toBe(true);
    expect(constant.source).toMatch(/viability\.md (\d|R)|probe|band/);
  });

  it('tell which of some are judgements', () => {
    expect(judgedOf(shippedConstants, ['hpc-a.activation', 'gap-minutes', 'thaw.hpc-a.low'])).toEqual(['gap-minutes']);
  });

  it('take a site’s own figure under a version of its own, and stay as they were', () => {
    const result = withSiteFigure(shippedConstants, amendment, 'site-1');
    expect(result).toMatchObject({
      ok: true,
      value: {
        version: 'site-1',
        constants: {
          'gap-minutes': { value: 15, version: 2, mark: 'site', approvedBy: 'EXAMPLE Head', unit: 'min' },
          'freeze-celsius': { version: 1 },
        },
      },
    });
    expect(figureOf(shippedConstants, 'gap-minutes')).toBe(30);
    expect(result.ok && judgedOf(result.value, ['gap-minutes'])).toEqual([]);
  });

  it.each([
    ['nobody’s word', { approvedBy: '  ' }, 'site-1', 'approver-missing'],
    ['no version', {}, ' ', 'approver-missing'],
    ['the version that there is', {}, 'shipped-1', 'approver-missing'],
    ['no number', { value: Number.NaN }, 'site-1', 'constant-invalid'],
    ['an endless one', { value: Infinity }, 'site-1', 'constant-invalid'],
    ['a negative time', { value: -1 }, 'site-1', 'constant-invalid'],
  ])('are not changed by %s', (_, wrong, version, code) => {
    expect(withSiteFigure(shippedConstants, { ...amendment, ...wrong }, version)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('may be temperatures below zero', () => {
    const colder = { ...amendment, id: 'frozen.allowable-celsius', value: -140 } as const;
    expect(withSiteFigure(shippedConstants, colder, 'site-1')).toMatchObject({ ok: true });
  });
});
