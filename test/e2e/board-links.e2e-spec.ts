import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openDatabase } from '@cellrelay/adapter-postgres';
import { KeyFiles } from '@cellrelay/platform';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { faults } from './support/access.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { openShipment, section, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let trip: TripSoFar;
let keys: string;

beforeAll(async () => {
  keys = mkdtempSync(path.join(tmpdir(), 'cellrelay-board-links-'));
  [board, browser] = await Promise.all([RunningBoard.start({}, { CELLRELAY_KEYS: keys }), openBrowser()]);
  const owner = await openDatabase({ url: board.own.ownerUrl, folding });
  await owner.signingKeys.takeUp(await new KeyFiles(keys).make());
  await owner.close();
  trip = tripWithCountDue(new FreeRoutes(), await board.stack.api.clock.now(), 5_400);
  await board.plant(trip);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await board?.close();
  rmSync(keys, { recursive: true, force: true });
});

/** Makes a link for that task on the shipment's page; answers the address that is shown. */
async function linkFor(page: Page, task: RegExp): Promise<string> {
  const panel = section(page, 'Links');
  await panel.getByRole('button', { name: 'New link' }).click();
  const form = page.getByRole('dialog', { name: 'New link' });
  const tasks = form.getByLabel('Task');
  const label = (await tasks.locator('option').allTextContents()).find((each) => task.test(each));
  await tasks.selectOption({ label: label ?? '' });
  await form.getByLabel('For whom').fill('EXAMPLE Night laboratory');
  await form.getByLabel('Organisation').fill('EXAMPLE Collection Centre');
  await form.getByRole('button', { name: 'Make the link' }).click();
  await form.locator('code').waitFor();
  expect(await faults(page, 'the link shown')).toEqual([]);
  const shown = (await form.locator('code').textContent()) ?? '';
  await form.getByRole('button', { name: 'Done' }).click();
  return shown;
}

describe('a link', () => {
  it('is made and watched on the shipment’s page, and takes one word on a phone from somebody without an account', async () => {
    const desk = await openPage(browser);
    await signIn(desk.page, board);
    await openShipment(desk.page, trip.reference);
    const link = await linkFor(desk.page, /count, day 1/i);
    expect(link.startsWith(`${board.url}/by-link#`)).toBe(true);
    const panel = section(desk.page, 'Links');
    await panel.getByText('open until').waitFor();
    expect(await faults(desk.page, 'links')).toEqual([]);

    const holder = await openPage(browser, { viewport: phone }, [/409 \(Conflict\)/]);
    const asked: string[] = [];
    holder.page.on('request', (request) =>
      asked.push(request.url() + JSON.stringify(request.headers()['referer'] ?? '')),
    );
    await holder.page.goto(link);
    await holder.page.getByText(`Shipment ${trip.reference}`).waitFor();
    await holder.page.getByRole('button', { name: 'Record the count' }).click();
    await holder.page.getByText('Your name is needed.').waitFor();
    expect(await faults(holder.page, 'form by link')).toEqual([]);
    await holder.page.getByRole('button', { name: 'Now', exact: true }).click();
    await holder.page.getByLabel('CD34+ cells').fill('900');
    await holder.page.getByLabel('Your name').fill('EXAMPLE Nora');
    expect(await holder.page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await holder.page.getByRole('button', { name: 'Record the count' }).click();
    await holder.page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await panel.getByText(/^used/).waitFor();

    await holder.page.reload();
    await holder.page.getByRole('alert').getByText('This link was used already').waitFor();
    const token = link.slice(link.indexOf('#') + 1);
    expect(asked.filter((each) => each.includes(token.slice(0, 40)))).toEqual([]);
    expect([...desk.complaints, ...holder.complaints]).toEqual([]);
    await desk.close();
    await holder.close();
  }, 60_000);

  it('opened after another in the same tab shows its own task, with nothing that was typed for the first', async () => {
    const desk = await openPage(browser);
    await signIn(desk.page, board);
    await openShipment(desk.page, trip.reference);
    const [first, second] = [await linkFor(desk.page, /deviation/i), await linkFor(desk.page, /deviation/i)];
    const { page, complaints, close } = await openPage(browser, { viewport: phone });
    await page.goto(first);
    await page.getByLabel('Your name').fill('EXAMPLE Nora');
    await page.evaluate(`document.body.dataset.sameTab = 'yes'`);
    const looked = page.waitForRequest(/by-link.look/);
    await page.goto(second);
    expect((await looked).headers()['cellrelay-link']).toBe(second.slice(second.indexOf('#') + 1));
    await page.getByText(`Shipment ${trip.reference}`).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('');
    await page.goto(first);
    await page.getByText(`Shipment ${trip.reference}`).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('EXAMPLE Nora');
    expect(await page.evaluate('document.body.dataset.sameTab')).toBe('yes');
    expect([...desk.complaints, ...complaints]).toEqual([]);
    await desk.close();
    await close();
  }, 60_000);

  it('of an invitation is looked at as itself too, opened after another in the same tab', async () => {
    const { page, close } = await openPage(browser, { viewport: phone });
    for (const token of ['EXAMPLE-first', 'EXAMPLE-second']) {
      const looked = page.waitForRequest(/join.look/);
      await page.goto(`${board.url}/join#${token}`);
      expect((await looked).postData()).toContain(token);
    }
    await close();
  });

  it('is good for nothing once it was revoked, which the page says in one sentence', async () => {
    const desk = await openPage(browser, { viewport: phone });
    await signIn(desk.page, board);
    await openShipment(desk.page, trip.reference);
    const link = await linkFor(desk.page, /deviation/i);
    const panel = section(desk.page, 'Links');
    await panel.getByRole('button', { name: 'Revoke the link of EXAMPLE Night laboratory' }).first().click();
    await panel.getByText(/^revoked/).waitFor();
    expect(await desk.page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    const holder = await openPage(browser, { viewport: phone }, [/404 \(Not Found\)/, /400 \(Bad Request\)/]);
    for (const address of [link, `${link}x`, `${board.url}/by-link`]) {
      await holder.page.goto('about:blank');
      await holder.page.goto(address);
      await holder.page.getByRole('alert').getByText('This link is good for nothing.').waitFor();
    }
    expect([...desk.complaints, ...holder.complaints]).toEqual([]);
    await desk.close();
    await holder.close();
  }, 60_000);
});
