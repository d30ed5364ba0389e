import { exampleApplication, exampleFacts } from '../facts/facts.examples.js';
import { kindsOfPaper, type LawSentence } from '../facts/from-rules.js';
import type { FactName, PaperFacts } from '../facts/paper-facts.js';
import { factsFor, type Reader } from '../facts/readers.js';
import { english } from '../messages/catalogue.js';
import type { Paper } from '../paper.js';
import { packOf } from './pack.js';
import { messagesOf, papersOf } from './paper-words.examples.js';
import { sentencesIn } from './sentences.js';

const referencesOf = (facts: PaperFacts): readonly string[] => packOf(facts).papers.map(({ reference }) => reference);
const without = (name: FactName): PaperFacts => ({ ...exampleFacts, [name]: undefined });

describe('the pack of a trip', () => {
  const { papers, notMade } = packOf(exampleFacts);

  it('has every paper that the trip asks for, each under a name of its own that is safe for a file', () => {
    expect(notMade).toEqual([]);
    expect(papers.length).toBeGreaterThanOrEqual(15);
    expect(new Set(papers.map(({ reference }) => reference)).size).toBe(papers.length);
    for (const { reference } of papers) expect(reference).toMatch(/^[A-Za-z0-9.-]+$/);
  });

  it('is made alike from the same facts', () => {
    expect(packOf(exampleFacts)).toEqual({ papers, notMade });
  });

  it('says nothing that is no message, and every message in every language of its paper', () => {
    for (const paper of papers)
      for (const { message, texts } of sentencesIn(paper)) {
        expect(Object.keys(english)).toContain(message);
        expect(Object.keys(texts).sort()).toEqual([...paper.languages].sort());
        expect(Object.values(texts).filter((text) => text === '' || /[{}]/.test(text))).toEqual([]);
      }
  });

  it('has English on every paper', () => {
    expect(papers.filter(({ languages }) => !languages.includes('en'))).toEqual([]);
  });

  it('is marked as an example on every paper of example data, and on no other', () => {
    expect(papers.every(({ example }) => example)).toBe(true);
    expect(packOf({ ...exampleFacts, example: false }).papers.some(({ example }) => example)).toBe(false);
  });
});

describe('a fact that is missing', () => {
  it('stops the papers that need it and no other, with a sentence and where to enter it', () => {
    const { papers, notMade } = packOf(without('value'));
    expect(notMade).toEqual([
      ...['CN-export-PEK', 'US-import-SFO'].map((of) => ({
        paper: 'customs-declaration',
        of,
        reference: `${exampleFacts.reference}-P1-customs-declaration-${of}`,
        missing: [
          {
            fact: 'value',
            sentence: 'The value for customs purposes is not stated.',
            whereToEnter:
              'The shipment, Facts for the papers: Value for customs; or for all shipments, Papers of the organisation',
          },
        ],
      })),
    ]);
    expect(papers.map(({ reference }) => reference)).toEqual(
      referencesOf(exampleFacts).filter((reference) => !reference.includes('customs-declaration')),
    );
  });

  const names = (Object.keys(exampleFacts) as (keyof PaperFacts)[]).filter((name) => {
    const always = [
      'reference',
      'example',
      'plan',
      'product',
      'cargo',
      'madeAt',
      'band',
      'forSeveral',
      'legs',
      'checkpoints',
      'borders',
    ];
    return ![...always, 'visas', 'spears', 'rules', 'tariffs', 'applications'].includes(name);
  }) as FactName[];

  it.each(names)('%s: each paper is made, or says that it lacks just this', (name) => {
    const { papers, notMade } = packOf(without(name));
    for (const { missing } of notMade) {
      expect(missing.map(({ fact }) => fact)).toEqual([name]);
      for (const { sentence, whereToEnter } of missing) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(whereToEnter).not.toBe('');
      }
    }
    if (name !== 'bags') expect(papers.length + notMade.length).toBe(packOf(exampleFacts).papers.length);
  });

  it('is told together with all others that a paper lacks', () => {
    const { notMade } = packOf({ ...exampleFacts, hotline: undefined, passport: undefined });
    const letter = notMade.find(({ paper }) => paper === 'security-letter');
    expect(letter?.missing.map(({ fact }) => fact)).toEqual(['hotline', 'passport']);
  });

  it('is also a customs code that no printing rule gives', () => {
    const { notMade } = packOf({ ...exampleFacts, tariffs: exampleFacts.tariffs.slice(0, 1) });
    expect(notMade.map(({ of, missing }) => [of, missing.map(({ fact }) => fact)])).toEqual([
      ['US-import-SFO', ['tariff']],
    ]);
  });

  it('is as much an empty list of bags: nothing is declared of no bag', () => {
    expect(packOf({ ...exampleFacts, bags: [] }).notMade.map(({ paper }) => paper)).toContain('customs-declaration');
  });
});

