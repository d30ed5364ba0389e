/** A file's text, and in which encoding it was read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', words: 'UTF-8 with a byte order mark' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', words: 'UTF-16, little-endian' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', words: 'UTF-16, big-endian' },
] as const;

/** How far is looked to see which of two bytes are zero. */
const looked = 2_000;

/**
 * The text of these bytes. A byte order mark tells; without one, zeros in every second byte do; then it is UTF-8, or, where it cannot be, Windows-1252, which
 * has Latin-1 within it and takes every byte. Figures, signs and separators are the same in all of the last.
 */
export function decodedText(bytes: Uint8Array): DecodedText {
  const mark = marks.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined)
    return { text: new TextDecoder(mark.label).decode(whole(bytes, mark.label)), encoding: mark.words };
  const wide = unmarkedWide(bytes);
  if (wide !== undefined)
    return { text: new TextDecoder(wide).decode(whole(bytes, wide)), encoding: `${wide.toUpperCase()} without a mark` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252 (Latin-1)' };
  }
}

/** Without half a unit at the end, where the file was cut off within one. */
function whole(bytes: Uint8Array, label: string): Uint8Array {
  return label.startsWith('utf-16') && bytes.length % 2 === 1 ? bytes.subarray(0, -1) : bytes;
}

function unmarkedWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, looked);
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = length / 4;
  if (odd > most && even <= odd / 10) return 'utf-16le';
  return even > most && odd <= even / 10 ? 'utf-16be' : undefined;
}

const beginnings: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a workbook or an archive (it begins as a ZIP file)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old workbook of Excel'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];

/** What a file is that is no text; undefined where it may be one. */
export function noTextBut(bytes: Uint8Array): string | undefined {
  return beginnings.find(([begins]) => begins.every((byte, at) => bytes[at] === byte))?.[1];
}
