import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { asked } from '../support/deliveries.js';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from './support/example-trips.js';
import { section, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let overdue: TripSoFar;
beforeAll(async () => {
  const mail = { SMTP_URL: 'smtp://127.0.0.1:1', CELLRELAY_MAIL_FROM: 'cellrelay@example.org' };
  const script = { seed: 1, lines: [{ call: 'tell/*', says: 'no' as const }] };
  [board, browser] = await Promise.all([RunningBoard.start({ script }, mail), openBrowser()]);
  overdue = tripWithCountDue(new FreeRoutes(), await board.stack.api.clock.now(), 2);
  await board.plant(overdue);
  // It rings while the board runs, and its desk reaches nobody.
  const told = `select from cellrelay.event where text like '%"AlertTold"%' and text like '%overdue/count-due/1#1%'`;
  while ((await asked(board.own.ownerUrl, told)).length === 0) await new Promise((done) => setTimeout(done, 200));
});
afterEach(() => asked(board.own.ownerUrl, 'delete from cellrelay.on_call_roster; delete from cellrelay.telling_wish'));
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

const banner = (page: Page) => page.getByRole('region', { name: 'Who is called' });
const folder = process.env.CELLRELAY_TEST_PICTURES;

describe.each([
  ['desk', desk],
  ['phone', phone],
])('at the %s', (mark, viewport) => {
  const look = async (page: Page, where: string): Promise<void> => {
    if (folder !== undefined)
      await page.screenshot({ path: path.join(folder, `${where}-${mark}.png`), fullPage: true });
    expect(await faults(page, `${where} at the ${mark}`)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width);
  };

  it('it is said once that nobody is on call; whoever takes a turn and says how they are reached is called', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    await banner(page).getByText('Nobody of ours is on call').waitFor();
    await banner(page).getByRole('link').click();
    await page.getByText('Nobody is on call: alerts stand on the board alone.').waitFor();
    await page.getByText('This server sends no SMS and makes no calls.').waitFor();
    await look(page, 'on-call-nobody');

    await page.getByRole('button', { name: 'Add a weekly turn' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Who').selectOption({ index: 1 });
    await form.getByLabel('From').fill('00:00');
    await form.getByLabel('To', { exact: true }).fill('00:00');
    await look(page, 'on-call-form');
    await form.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('On call now:').waitFor();
    await banner(page).getByText('This server has no channel that reaches whoever is on call').waitFor();
    await look(page, 'on-call');

    await page.goto(`${board.url}/account`);
    const telling = section(page, 'How you are told');
    await telling.getByRole('button', { name: 'Change it' }).click();
    await telling.getByLabel('Mail address').fill('ana@example.org');
    await telling.getByText('This server sends no SMS and makes no calls.').waitFor();
    const number = telling.getByLabel('Number for SMS');
    await number.fill('030 123456');
    await telling.getByRole('button', { name: 'Keep it' }).click();
    await telling.getByText('Write the number as +4930123456.').waitFor();
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    await look(page, 'how-you-are-told-refused');
    await number.fill('');
    await telling.getByLabel('Quiet from').fill('22:00');
    await telling.getByLabel('Quiet to').fill('22:00');
    await telling.getByRole('button', { name: 'Keep it' }).click();
    await telling.getByText('would never be over').waitFor();
    await telling.getByLabel('Quiet to').fill('07:00');
    await telling.getByRole('button', { name: 'Keep it' }).click();
    await telling.getByText('By mail to ana@example.org.').waitFor();
    await banner(page).waitFor({ state: 'detached' });
    await look(page, 'how-you-are-told');

    await page.goto(`${board.url}/on-call`);
    await page.getByRole('button', { name: 'Remove' }).first().click();
    await page.getByText('Monday', { exact: true }).waitFor({ state: 'detached' });
    expect(complaints.filter((said) => !/ 4(00|22) /.test(said))).toEqual([]);
    await close();
  });

  it('an alert says by what it stands, and an address in a message opens the form that it offers', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    const alert = encodeURIComponent('overdue/count-due/1#1');
    await page.goto(`${board.url}/shipments/${overdue.id}?alert=${alert}&do=RecordCellCount`);
    const form = page.getByRole('dialog');
    await form.locator('form').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await page.getByText('Nobody has been told: nobody on call can be reached.').first().waitFor();
    await page.getByText('Why this stands').first().click();
    await page
      .getByText(/^Due: /)
      .first()
      .waitFor();
    await look(page, 'alert-evidence');
    await page.goto(`${board.url}/shipments/${overdue.id}?alert=${alert}&do=ClearDonor`);
    await page.getByText('The alert that you were told of has ended').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
