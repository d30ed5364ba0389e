import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { exampleOrganisations, makeExamplePeople } from '@cellrelay/adapter-postgres';
import { createPasswords } from '@cellrelay/platform';
import { plantLetter } from '../../apps/ops/src/examples/example-letter.js';
import { withParties } from '../../apps/ops/src/examples/example-parties.js';
import { daysAhead } from '../support/days-ahead.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, type TripSoFar } from './support/example-trips.js';
import { openShipment, section, signIn, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const password = 'EXAMPLE password of a test';
let board: RunningBoard;
let browser: Browser;
let trip: TripSoFar;
let keysFolder: string;

beforeAll(async () => {
  keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-board-letters-'));
  [board, browser] = await Promise.all([RunningBoard.start({ keysFolder }), openBrowser()]);
  const collectionStartsAt = `${daysAhead(20)}T08:00:00.000Z` as never;
  const planted = tripUpTo(
    new FreeRoutes().take(() => collectionStartsAt),
    { collectionStartsAt, upTo: 'ProposePlan' },
  );
  const { pool } = board.stack.api;
  const parties = await exampleOrganisations(pool);
  trip = { ...planted, steps: withParties(planted.steps, parties) };
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
    const { page, complaints, close } = await openPage(browser, {}, [/409/]);
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
    await letter.getByRole('button', { name: 'Release to the other registry' }).click();
    await letter.getByText(/Nothing was sent\./).waitFor();
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
