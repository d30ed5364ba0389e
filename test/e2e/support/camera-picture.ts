import { writeFileSync } from 'node:fs';
import bwipjs from 'bwip-js/node';

/** A code on the label that a camera is shown. */
export interface Drawn {
  readonly symbology: 'code128' | 'datamatrix';
  readonly content: string;
}

/** What the camera of a test sees: 1280 dots wide, five pictures a second. */
const [wide, high] = [1280, 720];
const [paper, ink] = [235, 16];

/** Writes a film of one still picture with these codes under each other, as Chromium's stand-in for a camera takes it (YUV4MPEG2). */
export function writePicture(file: string, codes: readonly Drawn[]): void {
  const grey = Buffer.alloc(wide * high, paper);
  const room = Math.floor(high / Math.max(codes.length, 1));
  codes.forEach((code, nth) => draw(grey, code, { top: nth * room + 40, height: room - 80 }));
  const colourless = Buffer.alloc((wide * high) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${wide} H${high} F5:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, Buffer.from('FRAME\n'), grey, colourless]));
}

interface Room {
  readonly top: number;
  readonly height: number;
}

interface Raw {
  readonly sbs?: readonly number[];
  readonly pixs?: readonly number[];
  readonly pixx?: number;
}

function draw(grey: Buffer, { symbology, content }: Drawn, { top, height }: Room): void {
  const [{ sbs, pixs, pixx } = {}] = bwipjs.raw({ bcid: symbology, text: content }) as readonly Raw[];
  if (sbs !== undefined) {
    let left = 120;
    sbs.forEach((modules, nth) => {
      if (nth % 2 === 0) fill(grey, { left, top, width: modules * 4, height });
      left += modules * 4;
    });
  } else if (pixs !== undefined && pixx !== undefined) {
    const dot = Math.floor(height / (pixs.length / pixx));
    pixs.forEach((set, nth) => {
      const place = { left: 120 + (nth % pixx) * dot, top: top + Math.floor(nth / pixx) * dot };
      if (set === 1) fill(grey, { ...place, width: dot, height: dot });
    });
  }
}

function fill(
  grey: Buffer,
  { left, top, width, height }: Room & { readonly left: number; readonly width: number },
): void {
  for (let row = top; row < top + height; row += 1) grey.fill(ink, row * wide + left, row * wide + left + width);
}
