import type { Browser, Page } from 'playwright-core';
import { defaultPolicy } from '@cellrelay/shipment';
import { faults } from './support/access.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  const countDueMinutes = { value: 90, source: 'EXAMPLE decision', mark: 'site' } as const;
  const policy = { ...defaultPolicy, version: 'site-2', countDueMinutes };
  const entered = { policy, owner: 'EXAMPLE Owner', approver: 'EXAMPLE Approver', source: 'EXAMPLE decision' };
  expect((await board.stack.policies.add(entered, 'coordinator')).ok).toBe(true);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** Where pictures of these pages go, where somebody wants to look at them. */
const pictures = process.env['CELLRELAY_PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const connection = 'Shortest connection';
const figure = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title }).first();

async function nameIt(page: Page, version: string, approver = 'EXAMPLE Quality'): Promise<void> {
  await page.getByLabel('Version', { exact: true }).fill(version);
  await page.getByLabel('Owner').fill('EXAMPLE Director');
  await page.getByLabel('Approver').fill(approver);
  await page.getByLabel('Decided by').fill('EXAMPLE: the review of this year');
}

describe('a version of the policy', () => {
  it('is made on the board from one that is there, by keys alone where somebody wants to', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.getByRole('link', { name: 'Policies' }).click();
    await page.getByRole('link', { name: 'Make a version' }).click();
    await page.getByText('Nothing yet: open a figure').waitFor();
    const line = figure(page, connection);
    await line.locator('summary').focus();
    await page.keyboard.press('Enter');
    await line.getByText('0 or more').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('155');
    const differs = page.getByRole('region', { name: 'What differs from site-2' });
    await differs.getByText('Source and mark are still those of the old value.').waitFor();
    await expect(differs.innerText()).resolves.toMatch(/Shortest connection\s+120 min \(2 h\) 155 min \(2 h 35\)/);
    await line.getByLabel('Source', { exact: true }).fill('EXAMPLE decision');
    await line.getByLabel('site: the site’s own choice').check();
    expect(await differs.getByText('are still those of the old value').count()).toBe(0);
    await nameIt(page, 'site-7');
    await picture(page, 'policy-form-desk');
    expect(await faults(page, 'a new version of the policy')).toEqual([]);
    await page.getByRole('button', { name: 'Enter the version' }).click();
    await page.getByText('1 figure is otherwise in site-2').waitFor();
    await page.getByRole('heading', { name: 'Policy site-7' }).waitFor();
    const kept = await board.stack.policies.current();
    expect(kept).toMatchObject({
      version: 'site-7',
      minimumConnectionMinutes: { value: 155, source: 'EXAMPLE decision', mark: 'site' },
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('is refused in words at the field that is to blame, and nothing that was typed is lost', async () => {
    const { page, close } = await openPage(browser, { viewport: phone }, [/status of 4\d\d/]);
    await signIn(page, board);
    await page.goto(`${board.url}/policies/default-1/new`);
    const enter = page.getByRole('button', { name: 'Enter the version' });
    await enter.click();
    await page.getByText('Version is needed.').waitFor();
    await page.getByRole('alert').getByText('Nothing yet').waitFor();

    const line = figure(page, 'PBSC, 2 to 8 °C');
    await line.locator('summary').click();
    await line.getByLabel('Limit').fill('a while');
    await nameIt(page, 'site-2');
    await enter.click();
    await line.getByText('"a while" is not a number.').waitFor();
    await line.getByLabel('Limit').fill('60');
    await enter.click();
    await line.getByText('The limit is 60, below the target, which is 2880.').waitFor();
    await picture(page, 'policy-form-phone');
    expect(await faults(page, 'a refused version on a phone')).toEqual([]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    await page.reload();
    await expect(page.getByLabel('Owner').inputValue()).resolves.toBe('EXAMPLE Director');
    await line.locator('summary').click();
    await expect(line.getByLabel('Limit').inputValue()).resolves.toBe('60');
    await line.getByLabel('Limit').fill('4330');
    await enter.click();
    await page.getByText('Policy site-2 is there already and says something else.').waitFor();
    await nameIt(page, 'site-8', 'example DIRECTOR');
    await enter.click();
    await page.getByText('a second person is needed').first().waitFor();
    await nameIt(page, 'site-8');
    await enter.click();
    await page.getByText('1 figure is otherwise in default-1').waitFor();
    expect(await board.stack.policies.byVersion('site-8')).toMatchObject({
      clocks: [{ product: 'HPC-A', limitMinutes: 4330 }, {}, {}, {}],
    });
    await close();
  });

  it('says what cannot be changed there, and begins from another version where that is chosen', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await page.goto(`${board.url}/policies/default-1/new`);
    const regions = figure(page, 'Countries that are one region');
    await regions.getByText('Changed through the API only').waitFor();
    expect(await regions.locator('summary').count()).toBe(0);
    const asked = figure(page, 'Asked after the infusion');
    await asked.locator('summary').click();
    await asked.getByText('The rest of it, a list').waitFor();
    await page.getByLabel('Start from').selectOption('site-2');
    await page.getByRole('heading', { name: 'What differs from site-2' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
