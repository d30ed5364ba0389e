import { instantOf, mustBe, plusMinutes } from '@cellrelay/kernel';
import { parseCompoundMessage, parseDin, parseProductCode } from '@cellrelay/identifiers';
import { boxLabel, languages, tagLanguages, tieTag, type Label } from '@cellrelay/paperwork';
import { exampleBox, exampleCodes, exampleTag, fullTag } from '@cellrelay/testkit';
import { symbolPicture } from '../codes/symbol.js';
import { dotsOf, dotsOfPgm, pgmOf, readByZxing, readQr } from '../codes/readers.examples.js';
import { openTypesetter, type PaperTypesetter } from '../typesetter.js';
import { pagesOf, readByZbar, soundness, textOf } from '../../../../test/support/printed-pages.js';
import { a4Of, rollOf, type LabelStock } from './stock.js';

const madeAt = instantOf('2026-11-27T08:00:00Z')!;
let press: PaperTypesetter;
beforeAll(() => {
  press = openTypesetter();
});
afterAll(() => press.close());

const printed = (labels: readonly Label[], stock: LabelStock) => press.setLabels(labels, stock, { madeAt });

const tag = mustBe(tieTag(exampleTag, exampleCodes, 'en'));
const full = mustBe(tieTag(fullTag, exampleCodes, 'en'));
const box = mustBe(boxLabel(exampleBox, exampleCodes, 'zh-Hans'));

/** What the codes of a label hold, by their kind of symbol. */
const contents = ({ parts }: Label, symbology: string) =>
  parts
    .flatMap((part) => (part.kind === 'code' && part.code.symbology === symbology ? [part.code.content] : []))
    .sort();

describe('codes on a printed label', () => {
  it.each([203, 300, 600] as const)('of a bag are read back at %s dpi: by zxing, and the bars by zbar', async (dpi) => {
    for (const label of [tag, full]) {
      const [page] = pagesOf(await printed([label], rollOf('100x50', dpi)), dpi);
      const { bars, matrices } = await readByZxing(page!);
      expect(bars).toEqual(contents(label, 'code-128'));
      expect([...readByZbar(page!)].sort()).toEqual(contents(label, 'code-128'));
      expect(matrices).toEqual(contents(label, 'data-matrix'));
      expect(parseCompoundMessage(matrices[0]!).ok).toBe(true);
    }
  });

  it.each(['zh-Hans', 'de', 'ko'] as const)(
    'of a box are read back from the label for readers of %s: by zxing, zbar and a QR library',
    async (language) => {
      const label = mustBe(boxLabel(exampleBox, exampleCodes, language));
      const [page] = pagesOf(await printed([label], rollOf('100x150', 300)), 300);
      const { bars, qr } = await readByZxing(page!);
      expect(bars).toEqual(contents(label, 'code-128'));
      expect(qr).toEqual(contents(label, 'qr'));
      expect([...readByZbar(page!)].sort()).toEqual([...contents(label, 'code-128'), ...contents(label, 'qr')].sort());
      expect(readQr(dotsOfPgm(page!))).toBe(contents(label, 'qr')[0]);
    },
  );

  it('are read back from a sheet of many', async () => {
    // All different, as zbar tells what it reads twice on a page once.
    const labels = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((division, nth) => {
      const { din } = mustBe(parseDin(`A99992612345${nth}`));
      const productCode = mustBe(parseProductCode(`S1128V${division}0`));
      const expiresAt = { ...exampleTag.expiresAt!, at: plusMinutes(exampleTag.expiresAt!.at, nth) };
      return mustBe(tieTag({ ...exampleTag, din, productCode, expiresAt }, exampleCodes, 'en'));
    });
    const pages = pagesOf(await printed(labels, a4Of('100x50')), 300);
    expect(pages).toHaveLength(1);
    const all = (symbology: string) => labels.flatMap((label) => contents(label, symbology)).sort();
    expect([...readByZbar(pages[0]!)].sort()).toEqual(all('code-128'));
    expect((await readByZxing(pages[0]!)).matrices).toEqual(all('data-matrix'));
  });

  it('are not read where bars were printed over, and refused where one digit is another', async () => {
    const [page] = pagesOf(await printed([tag], rollOf('100x50', 300)), 300);
    const { width, height, grey } = dotsOfPgm(page!);
    const over = Uint8Array.from(grey, (dot, index) => (index % width > 150 && index % width < 170 ? 0 : dot));
    expect(readByZbar(pgmOf({ width, height, grey: over }))).toEqual([]);
    const mistyped = symbolPicture({ symbology: 'code-128', text: '=A99992612345589', dpi: 300 });
    const [text] = readByZbar(pgmOf(dotsOf(mistyped.svg, 4)));
    expect(text).toBe('=A99992612345589');
    expect(parseDin(text!)).toMatchObject({ ok: false, error: { code: 'check-character-wrong' } });
  });
});

