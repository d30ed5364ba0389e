import type { Browser, Page } from 'playwright-core';
import { openPage, phone } from './support/browser.js';
import { openShipment, section, send, signIn } from './support/journey.js';
import { SidesOnBoard } from './support/sides-on-board.js';

const people = [
  ['registrar', 'EXAMPLE Rosa Registrar', 'registry', 'coordinator'],
  ['second', 'EXAMPLE Sven Second', 'registry', 'physician'],
  ['transplanter', 'EXAMPLE Tara Transplanter', 'centre', 'physician'],
] as const;

let sides: SidesOnBoard;
let browser: Browser;
beforeAll(async () => {
  sides = await SidesOnBoard.start(people);
  browser = sides.browser;
}, 60_000);
afterAll(() => sides?.close());

const shipmentOf = (page: Page, name: string): Promise<void> => sides.shipmentOf(page, name);

describe('identity on a shipment’s page', () => {
  it('is recorded and shown on its own side, with who looked last, and kept by nothing in the browser', async () => {
    const { page, complaints, close } = await openPage(browser);
    await shipmentOf(page, 'registrar');
    const panel = section(page, 'Identity');
    await panel.getByText('Nothing recorded').waitFor();
    await panel.getByRole('button', { name: 'Record Donor' }).click();
    const form = page.getByRole('dialog', { name: 'Donor' });
    await form.getByRole('button', { name: 'Write the record' }).click();
    await form.getByText('Name is needed.').waitFor();
    await form.getByLabel('Name', { exact: true }).fill('EXAMPLE Dana Donor');
    await form.getByLabel('Other names').fill('EXAMPLE 王小明');
    await form.getByLabel('Born on').fill('1990-02-28');
    await form.getByRole('group', { name: /^Sex/ }).getByLabel('Female').check();
    await form.getByLabel('Address').fill('EXAMPLE street 1\nEXAMPLE town');
    await send(form, 'Write the record');
    await panel.getByText('Recorded by EXAMPLE Donor Registry').waitFor();

    await panel.getByRole('button', { name: 'Show Donor' }).click();
    const shown = page.getByRole('dialog', { name: 'Donor' });
    await shown.getByText('EXAMPLE Dana Donor').waitFor();
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain('Dana');
    await shown.getByRole('button', { name: 'Change the record' }).click();
    await form.getByLabel('Contact').fill('+49 30 5555 0100');
    await send(form, 'Write the record');
    await panel.getByText('Last looked at by EXAMPLE Rosa Registrar, EXAMPLE Donor Registry').waitFor();
    expect(await page.content()).not.toContain('Dana');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the other side its own people only, and the operator nothing at all', async () => {
    const { page, complaints, close } = await openPage(browser);
    await shipmentOf(page, 'transplanter');
    const panel = section(page, 'Identity');
    await panel.getByText('Recipient R1').first().waitFor();
    expect(await panel.getByText('Donor', { exact: true }).count()).toBe(0);
    await close();
    const operator = await openPage(browser);
    await signIn(operator.page, sides.board);
    await openShipment(operator.page, sides.trip.reference);
    await section(operator.page, 'Dose').waitFor();
    expect(await section(operator.page, 'Identity').count()).toBe(0);
    expect([...complaints, ...operator.complaints]).toEqual([]);
    await operator.close();
  });

  it('is erased on the phone by two people, one after the other', async () => {
    const first = await openPage(browser, { viewport: phone });
    await shipmentOf(first.page, 'registrar');
    await section(first.page, 'Identity').getByRole('button', { name: 'Erase Donor' }).click();
    const asking = first.page.getByRole('dialog', { name: 'Erase: Donor' });
    await asking.getByText('Letters written on their behalf go with it').waitFor();
    await asking.getByText('The shipment is still open').waitFor();
    await asking.getByText('What was written for the donor’s side').waitFor();
    await asking.getByText('Choose a reason first.').waitFor();
    await asking.getByLabel('It was recorded by mistake').check();
    expect(await asking.getByText('Choose a reason first.').count()).toBe(0);
    await send(asking, 'Ask a second person');
    await section(first.page, 'Identity').getByText('EXAMPLE Rosa Registrar asks to erase it').waitFor();
    await first.close();

    const other = await openPage(browser, { viewport: phone });
    await shipmentOf(other.page, 'second');
    const panel = section(other.page, 'Identity');
    await panel.getByRole('button', { name: 'Erase Donor' }).click();
    await send(other.page.getByRole('dialog', { name: 'Erase: Donor' }), 'Agree, and erase for good');
    await panel.getByText('Erased').waitFor();
    await panel.getByRole('button', { name: 'Record Donor' }).waitFor();
    expect([...first.complaints, ...other.complaints]).toEqual([]);
    await other.close();
  });
});
