import { plusMinutes } from '@cellrelay/kernel';
import type { Browser, Locator, Page } from 'playwright-core';
import { orderTemplate } from '@cellrelay/use-cases';
import { daysAhead } from '../support/days-ahead.js';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, type TripSoFar } from './support/example-trips.js';
import { fillOrder, goToStep, grids, openForm, rowOf, section, send, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

/** Chromium writes every refusal and every answer that is lost on its console, before the board has read it. */
const expected = [/status of (409|422) /, /net::ERR_FAILED/];
const narrow = { width: 360, height: 740 };

let board: RunningBoard;
let browser: Browser;
/** Planned on both days, with its courier nominated. */
let earlier: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const collectionStartsAt = plusMinutes(await board.stack.api.clock.now(), 4 * 24 * 60);
  const route = new FreeRoutes().take(() => collectionStartsAt);
  earlier = tripUpTo(route, { collectionStartsAt, upTo: 'RecordCourierFit' });
  await board.plant(earlier);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

async function signedIn(viewport: { width: number; height: number } = desk) {
  const opened = await openPage(browser, { viewport }, expected);
  await signIn(opened.page, board);
  return opened;
}

const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
const steps = (page: Page): Locator => page.getByRole('navigation', { name: 'Steps' });
const summary = (page: Page, act: string): Locator => page.getByRole('listitem').filter({ hasText: act });
const press = (page: Page): Locator => page.getByRole('button', { name: /^(Open the shipment|Send what is left)/ });
const dayOne = daysAhead(60);

/** The courier and the substitute, as typed. */
async function typeCourier(page: Page): Promise<void> {
  await goToStep(page, 'Box and courier');
  await page.getByLabel('Nominate the courier and a substitute').check();
  for (const [who, phone] of [
    ['Courier', '+49 30 5555 0100'],
    ['Substitute', '+49 30 5555 0101'],
  ] as const) {
    const group = page.getByRole('group', { name: who, exact: true });
    await group.getByLabel('Name').fill(`EXAMPLE ${who}`);
    await group.getByLabel('Company').fill('EXAMPLE Couriers');
    await group.getByLabel('Telephone').fill(phone);
  }
  await page.getByRole('button', { name: 'Now' }).last().click();
}

/** One flight of that day's plan, as an airline's list has it. */
async function typePlan(page: Page, nth: 1 | 2, flight: readonly [departs: string, arrives: string]): Promise<void> {
  await goToStep(page, 'Plans');
  const plan = page.getByRole('region', { name: `Day ${nth}` });
  await plan.getByLabel(`Propose the plan for day ${nth}`).check();
  await plan.getByLabel('Flight number').fill('AX 178');
  await plan.getByLabel('From', { exact: true }).fill('PEK');
  await plan.getByLabel('To', { exact: true }).fill('IAH');
  await plan.locator('.echo', { hasText: 'Beijing' }).waitFor();
  await plan.getByLabel('Departs, PEK time').fill(flight[0]);
  await plan.getByLabel('Arrives, IAH time').fill(flight[1]);
  await plan.getByLabel('From landing to the transplant centre').fill('90');
}

describe('a new shipment', () => {
  it('is set up step by step, kept over a reload, opened by one press, and goes on to its papers', async () => {
    const { page, complaints, close } = await signedIn();
    await fillOrder(page, { reference: 'EX-SET-1', grid: grids.right, collectionDay: dayOne });
    const before = await board.taken();
    await typeCourier(page);
    await typePlan(page, 1, [`${dayOne} 22:00`, `${dayOne} 22:30`]);
    await goToStep(page, 'Summary');
    await summary(page, 'Propose the plan for day 1').getByText('to do').waitFor();
    await page.reload();
    await goToStep(page, 'Order');
    expect(await page.getByLabel('Reference').inputValue()).toBe('EX-SET-1');
    await goToStep(page, 'Summary');
    expect(await faults(page, 'the summary')).toEqual([]);
    await press(page).click();
    await page.getByRole('heading', { name: 'Beijing → Houston' }).waitFor();
    expect(await board.taken()).toBe(before + 3);
    const clearing = await openForm(page, 'Record the donor’s clearance');
    await clearing.getByRole('button', { name: 'Now' }).click();
    await send(clearing, 'Record the donor’s clearance');
    await section(page, 'Papers')
      .getByRole('row')
      .filter({ hasText: 'Transport plan' })
      .getByRole('link')
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what is missing and what is refused, beside its field, and offers to go on where it was left', async () => {
    const { page, complaints, close } = await signedIn(narrow);
    const before = await board.taken();
    const form = await fillOrder(page, { reference: 'EX-SET-2', grid: grids.wrong, collectionDay: dayOne });
    await goToStep(page, 'Plans');
    await page.getByLabel('Propose the plan for day 1').check();
    await goToStep(page, 'Summary');
    await press(page).click();
    await steps(page)
      .getByRole('link', { name: /Order.*refused/ })
      .waitFor();
    expect(await board.taken()).toBe(before);
    await goToStep(page, 'Order');
    expect(await form.getByLabel('Donor GRID').getAttribute('aria-invalid')).toBe('true');
    await form.getByLabel('Donor GRID').fill(grids.right);
    await goToStep(page, 'Summary');
    await press(page).click();
    await page.getByRole('heading', { name: 'Set up EX-SET-2' }).waitFor();
    await steps(page)
      .getByRole('link', { name: /Plans.*missing/ })
      .click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect([await faults(page, 'a plan with something missing'), await wide(page)]).toEqual([[], false]);
    await page.getByRole('link', { name: 'Leave, keep what is typed' }).click();
    await page.getByRole('link', { name: 'Go on setting up' }).click();
    await summary(page, 'Propose the plan for day 1').getByText('something is missing').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is opened once where the answer to the press is lost, also by another tab', async () => {
    const { page, complaints, close } = await signedIn();
    await fillOrder(page, { reference: 'EX-SET-3', grid: grids.right, collectionDay: dayOne });
    const before = await board.taken();
    await page.route('**/commands/*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await press(page).click();
    await summary(page, 'Open the shipment').getByText('sent, no answer yet').waitFor();
    const other = await page.context().newPage();
    await other.goto(`${board.url}/new?step=summary`);
    await summary(other, 'Open the shipment').getByText('No answer came').waitFor();
    await press(other).click();
    await other.getByRole('heading', { name: 'Beijing → Houston' }).waitFor();
    expect(await board.taken()).toBe(before + 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is copied from an earlier one without anything that tells who, when or how much', async () => {
    const { page, complaints, close } = await signedIn();
    await page.goto(`${board.url}/new`);
    await page.getByRole('button', { name: 'Copy an earlier one' }).click();
    await page.getByRole('searchbox', { name: 'Which shipment' }).fill(earlier.reference);
    const sheet = page.getByRole('dialog', { name: 'Copy an earlier one' });
    expect(await faults(page, 'the choice of an earlier one')).toEqual([]);
    await sheet.getByRole('button', { name: earlier.reference }).click();
    await page.getByText(`Copied from ${earlier.reference}`).waitFor();
    for (const label of ['Reference', 'Recipient', 'Weight', 'Requested dose'])
      expect([label, await page.getByRole('textbox', { name: label, exact: true }).inputValue()]).toEqual([label, '']);
    expect(await page.getByLabel('Donor GRID').inputValue()).toBe('');
    await goToStep(page, 'Parties');
    const centre = page.getByRole('group', { name: 'Collection centre', exact: true });
    expect(await centre.getByLabel('Name').inputValue()).not.toBe('');
    await goToStep(page, 'Dates');
    expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('');
    await goToStep(page, 'Plans');
    const plan = page.getByRole('region', { name: 'Day 1' });
    expect(await plan.getByLabel('From', { exact: true }).first().inputValue()).toMatch(/^[A-Z]{3}$/);
    expect(
      await plan
        .getByLabel(/^Departs/)
        .first()
        .inputValue(),
    ).toBe('');
    expect(complaints).toEqual([]);
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await close();
  });
});

/** Presses Tab until that has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = () => target.and(page.locator(':focus')).count();
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await focused()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('it is not reached by Tab');
}

describe('orders from a file', () => {
  const [head = '', example = ''] = orderTemplate().split('\r\n');
  const order = (reference: string): string =>
    example.replace('2027-03-01', dayOne).replace('2027-03-02', daysAhead(61)).replace('EX-27-0001', reference);
  const fileOf = (...lines: string[]) => ({
    ...{ name: 'orders.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([head, ...lines, ''].join('\r\n')),
  });
  const wrong = order('EX-FILE-2').replace('0041 202', '0041 203').replace('HPC-A', 'blood');
  const file = fileOf(order('EX-FILE-1'), wrong, order('EX-FILE-3'));

  it.each([
    ['at the desk', desk, 'light'],
    ['on the phone', narrow, 'dark'],
  ] as const)(
    'are looked at line by line %s, opened once by keyboard, and are there already the next time',
    async (_, viewport, colorScheme) => {
      const { page, complaints, close } = await openPage(browser, { viewport, colorScheme }, expected);
      await signIn(page, board);
      await page.goto(`${board.url}/new/file`);
      await page.getByLabel('Choose a file').setInputFiles(file);
      const table = page.getByRole('table', { name: 'Orders of the file' });
      const line = (reference: string) => table.getByRole('row').filter({ hasText: reference });
      await line('EX-FILE-2').getByText('donor_grid').waitFor();
      await line('EX-FILE-2').getByText('product', { exact: true }).waitFor();
      expect([await faults(page, 'the preview'), await wide(page)]).toEqual([[], false]);
      const again = colorScheme === 'dark';
      await line('EX-FILE-1')
        .getByText(again ? 'there already' : 'would be opened')
        .waitFor();
      if (!again) {
        await tabTo(page, page.getByRole('button', { name: 'Open 2 shipments' }));
        await page.keyboard.press('Enter');
        await page.getByText('3 orders: 2 opened, 1 wrong.').waitFor();
        await page.goto(board.url);
        await rowOf(page, 'EX-FILE-1').waitFor();
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('begin with a file to fill in, and a file that is none is refused in words', async () => {
    const { page, complaints, close } = await openPage(browser, {}, [...expected, /status of 415/]);
    await signIn(page, board);
    await page.goto(`${board.url}/new/file`);
    const link = page.getByRole('link', { name: 'Download a file to fill in' });
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect([await answer.text(), answer.headers()['content-disposition']]).toEqual([
      orderTemplate(),
      'attachment; filename="orders.csv"',
    ]);
    const named = { ...fileOf('x'), buffer: Buffer.from('reference,donor_name\nEX-FILE-9,Somebody\n') };
    await page.getByLabel('Choose a file').setInputFiles(named);
    await page.getByText('There is no column "donor_name"').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a new shipment by keyboard alone', () => {
  it('is begun, gone through and left, and what was typed stands there again', async () => {
    const { page, complaints, close } = await signedIn();
    await tabTo(page, page.getByRole('link', { name: 'New shipment' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Order', exact: true }).waitFor();
    await tabTo(page, page.getByLabel('Reference'));
    await page.keyboard.type('EX-KEYS');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Parties', exact: true }).waitFor();
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Parties');
    await tabTo(page, page.getByRole('link', { name: 'Back: Order' }));
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid=true]').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: /^Shipments/ }).waitFor();
    await tabTo(page, page.getByRole('link', { name: 'New shipment' }));
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Reference').inputValue()).toBe('EX-KEYS');
    expect(await faults(page, 'a step with something missing')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
