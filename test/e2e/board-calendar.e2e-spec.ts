import path from 'node:path';
import type { Browser } from 'playwright-core';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { section, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

describe.each([
  ['desk', desk],
  ['phone', phone],
])('one’s own calendar, at the %s', (mark, viewport) => {
  it('is made with an address shown once, made anew, and ended', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport }, []);
    await page.goto(board.url);
    await tryToSignIn(page, board.account.name, board.account.password);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.goto(`${board.url}/account`);
    const calendar = section(page, 'Calendar');
    const make = async (button: string, then: string, scope: string): Promise<string> => {
      await calendar.getByRole('button', { name: button }).click();
      await calendar.getByLabel('What stands in it').selectOption(scope);
      await calendar.getByLabel('Your password').fill(board.account.password);
      await calendar.getByRole('button', { name: then, exact: true }).click();
      await calendar.getByLabel('Your password').waitFor({ state: 'detached' });
      return calendar.locator('code').innerText();
    };
    const first = await make('Make an address', 'Make it', 'all');
    expect(await (await fetch(first)).text()).toContain('BEGIN:VCALENDAR');
    await calendar.getByText('Every deadline and flight I see').waitFor();
    const folder = process.env.CELLRELAY_TEST_PICTURES;
    if (folder !== undefined)
      await page.screenshot({ path: path.join(folder, `calendar-${mark}.png`), fullPage: true });
    expect(await faults(page, `calendar-${mark}`)).toEqual([]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);

    const second = await make('Make another address', 'Make another', 'tasks');
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);
    await page.reload();
    await calendar.getByText('last fetched').waitFor();
    expect(await calendar.locator('code').count()).toBe(0);
    await calendar.getByRole('button', { name: 'End the calendar’s address' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await calendar.getByRole('button', { name: 'Make an address' }).waitFor();
    expect((await fetch(second)).status).toBe(404);
    expect(complaints).toEqual([]);
    await close();
  });
});
