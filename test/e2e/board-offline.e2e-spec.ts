import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Zone } from '@cellrelay/kernel';
import { createPasswords } from '@cellrelay/platform';
import { issueAll } from '@cellrelay/testkit';
import { faults } from './support/access.js';
import { phone, place } from './support/browser.js';
import { openForm, section, tryToSignIn } from './support/journey.js';
import { PapersOnBoard } from './support/papers-on-board.js';

/** The courier's phone without network: what lies on it, and what is delivered later, in order, once, with its own time. */

let ground: PapersOnBoard;
const password = 'EXAMPLE password of a test';

beforeAll(async () => {
  ground = await PapersOnBoard.start();
  const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
  const organisation = ground.organisationOf('courier-company');
  // One of them carries the trip, the other one none.
  for (const [name, courier] of [
    ['carla', 'example-courier'],
    ['carlos', 'example-other'],
  ] as const) {
    const acting = { person: `EXAMPLE ${name}`, role: 'courier', organisation, courier } as const;
    await ground.board.stack.api.accounts.create(name, hash, acting);
  }
}, 240_000);
afterAll(async () => {
  await ground?.close();
});

const pause = (millis: number): Promise<void> => new Promise((go) => setTimeout(go, millis));
const patience = { timeout: 30_000 };

/** A phone of its own; pages of it share what lies there. Counts what is sent from it as commands. */
async function newPhone(): Promise<BrowserContext & { readonly sent: readonly string[] }> {
  const context = await ground.browser.newContext({ ...place, viewport: phone, serviceWorkers: 'allow' });
  context.setDefaultTimeout(patience.timeout);
  const sent: string[] = [];
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/commands/'))
      sent.push(request.headers()['idempotency-key'] ?? 'none');
  });
  return Object.assign(context, { sent });
}

const tripPage = () => `${ground.board.url}/shipments/${ground.trip.id}`;
const onPhone = (page: Page): Locator => section(page, 'On this phone');
const head = (page: Page): Locator => page.getByRole('heading', { name: 'What can be done now' });

/** The trip's page of that courier, signed in and ready to go without network. */
async function tripOf(context: BrowserContext, name = 'carla'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(tripPage());
  await tryToSignIn(page, name, password);
  await page.getByText(/^Ready without network, as of /).waitFor();
  return page;
}

/** So many minutes ago in the phone's own clock, as one types it: with the day, for it may have been another. */
function minutesAgo(minutes: number): { readonly typed: string; readonly at: string } {
  const at = new Date(Math.floor(Date.now() / 60_000 - minutes) * 60_000);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: place.timezoneId,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return { typed: parts.format(at), at: at.toISOString() };
}

/** Opens a deviation as having happened so many minutes ago. Answers the moment that was stated. */
async function tell(page: Page, minutes: number): Promise<string> {
  const form = await openForm(page, 'Open a deviation');
  const { typed, at } = minutesAgo(minutes);
  await form.getByLabel('Kind').selectOption('Late');
  await form.locator('.with-zone input').fill(typed);
  await form.locator('.with-zone select').selectOption(place.timezoneId);
  await form.getByLabel('What happened').fill(`EXAMPLE: ${minutes} minutes ago.`);
  await form.getByRole('button', { name: 'Open a deviation' }).click();
  await form.waitFor({ state: 'detached' });
  return at;
}

/** When the deviations on record happened by the word of that account, in the order of the log. */
async function deviations(by = 'carla'): Promise<readonly string[]> {
  const sql = `select text::jsonb -> 'event' -> 'occurredAt' ->> 'at' as at from cellrelay.event
    where shipment = $1 and text::jsonb -> 'event' ->> 'type' = 'DeviationOpened' and text::jsonb ->> 'recordedBy' = $2
    order by seq`;
  const found = await ground.board.stack.api.pool.query<{ at: string }>(sql, [ground.trip.id, by]);
  return found.rows.map(({ at }) => at);
}

/** Waits until those, and makes sure that no more than those, are on record after what was there before. */
async function expectRecorded(before: readonly string[], added: readonly string[]): Promise<void> {
  const until = Date.now() + patience.timeout;
  while ((await deviations()).length < before.length + added.length && Date.now() < until) await pause(200);
  await pause(1_500);
  expect(await deviations()).toEqual([...before, ...added]);
}

