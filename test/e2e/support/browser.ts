import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** The desk and the phone of design/board: where every journey is walked. */
export const desk = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

/** A browser in Berlin: neither the collection centre's zone nor the transplant centre's, so that no clock is right by chance. */
export const place = { locale: 'en-GB', timezoneId: 'Europe/Berlin' } as const;

/** Chromium as a test wants it: no first-run pages, nothing asked of the network but our own server. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Starts the browser that CHROMIUM names, or `chromium` on the path, with further flags where told. */
export function openBrowser(further: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? onPath('chromium');
  return chromium.launch({ executablePath, args: [...flags, ...further] });
}

function onPath(name: string): string {
  const found = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  const first = found.find((file) => existsSync(file));
  if (first === undefined) throw new Error(`there is no ${name} on the path: install it, or name one in CHROMIUM`);
  return first;
}

/** A page, and whatever it complained of. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console, exceptions nobody caught and breaches of the content security policy, but for the expected ones. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a page in a browser profile of its own. `expected` are complaints that the journey brings about itself. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
  expected: readonly RegExp[] = [],
): Promise<WatchedPage> {
  const context = await browser.newContext({ ...place, viewport: desk, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const complain = (said: string): void => {
    if (!expected.some((one) => one.test(said))) complaints.push(said);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complain(String(error)));
  return { page, complaints, close: () => context.close() };
}
