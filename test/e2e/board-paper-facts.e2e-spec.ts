import type { Browser, Page } from 'playwright-core';
import { faults } from './support/access.js';
import { openBrowser, openPage } from './support/browser.js';
import { send, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

/** What papers say, entered on the board: of the organisation, of addresses, of a courier's passport. */

let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** Where pictures of these pages go, where somebody wants to look at them. */
const pictures = process.env['CELLRELAY_PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const [where, width] of [
    ['desk', 1440],
    ['phone', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${pictures}/${name}-${where}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('papers of the organisation', () => {
  it('are led to from the policies; what all papers say is entered, and nobody’s entry replaced unseen', async () => {
    const { page, complaints, close } = await openPage(browser, {}, [/status of (400|412)/]);
    await signIn(page, board);
    await page.getByRole('link', { name: 'Policies' }).click();
    await page.getByRole('link', { name: 'Papers of the organisation' }).click();
    const said = page.getByRole('region', { name: 'What all papers say' });
    await said.getByText('Nothing is entered.').waitFor();
    await picture(page, 'papers-empty');
    expect(await faults(page, 'papers of the organisation')).toEqual([]);

    await said.getByRole('button', { name: 'Enter' }).click();
    const form = page.getByRole('dialog', { name: 'What all papers say' });
    await form.getByLabel('Telephone answered at any hour').fill('555');
    await form.getByRole('button', { name: 'Enter it' }).click();
    await form.getByText('must be written as +86 10 5555 0100', { exact: false }).first().waitFor();
    await form.getByLabel('Telephone answered at any hour').fill('+1 555 010 0100');
    expect(await faults(page, 'the form of what all papers say')).toEqual([]);
    await picture(page, 'papers-form');

    const site = { issuer: null, hotline: '+1 555 010 0199', signatory: null, boxes: [], values: [] };
    const entry = { kind: 'site', about: 'site', body: site, goesWith: {} } as const;
    const audit = { about: 'papers', fields: ['hotline'] };
    const by = { account: 'EXAMPLE other', organisation: 'o' };
    expect(await board.stack.api.paperFacts.enter(by, { ...entry, audit }, 0)).not.toBeNull();
    await form.getByRole('button', { name: 'Enter it' }).click();
    await form.getByText('Not entered yet.').waitFor();
    await form.getByText('+1 555 010 0199').waitFor();
    await form.getByText('Entered by EXAMPLE other', { exact: false }).waitFor();
    await picture(page, 'papers-moved');
    await send(form, 'Enter it');
    await said.getByText('+1 555 010 0100').waitFor();
    await picture(page, 'papers-entered');
    expect(complaints).toEqual([]);
    await close();
  });

  it('have the address of each organisation, in any script', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.goto(`${board.url}/papers`);
    const postal = page.getByRole('region', { name: 'Postal address and telephone' });
    await postal.getByRole('button', { name: 'Enter' }).click();
    const form = page.getByRole('dialog', { name: 'Postal address and telephone' });
    await form.getByLabel('City').fill('北京');
    await form
      .getByRole('textbox', { name: /^Address|^Line/ })
      .first()
      .fill('שדרה 𠮷 1');
    await send(form, 'Enter it');
    await postal.getByText('שדרה 𠮷 1').waitFor();
    await picture(page, 'postal-entered');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a courier’s passport', () => {
  it('is entered with the courier’s record, and shown in no list', async () => {
    const record = {
      ...{ id: 'c-1', name: 'EXAMPLE Courier', company: 'EXAMPLE Couriers', phone: '+1 555 010 0170', basedIn: 'US' },
      ...{ trainedUntil: '2034-01-31' as never, visas: [], restUntil: null, languages: [] },
      passports: [{ country: 'US', validUntil: '2034-01-31' as never }],
    };
    await board.stack.api.couriers.put(record, 0);
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.getByRole('link', { name: 'Couriers' }).click();
    await page.getByRole('button', { name: 'EXAMPLE Courier' }).click();
    const sheet = page.getByRole('dialog', { name: 'EXAMPLE Courier' });
    const passport = sheet.getByRole('region', { name: 'Passport on papers' });
    await passport.getByRole('button', { name: 'Enter' }).click();
    expect(await faults(page, 'the form of a passport')).toEqual([]);
    await passport.getByRole('checkbox').check();
    await passport.getByLabel('Number').fill('X0000001');
    await passport.getByLabel('Country').fill('US');
    await passport.getByLabel('Valid until').fill('2034-01-31');
    await picture(page, 'passport-form');
    await passport.getByRole('button', { name: 'Enter it' }).click();
    await passport.getByText('X0000001').waitFor();
    await picture(page, 'passport-entered');
    await sheet.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByText('X0000001').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
