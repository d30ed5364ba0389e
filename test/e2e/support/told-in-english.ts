import type { Page, Response } from 'playwright-core';

/** What every language writes so: names, units, formats; and the reader's own city, which is named by its zone. */
const everywhere =
  /\b(CellRelay|EXAMPLE|GRID|HPC|CD34|EAR|API|UTC|CSV|DIN|JSON|JPEG|PNG|PDF|MiB|ABO|ISBT|SMTP_URL|webhook|Berlin)\b/g;

/** What the server has said, to tell its English from the board's own. */
export class ToldByServer {
  private readonly texts = new Set<string>();

  constructor(page: Page) {
    page.on('response', (response) => void this.hear(response));
  }

  private async hear(response: Response): Promise<void> {
    if (!/\/api\/v1\//.test(response.url()) || !/json/.test(response.headers()['content-type'] ?? '')) return;
    // A page that is left takes its answers with it.
    const body = (await response.json().catch(() => null)) as unknown;
    this.keep(body);
  }

  private keep(value: unknown): void {
    if (typeof value === 'string') this.texts.add(value.trim());
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        this.texts.add(key);
        this.keep(each);
      }
  }

  /** The English on the page that is neither the server's nor marked as English. */
  async leftIn(page: Page): Promise<readonly string[]> {
    const told = [...this.texts].filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);
    const shown = await page.evaluate<readonly string[]>(textsOfPage);
    return shown.filter((text) => /[A-Za-z]{3}/.test(without(text, told)));
  }
}

function without(text: string, told: readonly string[]): string {
  const spaced = (one: string): string => one.replaceAll('-', ' ');
  const left = told.reduce(
    (rest, one) => (one === '' ? rest : rest.replaceAll(one, '').replaceAll(spaced(one), '')),
    text,
  );
  return left.replaceAll(everywhere, '');
}

/** Every text that somebody reads or hears, of elements that are not marked as English. */
const textsOfPage = `(() => {
  const found = [];
  const foreign = (element) => element.closest('[lang="en"], code, kbd, pre, script, noscript, style') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (!foreign(node.parentElement)) found.push(node.data.trim());
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (!foreign(element))
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
  return [...new Set(found)].filter((text) => text !== '');
})()`;
