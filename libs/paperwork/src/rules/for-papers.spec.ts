import type { LocalDate } from '@cellrelay/kernel';
import { askedOfPapers } from './for-papers.js';
import { rulesFor } from './choose.js';
import { shippedRules } from './shipped.js';
import { ruleTexts, translatedMessages } from './rule-texts.js';
import { sentencesOf, type Rule } from './rule.js';
import type { Confirmation, Trip } from './trip.js';
import { cells, confirmed, passing, verdictsAt } from './trips.examples.js';

const all = shippedRules.map(({ id }) => confirmed(id));
const leading = passing('TW', 'import');

const asked = (
  passage: ReturnType<typeof passing>,
  facts: Partial<Trip> = {},
  confirmations: readonly Confirmation[] = [],
) => askedOfPapers(verdictsAt(passage, facts, confirmations));

const rulesIn = ({ sentences, tariffs, applications }: ReturnType<typeof asked>): readonly string[] => [
  ...sentences.map(({ rule }) => rule),
  ...tariffs.map(({ rule }) => rule),
  ...applications.flatMap(({ appliedFor, sentences: said }) => [
    ...(appliedFor === null ? [] : [appliedFor.rule]),
    ...said.map(({ rule }) => rule),
  ]),
];

describe('what rules ask of papers', () => {
  it('is of rules that print alone: nothing unconfirmed, nothing believed, nothing out of force', () => {
    const passages = (['CN', 'US', 'HK', 'DE', 'IT', 'FR', 'GB', 'JP', 'KR', 'TW', 'AU'] as const).flatMap((country) =>
      (['export', 'import', 'transit'] as const).flatMap((direction) =>
        ['2024-09-04', '2026-08-01', '2027-08-07'].map((on) => passing(country, direction, { on })),
      ),
    );
    for (const confirmations of [[], all])
      for (const passage of passages) {
        const verdicts = verdictsAt(passage, {}, confirmations);
        const printing = verdicts.flatMap(({ rule, outcome }) => (outcome === 'prints' ? [rule.id] : []));
        expect(rulesIn(askedOfPapers(verdicts)).filter((rule) => !printing.includes(rule))).toEqual([]);
      }
    // The control: there is more that could have been said.
    expect(rulesIn(asked(passages[0]!, {}, all)).length).toBeGreaterThan(rulesIn(asked(passages[0]!)).length);
  });

  it('is the country’s alone on a letter to its officers, and any country’s on a paper that there is once', () => {
    const { sentences } = asked(passing('CN', 'export', { on: '2026-07-01', otherEnd: 'KR' }), {}, all);
    expect(sentences.filter(({ paper }) => paper === 'security-letter').map(({ country }) => country)).toEqual([
      ...['CN', 'CN'],
    ]);
    const note = asked(passing('KR', 'import')).sentences.find(({ paper }) => paper === 'transport-plan');
    expect(note).toMatchObject({ rule: 'kr-coordinator', country: null });
  });

  it('is said once, however often a border is passed', () => {
    const passages = [passing('US', 'import'), passing('US', 'transit')];
    const twice = askedOfPapers(rulesFor({ ...cells, passages }, shippedRules, all)).sentences;
    const messages = twice.map(({ message, country }) => `${message} ${country}`);
    expect(new Set(messages).size).toBe(messages.length);
    expect(messages.filter((each) => each.startsWith('rule.us-tsa.'))).toHaveLength(3);
  });

  it('names goods as the country does: the tariff’s code, with the suffix of its inspection', () => {
    expect(asked(passing('US', 'import')).tariffs).toEqual([
      { rule: 'us-code-3001-90', country: 'US', code: '3001.90.0190' },
    ]);
    expect(asked(passing('CN', 'export', { on: '2026-07-31' }), {}, all).tariffs).toEqual([
      { rule: 'cn-code-403', country: 'CN', code: '3002590000 403' },
    ]);
    expect(asked(passing('CN', 'export', { on: '2026-08-01' }), {}, all).tariffs).toEqual([]);
  });
});

describe('sentences of rules in other languages', () => {
  const shipped = shippedRules.flatMap(sentencesOf);

  it.each(translatedMessages)('%s is of the sentence as it ships', (message) => {
    const words = shipped.find((each) => each.message === message);
    const texts = words && ruleTexts(words);
    expect(texts).toMatchObject({ en: words?.english });
    expect(Object.keys(texts ?? {}).length).toBeGreaterThan(1);
  });

  it('are none of a wording of the site’s own', () => {
    expect(ruleTexts({ message: translatedMessages[0]!, english: 'EXAMPLE Another.' })).toEqual({
      en: 'EXAMPLE Another.',
    });
  });

  it('are there for all that an officer at a border of China reads under the earlier law', () => {
    const { sentences, applications } = asked(passing('CN', 'export', { on: '2024-09-04' }), {}, all);
    const said = [...sentences, ...applications.flatMap((each) => each.sentences)];
    expect(said.length).toBeGreaterThan(6);
    expect(said.filter(({ texts }) => texts['zh-Hans'] === undefined).map(({ message }) => message)).toEqual([]);
  });
});

