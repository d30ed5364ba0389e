/** What prints a label: how many dots it sets to an inch. Label printers have 203, 300 or 600, office printers 600 and more. */
export const printerDpi = [203, 300, 600] as const;
export type PrinterDpi = (typeof printerDpi)[number];

const mmPerInch = 25.4;

/** The side of one dot, in mm. */
export function dotMm(dpi: PrinterDpi): number {
  return mmPerInch / dpi;
}

/**
 * The width of a module, in mm: a whole number of dots, as a bar that begins between two dots is printed too thick or too thin. The nearest to what is
 * aimed at, but no less than `leastMm`.
 */
export function moduleMm(
  dpi: PrinterDpi,
  { aimMm, leastMm }: { readonly aimMm: number; readonly leastMm: number },
): number {
  const dots = Math.max(1, Math.round(aimMm / dotMm(dpi)), Math.ceil(leastMm / dotMm(dpi) - 1e-9));
  return dots * dotMm(dpi);
}
