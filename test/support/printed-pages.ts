import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Tools of other people, each in a Debian package that CI installs. */
const packages = {
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  zbarimg: 'zbar-tools',
  qpdf: 'qpdf',
} as const;

function ran(tool: keyof typeof packages, args: readonly string[]): string {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw missing ? new Error(`${tool} is not installed; it is in the Debian package ${packages[tool]}`) : error;
  }
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-labels-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pages of a PDF as a printer of that resolution sets them: grey maps. */
export function pagesOf(pdf: Uint8Array, dpi: number): readonly Uint8Array[] {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'labels.pdf'), pdf);
    ran('pdftoppm', ['-gray', '-r', String(dpi), path.join(folder, 'labels.pdf'), path.join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((name) => readFileSync(path.join(folder, name)));
  });
}

/** Every text that zbar reads on a page, in Code 128 and QR. */
export function readByZbar(page: Uint8Array): readonly string[] {
  return inFolder((folder) => {
    const file = path.join(folder, 'page.pgm');
    writeFileSync(file, page);
    const kinds = ['-Sdisable', '-Scode128.enable', '-Sqrcode.enable'];
    try {
      return ran('zbarimg', ['--quiet', '--raw', ...kinds, file])
        .trimEnd()
        .split('\n');
    } catch (error) {
      // It ends with 4 where it finds nothing.
      if ((error as { status?: number }).status === 4) return [];
      throw error;
    }
  });
}

/** The text of a PDF in the order in which it stands there. */
export function textOf(pdf: Uint8Array): string {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'labels.pdf'), pdf);
    return ran('pdftotext', ['-raw', path.join(folder, 'labels.pdf'), '-']);
  });
}

/** What qpdf finds wrong with a PDF; it throws where it finds something. */
export function soundness(pdf: Uint8Array): string {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'labels.pdf'), pdf);
    return ran('qpdf', ['--check', path.join(folder, 'labels.pdf')]);
  });
}
