import type { Page } from 'playwright-core';
import { callKinds } from '@cellrelay/shipment';
import { MailServer } from '../support/mail-server.js';
import { wantedRequests, type WantedRequests } from '../support/wanted-requests.js';
import { faults } from './support/access.js';
import { desk, openPage } from './support/browser.js';
import { openShipment, section, signIn } from './support/journey.js';
import { PapersOnBoard } from './support/papers-on-board.js';

/** A request to customs is sent from its place on a shipment's page, at a desk and on a narrow screen; and what is said where nothing can be sent. */

const from = 'office@cellrelay.example';
const narrow = { width: 360, height: 760 } as const;

let server: MailServer;
let ground: PapersOnBoard;
let refuses = false;
let wanted: WantedRequests;

beforeAll(async () => {
  server = await MailServer.start({
    ...{ hideSTARTTLS: true, disabledCommands: ['STARTTLS', 'AUTH'] },
    onRcptTo: (_to, _session, done) => (refuses ? done(Object.assign(new Error('no'), { responseCode: 550 })) : done()),
  });
  const mail = { url: `smtp://127.0.0.1:${server.port}`, from };
  const channels = { mail, sms: null, voice: null, origin: null, ownMachine: true };
  // Desks of examples would submit what is wanted by themselves.
  const byHand = { serves: callKinds, call: () => Promise.resolve({ kind: 'by-hand' } as const) };
  ground = await PapersOnBoard.start(
    { channels, rehearsal: [byHand] },
    { SMTP_URL: mail.url, CELLRELAY_MAIL_FROM: from },
  );
  await ground.enterFacts();
  wanted = await wantedRequests(ground.board.stack.api, ground.trip.id);
}, 240_000);
afterAll(async () => {
  await ground?.close();
  await server?.close();
});

const answers = (page: Page) => section(page, 'Answers on paper');
/** The place of a request, by what it is called there. */
function placeOf(page: Page, which: keyof WantedRequests) {
  const [country = '', direction = '', airport = ''] = wanted.customs.split('-');
  const checkpoint = wanted.exemption.split('/').at(-1) ?? '';
  const says = { customs: `Customs, ${country} ${direction} at ${airport}`, exemption: `plan 1, ${checkpoint}` };
  return answers(page).getByRole('listitem').filter({ hasText: says[which] });
}
const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');

it('without a paper there is nothing to attach, and it says what to do first', async () => {
  const { page, close } = await openPage(ground.browser);
  await signIn(page, ground.board);
  await openShipment(page, ground.trip.reference);
  await answers(page)
    .getByRole('button', { name: /^Send by e-mail/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('Issue the papers first.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await section(page, 'Papers')
    .getByRole('button', { name: /^Issue all that can be made/ })
    .click();
  await section(page, 'Papers')
    .getByText(/^\d+ papers were issued\./)
    .waitFor({ timeout: 60_000 });
  await close();
}, 180_000);

it.each([
  ['a desk', desk, 'customs'],
  ['a narrow screen', narrow, 'exemption'],
] as const)(
  'a request is sent from %s, refused beside the field first, and says what became of it',
  async (_, viewport, which) => {
    const { page, complaints, close } = await openPage(ground.browser, { viewport }, [/status of 4\d\d/]);
    await signIn(page, ground.board);
    await openShipment(page, ground.trip.reference);
    const line = placeOf(page, which);
    await line.getByRole('button', { name: /^Send by e-mail/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Send by e-mail' });
    const papers = sheet.getByRole('group', { name: 'Papers to attach' });
    expect(await papers.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);
    await sheet.getByLabel('To', { exact: true }).fill('desk at customs');
    await sheet.getByRole('textbox', { name: 'Answer expected by' }).fill('tomorrow 10:00');
    await sheet.getByLabel('Note').fill('EXAMPLE: the box leaves in the evening.');
    await sheet.getByRole('button', { name: 'Send it' }).click();
    await sheet.getByText('Write the address as name@example.org.').first().waitFor();
    expect(await faults(page, 'a refused mail')).toEqual([]);
    await sheet.getByLabel('To', { exact: true }).fill('desk@office.example');
    refuses = true;
    await sheet.getByRole('button', { name: 'Send it' }).click();
    await sheet.waitFor({ state: 'detached' });
    await line.getByText('Not sent to desk@office.example. The mail server does not take this address.').waitFor({
      timeout: 30_000,
    });
    refuses = false;
    const before = server.letters.length;
    await line.getByRole('button', { name: /^Send by e-mail/ }).click();
    await sheet.getByLabel('To', { exact: true }).fill('desk@office.example');
    await sheet.getByRole('textbox', { name: 'Answer expected by' }).fill('tomorrow 10:00');
    await sheet.getByRole('button', { name: 'Send it' }).dblclick();
    await line.getByText(/^Sent to desk@office\.example, /).waitFor({ timeout: 30_000 });
    await line.getByText('submitted').or(line.getByText('requested')).first().waitFor({ timeout: 30_000 });
    expect([
      server.letters.length - before,
      await line.getByRole('button', { name: /^Send by e-mail/ }).count(),
    ]).toEqual([1, 0]);
    expect(server.letters.at(-1)!.text).toContain('application/pdf');
    expect(await wide(page)).toBe(false);
    expect(await faults(page, 'a request that was sent')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
  180_000,
);