describe('what a reader may not know', () => {
  const textsFor = (...kinds: readonly string[]): string =>
    JSON.stringify(packOf(exampleFacts).papers.filter(({ kind }) => kinds.includes(kind)));

  it('stands on no paper of theirs: security and airlines learn of neither centre, who carries the box of no GRID', () => {
    const shownOnTheWay = textsFor('security-letter', 'airline-letter', 'visa-letter');
    expect(shownOnTheWay).not.toMatch(/Apheresis Centre|Transplant Centre|9991EXAM|Z9991|"R1"|\/R1/);
    // The controls: it is there for those who may know.
    expect(textsFor('transport-plan')).toMatch(/Apheresis Centre.*Transplant Centre/);
    expect(textsFor('product-document')).toContain(exampleFacts.donorGrid);
    expect(textsFor('transport-plan', 'hand-over-form', 'emergency-card', 'customs-declaration')).not.toContain(
      '9991EXAM',
    );
  });

  it('gives security the last moment in its own clock, not in that of where the cells go', () => {
    const [atPek] = papersOf(exampleFacts, 'security-letter');
    expect(JSON.stringify(atPek)).toContain('7 September 2024, 12:05 (UTC+8)');
    expect(JSON.stringify(atPek)).not.toContain('UTC−5');
  });

  it('is not among the facts that its papers are written from', () => {
    const readers: readonly Reader[] = [
      ...(['security', 'airline', 'customs', 'embassy', 'courier', 'registry', 'applicant'] as const),
    ];
    for (const reader of readers) {
      const known = JSON.stringify(factsFor(exampleFacts, reader));
      expect(known).not.toMatch(/9991EXAM|1640/);
    }
    expect(JSON.stringify(factsFor(exampleFacts, 'transplant-centre'))).toMatch(/9991EXAM/);
    expect(JSON.stringify(factsFor(exampleFacts, 'transplant-centre'))).toMatch(/1640/);
    expect(factsFor(exampleFacts, 'security')).not.toHaveProperty('markers');
  });
});

describe('what law asks for', () => {
  const asked = (country: string | null, texts: LawSentence['texts']): PaperFacts => ({
    ...exampleFacts,
    rules: [{ rule: 'CN-7', paper: 'contents-statement', country, message: 'CN-7.statement', texts }],
  });
  const fromRules = (paper: Paper) => sentencesIn(paper).filter(({ rule }) => rule !== undefined);

  it('stands on the paper of its country, with its rule', () => {
    const [atPek, atSfo] = papersOf(asked('CN', { en: 'Asked.', 'zh-Hans': '要求。' }), 'contents-statement');
    expect(atPek && fromRules(atPek)).toEqual([
      { message: 'CN-7.statement', rule: 'CN-7', texts: { 'zh-Hans': '要求。', en: 'Asked.' } },
    ]);
    expect(atSfo && fromRules(atSfo)).toEqual([]);
  });

  it('stands in English where the officer’s language has it not, and before the signature', () => {
    const [atPek] = papersOf(asked(null, { en: 'Asked.' }), 'contents-statement');
    expect(atPek && fromRules(atPek)).toMatchObject([{ texts: { 'zh-Hans': 'Asked.', en: 'Asked.' } }]);
    expect(messagesOf(atPek).indexOf('CN-7.statement')).toBeLessThan(
      messagesOf(atPek).indexOf('label.signed-for-sender'),
    );
  });
});

describe('kinds of papers', () => {
  it('are each made of some facts', () => {
    const made = new Set(packOf(withAll()).papers.map(({ kind }) => kind));
    expect(kindsOfPaper.filter((kind) => !made.has(kind))).toEqual([]);
  });
});

function withAll(): PaperFacts {
  const { courier, passport = null, borders, madeAt } = exampleFacts;
  if (courier === undefined) throw new Error('the example has a courier');
  return {
    ...exampleFacts,
    visas: [{ who: courier, passport, country: 'US', as: 'courier' }],
    applications: [exampleApplication],
    borders: borders.map((border) => ({ ...border, released: { at: madeAt, workingDays: 10 } })),
    spears: [
      {
        ...{
          deviation: 'D1',
          kind: 'late',
          seriousness: 'serious',
          words: 'x',
          happenedAt: madeAt,
          knownAt: madeAt.at,
        },
        ...{ product: 'HPC-A', from: 'a', to: 'b', bags: [], happened: [], actions: [], outcome: null },
        temperature: { orderedMinCelsius: 2, orderedMaxCelsius: 8, onOpeningCelsius: null },
        correctiveAction: null,
      },
    ],
  };
}
