import type { PrinterDpi } from '../codes/printer.js';

/** What labels are printed on: labels on a roll, one to a page; or a sheet of them, with lines to cut along. */
export interface LabelStock {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dpi: PrinterDpi;
  readonly sheet: LabelGrid | null;
}

/** How labels stand on a sheet: as many as fit, in the middle. */
export interface LabelGrid {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly columns: number;
  readonly rows: number;
}

const a4 = { widthMm: 210, heightMm: 297 } as const;

/** Sizes that label printers are loaded with: the small one holds a tie tag in one language, the large one any label. */
export const labelSizes = { '100x50': [100, 50], '100x150': [100, 150] } as const;
export type LabelSize = keyof typeof labelSizes;

/** Labels of that size on a roll. */
export function rollOf(size: LabelSize, dpi: PrinterDpi): LabelStock {
  const [widthMm, heightMm] = labelSizes[size];
  return { widthMm, heightMm, dpi, sheet: null };
}

/** As many of them on A4 as fit, as an office printer sets them. */
export function a4Of(size: LabelSize): LabelStock {
  const roll = rollOf(size, 600);
  const [columns, rows] = [Math.floor(a4.widthMm / roll.widthMm), Math.floor(a4.heightMm / roll.heightMm)];
  return { ...roll, sheet: { ...a4, columns, rows } };
}
