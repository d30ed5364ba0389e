import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { spreadOf } from '../figures.js';
import * as inPage from './in-page.js';

/** Who signs in. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/** How a page went on while something was done to it. */
export interface Went {
  readonly framesPerSecond: number;
  readonly p95FrameMs: number;
  readonly longTasks: number;
  /** 0 where there was none: what takes less than 50 ms is none. */
  readonly worstTaskMs: number;
}

/** What a page fetched as scripts, over the wire. */
export interface Opened {
  readonly usableMs: number;
  readonly scriptKb: number;
}

/** A profile of its own, with nothing in its cache, signed in. */
export async function signedIn(browser: Browser, url: string, account: Account): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: url });
  context.setDefaultTimeout(60_000);
  const headers = { origin: url };
  const answer = await context.request.post('/api/v1/session', { data: account, headers });
  if (!answer.ok()) throw new Error(`nobody is signed in: ${answer.status()} ${await answer.text()}`);
  return context;
}

/** Opens the first page in that profile, and waits until what is looked for can be read. */
export async function openCold(context: BrowserContext, ready: (page: Page) => Promise<number>): Promise<Opened> {
  const page = await context.newPage();
  const scripts = await weighScripts(page);
  await page.goto('/');
  const usableMs = await ready(page);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.close();
  return { usableMs, scriptKb: scripts() / 1_000 };
}

async function weighScripts(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  const asScript = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') asScript.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asScript.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => bytes;
}

/** How the page goes on while this runs in it; long tasks are counted meanwhile. */
export async function went(page: Page, script: string): Promise<Went> {
  await page.evaluate(inPage.watchTasks);
  const frames = await page.evaluate<number[]>(script);
  const tasks = await page.evaluate<number[]>('globalThis.longTasks');
  const whole = frames.reduce((sum, each) => sum + each, 0);
  const sorted = [...frames].sort((a, b) => a - b);
  return {
    framesPerSecond: (frames.length / whole) * 1_000,
    p95FrameMs: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN,
    longTasks: tasks.length,
    worstTaskMs: tasks.length === 0 ? 0 : spreadOf(tasks).max,
  };
}
