import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { exampleOrganisations, makeExamplePeople } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import { createPasswords } from '@cellrelay/platform';
import { plantLetter } from '../../apps/ops/src/examples/example-letter.js';
import { withParties } from '../../apps/ops/src/examples/example-parties.js';
import { daysAhead } from '../support/days-ahead.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, type HowFar, type TripSoFar } from './support/example-trips.js';
import { openShipment, section, signIn, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const password = 'EXAMPLE password of a test';
let board: RunningBoard;
let browser: Browser;
let trip: TripSoFar;
/** Collected more than two years ago. */
let longAgo: TripSoFar;
let keysFolder: string;

beforeAll(async () => {
  keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-board-letters-'));
  [board, browser] = await Promise.all([RunningBoard.start({ keysFolder }), openBrowser()]);
  const routes = new FreeRoutes();
  const startsAt = (days: number) => `${daysAhead(days)}T08:00:00.000Z` as Instant;
  const planned = (days: number, upTo: HowFar['upTo']) =>
    tripUpTo(
      routes.take(() => startsAt(days)),
      { collectionStartsAt: startsAt(days), upTo },
    );
  const { pool } = board.stack.api;
  const parties = await exampleOrganisations(pool);
  const among = (each: TripSoFar) => ({ ...each, steps: withParties(each.steps, parties) });
  trip = among(planned(20, 'ProposePlan'));
  longAgo = among(planned(-800, 'EndCollection'));
  await board.plant(trip);
  await makeExamplePeople(pool, await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password));
  await plantLetter(board.stack, {
    warn: (what, more) => {
      throw new Error(`${what} ${JSON.stringify(more)}`);
    },
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await board?.close();
  await rm(keysFolder, { recursive: true, force: true });
});

async function as(page: Page, name: string): Promise<void> {
  await page.goto(board.url);
  await tryToSignIn(page, name, password);
}

const pictures = process.env['CELLRELAY_PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

describe('the screener’s page', () => {
  it('is where a screener begins, shows what waits with marks in the text, and says why it may not go yet', async () => {
    const { page, complaints, close } = await openPage(browser);
    await as(page, 'patient-registry-screener');
    await page.getByRole('heading', { name: 'Letters' }).waitFor();
    await page.getByText('1 letter waits').waitFor();
    await page.keyboard.press('j');
    const letter = page.getByRole('region', { name: 'Letter' });
    await letter.locator('mark', { hasText: '41 years' }).waitFor();
    expect(await letter.locator('mark').count()).toBeGreaterThanOrEqual(4);
    expect(await letter.locator('mark', { hasText: 'Houston' }).count()).toBe(1);
    await page.keyboard.press('n');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MARK');
    await picture(page, 'letters-desk');
    const release = letter.getByRole('button', { name: 'Release to the other registry' });
    expect(await release.getAttribute('aria-disabled')).toBe('true');
    await letter.getByText('Not to be released now').waitFor();
    await letter.getByText(/that is not yet\. The rule “/).waitFor();
    await release.dispatchEvent('click');
    await page.getByRole('button', { name: '1. From EXAMPLE transplant centre On behalf of: Recipient' }).waitFor();
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain('garden');
    expect(complaints).toEqual([]);
    await close();
  });

  it('edits on the phone, and returns with a reason that whoever wrote it reads', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport: phone });
    await as(page, 'patient-registry-screener');
    await page.getByRole('list', { name: 'Waiting' }).getByRole('button').click();
    const letter = page.getByRole('region', { name: 'Letter' });
    await letter.locator('mark').first().waitFor();
    await picture(page, 'letters-phone');
    await letter.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('dialog', { name: 'Edit the letter' });
    await form.getByLabel('Letter', { exact: true }).fill('Dear donor,\n\nthank you. <b>Truly</b>.');
    await picture(page, 'letters-phone-edit');
    await form.getByRole('button', { name: 'Keep this version' }).click();
    await letter.getByText('<b>Truly</b>').waitFor();
    await letter.getByText('Before, 1').waitFor();
    await letter.getByRole('button', { name: 'Return it' }).click();
    const why = page.getByRole('dialog', { name: 'Return it' });
    expect(await why.getByLabel('Why').inputValue()).toBe('');
    await why.getByLabel('Why').selectOption({ label: 'It is not fit to be sent' });
    await why.getByLabel('To whoever wrote it').fill('Please say more.');
    await why.getByRole('button', { name: 'Return it' }).click();
    await page.getByText('No letter waits').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('letters on a shipment’s page', () => {
  it('are written anew by whoever is told why, and handed in', async () => {
    const writer = await openPage(browser);
    await as(writer.page, 'transplant-centre-physician');
    await writer.page.getByRole('heading', { name: 'Shipments' }).waitFor();
    await openShipment(writer.page, trip.reference);
    const panel = section(writer.page, 'Letters');
    await panel.getByText('Returned to whoever wrote it').waitFor();
    await panel.getByRole('button', { name: 'Show the letter' }).click();
    const sheet = writer.page.getByRole('dialog', { name: 'Letter' });
    await sheet.getByText('Please say more.').waitFor();
    await picture(writer.page, 'letters-sheet');
    await sheet.getByRole('button', { name: 'Write it anew' }).click();
    const form = writer.page.getByRole('dialog', { name: 'Write it anew' });
    await form.getByLabel('Letter', { exact: true }).fill('Dear donor, thank you, every day.');
    await form.getByRole('button', { name: 'Keep the draft' }).click();
    await panel.getByText('A draft').waitFor();
    await panel.getByRole('button', { name: 'Show the letter' }).click();
    await sheet.getByRole('button', { name: 'Hand it in' }).click();
    await panel.getByText('With your registry’s screener').waitFor();
    await picture(writer.page, 'letters-shipment');
    expect(writer.complaints).toEqual([]);
    await writer.close();
  });

  it('tell the operator that there is one, and not a word of it', async () => {
    const { page, complaints, close } = await openPage(browser);
    await signIn(page, board);
    await openShipment(page, trip.reference);
    const panel = section(page, 'Letters');
    await panel.getByText('With the patient’s registry’s screener').waitFor();
    expect(await panel.getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are read on the other side once both screeners have let them go', async () => {
    await board.plant(longAgo);
    const { pool } = board.stack.api;
    await pool.query(`update cellrelay.organisation set letter_rule = 'cmdp' where name like 'EXAMPLE % registry'`);
    const go = async (name: string, press: (page: Page) => Promise<void>) => {
      const { page, complaints, close } = await openPage(browser, { viewport: phone });
      await as(page, name);
      await press(page);
      expect(complaints).toEqual([]);
      await close();
    };
    const lettersOn = async (page: Page) => {
      await page.getByRole('heading', { name: 'Shipments' }).waitFor();
      await page.goto(`${board.url}/shipments/${longAgo.id}`);
      return section(page, 'Letters');
    };
    const release = (button: string) => async (at: Page) => {
      await at.getByRole('list', { name: 'Waiting' }).getByRole('button').last().click();
      await at.getByRole('button', { name: button }).click();
      await at.getByText('Choose a letter').or(at.getByText('No letter waits')).waitFor();
    };
    await go('collection-centre-physician', async (at) => {
      const panel = await lettersOn(at);
      await panel.getByRole('button', { name: 'Write a letter' }).click();
      const form = at.getByRole('dialog', { name: 'Write a letter' });
      await form.getByLabel('Letter', { exact: true }).fill('Get well. I think of you.');
      await at.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
      await panel.getByRole('button', { name: 'Write a letter' }).click();
      expect(await form.getByLabel('Letter', { exact: true }).inputValue()).toBe('Get well. I think of you.');
      expect(await at.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain('Get well');
      await picture(at, 'letters-write-phone');
      const written: string[] = [];
      at.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/letters')) written.push(request.url());
      });
      await form.getByRole('button', { name: 'Keep the draft' }).dblclick();
      await form.waitFor({ state: 'detached' });
      expect(written).toHaveLength(1);
      await panel.getByRole('button', { name: 'Show the letter' }).click();
      await at.getByRole('button', { name: 'Hand it in' }).click();
      await panel.getByText('With your registry’s screener').waitFor();
    });
    await go('donor-registry-screener', release('Release to the other registry'));
    await go('patient-registry-screener', release('Release to your side'));
    await go('transplant-centre-coordinator', async (at) => {
      const panel = await lettersOn(at);
      await panel.getByText('From the donor').waitFor();
      await panel.getByRole('button', { name: 'Read the letter' }).click();
      await at.getByRole('dialog', { name: 'Letter' }).getByText('Get well. I think of you.').waitFor();
      await picture(at, 'letters-received-phone');
    });
  }, 120_000);

  it('depend on a rule that the registry’s administrator chooses on the page People', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport: phone });
    await as(page, 'donor-registry-administrator');
    const choice = page.getByLabel('Letters between donors and recipients');
    await choice.selectOption({ label: 'NMDP (United States)' });
    await page.getByText('Letters once the infusion is recorded').waitFor();
    await picture(page, 'letters-rule-phone');
    expect(complaints).toEqual([]);
    await close();
  });
});
