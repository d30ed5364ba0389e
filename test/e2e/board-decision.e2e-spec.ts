import type { Locator, Page } from 'playwright-core';
import { faults } from './support/access.js';
import { desk, openPage, phone, place } from './support/browser.js';
import { tripUpTo, tripWithCountDue, tripWithShortCount } from './support/example-trips.js';
import { openForm, openShipment, section, send, signIn } from './support/journey.js';
import { SidesOnBoard, type OnASide } from './support/sides-on-board.js';

/** Chromium writes every refusal on its console. */
const refusals = [/status of (412|422) /];

const people: readonly OnASide[] = [
  ['collecting-physician', 'EXAMPLE C. Physician', 'collecting', 'physician'],
  ['transplant-physician', 'EXAMPLE T. Physician', 'centre', 'physician'],
];

/** What another page shows after a commit comes live; a machine that runs the whole suite besides takes its time. */
const live = { timeout: 20_000 };

async function opened(
  sides: SidesOnBoard,
  viewport: typeof desk | typeof phone = desk,
  timezoneId: string = place.timezoneId,
) {
  const watched = await openPage(sides.browser, { viewport, timezoneId, reducedMotion: 'reduce' }, refusals);
  watched.page.setDefaultTimeout(40_000);
  return watched;
}

async function decisionOf(page: Page, sides: SidesOnBoard): Promise<void> {
  await page.goto(`${sides.board.url}/shipments/${sides.trip.id}/decision`);
  await page.getByRole('heading', { name: 'Decision on the count' }).waitFor();
}

const choice = (page: Page, label: string): Locator => page.getByRole('listitem', { name: label });
const decided = (page: Page): Locator => section(page, 'Decided so far');

