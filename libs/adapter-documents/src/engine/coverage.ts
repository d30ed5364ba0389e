import { closeSync, openSync, readSync } from 'node:fs';

/** Which characters a set of fonts can show, by code point. */
export type Coverage = (codePoint: number) => boolean;

type Range = readonly [first: number, last: number];

/** What at least one family has in all of its weights: a character that the bold face lacks would stand in no heading. Reads nothing of a font but its character map. */
export function coverageOf(families: readonly (readonly string[])[]): Coverage {
  const byFamily = families.map((files) => files.map((file) => inRanges(rangesOf(file))));
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const found = known.get(codePoint) ?? byFamily.some((faces) => faces.every((has) => has(codePoint)));
    known.set(codePoint, found);
    return found;
  };
}

function inRanges(ranges: readonly Range[]): Coverage {
  return (codePoint) => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = ranges[middle] ?? [0, -1];
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** The character map of an OpenType font (ISO/IEC 14496-22, `cmap`): the whole of Unicode where the font has such a table (format 12), else its first plane (format 4). */
function rangesOf(file: string): readonly Range[] {
  const map = tableOf(file, 'cmap');
  const offsets = Array.from({ length: map.readUInt16BE(2) }, (_, nth) => map.readUInt32BE(4 + 8 * nth + 4));
  const byFormat = new Map(offsets.map((at) => [map.readUInt16BE(at), map.subarray(at)]));
  const whole = byFormat.get(12);
  if (whole) return groupsOf(whole);
  const plane = byFormat.get(4);
  if (plane) return segmentsOf(plane);
  throw new Error(`${file} has no character map that is read here`);
}

function groupsOf(table: Buffer): readonly Range[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, nth) => {
    const at = 16 + 12 * nth;
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
  });
}

/** The last segment only says that the table ends. */
function segmentsOf(table: Buffer): readonly Range[] {
  const doubled = table.readUInt16BE(6);
  const segments = Array.from({ length: doubled / 2 - 1 }, (_, nth): Range => {
    const last = table.readUInt16BE(14 + 2 * nth);
    return [table.readUInt16BE(16 + doubled + 2 * nth), last];
  });
  return segments.filter(([first, last]) => first <= last);
}

function tableOf(file: string, tag: string): Buffer {
  const opened = openSync(file, 'r');
  try {
    const head = read(opened, 0, 12);
    const directory = read(opened, 12, 16 * head.readUInt16BE(4));
    const at = directory.indexOf(tag, 0, 'latin1');
    if (at < 0) throw new Error(`${file} has no table ${tag}`);
    return read(opened, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  } finally {
    closeSync(opened);
  }
}

function read(opened: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(opened, bytes, 0, length, position);
  return bytes;
}
