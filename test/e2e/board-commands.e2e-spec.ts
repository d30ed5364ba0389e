import { plusMinutes } from '@cellrelay/kernel';
import type { Browser, Locator, Page } from 'playwright-core';
import { daysAhead } from '../support/days-ahead.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, tripWithShortCount, type TripSoFar } from './support/example-trips.js';
import { fillOrder, goToStep, grids, openForm, openShipment, rowOf, section, send, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

/** Chromium writes every refusal and every answer that is lost on its console, before the board has read it. */
const refusals = [/status of (412|422) /, /net::ERR_FAILED/];

let board: RunningBoard;
let browser: Browser;
/** Prepared for a collection in four days, its courier not yet on the way. */
let prepared: TripSoFar;
let counted: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const collectionStartsAt = plusMinutes(await board.stack.api.clock.now(), 4 * 24 * 60);
  const free = new FreeRoutes();
  const route = free.take(() => collectionStartsAt);
  prepared = tripUpTo(route, { collectionStartsAt, upTo: 'RecordCourierFit' });
  await board.plant(prepared);
  counted = tripWithShortCount(free, await board.stack.api.clock.now());
  await board.plant(counted);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** What this page sends as commands, each with its idempotency key. */
function sentBy(page: Page): readonly string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/commands/'))
      keys.push(request.headers()['idempotency-key'] ?? 'none');
  });
  return keys;
}

const commands = '**/commands/*';

/** A signed-in page that complains of nothing but refusals. */
async function signedIn(viewport: typeof desk | typeof phone = desk) {
  const opened = await openPage(browser, { viewport }, refusals);
  await signIn(opened.page, board);
  return opened;
}

/** News is on another page within two seconds; a machine that runs the whole suite besides may take longer. Without live updates it never comes. */
const live = 5_000;

