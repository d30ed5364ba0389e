import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { plusMinutes } from '@cellrelay/kernel';
import type { Language, Paper } from '@cellrelay/paperwork';
import { cover, everyBlock, madeAt, packOf, says, securityLetter } from '../../../test/support/example-papers.js';
import {
  bookmarksOf,
  dense,
  factsOf,
  faultsOf,
  fontsOf,
  readOut,
  textOf,
  wordsOf,
} from '../../../test/support/read-pdf.js';
import { openTypesetter, type PaperTypesetter } from './typesetter.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-papers-'));
let typesetter: PaperTypesetter;

beforeAll(() => {
  typesetter = openTypesetter({ timeLimitMillis: 120_000 });
});

afterAll(async () => {
  await typesetter.close();
  rmSync(folder, { recursive: true });
});

const set = (paper: Paper): Promise<Uint8Array> => typesetter.setPaper({ paper, code: null }, { madeAt });

function kept(pdf: Uint8Array): string {
  const file = path.join(folder, `${createHash('sha256').update(pdf).digest('hex')}.pdf`);
  writeFileSync(file, pdf);
  return file;
}

/** A letter that says this and nothing of the kind that others say. */
function saying(text: string, languages: readonly Language[] = ['de', 'en']): Paper {
  const said = says('test', Object.fromEntries(languages.map((language) => [language, text])));
  const blocks: Paper['blocks'] = [
    { kind: 'addressee', lines: [text] },
    { kind: 'heading', said },
    { kind: 'paragraph', sentences: [said] },
    { kind: 'facts', rows: [{ label: said, value: { literal: text } }] },
    { kind: 'table', columns: [said, said, said, said, said], rows: [[1, 2, 3, 4, 5].map(() => ({ literal: text }))] },
    { kind: 'steps', steps: [[said]] },
    { kind: 'banner', said },
    { kind: 'notice', sentences: [said] },
    { kind: 'checks', items: [said] },
    { kind: 'blanks', rows: [said] },
    { kind: 'signatures', signers: [1, 2, 3].map(() => ({ role: said, name: text })) },
  ];
  return { ...securityLetter(languages), reference: 'CR-1', title: said, placeAndDate: said, blocks };
}

