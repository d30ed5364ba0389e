import { instantOf, mustBe } from '@cellrelay/kernel';
import { boxLabel, languages, tieTag, type Label } from '@cellrelay/paperwork';
import { exampleBox, exampleCodes, exampleTag, fullTag } from '@cellrelay/testkit';
import { openTypesetter, type PaperTypesetter } from '../typesetter.js';
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

describe('a printed label', () => {
  it('of a box fits on the large size in every language, at every resolution', async () => {
    for (const dpi of [203, 300] as const) {
      const labels = languages.map((language) => mustBe(boxLabel(exampleBox, exampleCodes, language)));
      expect((await printed(labels, rollOf('100x150', dpi))).length).toBeGreaterThan(1000);
    }
  });

  it('of a bag fits on the small size in one language, and on the large in two', async () => {
    for (const dpi of [203, 300, 600] as const) await printed([tag, full], rollOf('100x50', dpi));
    const two = mustBe(tieTag(fullTag, exampleCodes, 'de'));
    await printed([two], rollOf('100x150', 203));
    await expect(printed([two], rollOf('100x50', 203))).rejects.toThrow('does not fit on this stock');
  });

  it('is refused by its reference where it does not fit: nothing is cut off', async () => {
    const additives = 'ACD-A 36 mL, '.repeat(60);
    const label = mustBe(tieTag({ ...exampleTag, additives }, exampleCodes, 'en'));
    const refused = printed([label], rollOf('100x50', 300));
    await expect(refused).rejects.toThrow('does not fit on this stock: EXAMPLE-7K2M-T1');
    expect((await printed([label], rollOf('100x150', 300))).length).toBeGreaterThan(1000);
  });

  it('is the same bytes again, and names no more than its reference', async () => {
    const pdf = Buffer.from(await printed([tag, full], rollOf('100x50', 300)));
    const other = openTypesetter();
    expect(Buffer.from(await other.setLabels([tag, full], rollOf('100x50', 300), { madeAt })).equals(pdf)).toBe(true);
    await other.close();
    expect(pdf.toString('latin1')).toContain('EXAMPLE-7K2M-T1, EXAMPLE-7K2M-T1');
  });

  it('stands on A4 as often as it fits', () => {
    expect(a4Of('100x50').sheet).toMatchObject({ columns: 2, rows: 5 });
    expect(a4Of('100x150').sheet).toMatchObject({ columns: 2, rows: 1 });
  });
});
