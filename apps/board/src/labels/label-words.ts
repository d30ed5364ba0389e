import type { Label, LabelCode, PrintQuery } from '../api/types.js';
import { t, wordsBy } from '../words/words.js';

export type Stock = PrintQuery['stock'];
export type Dots = '203' | '300' | '600';
export type LabelLanguage = NonNullable<PrintQuery['language']>;
export type Which = Label['which'];

/** What labels are printed on, as the person at the printer knows it. */
export const stockWords: Readonly<Record<Stock, string>> = wordsBy({
  'roll-100x50': () => t('Label printer, 100 × 50 mm'),
  'roll-100x150': () => t('Label printer, 100 × 150 mm'),
  'a4-100x50': () => t('A4 sheet, ten of 100 × 50 mm'),
  'a4-100x150': () => t('A4 sheet, two of 100 × 150 mm'),
});

export const dotWords: Readonly<Record<Dots, string>> = wordsBy({
  '203': () => t('203 dpi'),
  '300': () => t('300 dpi'),
  '600': () => t('600 dpi'),
});

/** Whose reader comes first; English is on every label. */
const languageWords: Readonly<Record<LabelLanguage, string>> = wordsBy({
  en: () => t('English alone'),
  'zh-Hans': () => t('Chinese (simplified) and English'),
  'zh-Hant': () => t('Chinese (traditional) and English'),
  de: () => t('German and English'),
  ja: () => t('Japanese and English'),
  ko: () => t('Korean and English'),
  it: () => t('Italian and English'),
  fr: () => t('French and English'),
  es: () => t('Spanish and English'),
});

export const kindWords: Readonly<Record<Which, { readonly title: string; readonly print: string }>> = {
  'tie-tags': wordsBy({ title: () => t('Tie tags of the bags'), print: () => t('Open the tie tags') }),
  box: wordsBy({ title: () => t('Label of the box'), print: () => t('Open the box label') }),
};

/** What a label can be printed on: that of a box fits on the large size alone. */
export function stocksOf(which: Which): readonly Stock[] {
  return which === 'box' ? ['roll-100x150', 'a4-100x150'] : ['roll-100x50', 'roll-100x150', 'a4-100x50', 'a4-100x150'];
}

const ofTags: readonly LabelLanguage[] = ['en', 'zh-Hans', 'de'];

/** In which languages it can be had: two do not fit on the small size, and tie tags are made in those that somebody has read over. */
export function languagesOf(which: Which, stock: Stock): readonly (readonly [LabelLanguage, string])[] {
  const all = Object.entries(languageWords) as [LabelLanguage, string][];
  if (which === 'box') return all;
  return all.filter(([language]) => (stock.endsWith('100x50') ? language === 'en' : ofTags.includes(language)));
}

/** How labels of a kind are printed here. */
export interface Printing {
  readonly stock: Stock;
  readonly dpi: Dots;
  readonly language: LabelLanguage;
}

/** The same as far as it can be had; what cannot is the first that can. */
export function possible(which: Which, { stock, dpi, language }: Printing): Printing {
  const on = stocksOf(which).find((each) => each === stock) ?? stocksOf(which)[0] ?? stock;
  const spoken = languagesOf(which, on).some(([each]) => each === language) ? language : 'en';
  return { stock: on, dpi, language: spoken };
}

/** Where the PDF of those labels is. */
export function pdfAddress(shipment: string, which: Which, printing: Printing, label?: string): string {
  const { stock, dpi, language } = possible(which, printing);
  const query = new URLSearchParams({ which, stock, dpi, language, ...(label === undefined ? {} : { label }) });
  return `/api/v1/shipments/${shipment}/labels/pdf?${query.toString()}`;
}

export const listWords: Readonly<Record<LabelCode['list'], string>> = wordsBy({
  products: () => t('Products'),
  'blood-groups': () => t('Blood groups'),
});
