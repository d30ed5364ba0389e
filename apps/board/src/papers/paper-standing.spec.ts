import type { PaperOfPlan } from '../api/types.js';
import { askedFor, countOf, issuingsOf, missingFacts, standingOf } from './paper-standing.js';

type Issued = NonNullable<PaperOfPlan['issued']>;

const issued = (standing: Issued['standing']): Issued => ({
  document: 'EX-1',
  issuedAt: '2026-11-27T08:00:00Z',
  standing,
  changed: standing === 'superseded' ? ['legs'] : [],
  by: null,
});
/** Of what the plan asks for no more. */
const dropped = (reference: string) =>
  paper(reference, { made: false, issued: { ...issued('superseded'), changed: [] } });
const missing = (fact: string) => ({ fact, sentence: `${fact} is not known.`, whereToEnter: 'somewhere' });

function paper(reference: string, more: Partial<PaperOfPlan> = {}): PaperOfPlan {
  return {
    kind: 'transport-plan',
    of: null,
    title: 'Transport plan',
    reference,
    languages: ['en'],
    made: true,
    missing: [],
    issued: null,
    ...more,
  };
}

const lacking = (reference: string, ...facts: readonly string[]) =>
  paper(reference, { made: false, missing: facts.map(missing) });

describe('how a paper stands', () => {
  it.each([
    ['to-issue', paper('a')],
    ['lacking', lacking('a', 'box')],
    ['valid', paper('a', { issued: issued('valid') })],
    ['outdated', paper('a', { issued: issued('superseded') })],
    ['withdrawn', paper('a', { issued: issued('withdrawn') })],
  ])('is %s', (standing, one) => {
    expect(standingOf(one)).toBe(standing);
  });

  it('is outdated also where no new one can be made: somebody holds it', () => {
    expect(standingOf({ ...lacking('a', 'box'), issued: issued('superseded') })).toBe('outdated');
  });

  it('is no longer needed where nothing is to take its place, and outdated again once the plan asks for it anew', () => {
    expect(standingOf(dropped('a'))).toBe('not-needed');
    expect(standingOf({ ...dropped('a'), made: true })).toBe('outdated');
    expect(standingOf({ ...dropped('a'), missing: [missing('box')] })).toBe('outdated');
    // Whoever is not told what it lacks sees that something has changed.
    expect(standingOf({ ...dropped('a'), issued: issued('superseded') })).toBe('outdated');
  });

  it('is counted', () => {
    const count = countOf([paper('a'), paper('b'), lacking('c', 'box'), paper('d', { issued: issued('valid') })]);
    expect(count).toEqual({ valid: 1, outdated: 0, withdrawn: 0, 'to-issue': 2, lacking: 1, 'not-needed': 0 });
  });

  it('that is no longer needed is among neither the outdated nor those that a pack is to have', () => {
    const papers = [paper('a', { issued: issued('valid') }), dropped('b')];
    expect(countOf(papers)).toMatchObject({ outdated: 0, 'not-needed': 1 });
    expect(askedFor(papers)).toBe(1);
    expect(askedFor([...papers, lacking('c', 'box')])).toBe(2);
  });
});

describe('what can be issued', () => {
  it('is all that can be made, while nothing is', () => {
    const [first, ...rest] = issuingsOf([paper('a'), lacking('b', 'box'), paper('c')]);
    expect(first).toEqual({ act: 'issue', references: ['a', 'c'] });
    expect(rest).toEqual([]);
  });

  it('is first what somebody holds outdated, then the rest; never what is valid', () => {
    const papers = [
      paper('a', { issued: issued('valid') }),
      paper('b'),
      paper('c', { issued: issued('superseded') }),
      paper('d', { issued: issued('withdrawn') }),
    ];
    expect(issuingsOf(papers)).toEqual([
      { act: 'reissue', references: ['c'] },
      { act: 'issue-rest', references: ['b', 'd'] },
    ]);
  });

  it('is nothing where all are valid, or lack something', () => {
    const outdated = { ...lacking('b', 'box'), issued: issued('superseded') };
    expect(issuingsOf([paper('a', { issued: issued('valid') }), outdated, dropped('c')])).toEqual([]);
  });
});

describe('missing facts', () => {
  it('stand once each over all plans, what stops most papers at the top', () => {
    const plans = [{ papers: [lacking('a', 'box', 'value')] }, { papers: [lacking('b', 'value'), paper('c')] }];
    expect(missingFacts(plans).map(({ fact, papers }) => [fact, papers])).toEqual([
      ['value', 2],
      ['box', 1],
    ]);
  });
});
