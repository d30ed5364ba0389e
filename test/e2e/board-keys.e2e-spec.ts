import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, type WatchedPage } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { openForm, openShipment, rowOf, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const minutes = 60;

let board: RunningBoard;
let browser: Browser;
let opened: WatchedPage;
let page: Page;
let sooner: TripSoFar;
let later: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const now = await board.stack.api.clock.now();
  const free = new FreeRoutes();
  sooner = tripWithCountDue(free, now, 40 * minutes);
  later = tripWithCountDue(free, now, 80 * minutes);
  await board.plant(sooner);
  await board.plant(later);
  opened = await openPage(browser);
  page = opened.page;
  await signIn(page, board);
  await rowOf(page, later.reference).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** What has the focus, by its accessible name's beginning. */
const focused = (): Promise<string> => page.locator(':focus').first().innerText();

describe('the keyboard', () => {
  it('goes down the rows with J and up with K, and stops at the ends', async () => {
    await page.keyboard.press('j');
    expect(await focused()).toBe(sooner.title);
    await page.keyboard.press('j');
    expect(await focused()).toBe(later.title);
    await page.keyboard.press('j');
    expect(await focused()).toBe(later.title);
    await page.keyboard.press('k');
    expect(await focused()).toBe(sooner.title);
  });

  it('opens the chosen shipment with Enter, and goes back to the board with G B', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: sooner.title }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await rowOf(page, later.reference).waitFor();
  });

  it('searches after a slash, keeps letters as typing there, and leaves the search with Esc', async () => {
    const search = page.getByRole('searchbox');
    await page.keyboard.press('/');
    await page.keyboard.type('jk?');
    expect(await search.inputValue()).toBe('jk?');
    await page.getByText('Nothing fits “jk?”').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    await rowOf(page, later.reference).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('input:focus').count()).toBe(0);
  });

  it('shows with ? every key that does something here, and closes the list with Esc', async () => {
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keys' });
    await list.waitFor();
    const keys = await list.getByRole('rowheader').allInnerTexts();
    expect(keys).toEqual(expect.arrayContaining(['/', 'j', 'k', 'r', '?', 'g b', 'g a', 'Enter', 'Esc']));
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
  });

  it('leaves a form with Esc, gives the focus back and keeps what was typed', async () => {
    await openShipment(page, later.reference);
    const form = await openForm(page, 'Open a deviation');
    await form.getByLabel('What happened').fill('EXAMPLE: kept');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Open a deviation');
    await page.keyboard.press('Enter');
    expect(await form.getByLabel('What happened').inputValue()).toBe('EXAMPLE: kept');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.goto(board.url);
    await rowOf(page, later.reference).waitFor();
  });

  it('does nothing by single letters once they are switched off', async () => {
    await page.getByRole('button', { name: /^Keys/ }).click();
    await page.getByLabel('Single keys do something').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    expect(await page.locator('input:focus').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});
