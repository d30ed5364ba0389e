import type { Browser } from 'playwright-core';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { rowOf, section, signIn, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const minutes = 60;

let board: RunningBoard;
let browser: Browser;
/** The oldest due first. */
let trips: readonly TripSoFar[];
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const now = await board.stack.api.clock.now();
  const free = new FreeRoutes();
  trips = [-90, -20, 40].map((due) => tripWithCountDue(free, now, due * minutes));
  // Planted in another order than they are due in.
  for (const trip of trips.toReversed()) await board.plant(trip);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

describe.each([
  ['at the desk', desk],
  ['on the phone', phone],
])('signing in %s', (_, viewport) => {
  it('refuses a wrong password in words, and shows nothing', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport }, [/status of 401 .*\/session$/]);
    await page.goto(board.url);
    await tryToSignIn(page, board.account.name, 'not the password');
    const said = await page.getByRole('alert').innerText();
    expect(said).toMatch(/password/i);
    expect(await page.getByText('EX-26-').count()).toBe(0);
    expect(await page.getByLabel('Name').inputValue()).toBe(board.account.name);
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens the board with the tasks first, the oldest due first, and every example marked', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    const tasks = section(page, 'Everybody’s tasks');
    await page.getByRole('button', { name: 'Show everybody’s' }).click();
    await tasks
      .getByRole('listitem')
      .nth(trips.length - 1)
      .waitFor();
    const references = (await tasks.getByRole('listitem').allInnerTexts()).map((text) => /EX-26-\d+/.exec(text)?.[0]);
    expect(references).toEqual(trips.map(({ reference }) => reference));
    const [top, list] = [await tasks.boundingBox(), await section(page, 'Shipments').boundingBox()];
    expect(top!.y).toBeLessThan(list!.y);
    for (const { reference } of trips)
      expect(await rowOf(page, reference).getByText('EXAMPLE', { exact: true }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('signs out, and neither the way back nor a reload shows anything', async () => {
    const { page, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    await rowOf(page, trips[0]!.reference).getByRole('link').click();
    await page.getByRole('heading', { name: trips[0]!.title }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByText('EX-26-').count()).toBe(0);
    await close();
  });
});
