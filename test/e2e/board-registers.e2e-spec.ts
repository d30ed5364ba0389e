import type { Browser, Locator, Page } from 'playwright-core';
import { defaultPolicy } from '@cellrelay/shipment';
import { entryOf, storeHistory } from '@cellrelay/use-cases';
import { daysAhead } from '../support/days-ahead.js';
import { dryRun } from '../support/dry-world.js';
import { scenarioIn } from '../support/scenarios.js';
import { openBrowser, openPage, phone, place } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, type TripSoFar } from './support/example-trips.js';
import { fillOrder, grids, openForm, openShipment, section, send, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let trip: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const collectionStartsAt = `${daysAhead(20)}T08:00:00.000Z` as never;
  const route = new FreeRoutes().take(() => collectionStartsAt);
  trip = tripUpTo(route, { collectionStartsAt, upTo: 'ProposePlan' });
  await board.plant(trip);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

async function addCourier(page: Page, name: string, trainedUntil: string): Promise<void> {
  await send(await fillCourier(page, name, trainedUntil), 'Add the courier');
}

async function fillCourier(page: Page, name: string, trainedUntil: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a courier' }).click();
  const form = page.getByRole('dialog', { name: 'Add a courier' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Company').fill('EXAMPLE Couriers');
  await form.getByLabel('Telephone').fill(name.endsWith('Keller') ? '+49 30 5555 0101' : '+49 30 5555 0102');
  await form.getByLabel('Training valid until').fill(trainedUntil);
  await form.getByLabel('Country').first().fill('DE');
  await form.getByRole('group', { name: 'Passport 1' }).getByLabel('Valid until').fill('2035-01-31');
  return form;
}

describe('the pool of couriers on the board', () => {
  it('is filled, says what lapses, and is chosen from by name when a courier is nominated', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.getByRole('link', { name: 'Couriers' }).click();
    await page.getByText('The pool is empty').waitFor();
    await addCourier(page, 'EXAMPLE M. Keller', daysAhead(-3, place.timezoneId));
    await addCourier(page, 'EXAMPLE A. Ruiz', daysAhead(900));
    await page.getByRole('row').filter({ hasText: 'Keller' }).getByText('training lapsed 3 days ago').waitFor();

    await page.getByRole('link', { name: 'Board' }).first().click();
    await openShipment(page, trip.reference);
    const form = await openForm(page, 'Nominate the courier');
    await form
      .getByRole('group', { name: 'Courier' })
      .getByLabel('Who', { exact: true })
      .selectOption('example-m-keller');
    await form
      .getByRole('group', { name: 'Substitute' })
      .getByLabel('Who', { exact: true })
      .selectOption('example-a-ruiz');
    await form.getByRole('button', { name: 'Now' }).click();
    await send(form, 'Nominate the courier');
    await section(page, 'Log').getByText('EXAMPLE M. Keller').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('lets nobody write over what somebody else has written meanwhile', async () => {
    const { page, close } = await openPage(browser, {}, [/status of 412/]);
    await signIn(page, board);
    await page.goto(`${board.url}/couriers`);
    await page.getByRole('button', { name: 'EXAMPLE A. Ruiz' }).click();
    const form = page.getByRole('dialog', { name: 'EXAMPLE A. Ruiz' });
    const { couriers } = board.stack.api;
    const standing = (await couriers.find('example-a-ruiz'))!;
    const { revision, ...record } = standing;
    await couriers.put({ ...record, phone: '+49 30 5555 0199' }, revision);
    await form.getByLabel('Company').fill('EXAMPLE Other Couriers');
    await form.getByRole('button', { name: 'Write the record' }).click();
    await form.getByText('Somebody else has changed the record of EXAMPLE A. Ruiz').waitFor();
    await form.getByText('Telephone is now: +49 30 5555 0199. Taken over above.').waitFor();
    expect(await form.getByRole('alert').count()).toBe(1);
    expect((await couriers.find('example-a-ruiz'))?.company).toBe('EXAMPLE Couriers');
    await expect(form.getByLabel('Company').inputValue()).resolves.toBe('EXAMPLE Other Couriers');
    await send(form, 'Write the record');
    expect(await couriers.find('example-a-ruiz')).toMatchObject({
      company: 'EXAMPLE Other Couriers',
      phone: '+49 30 5555 0199',
    });
    await close();
  });

  it('takes a namesake by an id of their own, once it is said that there is another', async () => {
    const { page, close } = await openPage(browser, {}, [/status of 412/]);
    await signIn(page, board);
    await page.goto(`${board.url}/couriers`);
    const form = await fillCourier(page, 'EXAMPLE A. Ruiz', daysAhead(900));
    await form.getByRole('button', { name: 'Add the courier' }).click();
    await form.getByText('by the id example-a-ruiz. If that is the same person').waitFor();
    await send(form, 'Add the courier');
    await page.getByRole('row').filter({ hasText: 'example-a-ruiz-2' }).waitFor();
    await close();
  });
});

describe('the policies on the board', () => {
  it('are read with their sources, compared, and chosen from when a shipment adopts one', async () => {
    const changed = { value: 155, source: 'EXAMPLE decision', mark: 'site' } as const;
    const policy = { ...defaultPolicy, version: 'site-2', minimumConnectionMinutes: changed };
    const body = { policy, owner: 'EXAMPLE Owner', approver: 'EXAMPLE Approver', source: 'EXAMPLE decision' };
    expect((await board.stack.policies.add(body, 'coordinator')).ok).toBe(true);
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.getByRole('link', { name: 'Policies' }).click();
    const shipped = page.getByRole('row').filter({ hasText: 'default-1' });
    await shipped.getByRole('link', { name: trip.reference }).waitFor();
    await page.getByRole('link', { name: 'site-2' }).click();
    await page.getByLabel('Compare with').selectOption('default-1');
    await page.getByText('1 figure is otherwise in default-1').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Shortest connection' });
    await expect(row.innerText()).resolves.toMatch(/2 h 35 min[\s\S]*2 h[\s\S]*EXAMPLE decision/);

    await page.getByRole('link', { name: 'Board' }).first().click();
    await openShipment(page, trip.reference);
    const form = await openForm(page, 'Adopt another policy');
    await form.getByLabel('Policy version').selectOption('site-2');
    await form.getByLabel('Reason').fill('EXAMPLE: longer connections');
    await form.getByLabel('On whose word').fill('EXAMPLE Owner');
    await send(form, 'Adopt another policy');
    await page.getByText('policy site-2').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a new shipment', () => {
  it('is opened with the day that was typed, and its reference is told to be in use already', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    const form = await fillOrder(page, {
      reference: trip.reference,
      grid: grids.right,
      collectionDay: daysAhead(40),
    });
    await form.getByText(`Another shipment has the reference ${trip.reference}`).waitFor();
    await form.getByRole('button', { name: 'Open the shipment' }).click();
    await page.getByRole('heading', { name: 'Beijing → Houston' }).waitFor();
    await page.getByText('Another shipment has the reference').waitFor();
    await section(page, 'Time line').getByText('Day 1 collection begins').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the draft of a deviation’s report', () => {
  it('is a page to be read, with its JSON beside it', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.goto(`${board.url}/shipments/${trip.id}`);
    const form = await openForm(page, 'Open a deviation');
    await form.getByLabel('Kind').selectOption('Late');
    await form.getByRole('button', { name: 'Now' }).click();
    await form.getByLabel('What happened').fill('EXAMPLE: the courier came a day late.');
    await send(form, 'Open a deviation');
    await section(page, 'Deviations').getByRole('link', { name: 'draft' }).click();
    await page.getByRole('heading', { name: 'S(P)EAR draft, deviation D1' }).waitFor();
    await page.getByText('EXAMPLE: the courier came a day late.').waitFor();
    await page.getByText('PBSC (HPC-A)').waitFor();
    const json = await page.getByRole('link', { name: 'as JSON' }).getAttribute('href');
    expect(json).toMatch(/\/deviations\/D1\/spear-draft$/);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the registers on the phone', () => {
  it('give a report’s times and a cancellation’s reasons room, and a square button to close', async () => {
    const graded = await planted('accepted-with-deviation.yaml');
    await planted('cancelled-before-plans.yaml');
    const { page, complaints, close } = await openPage(browser, { viewport: phone });
    await signIn(page, board);
    await page.goto(`${board.url}/shipments/${graded}/deviations/D1/spear`);
    const events = page.locator('section', { has: page.getByRole('heading', { name: 'Course of events' }) });
    expect((await sizeOf(events.getByRole('cell').first())).height).toBeLessThan(50);
    await page.goto(`${board.url}/figures`);
    await page.getByRole('checkbox', { name: 'Count examples too' }).check();
    expect((await sizeOf(page.getByText('other donor chosen 1'))).width).toBeGreaterThan(300);
    await page.goto(`${board.url}/couriers`);
    await page.getByRole('button', { name: 'Add a courier' }).click();
    const { width, height } = await sizeOf(page.getByRole('button', { name: 'Close' }));
    expect(height).toBe(width);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** A scenario's shipment as it ended. */
async function planted(scenario: string): Promise<string> {
  const { log, shipment } = await dryRun(scenarioIn(scenario));
  const entries = log.map(({ text }) => entryOf(text));
  await storeHistory(board.stack.api.shipments, { shipment, entries });
  return entries[0]!.shipment;
}

async function sizeOf(shown: Locator): Promise<{ readonly width: number; readonly height: number }> {
  await shown.waitFor();
  return (await shown.boundingBox())!;
}
