import { exampleFacts, airport, at } from '../facts/facts.examples.js';
import type { LawSentence } from '../facts/from-rules.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import { askedOfPapers } from '../rules/for-papers.js';
import { confirmed, passing, verdictsAt } from '../rules/trips.examples.js';
import type { Trip } from '../rules/trip.js';
import type { Block, Paper, Said } from '../paper.js';
import { papersOf } from './paper-words.examples.js';

const ticked = (paper: Paper | undefined): readonly (readonly Said[])[] =>
  (paper?.blocks ?? [])
    .filter((block): block is Extract<Block, { kind: 'checks' }> => block.kind === 'checks')
    .map(({ items }) => items);

const cdg = airport('CDG', 'Paris', 'FR', 'Europe/Paris');

/** The example's cells to France instead, by the rules that ship. */
function toFrance(product: 'HPC-M' | 'HPC-A', ...confirmations: readonly string[]): PaperFacts {
  const trip: Partial<Trip> = { product };
  const rules = askedOfPapers(
    verdictsAt(
      passing('FR', 'import'),
      trip,
      confirmations.map((id) => confirmed(id)),
    ),
  );
  const legs = exampleFacts.legs.map((leg) => ({ ...leg, flight: { ...leg.flight, to: cdg } }));
  return { ...exampleFacts, product, legs, rules: rules.sentences, tariffs: rules.tariffs };
}

describe('the receipt form', () => {
  it('has the seven checks of France for marrow, each by its rule, apart from those of the site', () => {
    const [form] = papersOf(toFrance('HPC-M'), 'receipt-form');
    const [own = [], ofLaw = []] = ticked(form);
    expect(own.map(({ rule }) => rule)).toEqual([undefined]);
    expect(ofLaw).toHaveLength(7);
    expect(new Set(ofLaw.map(({ rule }) => rule))).toEqual(new Set(['fr-receipt-checks']));
    expect(ofLaw[0]?.texts.en).toBe('The identification of the donor is checked.');
    const headings = form?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.said.texts.en] : []));
    expect(headings).toEqual(
      expect.arrayContaining(['Checks of the sender’s policy', 'Checks that law asks for on receipt: France']),
    );
  });

  it('has none of them for cells of an apheresis before somebody has confirmed the rule', () => {
    const [form] = papersOf(toFrance('HPC-A'), 'receipt-form');
    expect(ticked(form)[1]?.map(({ message }) => message)).toEqual([
      ...['receipt.accepted', 'receipt.accepted-with-deviation', 'receipt.refused'],
    ]);
    expect(JSON.stringify(form)).not.toMatch(/filtered the product|receipt\.checks-of-law/);
    const [confirmedForm] = papersOf(toFrance('HPC-A', 'fr-receipt-checks-apheresis'), 'receipt-form');
    expect(ticked(confirmedForm)[1]).toHaveLength(7);
  });

  it('asks for them before the decision, and says none of them in a paragraph', () => {
    const [form] = papersOf(toFrance('HPC-M'), 'receipt-form');
    const texts = JSON.stringify(form?.blocks);
    expect(texts.indexOf('rule.fr-receipt-checks')).toBeLessThan(texts.indexOf('receipt.decision'));
    const paragraphs = (form?.blocks ?? []).filter(({ kind }) => kind === 'paragraph');
    expect(JSON.stringify(paragraphs)).not.toContain('fr-receipt-checks');
  });
});

describe('a check that law asks for', () => {
  const asked = (paper: LawSentence['paper']): PaperFacts => ({
    ...exampleFacts,
    rules: [{ rule: 'r', paper, country: null, message: 'rule.r.a', texts: { en: 'Look.' }, check: true }],
  });

  it.each(['packing-record', 'hand-over-form', 'receipt-form', 'customs-declaration', 'transport-plan'] as const)(
    'is ticked on a %s, once, by its rule',
    (kind) => {
      for (const paper of papersOf(asked(kind), kind))
        expect(
          ticked(paper)
            .flat()
            .filter(({ rule }) => rule === 'r'),
        ).toHaveLength(1);
    },
  );
});

describe('what goods are called', () => {
  it('is on the declaration what the rule of the border gives, in the United States 3001.90.0190', () => {
    const { sentences, tariffs } = askedOfPapers(verdictsAt(passing('US', 'import')));
    const [, declaration] = papersOf(
      { ...exampleFacts, rules: sentences, tariffs: [...exampleFacts.tariffs.slice(0, 1), ...tariffs] },
      'customs-declaration',
    );
    expect(JSON.stringify(declaration)).toContain('{"literal":"3001.90.0190"}');
    expect(JSON.stringify(declaration)).toContain('"rule":"us-code-3001-90"');
  });

  it.each([
    ['HPC-M', '3002590000 402'],
    ['HPC-A', '3002590000 403'],
    ['HPC-CB', '3002590000 404'],
  ] as const)('is in China, of %s under the earlier law, %s', (product, code) => {
    const verdicts = verdictsAt(passing('CN', 'export', { on: '2026-07-31' }), { product }, [
      ...['402', '403', '404'].map((suffix) => confirmed(`cn-code-${suffix}`)),
    ]);
    const { tariffs } = askedOfPapers(verdicts);
    const [declaration] = papersOf({ ...exampleFacts, product, tariffs }, 'customs-declaration');
    expect(JSON.stringify(declaration)).toContain(`{"literal":"${code}"}`);
  });

  it('is nothing a day after the earlier law: that declaration is not made', () => {
    const { tariffs } = askedOfPapers(
      verdictsAt(passing('CN', 'export', { on: '2026-08-01' }), {}, [confirmed('cn-code-403')]),
    );
    expect(papersOf({ ...exampleFacts, tariffs }, 'customs-declaration')).toEqual([]);
  });
});

describe('a donor with a positive marker, at the border of Hong Kong', () => {
  it('has a data sheet for the permit, and no statement that nothing is suspected', () => {
    const of = (markers: 'positive' | 'negative'): PaperFacts => {
      const { sentences, applications } = askedOfPapers(verdictsAt(passing('HK', 'import'), { markers }));
      const hkg = airport('HKG', 'Hong Kong', 'HK', 'Asia/Hong_Kong');
      const border = { ...exampleFacts.borders[0]!, country: 'HK', direction: 'import', airport: hkg } as const;
      const borders = [{ ...border, crossingAt: at('09-04T11:30', 'Asia/Hong_Kong') }];
      return { ...exampleFacts, borders, rules: sentences, applications };
    };
    const says = (facts: PaperFacts, kind: 'application-data-sheet' | 'contents-statement') =>
      papersOf(facts, kind)
        .map((paper) => JSON.stringify(paper))
        .join();
    expect(says(of('positive'), 'application-data-sheet')).toContain('"rule":"hk-permit-infectious"');
    expect(says(of('positive'), 'contents-statement')).not.toContain('hk-no-permit');
    expect(says(of('negative'), 'application-data-sheet')).toBe('');
    expect(says(of('negative'), 'contents-statement')).toContain('"rule":"hk-no-permit"');
  });
});
