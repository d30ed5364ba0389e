import type { Browser, Page } from 'playwright-core';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { openForm, openShipment, rowOf, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const minutes = 60;

let board: RunningBoard;
let browser: Browser;
let overdue: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const now = await board.stack.api.clock.now();
  const free = new FreeRoutes();
  overdue = tripWithCountDue(free, now, -20 * minutes);
  await board.plant(overdue);
  await board.plant(tripWithCountDue(free, now, 80 * minutes));
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** The other pages, by address and heading. */
const pages = [
  ['/couriers', 'Couriers'],
  ['/account', 'Tokens for programs'],
  ['/policies', 'Policies'],
  ['/policies/default-1', 'Clocks'],
] as const;

/** Walks sign-in, board, a shipment with an alert, and an open form with a fault in it, and looks at each. */
async function walk(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await page.goto(board.url);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await look('sign-in');
  await signIn(page, board);
  await rowOf(page, overdue.reference).waitFor();
  await look('board');
  await openShipment(page, overdue.reference);
  await page.getByRole('region', { name: 'Log' }).getByRole('row').nth(5).waitFor();
  await look('shipment');
  const form = await openForm(page, 'Record the count');
  await form.getByRole('button', { name: 'Record the count' }).click();
  await form.locator('[aria-invalid=true]').first().waitFor();
  await look('form');
  for (const [address, heading] of pages) {
    await page.goto(`${board.url}${address}`);
    await page.getByRole('heading', { name: heading }).waitFor();
    await look(address);
  }
}

/** By how many pixels the page is wider than its window. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each([
  ['light', 'at the desk', desk],
  ['light', 'on the phone', phone],
  ['dark', 'at the desk', desk],
  ['dark', 'on the phone', phone],
] as const)('in %s, %s', (colorScheme, _, viewport) => {
  it('meets WCAG 2.2 A and AA as far as a machine can tell, and nothing on the page is refused by its own policy', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport, colorScheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    await walk(page, async (where) => {
      found.push(...(await faults(page, where)));
    });
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('no page scrolls sideways', () => {
  it('at any of the widths between phone and desk', async () => {
    const { page, close } = await openPage(browser);
    const wide: string[] = [];
    await walk(page, async (where) => {
      for (const width of [360, 720, 820, 1100, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await tooWide(page);
        if (over > 0) wide.push(`${where} at ${width}: ${over} px too wide`);
      }
    });
    expect(wide).toEqual([]);
    await close();
  });
});

describe('the looking itself', () => {
  it('finds a picture without its words, a page too wide and a script that the policy forbids', async () => {
    const { page, complaints, close } = await openPage(browser);
    await page.goto(board.url);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    const planted = '<img src="/favicon.svg"><hr width="3000">';
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '${planted}')`);
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { text: '1' }))`);
    expect(await faults(page, 'planted')).toEqual([expect.stringMatching(/^planted: image-alt img/)]);
    expect(await tooWide(page)).toBeGreaterThan(0);
    expect(complaints.join()).toMatch(/Content Security Policy/);
    await close();
  });
});
