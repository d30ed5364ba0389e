import PDFDocument from 'pdfkit';
import { once } from 'node:events';
import type { Paper } from '@cellrelay/paperwork';
import { letterFonts } from './letter-fonts.js';
import { linesOf } from './lines-of.js';

/** The same sentences by pdfkit, one under the other: no columns, no tables, no tags. */
export async function pdfkitLetter(paper: Paper): Promise<number> {
  const document = new PDFDocument({ size: 'A4', margin: 60 });
  let bytes = 0;
  document.on('data', (part: Buffer) => (bytes += part.length));
  const ended = once(document, 'end');
  for (const { language, text } of linesOf(paper)) document.font(letterFonts[language]).fontSize(10.5).text(text);
  document.end();
  await ended;
  return bytes;
}
