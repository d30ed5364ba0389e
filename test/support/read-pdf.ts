import { spawnSync } from 'node:child_process';

/** What poppler and qpdf, which know nothing of how a PDF was made, find in one. */
export interface PdfFacts {
  readonly pages: number;
  readonly title: string;
  readonly author: string;
  readonly tagged: boolean;
}

/** A word and where it stands on its page, in points from the top left. */
export interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The text in the order in which it was written onto the pages, head and foot included. */
export function textOf(pdf: Uint8Array): string {
  return run('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf);
}

/** The text as it is read out: in the order of the tags, without head and foot, with no space or line end in it. Not for words that were broken: poppler passes over what follows the place. */
export function readOut(pdf: Uint8Array): string {
  const structure = run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', '-'], pdf);
  const lines = [...structure.matchAll(/^ *"(.*)"$/gm)].map(([, said = '']) => said);
  return dense(lines.join(''));
}

/** Without any space: how a text was broken into lines is not what it says. */
export function dense(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}

export function factsOf(pdf: Uint8Array): PdfFacts {
  const said = run('pdfinfo', ['-enc', 'UTF-8', '-'], pdf);
  const fact = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(said)?.[1] ?? '';
  return {
    pages: Number(fact('Pages')),
    title: fact('Title'),
    author: fact('Author'),
    tagged: fact('Tagged') === 'yes',
  };
}

/** The families of the fonts that are embedded. Throws where one is not. */
export function fontsOf(pdf: Uint8Array): readonly string[] {
  const lines = run('pdffonts', ['-'], pdf).split('\n').slice(2).filter(Boolean);
  const strange = lines.filter((line) => !/ yes yes yes +\d+ +\d+$/.test(line));
  if (strange.length > 0) throw new Error(`not embedded, whole or readable: ${strange.join('; ')}`);
  return lines.map((line) => /^\w+\+([A-Za-z]+)/.exec(line)?.[1] ?? line);
}

export function wordsOf(pdf: Uint8Array): readonly PlacedWord[] {
  const pages = run('pdftotext', ['-bbox', '-enc', 'UTF-8', '-', '-'], pdf).split('<page ').slice(1);
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g;
  return pages.flatMap((page, nth) =>
    [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
      ...{ text: text.replaceAll('\u200b', ''), page: nth + 1, left: Number(left), right: Number(right) },
      ...{ top: Number(top), bottom: Number(bottom) },
    })),
  );
}

/** What `qpdf --check` has against it; empty where it finds nothing. */
export function faultsOf(file: string): string {
  const { status, stdout, stderr } = tool('qpdf', ['--check', file]);
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** The bookmarks, each with its depth, and the page that it leads to. */
export function bookmarksOf(
  file: string,
): readonly { readonly title: string; readonly depth: number; readonly page: number }[] {
  const { stdout } = tool('qpdf', ['--json', '--json-key=outlines', file]);
  const { outlines } = JSON.parse(stdout) as { outlines: readonly Outline[] };
  const flat = (kids: readonly Outline[], depth: number): ReturnType<typeof bookmarksOf> =>
    kids.flatMap(({ title, destpageposfrom1, kids: below }) => [
      { title, depth, page: destpageposfrom1 },
      ...flat(below, depth + 1),
    ]);
  return flat(outlines, 1);
}

interface Outline {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly Outline[];
}

function run(program: string, args: readonly string[], input: Uint8Array): string {
  const { status, stdout, stderr } = tool(program, args, input);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

function tool(program: string, args: readonly string[], input?: Uint8Array) {
  const found = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  if (found.error) throw new Error(`${program} is needed to read papers back: install poppler-utils and qpdf (Debian)`);
  return found;
}
