import { exampleApplication, exampleFacts } from '../facts/facts.examples.js';
import type { Application } from '../facts/from-rules.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import type { Paper } from '../paper.js';
import { packOf } from './pack.js';
import { messagesOf, papersOf } from './paper-words.examples.js';

const kind = 'application-data-sheet';

const sheetOf = (application: Application = exampleApplication, more: Partial<PaperFacts> = {}): Paper | undefined =>
  papersOf({ ...exampleFacts, ...more, applications: [application] }, kind)[0];

/** What stands beside a label, in English. */
function beside(paper: Paper | undefined, label: string): readonly string[] {
  const rows = (paper?.blocks ?? []).flatMap((block) => (block.kind === 'facts' ? block.rows : []));
  return rows
    .filter(({ label: { message } }) => message === label)
    .map(({ value }) => ('literal' in value ? value.literal : (value.texts.en ?? '')));
}

/** The lines of the table that has such a column, in English. */
function tableUnder(paper: Paper | undefined, column: string): readonly (readonly string[])[] {
  const tables = (paper?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []));
  const found = tables.find(({ columns }) => columns.some(({ message }) => message === column));
  return (found?.rows ?? []).map((row) =>
    row.map((cell) => ('literal' in cell ? cell.literal : (cell.texts.en ?? ''))),
  );
}

const filed = (more: Partial<NonNullable<Application['appliedFor']>>): string | undefined => {
  const { appliedFor } = exampleApplication;
  if (appliedFor === null) throw new Error('the example is of a rule');
  return beside(sheetOf({ ...exampleApplication, appliedFor: { ...appliedFor, ...more } }), 'application.file')[0];
};

describe('the data sheet of an application', () => {
  it('says who applies, whom to ask, by when, and where that was read', () => {
    const paper = sheetOf();
    expect(paper?.reference).toBe('EX-24-0001-P1-application-data-sheet-CN-export-PEK-EXAMPLE-permit');
    expect(paper?.languages).toEqual(['zh-Hans', 'en']);
    expect(beside(paper, 'application.applicant')).toEqual(['the collecting side']);
    expect(beside(paper, 'application.ask')).toEqual(['EXAMPLE Customs']);
    expect(beside(paper, 'application.file')).toEqual(['by 30 August 2024, 3 working days before the passage']);
    expect(beside(paper, 'application.validity')).toEqual(['6 months']);
    expect(beside(paper, 'application.source')).toEqual(['EXAMPLE Order, https://example.org/order']);
    expect(beside(paper, 'application.read-on')).toEqual(['2 January 2024']);
    expect(beside(paper, 'plan.place')).toEqual(['Beijing (PEK)']);
  });

  it('makes up no lead time and no day: it says what of them is not known', () => {
    expect(filed({ fileBy: null })).toBe('3 working days before the passage');
    expect(filed({ fileBy: null, leadWorkingDays: null })).toBe(
      'before the passage; how long before, the rule that was read does not say',
    );
    const { appliedFor } = exampleApplication;
    const unsure = appliedFor?.fileBy && { ...appliedFor, fileBy: { ...appliedFor.fileBy, holidaysUnknown: true } };
    const told = messagesOf(sheetOf({ ...exampleApplication, appliedFor: unsure ?? null }));
    expect(told).toContain('application.holidays-unknown');
    expect(messagesOf(sheetOf())).not.toContain('application.holidays-unknown');
  });

  it('has each sentence of law by its rule, and asks of the others without a word of what they say', () => {
    const paper = sheetOf();
    expect(tableUnder(paper, 'application.confirm-with')).toEqual([['EXAMPLE Customs', 'how long an approval holds']]);
    expect(tableUnder(paper, 'application.depends-on')).toEqual([
      ['EXAMPLE Act', 'whether the donor’s infectious markers are all negative and how much the largest bag can hold'],
    ]);
    expect(JSON.stringify(paper)).not.toMatch(/EXAMPLE-believed|EXAMPLE-undecided/);
    expect(JSON.stringify(paper)).toContain('"rule":"EXAMPLE-permit"');
  });

  it('says where no rule is confirmed that nothing is, and whom to ask', () => {
    const paper = sheetOf({ ...exampleApplication, appliedFor: null, sentences: [] });
    expect(paper?.reference).toContain('-to-ask');
    expect(messagesOf(paper)).toEqual(
      expect.arrayContaining(['application.title-open', 'application.nothing-confirmed']),
    );
    expect(messagesOf(paper)).not.toContain('application.law');
    expect(messagesOf(sheetOf())).not.toContain('application.nothing-confirmed');
  });

  it('is made weeks ahead: of what is not on record yet it says so', () => {
    const early = sheetOf(exampleApplication, {
      bags: undefined,
      markers: undefined,
      value: undefined,
      courier: undefined,
    });
    expect(beside(early, 'label.bags')).toEqual(['not on record yet']);
    expect(beside(early, 'contents.tests')).toEqual(['not on record yet']);
    expect(beside(early, 'customs.value')).toEqual(['not on record yet']);
    expect(beside(early, 'customs.carried-by')).toEqual(['not on record yet']);
    expect(beside(sheetOf(), 'label.bags')).toEqual(['1']);
  });

  it('needs to know between whom the cells go', () => {
    const { notMade } = packOf({ ...exampleFacts, applications: [exampleApplication], consignee: undefined });
    expect(notMade.filter(({ paper }) => paper === kind).map(({ missing }) => missing[0]?.fact)).toEqual(['consignee']);
  });

  it('tells nobody of a GRID or a count', () => {
    expect(JSON.stringify(sheetOf())).not.toMatch(/9991EXAM|1640|"R1"/);
  });
});