describe('a phone without network', () => {
  it('opens the app and the trip anew, and delivers what was entered there later, in order, once, with its own times', async () => {
    const before = await deviations();
    const context = await newPhone();
    const page = await tripOf(context);
    await context.setOffline(true);
    await page.reload();
    await head(page).waitFor();
    await page.getByText(/^No network since/).waitFor();
    const told = [await tell(page, 50), await tell(page, 40)];
    expect(await onPhone(page).getByRole('listitem').count()).toBe(2);
    expect(await faults(page, 'without network')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(tripPage());
    await expectRecorded(before, told);
    await onPhone(later).waitFor({ state: 'detached' });
    expect(new Set(context.sent).size).toBe(2);
    await context.close();
  }, 180_000);

  it('has the issued papers at hand, and signing out takes them off the phone', async () => {
    await issueOne('security-letter');
    const context = await newPhone();
    const page = await tripOf(context);
    const letter = section(page, 'Papers')
      .getByRole('link', { name: /^Letter to airport security/ })
      .first();
    const address = (await letter.getAttribute('href')) ?? '';
    await context.setOffline(true);
    await page.reload();
    await letter.waitFor();
    expect(await startOf(page, address)).toBe('%PDF-');
    // Control: what was not kept is not to be had.
    expect(await startOf(page, `${address.replace(/[^/]+$/, '')}pack?plan=1`)).toBe('nothing');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('The server did not answer: you are signed in still.').waitFor();
    expect(await startOf(page, address)).toBe('%PDF-');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await context.setOffline(true);
    expect(await startOf(page, address)).toBe('nothing');
    await context.close();
  }, 180_000);

  it('sends each once from two tabs that are open, both of which the network comes back to', async () => {
    const before = await deviations();
    const context = await newPhone();
    const page = await tripOf(context);
    const other = await context.newPage();
    await other.goto(tripPage());
    await head(other).waitFor();
    await context.setOffline(true);
    const told = [await tell(page, 30)];
    // What one tab has kept the other one shows.
    await onPhone(other).getByText('Waits to be sent.').waitFor();
    await context.setOffline(false);
    await expectRecorded(before, told);
    expect(context.sent).toHaveLength(1);
    await Promise.all([page, other].map((tab) => onPhone(tab).waitFor({ state: 'detached' })));
    await context.close();
  }, 180_000);

  it('does it once when the tab is killed after the server has taken it, which another key would not', async () => {
    const before = await deviations();
    const context = await newPhone();
    const page = await tripOf(context);
    let taken: { readonly url: string; readonly body: string; readonly headers: Record<string, string> } | undefined;
    await context.route('**/commands/*', async (route) => {
      const answer = await route.fetch();
      expect(answer.status()).toBe(200);
      taken = {
        url: route.request().url(),
        body: route.request().postData() ?? '',
        headers: route.request().headers(),
      };
    });
    const told = [await tell(page, 20)];
    await expectRecorded(before, told);
    expect(taken).toBeDefined();
    await onPhone(page)
      .getByText(/^Sent, no answer yet/)
      .waitFor();
    // While it may have been done, there is no taking it back.
    expect(await onPhone(page).getByRole('button').count()).toBe(0);
    await page.close();
    await context.unroute('**/commands/*');
    const later = await context.newPage();
    await later.goto(tripPage());
    await head(later).waitFor();
    await onPhone(later).waitFor({ state: 'detached' });
    expect(context.sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(context.sent).size).toBe(1);
    await expectRecorded(before, told);

    const standing = `"${await revisionNow(later, 'deviation')}"`;
    const headers = { ...taken!.headers, 'idempotency-key': 'EXAMPLE-another', 'if-match': standing };
    await later.request.post(taken!.url, { headers, data: taken!.body });
    await expectRecorded(before, [...told, ...told]);
    await context.close();
  }, 180_000);

  it('shows what somebody else has changed meanwhile, and applies it again on what stands now once that was read', async () => {
    const before = await deviations();
    const context = await newPhone();
    const page = await tripOf(context);
    await context.setOffline(true);
    const told = [await tell(page, 15), await tell(page, 14)];
    await openElsewhere();
    await context.setOffline(false);
    const list = onPhone(page);
    await list.getByText('Not done: somebody changed this meanwhile.').waitFor();
    await list.getByText(/^Waits until “Open a deviation” is settled/).waitFor();
    expect(await deviations()).toEqual(before);
    expect(await faults(page, 'a stale entry')).toEqual([]);
    await list.getByRole('button', { name: /^Apply again on what stands now/ }).click();
    await expectRecorded(before, told);
    await list.waitFor({ state: 'detached' });
    await context.close();
  }, 180_000);

  it('asks before signing out throws away what was not sent', async () => {
    const before = await deviations();
    const context = await newPhone();
    const page = await tripOf(context);
    await context.route('**/commands/*', (route) => route.abort());
    await tell(page, 12);
    await page.getByRole('button', { name: 'Sign out' }).click();
    const question = page.getByRole('dialog', { name: 'Sign out with entries that were not sent?' });
    await question.getByText(/^1 entry lies on this phone/).waitFor();
    expect(await faults(page, 'signing out with entries')).toEqual([]);
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    await onPhone(page).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await question.getByRole('button', { name: 'Sign out, throw them away' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByText(/on this phone, not sent yet/).waitFor({ state: 'detached' });
    await context.unroute('**/commands/*');
    await tryToSignIn(page, 'carla', password);
    await head(page).waitFor();
    await expectRecorded(before, []);
    await context.close();
  }, 180_000);

  it('sends nothing of one person for another, and shows it to nobody else', async () => {
    const [before, others] = [await deviations(), await deviations('carlos')];
    const context = await newPhone();
    const page = await tripOf(context);
    await context.setOffline(true);
    const told = [await tell(page, 10)];
    await page.close();
    // The session is lost, by whatever cause.
    await context.clearCookies();
    await context.setOffline(false);
    const shared = await context.newPage();
    await shared.goto(tripPage());
    // What lies on the phone stays to be read; nothing is sent of it.
    await shared.getByText('Signed out by the server: sign in to send.').waitFor();
    await head(shared).waitFor();
    await onPhone(shared).getByText('Waits to be sent.').waitFor();
    expect(await faults(shared, 'signed out by the server')).toEqual([]);
    await shared.getByRole('button', { name: 'Sign in', exact: true }).click();
    await shared.getByText(/^1 entry lies on this phone, not sent yet\./).waitFor();
    expect(await faults(shared, 'sign-in with entries')).toEqual([]);
    await tryToSignIn(shared, 'carlos', password);
    await shared.getByText(/^Signed in as carlos/).waitFor();
    expect(await onPhone(shared).count()).toBe(0);
    await pause(2_000);
    expect([await deviations(), await deviations('carlos'), context.sent]).toEqual([before, others, []]);
    await shared.getByRole('button', { name: 'Sign out' }).click();
    await tryToSignIn(shared, 'carla', password);
    await expectRecorded(before, told);
    await context.close();
  }, 180_000);
});

/** Somebody else opens a deviation: the stage moves on. */
async function openElsewhere(): Promise<void> {
  const { api, issue } = ground.board.stack;
  const happenedAt = { at: await api.clock.now(), zone: 'UTC' as Zone };
  const data = { kind: 'late', words: 'EXAMPLE: meanwhile.', seriousness: null, happenedAt } as const;
  await issueAll(issue, ground.trip.id, [{ name: 'OpenDeviation', data }], 'elsewhere');
}

/** The revision that a command of the stage states at this moment. */
async function revisionNow(page: Page, stage: string): Promise<number> {
  const answer = await page.request.get(`${ground.board.url}/api/v1/shipments/${ground.trip.id}/actions`);
  const { actions } = (await answer.json()) as { actions: { stage: string; stageRevision: number }[] };
  return actions.find((action) => action.stage === stage)?.stageRevision ?? -1;
}

/** The first bytes that the page is answered there. */
function startOf(page: Page, address: string): Promise<string> {
  return page.evaluate<string>(
    `fetch(${JSON.stringify(address)}).then((one) => one.text()).then((text) => text.slice(0, 5), () => 'nothing')`,
  );
}

/** A coordinator issues the papers of that kind. */
async function issueOne(kind: string): Promise<void> {
  await ground.enterFacts();
  const { board, trip } = ground;
  const { request } = await newPhone();
  const headers = { origin: board.url };
  await request.post(`${board.url}/api/v1/session`, { headers, data: board.account });
  const at = `${board.url}/api/v1/shipments/${trip.id}/papers`;
  const { plans } = (await (await request.get(at)).json()) as {
    plans: { plan: number; papers: { kind: string; reference: string; made: boolean }[] }[];
  };
  const papers = plans.find(({ plan }) => plan === 1)?.papers ?? [];
  const references = papers.filter((one) => one.kind === kind && one.made).map(({ reference }) => reference);
  const issued = await request.post(at, {
    headers: { ...headers, 'idempotency-key': `EXAMPLE-${kind}` },
    data: { plan: 1, references },
    timeout: 60_000,
  });
  expect(issued.status()).toBe(200);
}
