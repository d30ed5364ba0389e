import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { multiplyShipments } from '../bench/list/multiply-shipments.js';
import { desk, openBrowser, openPage, phone, type WatchedPage } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const wanted = 600;

let board: RunningBoard;
let browser: Browser;
let trip: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  trip = tripWithCountDue(new FreeRoutes(), await board.stack.api.clock.now(), 40 * 60);
  await board.plant(trip);
  await multiplyShipments(board.own.ownerUrl, [trip.id], wanted);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

async function opened(viewport: typeof desk | typeof phone = desk): Promise<WatchedPage> {
  const watched = await openPage(browser, { viewport });
  await signIn(watched.page, board);
  await tableOf(watched.page).locator('[data-row]').first().waitFor();
  return watched;
}

const tableOf = (page: Page): Locator => page.getByRole('table', { name: 'Shipments' });
const rowsOf = (page: Page): Locator => tableOf(page).locator('[data-row]');
const focusedIndex = (page: Page): Promise<string | null> =>
  page.locator('[data-row]:focus-within').getAttribute('aria-rowindex');

describe('a long list', () => {
  it('says how long it is, and draws what is in the window', async () => {
    const { page, complaints, close } = await opened();
    const table = tableOf(page);
    expect(await table.getAttribute('aria-rowcount')).toBe(String(wanted + 1));
    expect(await table.getByRole('row').first().getAttribute('aria-rowindex')).toBe('1');
    expect(await rowsOf(page).first().getAttribute('aria-rowindex')).toBe('2');
    expect(await rowsOf(page).count()).toBeLessThan(60);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is gone through by keys to the 400th row, which was not loaded', async () => {
    const { page, complaints, close } = await opened();
    await page.keyboard.press('j');
    expect(await focusedIndex(page)).toBe('2');
    for (let nth = 1; nth < 400; nth += 1) await page.keyboard.press(nth % 2 === 0 ? 'j' : 'ArrowDown');
    await page.locator('[data-row][aria-rowindex="401"]:focus-within').waitFor();
    await page.keyboard.press('k');
    await page.locator('[data-row][aria-rowindex="400"]:focus-within').waitFor();
    expect(await page.locator('[data-row]:focus-within').isVisible()).toBe(true);
    await page.keyboard.press('End');
    await page.locator(`[data-row][aria-rowindex="${wanted + 1}"]:focus-within`).waitFor();
    await page.keyboard.press('Home');
    await page.locator('[data-row][aria-rowindex="2"]:focus-within').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what has the focus while one scrolls elsewhere, and is one stop of Tab', async () => {
    const { page, close } = await opened();
    await page.keyboard.press('j');
    const first = await page.locator(':focus').innerText();
    await page.evaluate('window.scrollTo(0, 20000)');
    await page.locator('[data-row][aria-rowindex="320"]').waitFor();
    expect(await page.locator(':focus').innerText()).toBe(first);
    expect(await rowsOf(page).count()).toBeLessThan(60);
    expect(await tableOf(page).locator('a.open[tabindex="0"]').count()).toBe(1);
    await close();
  });

  it.each([
    ['at the desk', desk],
    ['on the phone', phone],
    ['between', { width: 900, height: 900 }],
  ])('has nothing that axe finds and is no wider than its window, %s', async (_, viewport) => {
    const { page, complaints, close } = await opened(viewport as typeof desk);
    await page.evaluate('window.scrollTo(0, 9000)');
    await page.waitForTimeout(500);
    const { violations } = await new AxeBuilder({ page }).include('.shipments').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
