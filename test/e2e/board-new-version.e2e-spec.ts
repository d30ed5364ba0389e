import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { exampleOrganisations } from '@cellrelay/adapter-postgres';
import { createPasswords } from '@cellrelay/platform';
import { boardFolder } from '../../apps/ops/src/where.js';
import { faults } from './support/access.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

/** The app itself on the phone: how its files are sent, and what happens when there is a newer one. */

const password = 'EXAMPLE password of a test';
const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-versions-'));
let board: RunningBoard;
let browser: Browser;

beforeAll(async () => {
  cpSync(boardFolder() ?? '', folder, { recursive: true });
  [board, browser] = await Promise.all([RunningBoard.start({}, {}, folder), openBrowser()]);
  const parties = await exampleOrganisations(board.stack.api.pool);
  const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
  const organisation = parties['courier-company'].id;
  const acting = { person: 'EXAMPLE Carla', role: 'courier', organisation, courier: 'example-courier' } as const;
  await board.stack.api.accounts.create('carla', hash, acting);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await board?.close();
  rmSync(folder, { recursive: true, force: true });
});

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Puts another version beside the one that is served: its page says so. */
function putVersion(name: string): void {
  const [page, worker] = ['index.html', 'sw.js'].map((file) => path.join(folder, file)) as [string, string];
  const [before, script] = [readFileSync(page, 'utf8'), readFileSync(worker, 'utf8')];
  const after = before.replace(/<html lang="en"[^>]*>/, `<html lang="en" data-version="${name}">`);
  writeFileSync(page, after);
  const [files, version] = [digestOf(before), /"version":"(\w+)"/.exec(script)?.[1] ?? ''];
  expect(script).toContain(files);
  writeFileSync(worker, script.replace(files, digestOf(after)).replace(version, digestOf(name)));
}

const versionOf = (page: Page) => page.evaluate<string | undefined>('document.documentElement.dataset.version');
const look = (page: Page) =>
  page.evaluate('navigator.serviceWorker.ready.then((one) => one.update()).then(() => null)');

describe('the app on the phone', () => {
  it('is sent compressed, and its worker and manifest are looked up each time', async () => {
    const script = /\/assets\/index-[^"]+\.js/.exec(await (await fetch(board.url)).text())?.[0] ?? '';
    for (const accepts of ['gzip', 'br']) {
      const answer = await fetch(`${board.url}${script}`, { headers: { 'accept-encoding': accepts } });
      expect(answer.headers.get('content-encoding')).toBe(accepts);
      await answer.arrayBuffer();
    }
    for (const file of ['sw.js', 'manifest.webmanifest'])
      expect((await fetch(`${board.url}/${file}`)).headers.get('cache-control')).toBe('no-cache');
    const manifest = (await (await fetch(`${board.url}/manifest.webmanifest`)).json()) as { icons: { src: string }[] };
    for (const { src } of manifest.icons) expect((await fetch(`${board.url}${src}`)).status).toBe(200);
  });

  it('says that a newer one is ready, and takes it when that is pressed and not before', async () => {
    const opened = await openPage(browser, { viewport: { ...phone, width: 360 }, serviceWorkers: 'allow' });
    const { page } = opened;
    await page.goto(board.url);
    await tryToSignIn(page, 'carla', password);
    await page.getByText(/^Signed in as carla/).waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => null)');
    expect(await page.getByText('A new version is ready.').count()).toBe(0);
    putVersion('second');
    await look(page);
    await page.getByText('A new version is ready.').waitFor({ timeout: 30_000 });
    expect(await faults(page, 'a new version')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.reload();
    await page.getByText('A new version is ready.').waitFor({ timeout: 30_000 });
    expect(await versionOf(page)).toBeUndefined();
    await page.getByRole('button', { name: 'Open the new version' }).click();
    await page.locator('html[data-version="second"]').waitFor({ state: 'attached', timeout: 30_000 });
    await page.getByText(/^Signed in as carla/).waitFor();
    expect(await page.getByText('A new version is ready.').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  }, 120_000);
});
