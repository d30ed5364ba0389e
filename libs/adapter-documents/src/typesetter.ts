import { millisOf } from '@cellrelay/kernel';
import type { Label, Paper } from '@cellrelay/paperwork';
import type { PrintedPaper, Setting, Typesetter } from '@cellrelay/use-cases';
import { coverageOf, type Coverage } from './engine/coverage.js';
import { fontFiles } from './engine/fonts.js';
import { openPool, usualLimits, type PoolLimits } from './engine/pool.js';
import { labelSheet } from './labels/label-sheet.js';
import { labelTemplate } from './labels/label-template.js';
import type { LabelStock } from './labels/stock.js';
import { sheetOf } from './papers/sheet.js';
import { visible } from './papers/visible.js';
import { paperTemplate } from './template/paper.js';

type MadeAt = Pick<Setting, 'madeAt'>;

/** Papers and labels to PDF: PDF/A-2a as the exporter declares it; no validator was run. All throw NotSet. */
export interface PaperTypesetter extends Typesetter {
  /** What a Typst source of ours makes of data. */
  setDocument(template: string, data: unknown, setting: MadeAt): Promise<Uint8Array>;
  /** Labels of one kind, as large as their stock or as many to a sheet as fit. What does not fit on it is refused by its reference: nothing is cut off. */
  setLabels(labels: readonly Label[], stock: LabelStock, setting: MadeAt): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A typesetter with threads of its own, that are ended by `close`. */
export function openTypesetter(limits: Partial<PoolLimits> = {}): PaperTypesetter {
  const pool = openPool({ ...usualLimits, ...limits });
  // Nothing of a font is read before the first document.
  let covered: Coverage | undefined;
  const safe = (text: string): string => visible(text, (covered ??= coverageOf(fontFiles())));
  const setDocument: PaperTypesetter['setDocument'] = (template, data, { madeAt }) =>
    pool.set({ template, data: JSON.stringify(data), atSeconds: Math.floor(millisOf(madeAt) / 1000) });
  const sheets = async (
    papers: readonly [PrintedPaper, ...PrintedPaper[]],
    pack: boolean,
    setting: Setting,
  ): Promise<Uint8Array> => {
    const [{ paper: first }] = papers;
    const data = {
      title: safe(titleOf(first)),
      author: safe(first.letterhead.organisation),
      format: setting.format ?? 'a4',
      pack,
      sheets: papers.map((printed) => sheetOf(printed, safe)),
    };
    return setDocument(paperTemplate, data, setting);
  };
  return {
    setDocument,
    setLabels: async (labels, stock, setting) => setDocument(labelTemplate, labelSheet(labels, stock, safe), setting),
    setPaper: (printed, setting) => sheets([printed], false, setting),
    setPack: (printed, cover, setting) => sheets([{ paper: cover, code: null }, ...printed], true, setting),
    close: () => pool.close(),
  };
}

/** As its reader calls it; and its reference, which names nobody. */
function titleOf({ title, languages, reference }: Paper): string {
  const [first] = languages;
  return `${(first && title.texts[first]) ?? title.texts.en ?? ''} (${reference})`;
}