describe('a printed label', () => {
  it('is exactly as large as its stock, and a sheet is A4', async () => {
    const size = async (labels: Label[], stock: LabelStock) => {
      const [page] = pagesOf(await printed(labels, stock), 254);
      const { width, height } = dotsOfPgm(page!);
      // pdftoppm rounds up.
      return [width, height].map((dots) => Math.floor(dots / 5) * 5);
    };
    expect(await size([tag], rollOf('100x50', 300))).toEqual([1000, 500]);
    expect(await size([box], rollOf('100x150', 300))).toEqual([1000, 1500]);
    expect(await size([box, box], a4Of('100x150'))).toEqual([2100, 2970]);
  });

  it('of a roll is one to a page', async () => {
    expect(pagesOf(await printed([tag, full, tag], rollOf('100x50', 203)), 72)).toHaveLength(3);
  });

  it('says all that its label says, the banner first', async () => {
    for (const language of languages) {
      const label = mustBe(boxLabel({ ...exampleBox, example: false }, exampleCodes, language));
      const text = squeezed(textOf(await printed([label], rollOf('100x150', 300))));
      for (const part of label.parts) {
        const said = 'said' in part ? [part.said] : part.kind === 'field' ? [part.label] : [];
        for (const { texts } of said) for (const each of Object.values(texts)) expect(text).toContain(squeezed(each));
      }
      for (const literal of [
        '2026-11-3014:40UTC+8',
        '(2026-11-3006:40UTC)',
        'EXAMPLE-BOX-17',
        '+49305550100',
        'HPC,APHERESIS',
        'A9999',
      ])
        expect(text).toContain(literal);
    }
    expect(squeezed(textOf(await printed([box], rollOf('100x150', 300))))).toMatch(
      /^示例，不得使用EXAMPLE–notforuse严禁X射线照射DONOTX-RAY/,
    );
  });

  it('of a bag fits in one language on the small size, and in two on the large', async () => {
    for (const language of tagLanguages) {
      const label = mustBe(tieTag(fullTag, exampleCodes, language));
      const text = squeezed(textOf(await printed([label], rollOf('100x150', 300))));
      for (const part of label.parts)
        if (part.kind === 'warning')
          for (const each of Object.values(part.said.texts)) expect(text).toContain(squeezed(each));
    }
    expect(squeezed(textOf(await printed([full], rollOf('100x50', 300))))).toContain(
      'DE001499A999926123456A00S112800020261130',
    );
  });

  it('shows typesetting code as what it is', async () => {
    const additives = '#panic("x") $a^2$ *b* \\u{41} @ref <l> // c';
    const label = mustBe(tieTag({ ...exampleTag, additives }, exampleCodes, 'en'));
    expect(squeezed(textOf(await printed([label], rollOf('100x50', 300))))).toContain(squeezed(additives));
  });

  it('breaks a name that is longer than its column, whole', async () => {
    const reference = `EXAMPLE-${'R1'.repeat(30)}`;
    const label = mustBe(tieTag({ ...exampleTag, recipient: reference }, exampleCodes, 'en'));
    expect(squeezed(textOf(await printed([label], rollOf('100x50', 300))))).toContain(reference);
  });

  it('is sound', async () => {
    const pdf = await printed([tag, full], rollOf('100x50', 300));
    expect(soundness(pdf)).toContain('No syntax or stream encoding errors found');
  });
});

/** Without white space and the invisible places at which long words may be broken. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200b]/g, '');
}
