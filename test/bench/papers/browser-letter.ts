import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Paper } from '@cellrelay/paperwork';
import { openBenchChromium } from '../bench-chromium.js';
import { atTheEnd } from '../ground/undo.js';
import { letterFonts } from './letter-fonts.js';
import { linesOf } from './lines-of.js';

/** Sets the same sentences by printing a page of a headless browser that runs already. Null where there is no Chromium. */
export async function openBrowserLetters(): Promise<((paper: Paper) => Promise<number>) | null> {
  const browser = await openBenchChromium(['--allow-file-access-from-files']);
  if (browser === null) return null;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-letter-'));
  atTheEnd(() => Promise.resolve(rmSync(folder, { recursive: true })));
  const file = path.join(folder, 'letter.html');
  return async (paper) => {
    writeFileSync(file, pageOf(paper));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const pdf = await page.pdf({ format: 'A4', tagged: true });
    await page.close();
    return pdf.length;
  };
}

function pageOf(paper: Paper): string {
  const faces = Object.entries(letterFonts).map(
    ([language, file]) => `@font-face { font-family: '${language}'; src: url('${pathToFileURL(file).href}') }`,
  );
  const lines = linesOf(paper).map(
    ({ language, text }) => `<p lang="${language}" style="font-family: '${language}'">${escaped(text)}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${faces.join('')} p { font-size: 10.5pt }</style>${lines.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
