import type { Page } from 'playwright-core';
import { faults } from './support/access.js';
import { openPage, phone } from './support/browser.js';
import { openShipment, section, signIn } from './support/journey.js';
import { tripOnBoard, type TripOnBoard } from './support/trip-on-board.js';

/** A product is entered on the board, and a shipment's page opens the tie tag of its bag, on the printer that this browser remembers. */

let ground: TripOnBoard;
beforeAll(async () => {
  ground = await tripOnBoard('PackBox');
}, 120_000);
afterAll(() => ground.close());

const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
const row = (page: Page, code: string) => page.getByRole('row').filter({ hasText: code });

describe('labels on the board', () => {
  it('say what they lack, and are opened once the product is in the site’s list', async () => {
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await openShipment(page, ground.trip.reference);
    const labels = section(page, 'Labels');
    await labels
      .getByText(/no proper name for this product code/)
      .first()
      .waitFor();
    expect(await labels.getByRole('link', { name: /^Open/ }).count()).toBe(0);
    expect(await faults(page, 'labels that lack something')).toEqual([]);

    await labels.getByRole('link', { name: 'Codes on labels' }).click();
    await page.getByText('Nothing is entered yet').waitFor();
    await page.getByRole('button', { name: 'Add a product' }).click();
    const sheet = page.getByRole('dialog', { name: 'Add a product' });
    await sheet.getByLabel('Product description code').fill('S1128');
    await sheet.getByLabel('Proper name').fill('HPC, APHERESIS');
    await sheet.getByLabel('Where it was read').fill('EXAMPLE list 7');
    await sheet.getByLabel('Who answers for it').fill('EXAMPLE Quality');
    expect(await faults(page, 'entering a product')).toEqual([]);
    await sheet.getByRole('button', { name: 'Enter it' }).click();
    await row(page, 'S1128').getByText('HPC, APHERESIS').waitFor();
    expect(await faults(page, 'codes on labels')).toEqual([]);

    await page.goBack();
    await labels.getByLabel('Printed on').first().selectOption('roll-100x150');
    await labels.getByLabel('Language').first().selectOption('de');
    const open = labels.getByRole('link', { name: 'Open the tie tags' });
    const address = (await open.getAttribute('href')) ?? '';
    expect(address).toContain('which=tie-tags&stock=roll-100x150&dpi=300&language=de');
    const answer = await page.request.get(`${ground.board.url}${address}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);

    await page.reload();
    expect(await labels.getByLabel('Printed on').first().inputValue()).toBe('roll-100x150');
    expect(await labels.getByLabel('Language').first().inputValue()).toBe('en');
    expect(complaints).toEqual([]);
    await close();
  });

  it('have codes that come from a file, end, and fit a phone', async () => {
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await page.goto(`${ground.board.url}/label-codes`);
    await page.getByRole('button', { name: 'From a file' }).click();
    const sheet = page.getByRole('dialog', { name: 'Products from a file' });
    await sheet
      .getByLabel('The file’s lines')
      .fill('code;name;attributes\nS1128;HPC, APHERESIS;\nS1398;HPC, MARROW;NS/XX/rt');
    await sheet.getByLabel('Where it was read').fill('EXAMPLE list 7');
    await sheet.getByLabel('Who answers for it').fill('EXAMPLE Quality');
    await sheet.getByRole('button', { name: 'Look at it' }).click();
    await sheet.getByText('1 of 2 lines enter something.').waitFor();
    expect(await faults(page, 'looking at a file of products')).toEqual([]);
    await sheet.getByRole('button', { name: 'Enter them' }).click();
    await row(page, 'S1398').getByText('HPC, MARROW').waitFor();

    await page.getByRole('button', { name: 'End S1398' }).click();
    await page.getByLabel('Why').fill('EXAMPLE not made here');
    await page.getByLabel('Who answers for it').fill('EXAMPLE Quality');
    await page.getByRole('button', { name: 'End it' }).click();
    await row(page, 'S1398').waitFor({ state: 'detached' });
    await page.setViewportSize(phone);
    expect(await wide(page)).toBe(false);
    expect(await faults(page, 'codes on labels on a phone')).toEqual([]);
    await page.goto(`${ground.board.url}/shipments/${ground.trip.id}`);
    await section(page, 'Labels').getByText('can be printed').first().waitFor();
    expect(await wide(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
