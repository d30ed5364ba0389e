import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { codeOf } from '../support/authenticator.js';
import { releasedToken } from '../support/people-on-api.js';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { section, tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

const chosen = 'four words chosen well';
const refusals = [/status of 40[01349] /, /status of 422 /];

let board: RunningBoard;
let browser: Browser;
let administrator: { readonly name: string; readonly password: string };
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  administrator = await board.administrator();
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** What a machine finds against WCAG on the page as it stands; a picture of it where a folder for them is named. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.CELLRELAY_TEST_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  expect(await faults(page, name)).toEqual([]);
}

async function signIn(page: Page, name: string, password: string, code?: string): Promise<void> {
  await page.goto(board.url);
  await tryToSignIn(page, name, password);
  if (code !== undefined) {
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}

/** The administrator makes an organisation and invites its first person, whom whoever runs the server lets in. Answers the link. */
async function invited(page: Page, organisation: string, person: string): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Make an organisation' }).click();
  const made = page.getByRole('dialog', { name: 'Make an organisation' });
  await made.getByLabel('Name').fill(organisation);
  await made.getByLabel('Kind').selectOption('transplant-centre');
  await made.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: organisation }).waitFor();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const sheet = page.getByRole('dialog', { name: 'Invite somebody' });
  await sheet.getByLabel('Name').fill(person);
  await sheet.getByLabel('Acts as').selectOption('administrator');
  await sheet.getByRole('button', { name: 'Invite', exact: true }).click();
  await sheet.getByText('release-invitation').waitFor();
  await look(page, 'held');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('region', { name: 'Invited' }).getByText(person).waitFor();
  await page.getByText('held until whoever runs the server releases it').waitFor();
  const held = (await board.stack.api.people.heldInvitations()).find((each) => each.organisation === organisation);
  return `${board.url}/join#${await releasedToken(board.own.ownerUrl, held?.id ?? '')}`;
}

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('at least 12 characters').waitFor();
  await look(page, 'join');
  await page.getByLabel('Password').fill(chosen);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();
}

/** Sets a second factor; answers its secret and the recovery codes. */
async function setSecondFactor(page: Page): Promise<{ secret: string; codes: readonly string[] }> {
  const part = section(page, 'Second factor');
  await part.getByRole('button', { name: 'Set a second factor' }).click();
  await part.getByLabel('Your password').fill(chosen);
  await part.getByRole('button', { name: 'Go on' }).click();
  await part.getByRole('img', { name: /QR code/ }).waitFor();
  await look(page, 'second-factor');
  const secret = await part.locator('code').innerText();
  await part.getByLabel('The code that it shows').fill('000000');
  await part.getByRole('button', { name: 'Set the second factor' }).click();
  await part.getByText('not the code').waitFor();
  await part.getByLabel('The code that it shows').fill(codeOf(secret));
  await part.getByRole('button', { name: 'Set the second factor' }).click();
  await part.getByText('shown this once').waitFor();
  await look(page, 'recovery-codes');
  const codes = await part.getByRole('listitem').allInnerTexts();
  await part.getByRole('button', { name: 'I have kept them' }).click();
  await part.getByText('10 recovery codes are left').waitFor();
  return { secret, codes };
}

