import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { createPasswords } from '@cellrelay/platform';
import { issueAll } from '@cellrelay/testkit';
import { daysAhead } from '../support/days-ahead.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, type TripSoFar } from './support/example-trips.js';
import { openShipment, section, send, signIn, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const password = 'EXAMPLE password of a test';
const [registry, centre] = [randomUUID(), randomUUID()];
const organisations = [
  [registry, 'EXAMPLE Donor Registry', 'registry', 'donor-registry'],
  [centre, 'EXAMPLE Transplant Centre', 'transplant-centre', 'transplant-centre'],
] as const;
const people = [
  ['registrar', 'EXAMPLE Rosa Registrar', registry, 'coordinator'],
  ['transplanter', 'EXAMPLE Tara Transplanter', centre, 'physician'],
  ['treating', 'EXAMPLE Theo Treating', centre, 'coordinator'],
] as const;

let board: RunningBoard;
let browser: Browser;
let trip: TripSoFar;
let keysFolder: string;

beforeAll(async () => {
  keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-board-keys-'));
  [board, browser] = await Promise.all([RunningBoard.start({ keysFolder }), openBrowser()]);
  const collectionStartsAt = `${daysAhead(20)}T08:00:00.000Z` as never;
  trip = tripUpTo(
    new FreeRoutes().take(() => collectionStartsAt),
    { collectionStartsAt, upTo: 'ProposePlan' },
  );
  await board.plant(trip);
  await standOnSides();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await board?.close();
  await rm(keysFolder, { recursive: true, force: true });
});

async function standOnSides(): Promise<void> {
  const owner = new pg.Client({ connectionString: board.own.ownerUrl });
  await owner.connect();
  for (const [id, name, kind, part] of organisations) {
    const values = [id, name, kind];
    await owner.query('insert into cellrelay.organisation (id, name, kind, example) values ($1, $2, $3, true)', values);
    const command = { name: 'NameParty', data: { part, organisation: { id, name, kind, example: true } } } as const;
    await issueAll(board.stack.issue, trip.id, [command], part);
  }
  await owner.end();
  const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
  for (const [name, person, organisation, role] of people)
    await board.stack.api.accounts.create(name, hash, { person, role, organisation, courier: null });
}

/** That person's page of the shipment. */
async function shipmentOf(page: Page, name: string): Promise<void> {
  await page.goto(board.url);
  await tryToSignIn(page, name, password);
  await page.getByRole('heading', { name: 'Shipments' }).waitFor();
  await openShipment(page, trip.reference);
}

/** Where pictures of these pages go, where somebody wants to look at them. */
const pictures = process.env.DISCLOSURE_PICTURES;
async function pictured(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

describe('a disclosure on a shipment’s page', () => {
  it.each([
    ['desk', desk],
    ['phone', phone],
  ] as const)('is asked for, approved by a second person, read and ended (%s)', async (name, viewport) => {
    const asker = await openPage(browser, { viewport });
    const panel = section(asker.page, 'Identity');
    await shipmentOf(asker.page, 'transplanter');
    if (name === 'desk') {
      await panel.getByRole('button', { name: 'Record Recipient R1' }).click();
      const form = asker.page.getByRole('dialog', { name: 'Recipient R1' });
      await form.getByLabel('Name', { exact: true }).fill('EXAMPLE Pat Recipient');
      await form.getByLabel('Address').fill('EXAMPLE street 2');
      await send(form, 'Write the record');
    }
    await panel.getByRole('button', { name: 'Disclose Recipient R1' }).click();
    const sheet = asker.page.getByRole('dialog', { name: 'Disclose: Recipient R1' });
    await sheet.getByRole('button', { name: 'Ask for a disclosure' }).click();
    await sheet.getByLabel('Customs declaration').check();
    await sheet.getByLabel('Product label').check();
    await sheet.getByLabel('Who may read it').selectOption('Donor’s registry');
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet.getByText(/must name one at least/).waitFor();
    await sheet.getByRole('checkbox', { name: 'Name' }).check();
    await pictured(asker.page, `asking-${name}`);
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet.getByText('EXAMPLE Tara Transplanter asks for it').waitFor();
    expect(await sheet.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    await sheet.getByRole('button', { name: 'Leave' }).click();
    await panel.getByText('EXAMPLE Tara Transplanter asks to disclose it').waitFor();

    const second = await openPage(browser, { viewport });
    await shipmentOf(second.page, 'treating');
    await section(second.page, 'Identity').getByRole('button', { name: 'Disclose Recipient R1' }).click();
    const theirs = second.page.getByRole('dialog', { name: 'Disclose: Recipient R1' });
    await theirs.getByRole('button', { name: /^Approve Product label/ }).click();
    await theirs.getByText('approved by EXAMPLE Theo Treating').waitFor();

    const reader = await openPage(browser, { viewport });
    await shipmentOf(reader.page, 'registrar');
    const disclosed = section(reader.page, 'Disclosed to you');
    await disclosed.getByText('Recipient R1: Name').waitFor();
    await pictured(reader.page, `disclosed-${name}`);
    await disclosed.getByRole('button', { name: /^Show Recipient R1/ }).click();
    const shown = reader.page.getByRole('dialog', { name: 'Recipient R1' });
    await shown.getByText('EXAMPLE Pat Recipient').waitFor();
    await pictured(reader.page, `shown-${name}`);
    expect(await shown.textContent()).not.toContain('street');
    await shown.getByRole('button', { name: 'Close' }).last().click();
    expect(await reader.page.content()).not.toContain('EXAMPLE Pat');
    expect(await reader.page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain('Pat');

    await pictured(second.page, `grants-${name}`);
    await theirs
      .getByRole('button', { name: /^End Product label/ })
      .first()
      .click();
    await theirs.getByText('Ended by EXAMPLE Theo Treating').first().waitFor();
    await reader.page.reload();
    await section(reader.page, 'Dose').waitFor();
    expect(await section(reader.page, 'Disclosed to you').count()).toBe(0);
    // A refusal is told by the browser's console as well.
    const others = [...asker.complaints, ...second.complaints, ...reader.complaints];
    expect(others.filter((each) => !each.includes('400 (Bad Request)'))).toEqual([]);
    await Promise.all([asker.close(), second.close(), reader.close()]);
  });

  it('is nothing to the operator, who was let read nothing', async () => {
    const operator = await openPage(browser);
    await signIn(operator.page, board);
    await openShipment(operator.page, trip.reference);
    await section(operator.page, 'Dose').waitFor();
    expect(await section(operator.page, 'Disclosed to you').count()).toBe(0);
    expect(operator.complaints).toEqual([]);
    await operator.close();
  });
});
