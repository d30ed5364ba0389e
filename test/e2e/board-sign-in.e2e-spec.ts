import type { Browser } from 'playwright-core';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { routes, tripWithCountDue } from './support/example-trips.js';
import { rowOf, section, signIn, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const minutes = 60;

let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const now = await board.stack.api.clock.now();
  await board.plant(tripWithCountDue(routes.dresden, now, -20 * minutes));
  await board.plant(tripWithCountDue(routes.tokyo, now, -90 * minutes));
  await board.plant(tripWithCountDue(routes.newYork, now, 40 * minutes));
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
    await tasks.getByText('EX-26-0003').first().waitFor();
    const references = (await tasks.getByRole('listitem').allInnerTexts()).map((text) => /EX-26-\d+/.exec(text)?.[0]);
    expect(references).toEqual(['EX-26-0003', 'EX-26-0002', 'EX-26-0004']);
    const [top, list] = [await tasks.boundingBox(), await section(page, 'Shipments').boundingBox()];
    expect(top!.y).toBeLessThan(list!.y);
    for (const reference of ['EX-26-0002', 'EX-26-0003', 'EX-26-0004'])
      expect(await rowOf(page, reference).getByText('EXAMPLE', { exact: true }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('signs out, and neither the way back nor a reload shows anything', async () => {
    const { page, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    await rowOf(page, 'EX-26-0002').getByRole('link').click();
    await page.getByRole('heading', { name: 'Dresden → Houston' }).waitFor();
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
