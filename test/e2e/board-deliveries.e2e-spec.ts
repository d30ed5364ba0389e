import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { asked } from '../support/deliveries.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue } from './support/example-trips.js';
import { signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let program: Server;
const heard: { readonly headers: Record<string, string>; readonly body: string }[] = [];
const free = new FreeRoutes();

beforeAll(async () => {
  const channels = { mail: null, sms: null, voice: null, origin: null, ownMachine: true };
  [board, browser] = await Promise.all([RunningBoard.start({ channels }), openBrowser()]);
  program = createServer((req, res) => {
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString('utf8')));
    req.on('end', () => {
      heard.push({ headers: req.headers as Record<string, string>, body });
      res.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  const [who] = await asked<{ account: string; organisation: string }>(
    board.own.ownerUrl,
    'select id as account, organisation from cellrelay.account where name = $1',
    [board.account.name],
  );
  const message = { subject: 'EXAMPLE: the count is late', lines: ['It was due at 10:00 <b>UTC</b>.'], links: [] };
  const mail = { key: 'k', channel: 'mail' as const, ...who!, to: 'ana@example.org', shipment: null, thread: 't' };
  await board.stack.api.deliveries.enqueue([{ ...mail, urgency: 'critical', message }]);
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
  program?.closeAllConnections();
  program?.close();
});

describe.each([
  ['the desk', desk],
  ['the phone', phone],
])('deliveries, on %s', (_, viewport) => {
  it('are listed, opened as text and taken along as a mail', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await signIn(page, board);
    await page.getByRole('link', { name: 'Deliveries' }).click();
    await page.getByRole('row').filter({ hasText: 'the count is late' }).getByText('Kept here').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    await page.getByRole('button', { name: 'EXAMPLE: the count is late' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('It was due at 10:00 <b>UTC</b>.').waitFor();
    const address = (await sheet.getByRole('link', { name: 'Download as .eml' }).getAttribute('href')) ?? '';
    const mail = await page.request.get(`${board.url}${address}`);
    expect([mail.headers()['content-type'], await mail.text()]).toEqual([
      'message/rfc822',
      expect.stringContaining('Subject: EXAMPLE: the count is late'),
    ]);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Status').selectOption('failed');
    await page.getByText('Nothing was told').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

it('a program is added, told of what happens from then on, and told no more once it is ended', async () => {
  const { page, close } = await openPage(browser);
  await signIn(page, board);
  await page.getByRole('link', { name: 'Deliveries' }).click();
  await page.getByRole('button', { name: 'Add a program' }).click();
  await page.getByLabel('Its address').fill('https://10.0.0.1/hook');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('This address is not on the internet.').waitFor();
  await page.getByLabel('Its address').fill(`http://127.0.0.1:${(program.address() as AddressInfo).port}/hook`);
  await page.getByLabel('It is told of').selectOption('yes');
  await page.getByRole('button', { name: 'Add it' }).click();
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? '';
  await asked(board.own.ownerUrl, `update cellrelay.webhook_endpoint set created_at = created_at - interval '9 days'`);
  await board.plant(tripWithCountDue(free, await board.stack.api.clock.now(), -20 * 60));
  while (heard.length < 3) await new Promise((resolve) => setTimeout(resolve, 100));
  const events = heard.map(({ body, headers }) => new Webhook(secret).verify(body, headers) as { type: string });
  expect(events.map(({ type }) => type)).toContain('org.cellrelay.milestone.reached');
  // The list is asked for anew every quarter of a minute.
  await page.getByRole('button', { name: 'Milestone reached' }).first().waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: /^End http/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await page.getByText(/^ended /).waitFor();
  const [left] = await asked<{ secret: string }>(board.own.ownerUrl, 'select secret from cellrelay.webhook_endpoint');
  expect(left?.secret).toBe('');
  await close();
});
