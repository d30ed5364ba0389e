import path from 'node:path';
import { openBrowser, openPage } from '../browser.js';
import { openShipment, signIn } from '../journey.js';
import { RunningBoard } from '../running-board.js';
import { picturedTrips, shownInFull } from './states.js';

const folder = path.resolve('apps/board/pictures');

/** Plants invented shipments in different states and writes the board and one shipment's page as they look at this hour. */
export async function takePictures(): Promise<readonly string[]> {
  const board = await RunningBoard.start();
  const browser = await openBrowser();
  try {
    const trips = picturedTrips(await board.stack.api.clock.now());
    for (const { script, ...trip } of trips) await board.plant(trip, script);
    const { page } = await openPage(browser, { colorScheme: 'light', reducedMotion: 'reduce' });
    await signIn(page, board);
    await page.getByText('EX-26-').nth(trips.length).waitFor();
    // The pointer lies where the sign-in's button was, and would mark a row.
    await page.mouse.move(0, 0);
    const files = ['board.png', 'shipment.png'].map((name) => path.join(folder, name));
    await page.screenshot({ path: files[0] });
    await openShipment(page, trips[shownInFull]?.reference ?? '');
    await page.getByRole('region', { name: 'Log' }).getByRole('row').nth(5).waitFor();
    await page.screenshot({ path: files[1] });
    return files;
  } finally {
    await browser.close();
    await board.close();
  }
}
