import type { Block, Language, Paper, Said, Value } from '@cellrelay/paperwork';
import { everyBlock, madeAt, securityLetter } from '../../../test/support/example-papers.js';
import { dense, readOut } from '../../../test/support/read-pdf.js';
import { plotOf } from './papers/curve-plot.js';
import { words, type FormWord } from './papers/words.js';
import { openTypesetter, type PaperTypesetter } from './typesetter.js';

let typesetter: PaperTypesetter;

beforeAll(() => {
  typesetter = openTypesetter({ timeLimitMillis: 120_000 });
});

afterAll(() => typesetter.close());

const read = async (paper: Paper): Promise<string> =>
  readOut(await typesetter.setPaper({ paper, code: null }, { madeAt }));

describe('what is read out of a paper is what it says, whole and in its order', () => {
  it.each([
    [['zh-Hans', 'en']],
    [['de', 'en']],
    [['en']],
    [['ja', 'en']],
    [['zh-Hant', 'en']],
    [['fr', 'de', 'en']],
  ] as const)(
    '%s',
    async (languages) => {
      for (const paper of [securityLetter(languages), everyBlock(languages)])
        expect(await read(paper)).toBe(expected(paper));
    },
    120_000,
  );

  it('and a paper that leaves a sentence out, or turns two around, is not taken for it', async () => {
    const paper = securityLetter(['de', 'en']);
    const short = { ...paper, blocks: paper.blocks.slice(0, -1) };
    const turned = { ...paper, blocks: [...paper.blocks].reverse() };
    for (const other of [short, turned]) expect(await read(other)).not.toBe(expected(paper));
  });
});

/** All that a reader of tags is told, by the paper alone. */
function expected({ languages, letterhead, reference, placeAndDate, title, blocks }: Paper): string {
  const said = (one: Said): readonly string[] => languages.map((language) => one.texts[language] ?? '');
  const parts = [
    ...[letterhead.organisation, ...letterhead.lines, ...form('form.reference', languages), reference],
    ...(placeAndDate ? said(placeAndDate) : []),
    ...said(title),
    ...blocks.flatMap((block) => blockSays(block, languages)),
  ];
  return dense(parts.join(''));
}

const form = (word: FormWord, languages: readonly Language[]): readonly string[] =>
  languages.map((language) => words[word][language]);

function blockSays(block: Block, languages: readonly Language[]): readonly string[] {
  const says: Saying = {
    said: (...sentences) => languages.flatMap((language) => sentences.map(({ texts }) => texts[language] ?? '')),
    value: (one) => ('literal' in one ? [one.literal] : languages.map((language) => one.texts[language] ?? '')),
    hand: (word) => form(word, languages),
  };
  return textSays(block, says) ?? formSays(block, says);
}

interface Saying {
  readonly said: (...sentences: readonly Said[]) => readonly string[];
  readonly value: (one: Value) => readonly string[];
  readonly hand: (word: FormWord) => readonly string[];
}

/** Blocks that are read; null of those that are filled by hand. */
function textSays(block: Block, { said, value }: Saying): readonly string[] | null {
  switch (block.kind) {
    case 'page-break':
      return [];
    case 'addressee':
      return block.lines;
    case 'heading':
    case 'banner':
      return said(block.said);
    case 'paragraph':
    case 'notice':
      return said(...block.sentences);
    case 'facts':
      return block.rows.flatMap((row) => [...said(row.label), ...value(row.value)]);
    case 'table':
      return [...block.columns.flatMap((column) => said(column)), ...block.rows.flat().flatMap(value)];
    default:
      return null;
  }
}

function formSays(block: Block, { said, hand }: Saying): readonly string[] {
  switch (block.kind) {
    case 'steps':
      return block.steps.flatMap((step, nth) => [String(nth + 1), ...said(...step)]);
    case 'checks':
      return [...hand('form.remarks'), ...block.items.flatMap((item) => said(item))];
    case 'blanks':
      return block.rows.flatMap((row) => said(row));
    case 'signatures':
      return block.signers.flatMap(({ role, name }) => [
        ...[...said(role), ...hand('form.signature'), name ?? '', ...hand('form.name')],
        ...[...hand('form.date-and-time'), ...hand('form.stamp')],
      ]);
    case 'curve':
      return [...said(block.curve.caption), ...drawn(block), block.curve.zone];
    default:
      return [];
  }
}

function drawn({ curve }: Extract<Block, { kind: 'curve' }>): readonly string[] {
  const plot = plotOf(curve);
  const hours = plot?.hours.map(({ says }) => says.split(' ').reverse().join('')) ?? [];
  return [...(plot?.celsius.map(({ says }) => says) ?? []), ...hours];
}
