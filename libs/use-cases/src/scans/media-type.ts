import type { ScanMediaType } from '@cellrelay/shipment';

/** A phone's photograph has some 2 to 5 MB, ten scanned pages less; what is larger was scanned finer than anybody reads. */
export const scanFileLimits = { bytes: 8 * 1024 * 1024 } as const;

/**
 * How each begins: PDF's header (ISO 32000-2, 7.5.2), here at the very first byte; JPEG's start of image and the marker behind it (ITU-T T.81, B.1.1.3); PNG's signature
 * (ISO/IEC 15948, 5.2).
 */
const beginnings: Readonly<Record<ScanMediaType, readonly number[]>> = {
  'application/pdf': [...Buffer.from('%PDF-', 'latin1')],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** What these bytes are by how they begin, whatever anybody calls them; undefined where they are nothing that is kept. Whether the rest can be read is not looked at. */
export function mediaTypeOf(bytes: Uint8Array): ScanMediaType | undefined {
  const types = Object.keys(beginnings) as ScanMediaType[];
  return types.find((type) => beginnings[type].every((byte, at) => bytes[at] === byte));
}

/** What the end of a file's name says of it. */
export const scanFileEndings: Readonly<Record<ScanMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};
