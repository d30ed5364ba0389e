import type { Browser, Page, Route } from 'playwright-core';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripWithCountDue } from './support/example-trips.js';
import { signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

/** What the board is answered: the one task that there is, so many times over, in pages of fifty. */
const [total, page] = [120, 50];
let board: RunningBoard;
let browser: Browser;

beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  await board.plant(tripWithCountDue(new FreeRoutes(), await board.stack.api.clock.now(), 100 * 60));
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

async function manyTasks(opened: Page): Promise<void> {
  await opened.route(/\/api\/v1\/tasks/, async (route: Route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const response = await route.fetch({ url: `${board.url}/api/v1/tasks` });
    const { items } = (await response.json()) as { items: readonly { key: string }[] };
    const many = Array.from({ length: total }, (_, index) => ({ ...items[0], key: `count-due/${index}` }));
    const next = from + page < total ? String(from + page) : null;
    await route.fulfill({ response, json: { items: many.slice(from, from + page), next, total } });
  });
}

describe('more tasks than one page holds', () => {
  it.each([
    ['1440', desk],
    ['390', phone],
  ])('are all reached, at a width of %s', async (_, viewport) => {
    const opened = await openPage(browser, { viewport });
    await manyTasks(opened.page);
    await signIn(opened.page, board);
    const band = opened.page.getByRole('region', { name: /tasks/ });
    await band.getByRole('button', { name: 'Show 50 of 120' }).click();
    await band.getByRole('button', { name: 'Show more tasks (70 left)' }).click();
    await band.getByRole('button', { name: 'Show more tasks (20 left)' }).click();
    await band
      .getByRole('listitem')
      .nth(total - 1)
      .waitFor();
    expect(await band.getByRole('listitem').count()).toBe(total);
    expect(await band.getByRole('button', { name: /Show more tasks/ }).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  it('says by what the shipments are sorted, and what the letters over the stages stand for', async () => {
    const opened = await openPage(browser, { viewport: desk });
    await signIn(opened.page, board);
    await opened.page.getByText('worst alert first, then what is due next').waitFor();
    await opened.page.getByText('What the marks mean').click();
    const stages = opened.page.getByRole('list', { name: 'Stages' }).getByRole('listitem');
    expect(await stages.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^Do\s+Donor$/)]));
    await opened.close();
  });
});
