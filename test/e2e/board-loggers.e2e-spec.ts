import type { Page } from 'playwright-core';
import { type Instant, type Zone } from '@cellrelay/kernel';
import { issueAll } from '@cellrelay/testkit';
import { box, minutely, steady } from '../support/logger-ground.js';
import { faults } from './support/access.js';
import { openPage, phone } from './support/browser.js';
import { openShipment, section, signIn } from './support/journey.js';
import { tripOnBoard, type TripOnBoard } from './support/trip-on-board.js';

/** A logger is registered on the board, sends, and what it has shown stands on the shipment's page. */

let ground: TripOnBoard;
let heldFrom: Instant;
beforeAll(async () => {
  ground = await tripOnBoard('HandOverToCourier');
  const state = await ground.board.stack.api.shipments.load(ground.trip.id);
  const [first] = state?.stages['courier-handoff'].custody ?? [];
  if (first === undefined) throw new Error('the box was not handed over');
  heldFrom = first.since.at;
}, 120_000);
afterAll(() => ground.close());

async function registered(page: Page, logger: string): Promise<string> {
  await page.getByRole('link', { name: 'Loggers' }).click();
  await page.getByText('No logger is registered').waitFor();
  await page.getByRole('button', { name: 'Register a logger' }).click();
  await page.getByLabel('Serial number').fill(logger);
  await page.getByRole('button', { name: 'Register it' }).click();
  await page.getByRole('row').filter({ hasText: logger }).waitFor();
  return (await page.locator('.once code').textContent()) ?? '';
}

async function bound(logger: string): Promise<void> {
  const boundAt = { at: heldFrom, zone: 'UTC' as Zone };
  const data = { logger, box, probe: 'at-the-bag', sends: 'live', boundAt } as const;
  await issueAll(ground.board.stack.issue, ground.trip.id, [{ name: 'BindLogger', data }], 'bound');
}

async function sent(token: string, readings: readonly unknown[]): Promise<unknown> {
  const answer = await fetch(`${ground.board.url}/api/v1/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ readings }),
  });
  return answer.json();
}

describe('a logger on the board', () => {
  it('is registered, its token shown once, and its readings stand as chart, words and table', async () => {
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    const token = await registered(page, 'EX-LOG-1');
    expect(token).toMatch(/^crl_/);
    expect(await faults(page, 'loggers')).toEqual([]);
    await bound('EX-LOG-1');
    const warm = [...steady(70, 4.5), ...steady(50, 14), ...steady(60, 4.6)];
    expect(await sent(token, minutely(heldFrom, warm))).toMatchObject({ kept: 180 });

    await page.getByRole('link', { name: 'Board' }).first().click();
    await openShipment(page, ground.trip.reference);
    await section(page, 'Route')
      .getByRole('img', { name: /^The way on a map: .+ to .+, (ahead|in the air|flown)\.$/ })
      .waitFor();
    const temperature = section(page, 'Temperature');
    await temperature.getByRole('img', { name: /between 4.5 °C and 14 °C; ordered 2 to 8 °C/ }).waitFor();
    await temperature.getByText('Too warm, up to 14 °C').waitFor();
    await temperature.getByText('In figures').click();
    await temperature.getByRole('cell', { name: '180' }).waitFor();
    const viability = section(page, 'Viability');
    await viability
      .getByRole('img', { name: /viable now; at its limit \d+ % as planned and \d+ % at the warm end/ })
      .waitFor();
    expect(await faults(page, 'shipment')).toEqual([]);
    await page.goto(ground.board.url);
    await page
      .getByRole('row')
      .filter({ hasText: ground.trip.reference })
      .getByText('by the readings: look at it')
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('fits on a phone, and is ended', async () => {
    const { page, complaints, close } = await openPage(ground.browser, { viewport: phone });
    await signIn(page, ground.board);
    await page.goto(`${ground.board.url}/shipments/${ground.trip.id}`);
    await section(page, 'Temperature').getByRole('img').waitFor();
    const wide = () => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
    expect(await wide()).toBe(false);
    await page.goto(`${ground.board.url}/loggers`);
    await page.getByRole('button', { name: 'End EX-LOG-1' }).click();
    await page.getByRole('dialog', { name: 'End EX-LOG-1?' }).getByRole('button', { name: 'End it' }).click();
    await page.getByText(/^ended /).waitFor();
    expect(await wide()).toBe(false);
    expect(await faults(page, 'loggers on a phone')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
