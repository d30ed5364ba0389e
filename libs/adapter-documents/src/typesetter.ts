import { millisOf } from '@cellrelay/kernel';
import type { Label, Paper } from '@cellrelay/paperwork';
import type { Setting, Typesetter } from '@cellrelay/use-cases';
import { coverageOf } from './engine/coverage.js';
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
  const covered = coverageOf(fontFiles());
  const safe = (text: string): string => visible(text, covered);
  const setDocument: PaperTypesetter['setDocument'] = (template, data, { madeAt }) =>
    pool.set({ template, data: JSON.stringify(data), atSeconds: Math.floor(millisOf(madeAt) / 1000) });
  const sheets = async (papers: readonly [Paper, ...Paper[]], pack: boolean, setting: Setting): Promise<Uint8Array> => {
    const [first] = papers;
    const data = {
      title: safe(titleOf(first)),
      author: safe(first.letterhead.organisation),
      format: setting.format ?? 'a4',
      code: setting.code ?? null,
      pack,
      sheets: papers.map((paper) => sheetOf(paper, safe)),
    };
    return setDocument(paperTemplate, data, setting);
  };
  return {
    setDocument,
    setLabels: async (labels, stock, setting) => setDocument(labelTemplate, labelSheet(labels, stock, safe), setting),
    setPaper: (paper, setting) => sheets([paper], false, setting),
    setPack: (papers, cover, setting) => sheets([cover, ...papers], true, setting),
    close: () => pool.close(),
  };
}

/** As its reader calls it; and its reference, which names nobody. */
function titleOf({ title, languages, reference }: Paper): string {
  const [first] = languages;
  return `${(first && title.texts[first]) ?? title.texts.en ?? ''} (${reference})`;
}
