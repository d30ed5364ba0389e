import { modulesOf, type Modules, type Symbology } from './modules.js';
import { moduleMm, type PrinterDpi } from './printer.js';

/** A symbol as a picture: an SVG whose size in mm is exact, quiet zone included. */
export interface SymbolPicture {
  readonly svg: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** One module. */
  readonly moduleMm: number;
}

/** What is to be drawn and for which printer. `moduleMm` is aimed at, unless the standard's own aim is. */
export interface SymbolOrder {
  readonly symbology: Symbology;
  readonly text: string;
  readonly dpi: PrinterDpi;
  readonly moduleMm?: number;
}

interface Dimensions {
  readonly aimMm: number;
  readonly leastMm: number;
  /** Quiet modules on each side, and above and below. */
  readonly quiet: readonly [sides: number, ends: number];
}

/**
 * Code 128: 0.25 mm, no less than 0.17, ten modules quiet on both sides (S17 section 6.1.3). Data Matrix: no less than 0.25 mm, one module quiet and two to four where
 * much is printed beside it, so three (section 6.2.3). QR: four modules quiet (ISO/IEC 18004), 0.4 mm for a phone's camera (a judgement).
 */
const dimensions: Readonly<Record<Symbology, Dimensions>> = {
  'code-128': { aimMm: 0.25, leastMm: 0.17, quiet: [10, 0] },
  'data-matrix': { aimMm: 0.35, leastMm: 0.25, quiet: [3, 3] },
  qr: { aimMm: 0.4, leastMm: 0.33, quiet: [4, 4] },
};

/** A bar is at least 5 mm high, or 15 % of the barcode's length (S17 section 6.1.3). */
const leastBarMm = 5;
const barShareOfLength = 0.15;

/** The symbol of a text, ready to be placed at its own size. Throws a RangeError on a text that is unfit for it (`unfitForSymbol`). */
export function symbolPicture(order: SymbolOrder): SymbolPicture {
  const { aimMm, leastMm, quiet } = dimensions[order.symbology];
  const side = moduleMm(order.dpi, { aimMm: order.moduleMm ?? aimMm, leastMm });
  return drawn(modulesOf(order.symbology, order.text), side, quiet);
}

/** Modules as a picture, whatever they spell. */
export function drawn(modules: Modules, side: number, [sides, ends]: readonly [number, number]): SymbolPicture {
  const linear = modules.symbology === 'code-128';
  const width = (modules.rows[0]?.length ?? 0) + 2 * sides;
  const rowHeight = linear ? barModules(width, side) : 1;
  const height = modules.rows.length * rowHeight + 2 * ends;
  const [widthMm, heightMm] = [width * side, height * side];
  const path = modules.rows.map((row, index) => darkIn(row, { x: sides, y: ends + index, height: rowHeight })).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(widthMm)}mm" height="${mm(heightMm)}mm" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${width}v${height}h-${width}z"/><path d="${path}"/></svg>`;
  return { svg, widthMm, heightMm, moduleMm: side };
}

/** How many modules a bar is high: whole ones, so that the picture is exact. */
function barModules(width: number, side: number): number {
  return Math.ceil(Math.max(leastBarMm, barShareOfLength * width * side) / side);
}

interface At {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** One rectangle for each run of dark modules: beside each other, single modules would show hairlines between them. */
function darkIn(row: readonly boolean[], { x, y, height }: At): string {
  return runsOf(row)
    .map(({ from, length }) => `M${x + from} ${y}h${length}v${height}h-${length}z`)
    .join('');
}

function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const starts = row.flatMap((dark, index) => (dark && row[index - 1] !== true ? [index] : []));
  return starts.map((from) => {
    const end = row.indexOf(false, from);
    return { from, length: (end < 0 ? row.length : end) - from };
  });
}

function mm(length: number): string {
  return String(Number(length.toFixed(4)));
}
