import type { Locator, Page } from 'playwright-core';
import { faults } from './support/access.js';
import { openPage, phone } from './support/browser.js';
import { openShipment, section, signIn, tryToSignIn } from './support/journey.js';
import { PapersOnBoard } from './support/papers-on-board.js';

/** The papers of a shipment on its page: what is missing is entered, a pack is issued, a flight changes, what is outdated is issued anew; and what a courier has of them. */

let ground: PapersOnBoard;
beforeAll(async () => {
  ground = await PapersOnBoard.start();
}, 240_000);
afterAll(async () => {
  await ground?.close();
});

const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
const papersOf = (page: Page): Locator => section(page, 'Papers');
const line = (page: Page, paper: string): Locator => papersOf(page).getByRole('row').filter({ hasText: paper }).first();
const issueAll = /^Issue all that can be made \(\d+\) of plan 1$/;

/** What a link of a paper answers, asked with the page's own session. */
async function fileAt(page: Page, link: Locator): Promise<string> {
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return (await answer.body()).subarray(0, 5).toString();
}

describe('papers on the board', () => {
  it('say what they lack, each fact once and beside its papers, and lead to where it is entered', async () => {
    const { page, complaints, close } = await openPage(ground.browser, {}, [/status of 422/]);
    await signIn(page, ground.board);
    await openShipment(page, ground.trip.reference);
    const papers = papersOf(page);
    const lacking = papers.getByRole('list', { name: 'What papers wait for' });
    await lacking.getByText('The value for customs purposes is not stated.').waitFor();
    await line(page, 'Customs declaration').getByText('cannot be made').waitFor();
    expect(await faults(page, 'papers that lack something')).toEqual([]);

    await line(page, 'Customs declaration').getByRole('button', { name: 'value for customs' }).click();
    const sheet = page.getByRole('dialog', { name: 'Facts for the papers' });
    await sheet.getByLabel('Amount').fill('500');
    await sheet.getByLabel('Currency').fill('XQX');
    await sheet.getByRole('button', { name: 'Enter it' }).click();
    await sheet
      .getByText(/There is no such currency/)
      .first()
      .waitFor();
    expect(await sheet.getByLabel('Amount').inputValue()).toBe('500');
    expect(await faults(page, 'a refused fact')).toEqual([]);
    await sheet.getByLabel('Currency').fill('USD');
    await sheet.getByRole('button', { name: 'Enter it' }).click();
    // It goes with the line that asked for it.
    await sheet.waitFor({ state: 'detached' });
    await lacking.getByText('The value for customs purposes is not stated.').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('are previewed, issued by one press, outdated by a change within moments, and issued anew', async () => {
    await ground.enterFacts();
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await openShipment(page, ground.trip.reference);
    const papers = papersOf(page);
    const preview = line(page, 'Transport plan').getByRole('link', { name: /^Preview/ });
    await preview.waitFor();
    expect(await fileAt(page, preview)).toBe('%PDF-');

    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/papers$/.test(request.url()))
        sent.push(request.headers()['idempotency-key'] ?? '');
    });
    await papers.getByRole('button', { name: issueAll }).dblclick();
    await papers.getByText(/^\d+ papers were issued\./).waitFor({ timeout: 60_000 });
    expect(sent).toHaveLength(1);
    await line(page, 'Transport plan').getByText('valid', { exact: true }).waitFor();
    expect(await fileAt(page, line(page, 'Transport plan').getByRole('link', { name: /^Print/ }))).toBe('%PDF-');
    expect(await fileAt(page, papers.getByRole('link', { name: /^Pack as one PDF/ }))).toBe('%PDF-');
    expect(await faults(page, 'papers issued')).toEqual([]);

    await ground.delayFlight(95);
    await line(page, 'Transport plan').getByText('outdated').waitFor({ timeout: 15_000 });
    await line(page, 'Transport plan')
      .getByText(/changed since: .*flights/)
      .waitFor();
    await line(page, 'Product document').getByText('valid', { exact: true }).waitFor();
    expect(await faults(page, 'papers outdated')).toEqual([]);
    await papers.getByRole('button', { name: /^Reissue \d+ outdated/ }).click();
    await papers.getByText(/^\d+ papers were issued\./).waitFor({ timeout: 60_000 });
    await line(page, 'Transport plan').getByText('valid', { exact: true }).waitFor();
    await papers.getByText('Earlier papers').click();
    await papers.getByText('replaced by a newer one').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  it('are reached from the alert that they are outdated', async () => {
    await ground.delayFlight(170);
    const { page, complaints, close } = await openPage(ground.browser);
    await signIn(page, ground.board);
    await page.goto(`${ground.board.url}/alerts`);
    await page
      .getByRole('button', { name: /Issue the papers of plan 1 anew/ })
      .first()
      .click();
    await papersOf(page)
      .getByRole('button', { name: /^Reissue \d+ outdated/ })
      .waitFor();
    expect(new URL(page.url()).hash).toBe('#papers');
    await page.waitForFunction('document.activeElement?.id === "papers"');
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it('whose answer was lost are asked for again as they were, also after a reload', async () => {
    const { page, close } = await openPage(ground.browser, {}, [/Failed to load resource/]);
    await signIn(page, ground.board);
    await openShipment(page, ground.trip.reference);
    const keys: string[] = [];
    await page.route(/\/papers$/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      await route.fetch();
      return route.abort();
    });
    await papersOf(page)
      .getByRole('button', { name: /^Reissue \d+ outdated/ })
      .click();
    await papersOf(page)
      .getByText(/Whether the papers were issued is not known/)
      .waitFor({ timeout: 60_000 });
    await page.unroute(/\/papers$/);
    await page.reload();
    const again = page.waitForRequest((request) => request.method() === 'POST' && /\/papers$/.test(request.url()));
    await papersOf(page)
      .getByRole('button', { name: /^Send again/ })
      .click();
    expect((await again).headers()['idempotency-key']).toBe(keys[0]);
    await papersOf(page)
      .getByText(/^\d+ papers were issued\./)
      .waitFor({ timeout: 60_000 });
    await papersOf(page)
      .getByRole('button', { name: /^Send again/ })
      .waitFor({ state: 'detached' });
    await close();
  }, 120_000);
});

describe('papers of a courier', () => {
  it('are large rows on the phone, of what may be held alone, and nothing to issue', async () => {
    const courier = await ground.person('courier-company', 'coordinator');
    const { page, complaints, close } = await openPage(ground.browser, { viewport: { ...phone, width: 360 } });
    await page.goto(ground.board.url);
    await tryToSignIn(page, courier.name, courier.password);
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    await page.goto(`${ground.board.url}/shipments/${ground.trip.id}`);
    const papers = papersOf(page);
    const security = papers.getByRole('link', { name: /^Letter to airport security/ }).first();
    await security.waitFor();
    expect((await security.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await fileAt(page, security)).toBe('%PDF-');
    expect(await papers.getByRole('table').count()).toBe(0);
    expect(await papers.getByText('Product document').count()).toBe(0);
    expect(await papers.getByRole('button', { name: /ssue/ }).count()).toBe(0);
    expect(await wide(page)).toBe(false);
    expect(await faults(page, 'papers of a courier')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);
});
