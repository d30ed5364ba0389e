import type { Paper } from '@cellrelay/paperwork';
import { coverageOf } from './engine/coverage.js';
import { fontFiles } from './engine/fonts.js';
import { openPool, usualLimits, type PoolLimits } from './engine/pool.js';
import { sheetOf } from './papers/sheet.js';
import { visible } from './papers/visible.js';
import { paperTemplate } from './template/paper.js';

/** How a document is set, whatever it says. */
export interface Setting {
  /** When it was made; the document says so to the second, and no other time is in it. */
  readonly madeAtMillis: number;
  readonly format?: 'a4' | 'us-letter';
  /** Stands at the foot of each page, so that the paper can be checked. */
  readonly code?: { readonly svg: string; readonly alt: string };
}

/** Papers to PDF: PDF/A-2a as the exporter declares it; no validator was run. The same paper and setting give the same bytes. All throw NotSet. */
export interface PaperTypesetter {
  paper(paper: Paper, setting: Setting): Promise<Uint8Array>;
  /** The cover first, with the contents on it, then each paper; bookmarks and page numbers run through. */
  pack(cover: Paper, papers: readonly Paper[], setting: Setting): Promise<Uint8Array>;
  /** What a Typst source of ours makes of data. */
  document(template: string, data: unknown, setting: Pick<Setting, 'madeAtMillis'>): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A typesetter with threads of its own, that are ended by `close`. */
export function openTypesetter(limits: Partial<PoolLimits> = {}): PaperTypesetter {
  const pool = openPool({ ...usualLimits, ...limits });
  const covered = coverageOf(fontFiles());
  const safe = (text: string): string => visible(text, covered);
  const document: PaperTypesetter['document'] = (template, data, { madeAtMillis }) =>
    pool.set({ template, data: JSON.stringify(data), atSeconds: Math.floor(madeAtMillis / 1000) });
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
    return document(paperTemplate, data, setting);
  };
  return {
    document,
    paper: (paper, setting) => sheets([paper], false, setting),
    pack: (cover, papers, setting) => sheets([cover, ...papers], true, setting),
    close: () => pool.close(),
  };
}

/** As its reader calls it; and its reference, which names nobody. */
function titleOf({ title, languages, reference }: Paper): string {
  const [first] = languages;
  return `${(first && title.texts[first]) ?? title.texts.en ?? ''} (${reference})`;
}
