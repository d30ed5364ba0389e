import { enterPastTotal, entryOf, storeHistory } from '@cellrelay/use-cases';
import type { Browser } from 'playwright-core';
import { dryRun } from '../support/dry-world.js';
import { scenarioIn } from '../support/scenarios.js';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const { log, shipment } = await dryRun(scenarioIn('case-a-day-one-enough.yaml'));
  await storeHistory(board.stack.api.shipments, { shipment, entries: log.map(({ text }) => entryOf(text)) });
  const total = { year: 2022, country: 'DE', product: 'HPC-A', count: 12, source: 'EXAMPLE report', reason: 'Before' };
  await enterPastTotal(board.stack.api.figures, total, 'ana');
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

describe.each([
  ['the desk', desk],
  ['the phone', phone],
])('the figures, on %s', (_, viewport) => {
  it('show entered totals marked, examples only when asked for, and a CSV of what is shown', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    await page.getByRole('link', { name: 'Figures' }).click();
    const germany = page.getByRole('row').filter({ hasText: 'Germany' });
    await germany.getByText('entered').waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'United States' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Count examples too' }).check();
    await page.getByRole('row').filter({ hasText: 'United States' }).getByText('30 h 35').waitFor();
    const door = page.getByRole('img', { name: 'Door to infusion' });
    await door.waitFor();
    const told = await door.locator('desc').textContent();
    expect(told).toMatch(/^United States, PBSC: \d+ h \d\d, 90 %: \d+ h \d\d, most: \d+ h \d\d$/);
    expect(await page.getByRole('img', { name: 'Bags on time' }).locator('desc').textContent()).toContain('(1 of 1)');
    expect(await faults(page, 'figures')).toEqual([]);
    const address = (await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '';
    const csv = await page.request.get(`${board.url}${address}`);
    expect((await csv.text()).split('\r\n').filter((line) => line !== '')).toHaveLength(3);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(complaints).toEqual([]);
    await close();
  });
});
