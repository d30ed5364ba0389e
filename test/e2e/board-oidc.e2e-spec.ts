import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { startRealProvider, type RealProvider } from '../support/real-provider.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { RunningBoard } from './support/running-board.js';

const name = 'EXAMPLE Hospital';

let provider: RealProvider;
let board: RunningBoard;
let browser: Browser;
beforeAll(async () => {
  provider = await startRealProvider();
  [board, browser] = await Promise.all([RunningBoard.start({}, provider.settings), openBrowser()]);
  serve();
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
  await provider?.close();
});

const serve = () => provider.serve(`${board.url}/api/v1/session/oidc/callback`);

async function signInByPassword(page: Page): Promise<void> {
  await page.getByLabel('Name').fill(board.account.name);
  await page.getByLabel('Password').fill(board.account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** At the provider, which is another site: says who one is there. */
async function sayAtProvider(page: Page, login: string): Promise<void> {
  await page.getByRole('heading', { name }).waitFor();
  expect(new URL(page.url()).hostname).toBe('localhost');
  await page.getByLabel('Who are you').fill(login);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const byProvider = (page: Page) => page.getByRole('button', { name: `Sign in by ${name}` });
const linked = (page: Page) => page.getByText(`Linked to ${name} since`);

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => String(target)).join()}`);
}

describe.each([
  ['at the desk', desk],
  ['on the phone', phone],
])('signing in by the provider %s', (_, viewport) => {
  const login = `anna ${viewport.width}`;

  it('is refused before it is linked, and linked on My account', async () => {
    const refused = /status of (401|403) /;
    const { page, complaints, close } = await openPage(browser, { viewport }, [refused]);
    await page.goto(`${board.url}/account`);
    await byProvider(page).click();
    await sayAtProvider(page, login);
    await page.getByText(`Signing in by ${name} did not succeed`).waitFor();
    await page.getByRole('link', { name: 'Go to CellRelay' }).click();

    await signInByPassword(page);
    // Left from there: one comes back to the page that one wanted, whichever way one signs in.
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    const link = page.getByRole('button', { name: `Link sign-in by ${name}` });
    await page.getByLabel('Your password').fill('not the password');
    await link.click();
    await page.getByRole('alert').getByText('not your password').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Your password').fill(board.account.password);
    await link.click();
    // Known there already: the provider sends straight back.
    await linked(page).waitFor();
    expect(await axe(page)).toEqual([]);

    expect(complaints).toEqual([]);
    await close();
  });

  it('is done from a browser that the provider asks first: the way back begins on its site', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await page.goto(`${board.url}/policies`);
    await byProvider(page).waitFor();
    expect(await axe(page)).toEqual([]);
    await byProvider(page).click();
    await sayAtProvider(page, login);
    await page.getByRole('heading', { name: 'Policies' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/policies');
    await page.reload();
    await page.getByRole('heading', { name: 'Policies' }).waitFor();

    await page.getByRole('link', { name: 'My account' }).click();
    await linked(page).waitFor();
    await page.getByLabel('Your password').fill(board.account.password);
    await page.getByRole('button', { name: 'Unlink' }).click();
    await page.getByRole('button', { name: `Link sign-in by ${name}` }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that the provider is away, and lets one in by name and password', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport }, [/status of 503 /]);
    provider.goAway();
    await board.stopApi();
    await board.startApi();
    await page.goto(board.url);
    await byProvider(page).click();
    await page.getByRole('alert').getByText('cannot be reached').waitFor();
    serve();
    await signInByPassword(page);
    await page.getByRole('heading', { name: 'No shipments yet' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the cookies in a browser', () => {
  it('are out of reach of scripts, and the one that went along is gone afterwards', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(board.url);
    await byProvider(page).click();
    await page.getByRole('heading', { name }).waitFor();
    const away = await page.context().cookies(board.url);
    expect(away).toEqual([expect.objectContaining({ name: 'cellrelay-oidc', httpOnly: true, sameSite: 'Lax' })]);
    await sayAtProvider(page, 'nobody');
    await page.getByRole('heading', { name: 'did not succeed' }).waitFor();
    expect(await page.context().cookies(board.url)).toEqual([]);
    await close();
  });
});
