import { millisOf } from '@cellrelay/kernel';
import type { Browser } from 'playwright-core';
import { desk, openBrowser, openPage, phone, type WatchedPage } from './support/browser.js';
import { routes, tripWithCountDue } from './support/example-trips.js';
import { openShipment, rowOf, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const minutes = 60;

let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  await board.plant(tripWithCountDue(routes.dresden, await board.stack.api.clock.now(), 100 * minutes));
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** A page that would not survive a reload unseen. */
async function watched(viewport: typeof desk | typeof phone): Promise<WatchedPage & { reloaded(): Promise<boolean> }> {
  const opened = await openPage(browser, { viewport }, [/net::ERR_/]);
  await signIn(opened.page, board);
  await rowOf(opened.page, routes.dresden.reference).waitFor();
  await opened.page.evaluate('globalThis.neverReloaded = true');
  return { ...opened, reloaded: async () => (await opened.page.evaluate('globalThis.neverReloaded')) !== true };
}

describe('a deadline that rings while the page is open', () => {
  it('raises its alert on the board and on the shipment’s page by itself, and not before its time', async () => {
    const [desktop, mobile] = await Promise.all([watched(desk), watched(phone)]);
    const { clock } = board.stack.api;
    const plantedAt = await clock.now();
    const dueInSeconds = 8;
    await board.plant(tripWithCountDue(routes.tokyo, plantedAt, dueInSeconds));
    const alert = 'No count of day 1 is recorded.';
    const row = rowOf(desktop.page, routes.tokyo.reference);
    const onBoard = row.getByText(alert, { exact: true });
    const onPage = mobile.page.getByRole('region', { name: 'Alerts' }).getByRole('heading', { name: alert });
    await openShipment(mobile.page, routes.tokyo.reference);
    await row.waitFor();
    expect([await onBoard.count(), await onPage.count()]).toEqual([0, 0]);
    const timeout = 3 * dueInSeconds * 1_000;
    await Promise.all([onBoard.waitFor({ timeout }), onPage.waitFor({ timeout })]);
    expect(millisOf(await clock.now()) - millisOf(plantedAt)).toBeGreaterThanOrEqual(dueInSeconds * 1_000);
    expect([await desktop.reloaded(), await mobile.reloaded()]).toEqual([false, false]);
    expect([...desktop.complaints, ...mobile.complaints]).toEqual([]);
    await Promise.all([desktop.close(), mobile.close()]);
  });
});

describe.each([
  ['at the desk', desk, routes.newYork],
  ['on the phone', phone, null],
])('a server that goes away, %s', (_, viewport, planted) => {
  it('is told with since when the figures are old, and the page heals itself when it is back', async () => {
    const { page, reloaded, complaints, close } = await watched(viewport);
    await board.stopApi();
    try {
      const lost = page.getByRole('status').filter({ hasText: 'No line to the server' });
      await lost.waitFor({ timeout: 3_000 });
      expect(await lost.innerText()).toMatch(/Figures are from \d\d:\d\d Berlin, \d+ (s|min \d\d) old/);
      expect(await rowOf(page, routes.dresden.reference).isVisible()).toBe(true);
      if (planted !== null)
        await board.plant(tripWithCountDue(planted, await board.stack.api.clock.now(), 50 * minutes));
      await board.startApi();
      await lost.waitFor({ state: 'detached', timeout: 10_000 });
      await rowOf(page, (planted ?? routes.newYork).reference).waitFor();
    } finally {
      await board.stopApi();
      await board.startApi();
    }
    expect(await reloaded()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
