import { createLogger } from '@cellrelay/platform';
import { standardPulse, type PulseLimits } from '@cellrelay/use-cases';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { exampleScript } from '../../apps/ops/src/examples/plant-examples.js';
import { everySecond, openWorkerStack, type WorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { plantCountsDue } from '../support/counts-due.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { rowOf, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

/** A silence of two seconds is a downtime, so that the test need not wait for minutes. */
const pulse: PulseLimits = { ...standardPulse, everyMs: 200, proveAfterMs: 500, gapMs: 2_000, lateMs: 500 };
const hour = 3_600_000;
/** In seconds. */
const minute = 60;

let board: RunningBoard;
let browser: Browser;
let owner: pg.Pool;
let later: WorkerStack | undefined;

beforeEach(async () => {
  [board, browser] = await Promise.all([RunningBoard.start({ pulse }), openBrowser()]);
  owner = new pg.Pool({ connectionString: board.own.ownerUrl, max: 1 });
  owner.on('error', () => undefined);
});
afterEach(async () => {
  await owner.end();
  await later?.close();
  later = undefined;
  await browser.close();
  await board.close();
});

/** The worker ends, and is not there for so long by what it left behind. */
async function bellsEnd(agoMs: number): Promise<void> {
  await board.stack.bells.close();
  await owner.query(
    `update cellrelay.bell_beat set beat_at = beat_at - $1 * interval '1 millisecond', well_at = well_at - $1 * interval '1 millisecond'`,
    [agoMs],
  );
}

async function bellsBegin(): Promise<void> {
  const logger = createLogger({ level: 'error', form: 'pretty', write: (line) => process.stderr.write(line) });
  later = await openWorkerStack({ urls: board.own, logger, script: exampleScript, sweepEveryMs: everySecond, pulse });
}

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'deadlines are not called out' });
const digest = (page: Page) => page.getByRole('region', { name: 'While bells rang late or not at all' });

describe.each([
  ['at the desk', desk],
  ['on the phone', phone],
])('bells that do not ring, %s', (_, viewport) => {
  it('are told of on every page, and what fell due meanwhile in one panel, until it was read', async () => {
    await bellsEnd(2 * hour);
    const [first] = await plantCountsDue(board.stack.api, [-70 * minute, -40 * minute, -10 * minute]);
    const { page, complaints, close } = await openPage(browser, { viewport });
    await signIn(page, board).catch(() => undefined);
    await banner(page).waitFor({ timeout: 20_000 });
    expect(await banner(page).innerText()).toMatch(/^Bells have not rung since .*\d\d:\d\d Berlin \((1 h 59|2 h 00)\)/);
    expect(await page.getByText('No bells', { exact: true }).isVisible()).toBe(true);
    expect(await digest(page).count()).toBe(0);
    await bellsBegin();
    await banner(page).waitFor({ state: 'detached', timeout: 40_000 });
    await digest(page).waitFor({ timeout: 20_000 });
    const period = digest(page).getByRole('heading', {
      name: /Bells rang late or not at all from .* to .* Berlin \(2 h 00\)/,
    });
    await period.waitFor({ timeout: 20_000 });
    expect(
      await digest(page)
        .getByText('3 things fell due meanwhile and were called a minute or more late; each is marked so.')
        .count(),
    ).toBe(1);
    expect(await digest(page).getByRole('listitem').count()).toBe(3);
    await digest(page)
      .getByRole('listitem')
      .filter({ hasText: first?.reference ?? '' })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: 'What can be done now' }).waitFor();
    await page.getByText(/^rang 1 h \d+ min late$/).waitFor();
    await page.goBack();
    await digest(page).getByRole('button', { name: 'I have read this' }).click();
    await digest(page).waitFor({ state: 'detached' });
    await page.reload();
    await rowOf(page, first?.reference ?? '').waitFor();
    expect(await digest(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
