import path from 'node:path';
import { openBrowser, openPage } from '../browser.js';
import { CourierOnPhone } from '../courier-on-phone.js';
import { openShipment, signIn } from '../journey.js';
import { RunningBoard } from '../running-board.js';
import { picturedTrips, shownInFull } from './states.js';

const pictured = (name: string): string => path.resolve('apps/board/pictures', `${name}.png`);
const still = { colorScheme: 'light', reducedMotion: 'reduce' } as const;

/** Plants invented shipments in different states and writes the main pages as they look at this hour. */
export async function takePictures(): Promise<readonly string[]> {
  return [...(await atTheDesk()), ...(await onThePhone())];
}

async function atTheDesk(): Promise<readonly string[]> {
  const board = await RunningBoard.start();
  const browser = await openBrowser();
  try {
    const trips = picturedTrips(await board.stack.api.clock.now());
    for (const { script, ...trip } of trips) await board.plant(trip, script);
    const { page } = await openPage(browser, still);
    await signIn(page, board);
    await page.getByText('EX-26-').nth(trips.length).waitFor();
    // The pointer lies where the sign-in's button was, and would mark a row.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: pictured('board') });
    await openShipment(page, trips[shownInFull]?.reference ?? '');
    await page.getByRole('region', { name: 'Log' }).getByRole('row').nth(5).waitFor();
    await page.screenshot({ path: pictured('shipment') });
    await page.goto(`${board.url}/shipments/${trips[shownInFull]?.id ?? ''}/decision`);
    await page.getByRole('heading', { name: 'What can be decided' }).waitFor();
    await page.screenshot({ path: pictured('decision') });
    return ['board', 'shipment', 'decision'].map(pictured);
  } finally {
    await browser.close();
    await board.close();
  }
}

async function onThePhone(): Promise<readonly string[]> {
  const courier = await CourierOnPhone.start('PackBox', 7 * 60 + 20);
  try {
    const { page } = await courier.open({ ...still, serviceWorkers: 'allow' });
    await page.getByText('Ready without network').waitFor();
    await page.screenshot({ path: pictured('phone') });
    return [pictured('phone')];
  } finally {
    await courier.close();
  }
}
