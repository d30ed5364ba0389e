import { mediaTypeOf } from './media-type.js';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const jpeg = [0xff, 0xd8, 0xff, 0xe0];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

it.each([
  ['application/pdf', bytes('%PDF-1.7\n')],
  ['image/jpeg', bytes(jpeg, 'JFIF')],
  ['image/png', bytes(png, 'IHDR')],
])('what begins as %s is that', (type, file) => expect(mediaTypeOf(file)).toBe(type));

it.each([
  ['nothing', bytes()],
  ['half of a beginning', bytes('%PDF')],
  ['a page', bytes('<html><script>alert(1)</script>')],
  ['a page that calls itself a PDF further down', bytes('<html>%PDF-1.7')],
  ['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['a telephone’s own photograph', bytes([0, 0, 0, 24], 'ftypheic')],
  ['a PNG broken by a transfer as text', bytes([0x89], 'PNG\n\x1a\n')],
])('%s is nothing that is kept', (_what, file) => expect(mediaTypeOf(file)).toBeUndefined());