describe('a short count', () => {
  let sides: SidesOnBoard;
  beforeAll(async () => {
    sides = await SidesOnBoard.start(people, tripWithShortCount);
  });
  afterAll(() => sides?.close());

  it('is read with dose, time and consequences of each choice by whoever is asked about it', async () => {
    const { page, complaints, close } = await opened(sides);
    await signIn(page, sides.board);
    await openShipment(page, sides.trip.reference);
    await page.getByRole('link', { name: 'Compare what can be decided' }).first().click();
    await page.getByText('A decision is waited for.').waitFor();
    await section(page, 'Count and verdict').getByText('under the minimum').waitFor();
    const [again, less] = [choice(page, 'Collect again'), choice(page, 'Accept less')];
    await again.getByText('by plan 2', { exact: true }).waitFor();
    await again.getByText(/more, as counted, would meet the request/).waitFor();
    await again.getByText(/^Collection day 2 is called up for/).waitFor();
    await less.getByText('by plan 1', { exact: true }).waitFor();
    await less.getByText(/^\d\.\d\d \(\d\.\d\d to \d\.\d\d\) of \d/).waitFor();
    await choice(page, 'Stop').getByText('A second person').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['light', desk, 1440],
    ['dark', desk, 1440],
    ['light', phone, 360],
    ['dark', phone, 360],
  ] as const)('meets WCAG 2.2 A and AA in %s, and is as wide as its window', async (colorScheme, viewport, width) => {
    const options = { viewport: { ...viewport, width }, colorScheme, reducedMotion: 'reduce' } as const;
    const { page, complaints, close } = await openPage(sides.browser, options);
    page.setDefaultTimeout(40_000);
    await signIn(page, sides.board);
    await decisionOf(page, sides);
    await choice(page, 'Collect again').waitFor();
    expect(await faults(page, 'decision')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is decided by the collection physician in their own name by one press that Enter is not, and the others see it at once', async () => {
    const [coordinator, collecting, receiving] = [await opened(sides), await opened(sides, phone), await opened(sides)];
    await signIn(coordinator.page, sides.board);
    await sides.shipmentOf(collecting.page, 'collecting-physician');
    await sides.shipmentOf(receiving.page, 'transplant-physician');
    for (const { page } of [coordinator, collecting, receiving]) await decisionOf(page, sides);
    const theirs = choice(receiving.page, 'Collect again');
    await theirs.getByText('Collection physician').waitFor();
    expect(await theirs.getByRole('button').count()).toBe(0);
    const own = choice(collecting.page, 'Collect again');
    expect(await own.textContent()).not.toMatch(/2\.01|million/);
    const before = await sides.board.taken();
    await own.getByRole('button', { name: 'Collect again' }).click();
    const form = collecting.page.getByRole('dialog', { name: 'Collect again' });
    expect(await form.getByLabel('Person').first().inputValue()).toBe('EXAMPLE C. Physician');
    await form.getByRole('button', { name: 'Now' }).click();
    await form.getByLabel('Reason').fill('The donor is well.');
    await form.getByText('It confirms one plan and stands the other down, or stops the shipment.').waitFor();
    await form.getByLabel('Person').first().press('Enter');
    await collecting.page.waitForTimeout(1_000);
    expect(await sides.board.taken()).toBe(before);
    await send(form, 'Collect again');
    await decided(collecting.page).getByText('Collection physician').waitFor(live);
    await decided(coordinator.page).getByText('Collection physician, EXAMPLE C. Physician').waitFor(live);
    await decided(receiving.page).getByText('Collection physician').waitFor(live);
    await coordinator.page.getByText('It was decided to collect again.').waitFor(live);
    expect([coordinator, collecting, receiving].flatMap(({ complaints }) => complaints)).toEqual([]);
    await Promise.all([coordinator.close(), collecting.close(), receiving.close()]);
  });
});

describe('an enough count', () => {
  let sides: SidesOnBoard;
  beforeAll(async () => {
    sides = await SidesOnBoard.start(people, (free, now) => tripWithCountDue(free, now, 3_600));
  });
  afterAll(() => sides?.close());

  it('is waited for with what will be asked, and flies by the rule once it is recorded', async () => {
    const [coordinator, receiving] = [await opened(sides), await opened(sides)];
    await sides.shipmentOf(receiving.page, 'transplant-physician');
    await decisionOf(receiving.page, sides);
    await receiving.page.getByText('The cells have not been counted yet.').waitFor();
    await section(receiving.page, 'What will be asked').getByText('Collection physician', { exact: true }).waitFor();
    const { page } = coordinator;
    await signIn(page, sides.board);
    await openShipment(page, sides.trip.reference);
    const form = await openForm(page, 'Record the count');
    await form.getByRole('button', { name: 'Now' }).click();
    await form.getByLabel('CD34+ cells').fill('2500');
    await send(form, 'Record the count');
    await receiving.page.getByText('The count is enough.').waitFor(live);
    await decided(receiving.page).getByText('Nobody: it follows from the count').waitFor();
    await section(receiving.page, 'Count and verdict').getByText('as requested').waitFor();
    expect(await receiving.page.getByRole('listitem', { name: 'Accept less' }).count()).toBe(0);
    await section(page, 'Plans').getByText('confirmed').waitFor(live);
    expect([...coordinator.complaints, ...receiving.complaints]).toEqual([]);
    await Promise.all([coordinator.close(), receiving.close()]);
  });
});

describe('the time chart', () => {
  let sides: SidesOnBoard;
  beforeAll(async () => {
    sides = await SidesOnBoard.start(people, (free, now) => {
      const collectionStartsAt = new Date(Date.parse(now) - 18 * 3_600_000).toISOString() as typeof now;
      const route = free.take(() => collectionStartsAt);
      return tripUpTo(route, { collectionStartsAt, upTo: 'RecordCustomsCleared' });
    });
  });
  afterAll(() => sides?.close());

  it('stands on the desk in three clocks with now and the bag’s age, and leaves the phone its list', async () => {
    // No example begins or ends there: three clocks, at whatever hour, on whichever route suits it.
    const { page, complaints, close } = await opened(sides, desk, 'Pacific/Honolulu');
    await signIn(page, sides.board);
    await openShipment(page, sides.trip.reference);
    const chart = page.getByRole('img', { name: /^Times of the trip from/ });
    await chart.waitFor();
    expect(await chart.locator('.rulers > g').count()).toBe(3);
    expect(await chart.locator('.now text').textContent()).toMatch(/^now \d\d:\d\d Honolulu$/);
    expect(await chart.locator('.midnight text').count()).toBeGreaterThan(2);
    await chart.locator('.solid').first().waitFor();
    expect(await chart.locator('desc').textContent()).toMatch(/^Plan 1, .*Oldest bag/);
    await page.setViewportSize(phone);
    await chart.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Time line' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is as wide as its place, and narrower again when the window is, with no letter beyond its edge', async () => {
    const { page, close } = await opened(sides);
    await signIn(page, sides.board);
    await openShipment(page, sides.trip.reference);
    const fits =
      "Math.abs((document.querySelector('.time-chart svg')?.clientWidth ?? 0) - document.querySelector('.time-chart').clientWidth) <= 1";
    const beyond =
      "(() => { const edge = document.querySelector('.time-chart').getBoundingClientRect(); return [...document.querySelectorAll('.time-chart text')].map((each) => each.getBoundingClientRect()).filter(({ left, right }) => right > edge.right + 1 || left < edge.left - 1).length; })()";
    const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    const measured = async (width: number): Promise<readonly unknown[]> => {
      await page.setViewportSize({ width, height: 900 });
      // The page's own policy forbids the polling of an expression.
      for (let turn = 0; turn < 100 && (await page.evaluate(fits)) !== true; turn += 1) await page.waitForTimeout(100);
      expect(await page.evaluate(fits)).toBe(true);
      return [await page.evaluate(beyond), await page.evaluate(over)];
    };
    for (const width of [1000, 2560, 1440, 1010]) expect(await measured(width)).toEqual([0, 0]);
    await close();
  });
});