describe('checks that law asks for on receipt', () => {
  const checksAt = (...args: Parameters<typeof asked>) =>
    asked(...args).sentences.filter(({ check }) => check === true);

  it('are the seven of France for marrow, and of an apheresis none before a site has confirmed them', () => {
    expect(checksAt(passing('FR', 'import'), { product: 'HPC-M' })).toHaveLength(7);
    expect(checksAt(passing('FR', 'import'))).toEqual([]);
    const ofBlood = checksAt(passing('FR', 'import'), {}, [confirmed('fr-receipt-checks-apheresis')]);
    expect(ofBlood).toHaveLength(7);
    expect(new Set(ofBlood.map(({ rule }) => rule))).toEqual(new Set(['fr-receipt-checks-apheresis']));
  });

  it('are asked for in China by confirmed rules of the earlier law, in Chinese too, and under Order 281 by none', () => {
    const on = (day: string) => checksAt(passing('CN', 'import', { on: day }), {}, all);
    expect(on('2026-07-31')).toHaveLength(10);
    expect(on('2026-07-31')[0]?.texts).toEqual({
      en: 'Name as on the approval form',
      'zh-Hans': '名称与审批单一致',
      de: 'Bezeichnung wie im Genehmigungsformular',
    });
    expect(on('2026-08-01')).toEqual([]);
  });
});

describe('applications', () => {
  it('are one for each permit of a rule that prints, with what else is known of it there', () => {
    const { applications } = asked(leading);
    expect(applications).toMatchObject([
      {
        ...{ country: 'TW', direction: 'import', open: [] },
        appliedFor: { rule: 'tw-application', applicant: 'the importer or exporter', leadWorkingDays: null },
      },
    ]);
    expect(applications[0]?.sentences.map(({ rule }) => rule)).toEqual(['tw-application', 'tw-online']);
    expect(
      asked(passing('IT', 'import'), { frozen: true }).applications.map(({ appliedFor }) => appliedFor),
    ).toMatchObject([
      { rule: 'eu-importing-establishment' },
      { rule: 'it-import', leadWorkingDays: null },
      { rule: 'it-usmaf', leadWorkingDays: 3 },
    ]);
  });

  it('are for Hong Kong one where a marker is positive, none where all are negative, and to be decided where none is known', () => {
    const of = (markers: Trip['markers']) => asked(passing('HK', 'import'), { markers }).applications;
    expect(of('positive')).toMatchObject([{ appliedFor: { rule: 'hk-permit-infectious' } }]);
    expect(of('negative')).toEqual([]);
    expect(of(null)).toMatchObject([{ appliedFor: null, sentences: [], open: [{ missing: ['markers'] }] }]);
  });

  it('are for Australia one on leaving with a container of 50.1 mL, and none with one of 50.0 mL or on arrival', () => {
    const of = (containerMl: number, direction: 'export' | 'import') =>
      asked(passing('AU', direction), { containerMl, contentsMl: 40 }).applications.flatMap(
        ({ appliedFor }) => appliedFor?.rule ?? [],
      );
    expect(of(50.1, 'export')).toEqual(['au-export-over-50-ml']);
    expect(of(50, 'export')).toEqual([]);
    expect([of(50, 'import'), of(50.1, 'import')]).toEqual([[], []]);
  });

  it('that only unconfirmed rules ask for say nothing of them but whom to ask', () => {
    const { applications } = asked(passing('CN', 'export'));
    expect(applications).toMatchObject([{ appliedFor: null, sentences: [] }]);
    expect(applications[0]?.open).toContainEqual({
      ...{ rule: 'cn-281-approval', office: 'the directly affiliated customs of the airport', missing: [] },
      topic: 'GACC Order 281 of 2026-01-06, partial text',
    });
    const jp = asked(passing('JP', 'import')).applications[0];
    expect(jp?.open[0]?.topic).toBe('Japan’s papers of quarantine and customs for an import');
  });

  it('are none by a rule that expired a day ago', () => {
    const lastDay = '2026-11-30' as LocalDate;
    const expiring = shippedRules.map((rule): Rule =>
      rule.id === 'tw-application' ? { ...rule, inForce: { from: null, to: lastDay } } : rule,
    );
    const on = (day: string) =>
      askedOfPapers(rulesFor({ ...cells, passages: [passing('TW', 'import', { on: day })] }, expiring, []));
    expect(rulesIn(on('2026-11-30'))).toContain('tw-application');
    expect(rulesIn(on('2026-12-01'))).not.toContain('tw-application');
  });
});