describe('one paper', () => {
  it('has the same bytes in two processes, and others for another time', async () => {
    const mine = createHash('sha256')
      .update(await set(everyBlock(['zh-Hans', 'en'])))
      .digest('hex');
    const child = ['--no-warnings', '--import', './test/support/typescript.mjs', 'test/support/set-paper-child.ts'];
    expect(execFileSync(process.execPath, child, { encoding: 'utf8' }).trim()).toBe(mine);
    const paper = everyBlock(['zh-Hans', 'en']);
    const later = await typesetter.setPaper({ paper, code: null }, { madeAt: plusMinutes(madeAt, 1) });
    expect(createHash('sha256').update(later).digest('hex')).not.toBe(mine);
  }, 240_000);

  it('says whose it is, and where it was made by nothing', async () => {
    const pdf = await set(securityLetter());
    const { title, author, tagged } = factsOf(pdf);
    expect(title).toBe('关于免除X射线安检的请求 (CR-2026-000017-SEC)');
    expect(author).toBe('Example Registry of Blood Stem Cell Donors (EXAMPLE)');
    expect(tagged).toBe(true);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).not.toMatch(/no-files|node_modules|\/tmp|\.typ\b/);
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('has nothing that qpdf finds fault with, in any language', async () => {
    for (const languages of [['zh-Hans', 'en'], ['de', 'en'], ['en'], ['ko', 'zh-Hant', 'en']] as const)
      expect(faultsOf(kept(await set(everyBlock(languages))))).toBe('');
  }, 120_000);

  it('refuses a sentence that lacks a language of the paper', async () => {
    const paper = { ...securityLetter(['de', 'en']), title: says('test.title', { en: 'Only English' }) };
    await expect(set(paper)).rejects.toMatchObject({
      reason: 'cannot-be-set',
      message: 'There is no text in de of test.title',
    });
  });

  it('is as long on US Letter, and its foot holds the code it was given', async () => {
    const code = { text: 'https://relay.example.org/papers/1#1.EXAMPLE', alt: 'Code to check this paper by' };
    const pdf = await typesetter.setPaper({ paper: securityLetter(), code }, { madeAt, format: 'us-letter' });
    expect(factsOf(pdf).pages).toBeLessThanOrEqual(2);
    expect(faultsOf(kept(pdf))).toBe('');
  });
});

describe('what a text cannot do', () => {
  it.each([
    ['#let x = read("package.json")', '#letx=read("package.json")'],
    ['#include "/etc/passwd" $a$ *b* _c_ = @d <e> `f` \\u{41}', '#include"/etc/passwd"$a$*b*_c_=@d<e>`f`\\u{41}'],
    ['= Title // comment /* more */ "quoted" ~ -- ...', '=Title//comment/*more*/"quoted"~--...'],
    ['{page} of {pages}', '{page}of{pages}'],
  ])('%s is printed as it is', async (text, printed) => {
    const said = readOut(await set(saying(text)));
    expect(said.split(printed).length - 1).toBeGreaterThanOrEqual(20);
  });

  it('would be obeyed if it were spliced into the source', async () => {
    const set = (template: string, data: unknown) =>
      typesetter.setDocument(`#set document(title: "a")\n${template}`, data, { madeAt });
    expect(textOf(await set('#(40 + 2)', null)).trim()).toBe('42');
    expect(textOf(await set('#json(bytes(sys.inputs.data))', '#(40 + 2)')).trim()).toBe('#(40 + 2)');
  });

  it('turns no text around, hides nothing and stops no paper', async () => {
    const said = readOut(await set(saying('a\u202eb\u0007c\u{20BB7}d\u{1F9EC}e\ud800f')));
    expect(said).toContain('a[U+202E]b[U+0007]c𠮷d[U+1F9EC]e[U+D800]f');
  });

  it('leaves names in other writings as they are', async () => {
    const pdf = await set(saying('Łukasz Ñúñez Φωτεινή Владимир'));
    expect(textOf(pdf)).toContain('Łukasz Ñúñez Φωτεινή Владимир');
    expect(fontsOf(await set(saying('محمد שלום')))).toEqual(
      expect.arrayContaining(['NotoNaskhArabic', 'NotoSansHebrew']),
    );
  });
});

describe('nothing leaves its page', () => {
  const left = (22 / 25.4) * 72;
  const right = (190 / 25.4) * 72;

  it.each([
    'W'.repeat(60),
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter',
    '上海市浦东新区示例路一千八百八十八弄二十五号示例大学附属第一人民医院血液科移植中心三号楼十二层主任办公室转造血干细胞采集组',
    'https://papers.example/check/W123426123456001234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ])('%s', async (text) => {
    const pdf = await set(saying(text));
    const outside = wordsOf(pdf).filter((word) => word.left < left - 1 || word.right > right + 1);
    expect(outside).toEqual([]);
    expect(dense(textOf(pdf)).split(dense(text)).length - 1).toBeGreaterThanOrEqual(20);
  });

  it('and none of two columns enters the other', async () => {
    const words = wordsOf(
      await set({ ...securityLetter(['de', 'en']), blocks: saying('W'.repeat(60)).blocks.slice(2, 3) }),
    );
    const middle = (left + right) / 2;
    const over = words.filter((word) => /^W+$/.test(word.text) && word.left < middle - 8 && word.right > middle + 8);
    expect(words.some((word) => /^W+$/.test(word.text))).toBe(true);
    expect(over).toEqual([]);
  });
});

describe('the shapes of Chinese, Japanese and Korean', () => {
  it.each([
    ['zh-Hans', 'NotoSansHans'],
    ['zh-Hant', 'NotoSansHant'],
    ['ja', 'NotoSansJP'],
    ['ko', 'NotoSansKR'],
  ] as const)('%s is set in its own', async (language, font) => {
    const fonts = fontsOf(await set(saying('直骨刃', [language, 'en'])));
    expect([...new Set(fonts)].sort()).toEqual(['NotoSans', font].sort());
  });
});

describe('a pack', () => {
  it('has a cover with contents, bookmarks, and pages that are counted across and within', async () => {
    const papers = packOf(15);
    const printed = papers.map((paper) => ({ paper, code: null }));
    const pdf = await typesetter.setPack(printed, cover(['de', 'en']), { madeAt });
    const file = kept(pdf);
    expect(faultsOf(file)).toBe('');
    const tops = bookmarksOf(file).filter(({ depth }) => depth === 1);
    expect(tops.map(({ title }) => title)).toEqual(
      [cover(['de', 'en']), ...papers].map(({ title, languages }) => title.texts[languages[0] ?? 'en']),
    );
    const pages = textOf(pdf).split('\f').slice(0, -1);
    expect(pages).toHaveLength(factsOf(pdf).pages);
    for (const [nth, page] of pages.entries()) expect(page).toContain(`Whole pack: page ${nth + 1} of ${pages.length}`);
    const second = tops[2]?.page ?? 0;
    expect(pages[second - 1]).toContain('Page 1 of');
    expect(dense(pages[0] ?? '')).toContain(`2Empfangs`);
  }, 120_000);
});
