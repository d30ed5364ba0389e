import type { Page, Response } from 'playwright-core';

/** What every language writes so: names, units, formats; and the reader's own city, which is named by its zone. */
const everywhere =
  /\b(CellRelay|EXAMPLE|GRID|HPC|CD34|EAR|API|UTC|CSV|DIN|JSON|JPEG|PNG|PDF|MiB|ABO|ISBT|SMTP_URL|webhook|Ctrl|Cmd|Tab|Berlin)\b/g;

/** What the server has said, to tell its English from the board's own. */
export class ToldByServer {
  private readonly texts = new Set<string>();
  private readonly heard: Promise<void>[] = [];

  constructor(page: Page) {
    page.on('response', (response) => this.heard.push(this.hear(response)));
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
    await Promise.all(this.heard);
    const told = [...this.texts].filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);
    const shown = await page.evaluate<readonly string[]>(textsOfPage);
    return shown.filter((text) => /[A-Za-z]{3}/.test(without(text, told)));
  }
}

/** Long sayings are taken out first; a word that is only a part of another is not the same word. */
function without(text: string, told: readonly string[]): string {
  const left = told.reduce((rest, one) => cut(cut(rest, one), one.replaceAll('-', ' ')), text);
  return left.replaceAll(everywhere, '');
}

function cut(text: string, told: string): string {
  if (told === '' || !text.includes(told)) return text;
  const said = told.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![A-Za-z])${said}(?![A-Za-z])`, 'g'), '');
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