describe.each([
  ['at the desk', desk, 'EX-NEW-1'],
  ['on the phone', phone, 'EX-NEW-2'],
])('commands %s', (_, viewport, reference) => {
  it('opens a shipment and clears its donor, and another page shows each at once, without a reload', async () => {
    const [one, other] = await Promise.all([signedIn(viewport), signedIn(viewport)]);
    const { page } = one;
    const form = await fillOrder(page, { reference, grid: grids.right, collectionDay: daysAhead(60) });
    await send(form, 'Open the shipment');
    expect(await board.taken()).toBeGreaterThan(0);
    await rowOf(other.page, reference).getByText('EXAMPLE').waitFor({ timeout: live });
    expect(await rowOf(other.page, reference).getByRole('img').getAttribute('aria-label')).not.toMatch(/^Donor done/);
    const clearing = await openForm(page, 'Record the donor’s clearance');
    await clearing.getByRole('button', { name: 'Now' }).click();
    await send(clearing, 'Record the donor’s clearance');
    await rowOf(other.page, reference)
      .getByRole('img', { name: /^Donor done/ })
      .waitFor({ timeout: live });
    const log = section(page, 'Log');
    await log.getByText('The donor is cleared').waitFor();
    await log.getByText(`Shipment ${reference} opened, from Beijing to Houston`).waitFor();
    expect([...one.complaints, ...other.complaints]).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('a correction', () => {
  it('begins with what was recorded, and leaves both values in the log', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, prepared.reference);
    const log = section(page, 'Log');
    await log.getByRole('button', { name: /^Show all/ }).click();
    const line = log.getByRole('row').filter({ hasText: 'The donor is cleared.' });
    await line.getByRole('button', { name: 'Correct' }).click();
    const form = page.getByRole('dialog', { name: 'Correct what was recorded' });
    const time = form.getByRole('textbox', { name: 'Cleared at' });
    const before = await time.inputValue();
    expect(before).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
    await time.fill(before.replace(/\d{2}:\d{2}.*$/, '00:07'));
    await form.getByLabel('Reason of the correction').fill('The hour was misread.');
    await form.getByLabel('Evidence for it').fill('Letter of the registry');
    await send(form, 'Correct it');
    const corrected = log
      .getByRole('row')
      .filter({ hasText: /corrected: Cleared at: .* 00:07 instead of .* It reads: The donor is cleared/ });
    await corrected.getByText('Reason: The hour was misread. Evidence: Letter of the registry.').waitFor();
    await log
      .getByRole('row')
      .filter({ hasText: /corrected by line/ })
      .waitFor();
    await corrected.getByRole('button', { name: 'Correct' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('what has a correction of its own', () => {
  it('is corrected by its own form from its line in the log, and says so when nothing was changed', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, counted.reference);
    const log = section(page, 'Log');
    await log.getByRole('button', { name: /^Show all/ }).click();
    const before = await board.taken();
    await log.getByRole('button', { name: /^Correct the end of collection line/ }).click();
    const form = page.getByRole('dialog', { name: 'Correct the end of collection' });
    expect(await form.getByRole('textbox', { name: 'Ended in truth at' }).inputValue()).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d/,
    );
    await form.getByLabel('Reason').fill('Read again.');
    await form.getByLabel('Evidence').fill('Form of the collection centre');
    await form.getByRole('button', { name: 'Correct the end of collection' }).click();
    await form.getByText('is recorded with that end already').waitFor();
    expect(await board.taken()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not asked for again where the rest of the same fact is corrected, and an order is filled in with its GRID', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, counted.reference);
    const log = section(page, 'Log');
    await log.getByRole('button', { name: /^Show all/ }).click();
    await log.getByRole('button', { name: /^Correct the rest line/ }).click();
    const rest = page.getByRole('dialog', { name: 'Correct what was recorded' });
    expect(await rest.getByLabel('DIN of this collection').inputValue()).toMatch(/ \w$/);
    expect(await rest.getByRole('textbox', { name: 'Ended at' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await rest.waitFor({ state: 'detached' });
    await log.getByRole('button', { name: 'Correct line 1', exact: true }).click();
    const order = page.getByRole('dialog', { name: 'Correct what was recorded' });
    expect((await order.getByLabel('Donor GRID').inputValue()).replaceAll(' ', '')).toHaveLength(19);
    await order.getByLabel('Reason of the correction').fill('Read again.');
    await order.getByLabel('Evidence for it').fill('Formal request');
    await order.getByRole('button', { name: 'Correct it' }).click();
    await order.getByText('That is how it is recorded already').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('bad input', () => {
  it('is refused beside its field, keeps what was typed and changes nothing', async () => {
    const { page, complaints, close } = await signedIn();
    const before = await board.taken();
    const form = await fillOrder(page, {
      reference: 'EX-NEW-3',
      grid: grids.wrong,
      collectionDay: daysAhead(60),
    });
    await form.getByRole('button', { name: 'Open the shipment' }).click();
    await form.getByText('refused', { exact: true }).waitFor();
    await goToStep(page, 'Order');
    const grid = form.getByLabel('Donor GRID');
    await form.locator('[aria-invalid=true]').waitFor();
    expect(await grid.getAttribute('aria-invalid')).toBe('true');
    expect(await beside(page, grid)).toMatch(/check/i);
    expect(await grid.inputValue()).toBe(grids.wrong);
    expect(await form.getByLabel('Reference').inputValue()).toBe('EX-NEW-3');
    expect(await board.taken()).toBe(before);
    await grid.fill(grids.right);
    await goToStep(page, 'Summary');
    await send(form, 'Open the shipment');
    await page.getByText('EX-NEW-3').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('asks back a local time that the clocks repeat, as two buttons, and sends the one that was chosen', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, 'EX-NEW-3');
    const before = await board.taken();
    const form = await openForm(page, 'Record the donor’s clearance');
    await form.getByLabel('in whose clock').selectOption('Houston');
    await form.getByLabel('Cleared at', { exact: true }).fill('2026-11-01 01:30');
    await form.getByRole('button', { name: 'Record the donor’s clearance' }).click();
    await form.locator('[aria-invalid=true]').waitFor();
    expect(await beside(page, form.getByLabel('Cleared at', { exact: true }))).toMatch(/twice/);
    expect(await board.taken()).toBe(before);
    const readings = form.getByRole('button', { name: /^The (first|second), / });
    expect(await readings.allInnerTexts()).toEqual([
      expect.stringContaining('The first, -05:00'),
      expect.stringContaining('The second, -06:00'),
    ]);
    await readings.nth(1).click();
    await send(form, 'Record the donor’s clearance');
    const line = section(page, 'Log').getByRole('row').filter({ hasText: 'The donor is cleared' });
    expect(await line.innerText()).toContain('1 Nov 01:30 Houston');
    expect(complaints).toEqual([]);
    await close();
  });
});

/** What is said against a field, in the words tied to it. */
async function beside(page: Page, field: Locator): Promise<string> {
  const notes = await field.getAttribute('aria-describedby');
  const said = (notes ?? '').split(' ').find((id) => id.endsWith('-said'));
  return page.locator(`[id="${said}"]`).innerText();
}

describe('the same form', () => {
  it('acts once when its button is pressed again before the answer has come', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, prepared.reference);
    const sent = sentBy(page);
    const before = await board.taken();
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route(commands, async (route) => {
      await asked;
      await route.continue();
    });
    const form = await openForm(page, 'Suspend the donor');
    await form.getByRole('button', { name: 'Now' }).click();
    await form.getByLabel('Reason').fill('EXAMPLE fever');
    await form.getByRole('button', { name: 'Suspend the donor' }).dblclick();
    await form.getByRole('button', { name: 'Sending' }).click({ force: true });
    answer();
    await form.waitFor({ state: 'detached' });
    await section(page, 'Log').getByText('EXAMPLE fever').first().waitFor();
    expect(sent).toHaveLength(1);
    expect(await board.taken()).toBe(before + 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('acts once when its answer was lost and it is sent again', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, prepared.reference);
    const sent = sentBy(page);
    const before = await board.taken();
    await page.route(
      commands,
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    const form = await openForm(page, 'Record the donor’s clearance');
    await form.getByRole('button', { name: 'Now' }).click();
    await form.getByRole('button', { name: 'Record the donor’s clearance' }).click();
    await form.getByText('Whether it was done is not known').waitFor();
    expect(await board.taken()).toBe(before + 1);
    await send(form, 'Send again');
    expect(new Set(sent).size).toBe(1);
    expect(sent).toHaveLength(2);
    expect(await board.taken()).toBe(before + 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is refused when another page has moved its stage meanwhile, and goes through as it is typed once that was read', async () => {
    const [one, other] = await Promise.all([signedIn(), signedIn()]);
    await Promise.all([openShipment(one.page, prepared.reference), openShipment(other.page, prepared.reference)]);
    const form = await openForm(one.page, 'Nominate the courier');
    const courier = form.getByRole('group', { name: 'Courier', exact: true });
    await courier.getByLabel('Name').fill('EXAMPLE J. Okafor');
    await form.getByRole('button', { name: 'Now' }).last().click();
    const moved = await openForm(other.page, 'Record that the courier is in position');
    await moved.getByRole('button', { name: 'Now' }).click();
    await send(moved, 'Record that the courier is in position');
    await section(one.page, 'Log').getByText('in position').first().waitFor();
    const before = await board.taken();
    await form.getByRole('button', { name: 'Nominate the courier' }).click();
    await form.getByText('Somebody has moved this stage since the form was opened').waitFor();
    expect(await board.taken()).toBe(before);
    expect(await courier.getByLabel('Name').inputValue()).toBe('EXAMPLE J. Okafor');
    await send(form, 'Send again');
    await section(other.page, 'Log').getByText('EXAMPLE J. Okafor').first().waitFor();
    expect([...one.complaints, ...other.complaints]).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });

  it('does not take what was typed for one decision into another', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, counted.reference);
    const again = await openForm(page, 'Collect again');
    await again.getByLabel('Person').first().fill('EXAMPLE physician');
    await again.getByRole('button', { name: 'Leave, keep what is typed' }).click();
    await again.waitFor({ state: 'detached' });
    const stop = await openForm(page, 'Stop');
    expect(await stop.getByLabel('Person').first().inputValue()).toBe('');
    expect(await stop.getByLabel('Transplant physician').isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await stop.waitFor({ state: 'detached' });
    expect(await (await openForm(page, 'Collect again')).getByLabel('Person').first().inputValue()).toBe(
      'EXAMPLE physician',
    );
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Before the donor was cleared, and within the year before the opening. */
const longAgo = `${daysAhead(-300)} 08:00`;

// Last: the donor stays suspended, and the tests above suspend and clear.
describe('what the record contradicts', () => {
  it('is asked back, and recorded as a conflict when it stands', async () => {
    const { page, complaints, close } = await signedIn();
    await openShipment(page, prepared.reference);
    const form = await openForm(page, 'Suspend the donor');
    await form.getByRole('textbox', { name: 'Suspended at' }).fill(longAgo);
    await form.getByLabel('Reason').fill('Fever');
    await form.getByRole('button', { name: 'Suspend the donor' }).click();
    await form.getByRole('button', { name: 'It stands: record the conflict' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /The record contradicts itself: the donor was suspended/ }).waitFor();
    await page.getByRole('button', { name: 'Correct when the donor was cleared' }).waitFor();
    await page.getByRole('button', { name: 'Correct when the donor was suspended' }).click();
    const correcting = page.getByRole('dialog', { name: 'Correct when the donor was suspended' });
    expect(await correcting.getByRole('textbox', { name: 'Suspended at' }).inputValue()).toBe(longAgo);
    expect(complaints).toEqual([]);
    await close();
  });
});
