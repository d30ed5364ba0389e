import { millisOf } from '@cellrelay/kernel';
import type { Browser } from 'playwright-core';
import { desk, openBrowser, openPage, phone, type WatchedPage } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { openShipment, rowOf, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const minutes = 60;
const free = new FreeRoutes();

let board: RunningBoard;
let browser: Browser;
let there: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  there = await countDueIn(100 * minutes);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** Plants a trip whose count falls due that many seconds from now. */
async function countDueIn(seconds: number): Promise<TripSoFar> {
  const trip = tripWithCountDue(free, await board.stack.api.clock.now(), seconds);
  await board.plant(trip);
  return trip;
}

/** A page that would not survive a reload unseen. */
async function watched(viewport: typeof desk | typeof phone): Promise<WatchedPage & { reloaded(): Promise<boolean> }> {
  const opened = await openPage(browser, { viewport }, [/net::ERR_/]);
  await signIn(opened.page, board);
  await rowOf(opened.page, there.reference).waitFor();
  await opened.page.evaluate('globalThis.neverReloaded = true');
  return { ...opened, reloaded: async () => (await opened.page.evaluate('globalThis.neverReloaded')) !== true };
}

describe('a deadline that rings while the page is open', () => {
  it('raises its alert on the board and on the shipment’s page by itself, and not before its time', async () => {
    const [desktop, mobile] = await Promise.all([watched(desk), watched(phone)]);
    const { clock } = board.stack.api;
    const plantedAt = await clock.now();
    const dueInSeconds = 8;
    const { reference } = await countDueIn(dueInSeconds);
    const alert = 'No count of day 1 is recorded.';
    const row = rowOf(desktop.page, reference);
    const onBoard = row.getByText(alert, { exact: true });
    const onPage = mobile.page.getByRole('region', { name: 'Alerts' }).getByRole('heading', { name: alert });
    await openShipment(mobile.page, reference);
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
  ['at the desk', desk],
  ['on the phone', phone],
])('a server that goes away, %s', (_, viewport) => {
  it('is told with since when the figures are old, and the page heals itself when it is back', async () => {
    const { page, reloaded, complaints, close } = await watched(viewport);
    await board.stopApi();
    try {
      const lost = page.getByRole('status').filter({ hasText: 'No line to the server' });
      await lost.waitFor({ timeout: 5_000 });
      expect(await lost.innerText()).toMatch(/Figures are from \d\d:\d\d Berlin, \d+ (s|min \d\d) old/);
      expect(await rowOf(page, there.reference).isVisible()).toBe(true);
      const missed = await countDueIn(50 * minutes);
      await board.startApi();
      await lost.waitFor({ state: 'detached', timeout: 10_000 });
      await rowOf(page, missed.reference).waitFor();
    } finally {
      await board.stopApi();
      await board.startApi();
    }
    expect(await reloaded()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
