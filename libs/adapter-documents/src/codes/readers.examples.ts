import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { decodeQR } from 'qr/decode.js';
import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat } from 'zxing-wasm/reader';

/** A grey picture: a byte for each dot, 0 is black. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A picture of `symbolPicture` in dots, so many to a module: reads its `viewBox` and its rectangles, and nothing else. */
export function dotsOf(svg: string, perModule: number): Dots {
  const [width, height] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [])
    .slice(1)
    .map((side) => Number(side) * perModule);
  if (width === undefined || height === undefined) throw new Error('a picture without a size');
  const grey = new Uint8Array(width * height).fill(255);
  const path = /<path d="([^"]*)"/.exec(svg)?.[1] ?? '';
  for (const [, ...numbers] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g)) {
    const [x, y, w, h] = numbers.map((number) => Number(number) * perModule) as [number, number, number, number];
    for (let row = y; row < y + h; row++) grey.fill(0, row * width + x, row * width + x + w);
  }
  return { width, height, grey };
}

/** The picture as a file: a portable grey map, which every reader here takes. */
export function pgmOf({ width, height, grey }: Dots): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]);
}

/** A portable grey map as it is read from a file. */
export function dotsOfPgm(file: Uint8Array): Dots {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 64)).toString('latin1'));
  if (header === null) throw new Error('no portable grey map');
  return { width: Number(header[1]), height: Number(header[2]), grey: file.subarray(header[0].length) };
}

/** Texts by the kind of symbol that they were read from, sorted. */
export interface ReadTexts {
  readonly bars: readonly string[];
  readonly matrices: readonly string[];
  readonly qr: readonly string[];
}

/** All that zxing reads in a grey map. Independent of what drew it: C++ (zxing-cpp), in WebAssembly. */
export async function readByZxing(pgm: Uint8Array): Promise<ReadTexts> {
  prepareZXingModule({ overrides: { wasmBinary: await zxingBinary() } });
  const formats: ReadInputBarcodeFormat[] = ['Code128', 'DataMatrix', 'QRCode'];
  const read = await readBarcodes(pgm, { formats, tryHarder: true, maxNumberOfSymbols: 60 });
  const of = (kind: ReadInputBarcodeFormat) =>
    read.flatMap(({ isValid, format, text }) => (isValid && format === kind ? [text] : [])).sort();
  return { bars: of('Code128'), matrices: of('DataMatrix'), qr: of('QRCode') };
}

let binary: Promise<ArrayBuffer> | undefined;

/** The package would fetch it from the internet. */
function zxingBinary(): Promise<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  binary ??= readFile(file).then((bytes) => new Uint8Array(bytes).buffer);
  return binary;
}

/** What a QR library in JavaScript reads; null where it finds nothing. It is given time, as it would leave off after a frame of a camera. */
export function readQr(dots: Dots): string | null {
  try {
    return decodeQR({ width: dots.width, height: dots.height, data: rgba(dots) }, { timeLimit: 10_000 });
  } catch {
    return null;
  }
}

function rgba({ grey }: Dots): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: grey.length * 4 }, (_, index) =>
    index % 4 === 3 ? 255 : (grey[index >> 2] ?? 0),
  );
}
