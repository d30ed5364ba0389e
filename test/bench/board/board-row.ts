import type { Browser, Page } from 'playwright-core';
import { median } from '../figures.js';
import { openBenchChromium } from '../bench-chromium.js';
import type { RowResult } from '../report/line.js';
import { multiplyShipments } from '../list/multiply-shipments.js';
import type { Sizes } from '../sizes.js';
import { openCold, signedIn, went, type Opened, type Went } from './bench-browser.js';
import { openBoardGround, type BoardGround } from './board-ground.js';
import { noBrowser, resultOf, type Both, type Changes } from './board-result.js';
import * as inPage from './in-page.js';

/** Row l: the board in a real browser, on the built program with its database and its live stream. */
export async function boardRow(folder: string, { board: sizes }: Sizes): Promise<RowResult> {
  const browser = await openBenchChromium();
  if (browser === null) return noBrowser;
  const ground = await openBoardGround(folder, sizes.changing);
  try {
    const changes = await changing(browser, ground, sizes);
    const live = await multiplyShipments(ground.server.ownerUrl, ground.ids.slice(0, 4), sizes.shipments);
    const scrolls = await scrolling(browser, ground, sizes.frames);
    const opened = await opening(browser, ground, sizes.opened);
    return resultOf({ sizes, live, changes, scrolls, opened });
  } finally {
    await ground.program.stop();
    await browser.close();
  }
}

const rowsThere = (page: Page): Promise<unknown> => page.locator('[data-row]').first().waitFor();

/** An empty page of the same server: what is put into it is the yardstick. */
async function emptyPage(browser: Browser, { program }: BoardGround): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${program.url}/api/docs`);
  return page;
}

async function board(browser: Browser, { program, coordinator }: BoardGround): Promise<Page> {
  const page = await (await signedIn(browser, program.url, coordinator)).newPage();
  await page.goto('/');
  await rowsThere(page);
  return page;
}

async function changing(browser: Browser, ground: BoardGround, sizes: Sizes['board']): Promise<Changes> {
  const page = await board(browser, ground);
  await page.evaluate(inPage.countChanges);
  const sending = ground.change(sizes.perSecond, sizes.overMs);
  const ours = await went(page, inPage.look(sizes.overMs));
  const sent = await sending;
  const seen = await page.evaluate<number>('globalThis.changesSeen');
  await page.context().close();
  const yard = await emptyPage(browser, ground);
  await yard.evaluate(inPage.bareRows(sizes.changing));
  await yard.evaluate(inPage.changeBareRows(sizes.changing, sizes.perSecond));
  const resting = ground.change(sizes.perSecond, sizes.overMs);
  const bare = await went(yard, inPage.look(sizes.overMs));
  await resting;
  await yard.close();
  return { ours, bare, sent, seen };
}

const byWindow = 900;

async function scrolling(
  browser: Browser,
  ground: BoardGround,
  frames: number,
): Promise<Both<Went> & { readonly rows: number; readonly drawn: number }> {
  const page = await board(browser, ground);
  const ours = await went(page, inPage.scroll(frames, byWindow));
  const rows = Number(await page.getByRole('table', { name: 'Shipments' }).getAttribute('aria-rowcount')) - 1;
  const drawn = await page.locator('.row-line').count();
  await page.context().close();
  const yard = await emptyPage(browser, ground);
  await yard.evaluate(inPage.bareRows(rows));
  const bare = await went(yard, inPage.scroll(frames, byWindow));
  await yard.close();
  return { ours, bare, rows, drawn };
}

/** The first time of all, each in a profile of its own with nothing in its cache. */
async function opening(
  browser: Browser,
  { program, coordinator, courier }: BoardGround,
  times: number,
): Promise<{ readonly board: Opened; readonly courier: Opened; readonly emptyMs: number }> {
  const [boards, couriers, empty]: [Opened[], Opened[], number[]] = [[], [], []];
  for (let nth = 0; nth < times; nth += 1) {
    for (const [account, into, ready] of [
      [coordinator, boards, usable],
      [courier, couriers, loaded],
    ] as const) {
      const context = await signedIn(browser, program.url, account);
      await context.addInitScript(inPage.noteFirstRow);
      into.push(await openCold(context, ready));
      await context.close();
    }
    const page = await browser.newPage();
    await page.goto(`${program.url}/health/live`);
    empty.push(await loaded(page));
    await page.close();
  }
  return { board: middle(boards), courier: middle(couriers), emptyMs: median(empty) };
}

const usable = (page: Page): Promise<number> => page.evaluate('globalThis.usableAt');
const loaded = async (page: Page): Promise<number> => {
  await page.waitForLoadState('load');
  return page.evaluate('performance.getEntriesByType("navigation")[0].loadEventStart');
};

function middle(all: readonly Opened[]): Opened {
  return {
    usableMs: median(all.map(({ usableMs }) => usableMs)),
    scriptKb: median(all.map(({ scriptKb }) => scriptKb)),
  };
}