describe.each([
  ['at the desk', desk, 'a'],
  ['on the phone', phone, 'b'],
] as const)('people %s', (_, viewport, mark) => {
  it('are invited, join, set a second factor, lose it, use a recovery code and sign out everywhere', async () => {
    const office = await openPage(browser, { viewport }, refusals);
    await signIn(office.page, administrator.name, administrator.password);
    const link = await invited(office.page, `EXAMPLE Centre ${mark}`, 'EXAMPLE Tom Taylor');
    await look(office.page, `people-${mark}`);

    const first = await openPage(browser, { viewport }, refusals);
    const name = `tom.${mark}@example.org`;
    await join(first.page, link, name);
    expect(first.page.url()).toBe(`${board.url}/account`);
    await first.page.getByRole('banner').getByText(`EXAMPLE Centre ${mark}`).waitFor();
    const { secret, codes } = await setSecondFactor(first.page);
    expect(codes).toHaveLength(10);

    const second = await openPage(browser, { viewport }, refusals);
    await signIn(second.page, name, chosen, codeOf(secret, 1));
    const third = await openPage(browser, { viewport }, refusals);
    await third.page.goto(board.url);
    await tryToSignIn(third.page, name, chosen);
    await third.page.getByText('Type the code').waitFor();
    await look(third.page, `code-${mark}`);
    await signIn(third.page, name, chosen, codes[0]);
    await third.page.goto(`${board.url}/account`);
    await section(third.page, 'Second factor').getByText('9 recovery codes are left').waitFor();
    const sessions = section(third.page, 'Where I am signed in');
    await sessions.getByRole('listitem').nth(2).waitFor();
    await look(third.page, `account-${mark}`);
    await sessions.getByRole('button', { name: 'Sign out everywhere but here' }).click();
    await sessions.getByRole('button', { name: 'Sign out everywhere but here' }).waitFor({ state: 'detached' });
    for (const { page } of [first, second]) await page.getByRole('button', { name: 'Sign in' }).waitFor();

    const used = await openPage(browser, { viewport }, refusals);
    await used.page.goto(link);
    await used.page.getByText('good for nothing').waitFor();
    const all = [office, first, second, third, used];
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
    await Promise.all(all.map(({ close }) => close()));
  });

  it('make tokens that are shown once, and end them', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport }, refusals);
    await signIn(page, board.account.name, board.account.password);
    await page.goto(`${board.url}/account`);
    const tokens = section(page, 'Tokens for programs');
    await tokens.getByRole('button', { name: 'Make a token' }).click();
    await tokens.getByLabel('What it is for').fill(`EXAMPLE report ${mark}`);
    await tokens.getByLabel('Your password').fill(board.account.password);
    await tokens.getByRole('button', { name: 'Make it' }).click();
    const token = await tokens.locator('code').innerText();
    const asked = await fetch(`${board.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await asked.json()).toMatchObject({ name: board.account.name });
    await look(page, `tokens-${mark}`);
    await tokens.getByRole('button', { name: `End the token EXAMPLE report ${mark}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await tokens.getByText(`EXAMPLE report ${mark}:`).waitFor({ state: 'detached' });
    const after = await fetch(`${board.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(after.status).toBe(401);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('an administrator changes a role and ends an account; who is none sees no such page', async () => {
  const office = await openPage(browser, {}, refusals);
  await signIn(office.page, administrator.name, administrator.password);
  await office.page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await office.page.getByRole('button', { name: 'coordinator', exact: true }).click();
  const sheet = office.page.getByRole('dialog', { name: 'coordinator' });
  await sheet.getByLabel('Acts as').selectOption('auditor');
  await sheet.getByRole('button', { name: 'Change the role' }).click();
  await sheet.waitFor({ state: 'detached' });
  await office.page.getByRole('row').filter({ hasText: 'coordinator' }).getByText('Auditor').waitFor();
  await office.page.getByRole('button', { name: 'administrator', exact: true }).click();
  const own = office.page.getByRole('dialog', { name: 'administrator' });
  await own.getByRole('button', { name: 'End the account…' }).click();
  await own.getByRole('button', { name: 'End it for good' }).click();
  await own.getByText('last administrator').waitFor();
  await look(office.page, 'last-administrator');

  const other = await openPage(browser, {}, refusals);
  await signIn(other.page, board.account.name, board.account.password);
  expect(await other.page.getByRole('navigation').getByRole('link', { name: 'People' }).count()).toBe(0);
  expect(office.complaints.concat(other.complaints)).toEqual([]);
  await Promise.all([office.close(), other.close()]);
});
