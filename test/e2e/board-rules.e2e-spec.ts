import type { Page } from 'playwright-core';
import { faults } from './support/access.js';
import { openPage, phone } from './support/browser.js';
import { openShipment, section, signIn } from './support/journey.js';
import { tripOnBoard, type TripOnBoard } from './support/trip-on-board.js';

/** A rule is confirmed on the board and prints; a shipment's page says what its borders ask for. */

let ground: TripOnBoard;
beforeAll(async () => {
  ground = await tripOnBoard('HandOverToCourier');
}, 120_000);
afterAll(() => ground.close());

const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
const line = (page: Page, rule: string) => page.getByRole('row').filter({ hasText: rule });

describe('the rules of borders on the board', () => {
  it('are found by place, confirmed with a person and a source, and withdrawn again', async () => {
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await page.getByRole('link', { name: 'Policies' }).click();
    await page.getByRole('link', { name: 'Rules of borders' }).click();
    await page.getByLabel('Place').selectOption('US');
    await line(page, 'us-value').getByText('to be confirmed').waitFor();
    await line(page, 'us-tsa').getByText('prints', { exact: true }).waitFor();
    expect(await faults(page, 'rules')).toEqual([]);

    await page.getByRole('button', { name: 'Confirm us-value' }).click();
    const sheet = page.getByRole('dialog', { name: 'Confirm us-value' });
    await sheet.getByLabel('Who says so').fill('EXAMPLE Duty officer');
    await sheet.getByLabel('By what').fill('EXAMPLE letter of today');
    expect(await faults(page, 'confirming a rule')).toEqual([]);
    await sheet.getByRole('button', { name: 'Confirm it' }).click();
    await line(page, 'us-value').getByText('prints', { exact: true }).waitFor();
    await line(page, 'us-value')
      .getByText(/confirmed by EXAMPLE Duty officer, .*: EXAMPLE letter of today/)
      .waitFor();

    await page.getByRole('button', { name: 'Withdraw us-value' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('EXAMPLE misheard');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await line(page, 'us-value').getByText('to be confirmed').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('say of China what nobody has confirmed, and what held until Order 281', async () => {
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await page.goto(`${ground.board.url}/rules`);
    await page.getByLabel('Place').selectOption('CN');
    await page.getByLabel('on', { exact: true }).fill('2026-08-01');
    await page.getByText(/no rule under it is printed before a site has confirmed it/).waitFor();
    await line(page, 'cn-code-403').getByText('out of force').waitFor();
    await page.getByLabel('on', { exact: true }).fill('2026-07-31');
    await line(page, 'cn-code-403').getByText('to be confirmed').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('come to what a shipment’s borders ask for, on a desk and on a phone', async () => {
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await openShipment(page, ground.trip.reference);
    const borders = section(page, 'What the borders ask for');
    await borders.locator('summary').first().waitFor();
    await borders.getByLabel('Donor’s infectious markers').selectOption('negative');
    for (const summary of await borders.locator('summary').all()) await summary.click();
    await borders
      .getByText(/It was confirmed by EXAMPLE/)
      .first()
      .waitFor();
    await borders.scrollIntoViewIfNeeded();
    expect(await faults(page, 'borders of a shipment')).toEqual([]);
    await page.setViewportSize(phone);
    expect(await wide(page)).toBe(false);
    await page.goto(`${ground.board.url}/rules`);
    await line(page, 'au-export-over-50-ml').waitFor();
    expect(await wide(page)).toBe(false);
    expect(await faults(page, 'rules on a phone')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
