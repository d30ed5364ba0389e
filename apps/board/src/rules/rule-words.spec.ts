import type { BorderRule, TripRule } from '../api/types.js';
import { borderText, byBorder, countText, demandText, inForceText, whenText } from './rule-words.js';

const rule = (more: Partial<TripRule>) =>
  ({ direction: 'export', country: 'CN', airport: 'PEK', outcome: 'prints', ...more }) as TripRule;
const when = (more: BorderRule['when']) => whenText({ when: more });

describe('words of rules', () => {
  it('name a border by what the cells do there', () => {
    expect(borderText(rule({}))).toBe('Leaving China at PEK');
    expect(borderText(rule({ direction: 'transit', country: 'DE', airport: null }))).toBe('Changing planes in Germany');
  });

  it('say since when and until when it holds', () => {
    expect(inForceText({ from: null, to: null })).toBe('no dates were read');
    expect(inForceText({ from: '2026-08-01', to: null })).toMatch(/^from .*2026$/);
    expect(inForceText({ from: null, to: '2026-07-31' })).toMatch(/^until .*2026$/);
    expect(inForceText({ from: '2015-03-01', to: '2026-07-31' })).toMatch(/2015 to .*2026$/);
  });

  it('say when it applies, and nothing of what does not matter', () => {
    expect(when({ directions: ['export', 'import', 'transit', 'domestic'] })).toBe('always');
    expect(when({ directions: ['import'], products: ['HPC-A'], markers: 'positive', manipulated: false })).toBe(
      'import; HPC-A; a marker positive; not manipulated',
    );
    expect(when({ directions: ['export'], containerMoreThanMl: 50, frozen: true, carriage: 'cargo' })).toBe(
      'export; frozen; as cargo; container over 50 mL',
    );
    expect(when({ directions: ['import'], otherEndNotIn: ['DE', 'NO'] })).toBe('import; other end not in DE NO');
  });

  it('say what is demanded: code, who applies, by when', () => {
    const demands = { kind: 'code', paper: 'customs-declaration', code: { hs: '3002590000', suffix: '403' } } as const;
    expect(demandText({ demands })).toBe('3002590000, suffix 403');
    expect(
      demandText({ demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'A', leadWorkingDays: 3 } }),
    ).toBe('by A; 3 working days before');
  });

  it('count what becomes of a border’s rules', () => {
    const outcomes = ['prints', 'prints', 'confirm', 'fact-missing', 'out-of-force'] as const;
    const rules = outcomes.map((outcome) => rule({ outcome }));
    expect(countText(rules)).toBe('2 print, 1 to be confirmed, 1 fact missing');
    expect(countText(rules.slice(0, 1))).toBe('1 prints');
    expect(byBorder([...rules, rule({ country: 'US', direction: 'import', airport: 'ORD' })])).toHaveLength(2);
  });
});
