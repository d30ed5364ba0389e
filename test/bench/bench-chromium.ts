import { chromium, type Browser } from 'playwright-core';
import { atTheEnd } from './ground/undo.js';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** The Chromium that CHROMIUM names, or Debian's, closed at the end; null where there is none. */
export async function openBenchChromium(more: readonly string[] = []): Promise<Browser | null> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: [...flags, ...more] }).catch(() => null);
  if (browser !== null) atTheEnd(() => browser.close());
  return browser;
}
