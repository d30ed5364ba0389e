import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, type WatchedPage } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { rowOf, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let one: TripSoFar;
let other: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const now = await board.stack.api.clock.now();
  const free = new FreeRoutes();
  [one, other] = [tripWithCountDue(free, now, 40 * 60), tripWithCountDue(free, now, 80 * 60)];
  await board.plant(one);
  await board.plant(other);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

async function opened(theme: 'light' | 'dark' = 'light'): Promise<WatchedPage> {
  const watched = await openPage(browser, { colorScheme: theme });
  await signIn(watched.page, board);
  await rowOf(watched.page, other.reference).waitFor();
  return watched;
}

const viewNamed = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'View' }).getByRole('button', { name, exact: true });

async function axe(page: Page, within: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations.map(({ id }) => id);
}

describe('a view of the list that is kept', () => {
  it('is named by keys alone, is a link, and is there on another machine', async () => {
    const here = await opened();
    await here.page.keyboard.press('/');
    await here.page.keyboard.type(one.reference);
    await rowOf(here.page, other.reference).waitFor({ state: 'detached' });
    await here.page.getByRole('button', { name: 'Save view…' }).focus();
    await here.page.keyboard.press('Enter');
    const sheet = here.page.getByRole('dialog', { name: 'Save this view' });
    await sheet.getByLabel('Name').fill('The first');
    await here.page.keyboard.press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await here.page.locator('.views [aria-pressed="true"]', { hasText: 'The first' }).waitFor();
    const link = here.page.url();
    const there = await opened();
    await viewNamed(there.page, 'The first').click();
    await rowOf(there.page, other.reference).waitFor({ state: 'detached' });
    expect(there.page.url()).toBe(link);
    await viewNamed(there.page, 'All').click();
    await rowOf(there.page, other.reference).waitFor();
    expect([...here.complaints, ...there.complaints]).toEqual([]);
    await Promise.all([here.close(), there.close()]);
  });

  it('gets another name, says that a name is taken, and is forgotten', async () => {
    const { page, complaints, close } = await openedWithTwo();
    await viewNamed(page, 'The first').click();
    await page.getByRole('button', { name: 'Change…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Change this view' });
    await sheet.getByLabel('Name').fill('THE SECOND');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('You have a view named “THE SECOND” already.').waitFor();
    await sheet.getByLabel('Name').fill('Renamed');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    await viewNamed(page, 'Renamed').waitFor();
    await page.getByRole('button', { name: 'Change…' }).click();
    await sheet.getByRole('button', { name: 'Delete the view' }).click();
    await sheet.waitFor({ state: 'detached' });
    await viewNamed(page, 'Renamed').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});

/** One's own views are "The first" and "The second". */
async function openedWithTwo(): Promise<WatchedPage> {
  const watched = await openPage(browser, {}, [/409|422|400/]);
  await signIn(watched.page, board);
  await watched.page.evaluate(`fetch('/api/v1/account/saved-views/a0000000-0000-4000-8000-000000000002', {
    method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'The second', view: 'air' }),
  })`);
  await watched.page.reload();
  await viewNamed(watched.page, 'The second').waitFor();
  return watched;
}

describe('the palette', () => {
  it.each(['light', 'dark'] as const)('finds a shipment and a page, and axe finds nothing in it, %s', async (theme) => {
    const { page, complaints, close } = await opened(theme);
    const palette = page.getByRole('dialog', { name: 'Search shipments and commands' });
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    expect(await axe(page, '.palette')).toEqual([]);
    await page.keyboard.type(other.reference);
    await palette.getByRole('menuitem', { name: other.reference }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: other.title }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('to the alerts');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens while one types and with single letters off, closes with Esc and gives the focus back', async () => {
    const { page, close } = await opened();
    await page.evaluate(`localStorage.setItem('cellrelay.letters', 'off')`);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Search shipments and commands' });
    await palette.waitFor();
    await page.keyboard.type('go');
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    expect(await page.locator('input[placeholder^="Route"]:focus').count()).toBe(1);
    await close();
  });
});
