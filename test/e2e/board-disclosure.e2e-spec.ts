import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { desk, openPage, phone } from './support/browser.js';
import { openShipment, section, send, signIn } from './support/journey.js';
import { SidesOnBoard } from './support/sides-on-board.js';

const people = [
  ['registrar', 'EXAMPLE Rosa Registrar', 'registry', 'coordinator'],
  ['transplanter', 'EXAMPLE Tara Transplanter', 'centre', 'physician'],
  ['treating', 'EXAMPLE Theo Treating', 'centre', 'coordinator'],
] as const;

let sides: SidesOnBoard;
let browser: Browser;
beforeAll(async () => {
  sides = await SidesOnBoard.start(people);
  browser = sides.browser;
}, 60_000);
afterAll(() => sides?.close());

const shipmentOf = (page: Page, name: string): Promise<void> => sides.shipmentOf(page, name);

/** Where pictures of these pages go, where somebody wants to look at them. */
const pictures = process.env.DISCLOSURE_PICTURES;
async function pictured(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

describe('a disclosure on a shipment’s page', () => {
  it.each([
    ['desk', desk],
    ['phone', phone],
  ] as const)('is asked for, approved by a second person, read and ended (%s)', async (name, viewport) => {
    const asker = await openPage(browser, { viewport });
    const panel = section(asker.page, 'Identity');
    await shipmentOf(asker.page, 'transplanter');
    if (name === 'desk') {
      await panel.getByRole('button', { name: 'Record Recipient R1' }).click();
      const form = asker.page.getByRole('dialog', { name: 'Recipient R1' });
      await form.getByLabel('Name', { exact: true }).fill('EXAMPLE Pat Recipient');
      await form.getByLabel('Address').fill('EXAMPLE street 2');
      await send(form, 'Write the record');
    }
    await panel.getByRole('button', { name: 'Disclose Recipient R1' }).click();
    const sheet = asker.page.getByRole('dialog', { name: 'Disclose: Recipient R1' });
    await sheet.getByRole('button', { name: 'Ask for a disclosure' }).click();
    await sheet.getByLabel('Customs declaration').check();
    await sheet.getByLabel('Product label').check();
    await sheet.getByLabel('Who may read it').selectOption('Donor’s registry');
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet.getByText(/must name one at least/).waitFor();
    await sheet.getByRole('checkbox', { name: 'Name' }).check();
    await pictured(asker.page, `asking-${name}`);
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet.getByText('EXAMPLE Tara Transplanter asks for it').waitFor();
    expect(await sheet.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    await sheet.getByRole('button', { name: 'Leave' }).click();
    await panel.getByText('EXAMPLE Tara Transplanter asks to disclose it').waitFor();

    const second = await openPage(browser, { viewport });
    await shipmentOf(second.page, 'treating');
    await section(second.page, 'Identity').getByRole('button', { name: 'Disclose Recipient R1' }).click();
    const theirs = second.page.getByRole('dialog', { name: 'Disclose: Recipient R1' });
    await theirs.getByRole('button', { name: /^Approve Product label/ }).click();
    await theirs.getByText('approved by EXAMPLE Theo Treating').waitFor();

    const reader = await openPage(browser, { viewport });
    await shipmentOf(reader.page, 'registrar');
    const disclosed = section(reader.page, 'Disclosed to you');
    await disclosed.getByText('Recipient R1: Name').waitFor();
    await pictured(reader.page, `disclosed-${name}`);
    await disclosed.getByRole('button', { name: /^Show Recipient R1/ }).click();
    const shown = reader.page.getByRole('dialog', { name: 'Recipient R1' });
    await shown.getByText('EXAMPLE Pat Recipient').waitFor();
    await pictured(reader.page, `shown-${name}`);
    expect(await shown.textContent()).not.toContain('street');
    await shown.getByRole('button', { name: 'Close' }).last().click();
    expect(await reader.page.content()).not.toContain('EXAMPLE Pat');
    expect(await reader.page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain('Pat');

    await pictured(second.page, `grants-${name}`);
    await theirs
      .getByRole('button', { name: /^End Product label/ })
      .first()
      .click();
    await theirs.getByText('Ended by EXAMPLE Theo Treating').first().waitFor();
    await reader.page.reload();
    await section(reader.page, 'Dose').waitFor();
    expect(await section(reader.page, 'Disclosed to you').count()).toBe(0);
    // A refusal is told by the browser's console as well.
    const others = [...asker.complaints, ...second.complaints, ...reader.complaints];
    expect(others.filter((each) => !each.includes('400 (Bad Request)'))).toEqual([]);
    await Promise.all([asker.close(), second.close(), reader.close()]);
  });

  it('is nothing to the operator, who was let read nothing', async () => {
    const operator = await openPage(browser);
    await signIn(operator.page, sides.board);
    await openShipment(operator.page, sides.trip.reference);
    await section(operator.page, 'Dose').waitFor();
    expect(await section(operator.page, 'Disclosed to you').count()).toBe(0);
    expect(operator.complaints).toEqual([]);
    await operator.close();
  });
});
