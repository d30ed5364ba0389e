import type { LocalDate } from '@cellrelay/kernel';
import { shippedRules, type Outcome, type Verdict } from '@cellrelay/paperwork';
import { markersSaid, rulesForPapers } from './rules-for-papers.js';

function verdict(id: string, outcome: Outcome, plans: readonly number[], country = 'US'): Verdict {
  const rule = shippedRules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const passage = { country, direction: 'import', airport: 'SFO', plans } as unknown as Verdict['passage'];
  return {
    rule,
    passage,
    on: '2026-12-01' as LocalDate,
    outcome,
    why: '',
    missing: [],
    confirmation: null,
    task: null,
  };
}

describe('what rules ask of papers', () => {
  it('is what prints, on the papers of the plan that passes there', () => {
    const all = [verdict('us-value', 'prints', [1]), verdict('us-value', 'confirm', [2])];
    expect(rulesForPapers(all, 1).sentences).toEqual([
      {
        ...{ rule: 'us-value', paper: 'customs-declaration', country: 'US', message: 'rule.us-value.value' },
        texts: { en: 'There is no sale; the value is stated for customs purposes only.' },
      },
    ]);
    expect(rulesForPapers(all, 2)).toEqual({ sentences: [], tariffs: [] });
  });

  it.each(['confirm', 'fact-missing', 'out-of-force'] as const)('is nothing of a rule that is %s', (outcome) => {
    const asked = rulesForPapers([verdict('us-value', outcome, [1]), verdict('cn-code-403', outcome, [1], 'CN')], 1);
    expect(asked).toEqual({ sentences: [], tariffs: [] });
  });

  it('is a code with its suffix, once for a country that is passed twice', () => {
    const code = verdict('cn-code-403', 'prints', [1, 2], 'CN');
    expect(rulesForPapers([code, code], 1)).toEqual({
      sentences: [],
      tariffs: [{ rule: 'cn-code-403', country: 'CN', code: '3002590000 403' }],
    });
  });

  it('is no note of what to know, and no permit to be asked for', () => {
    const others = shippedRules.filter(({ demands }) => ['note', 'permit', 'checks', 'notice'].includes(demands.kind));
    const all = others.map(({ id }) => verdict(id, 'prints', [1]));
    expect(all.length).toBeGreaterThan(5);
    expect(rulesForPapers(all, 1).sentences).toEqual([]);
  });
});

describe('what rules are told of the donor’s markers', () => {
  const markers = (...results: readonly ('negative' | 'positive' | 'not-tested')[]) => ({
    sampledOn: '2026-11-01' as LocalDate,
    laboratory: 'EXAMPLE',
    results: results.map((result, nth) => ({ marker: `M${nth}`, result })),
  });

  it.each([
    ['all are negative', markers('negative', 'negative'), 'negative'],
    ['one is positive, whatever else was not tested', markers('not-tested', 'positive'), 'positive'],
    ['one was not tested', markers('negative', 'not-tested'), null],
    ['none was entered', undefined, null],
    ['there are none', markers(), null],
  ])('where %s', (_, entered, said) => {
    expect(markersSaid(entered)).toBe(said);
  });
});
