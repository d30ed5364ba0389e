import type { Browser, Page } from 'playwright-core';
import { plusMinutes } from '@cellrelay/kernel';
import { exportOf, logger, tripWithLogger, type TripWithLogger } from '../support/file-ground.js';
import { faults } from './support/access.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { openShipment, section, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let trip: TripWithLogger;

beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  trip = tripWithLogger(await board.stack.api.clock.now());
  await board.plant(trip);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

async function choose(page: Page, text: string) {
  await section(page, 'Readings from a file').getByRole('button', { name: 'Choose a file' }).click();
  const sheet = page.getByRole('dialog', { name: 'Readings from a file' });
  await sheet
    .getByLabel('File')
    .setInputFiles({ name: 'EXAMPLE.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  return sheet;
}

describe('readings from a file', () => {
  it('are seen, asked about and taken at a desk, and told as known when they are sent again', async () => {
    const { page, complaints, close } = await openPage(browser, {}, [/400 \(Bad Request\)|422 \(Unprocessable/]);
    await signIn(page, board);
    await openShipment(page, trip.reference);
    const file = `${exportOf(trip.boundAt, [4.5, 4.6, 4.4])}4;---;4,5\r\n`;
    const sheet = await choose(page, file);
    await sheet.getByRole('heading', { name: '4 lines, as they stand' }).waitFor();
    expect(await sheet.getByRole('button', { name: /^Take/ }).count()).toBe(0);
    await sheet.getByLabel('Zone of its clock').fill('Berlin');
    await sheet.getByRole('button', { name: 'Read it so' }).click();
    await sheet.getByRole('alert').getByText('There is no zone').waitFor();
    await sheet.getByLabel('Zone of its clock').fill('UTC');
    await sheet.getByRole('button', { name: 'Read it so' }).click();
    await sheet.getByRole('heading', { name: '3 readings, 4.4 °C to 4.6 °C' }).waitFor();
    await sheet.getByText('3 new.').waitFor();
    expect(await faults(page, 'preview of a file')).toEqual([]);
    await sheet.getByRole('button', { name: 'Take 3 readings' }).click();
    await sheet.getByText('3 readings taken, 1 line not taken.').waitFor();
    await sheet.getByText('is not a time as the other lines have them').waitFor();
    expect(await faults(page, 'file taken')).toEqual([]);
    await sheet.getByRole('button', { name: 'Done' }).click();

    const again = await choose(page, exportOf(trip.boundAt, [4.5, 4.6, 4.4], 'UTC'));
    await again.getByText('All of them are on record already: there is nothing to take.').waitFor();
    expect(await again.getByRole('button', { name: /^Take/ }).count()).toBe(0);
    expect(await faults(page, 'file that is known')).toEqual([]);
    await again.getByRole('button', { name: 'Leave' }).click();

    const more = await choose(page, exportOf(trip.boundAt, [4.5, 9, 4.4, 4.7], 'UTC'));
    await more.getByText('1 new, 2 on record already, 1 will not be taken.').waitFor();
    // Another file that cannot be read leaves nothing of the one before to be taken.
    const another = (text: string) =>
      more.getByLabel('File').setInputFiles({ name: 'EXAMPLE.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await another('');
    await more.getByRole('alert').getByText('The file is empty').waitFor();
    expect(await more.getByRole('button', { name: /^Take/ }).count()).toBe(0);
    await another(exportOf(trip.boundAt, [4.5, 9, 4.4, 4.7], 'UTC'));
    await more.getByText('1 new, 2 on record already, 1 will not be taken.').waitFor();
    await more.getByRole('button', { name: 'Take 1 reading' }).click();
    await more.getByText('1 reading taken, 2 counted before, 1 line not taken.').waitFor();
    // The reason stands there without a click.
    await more.getByText('this logger has shown 4.6 °C already').waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('fit a phone, and tell which are of no box of this shipment', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport: phone });
    await signIn(page, board);
    await openShipment(page, trip.reference);
    const before = plusMinutes(trip.boundAt, -5);
    const sheet = await choose(page, exportOf(before, Array<number>(12).fill(4.5), 'UTC'));
    await sheet.getByText(`5 of them are of times when logger ${logger} was in no box`).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    expect(await faults(page, 'preview on a phone')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
