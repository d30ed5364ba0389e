import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '@cellrelay/adapter-postgres';
import { createPasswords, KeyFiles } from '@cellrelay/platform';
import type { AuditEvent } from '@cellrelay/use-cases';
import type { Browser } from 'playwright-core';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { looked } from '../support/exported.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { tryToSignIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let folder: string;
let publicKey: string;

const auditor = { name: 'example-auditor', password: 'a password for a test' } as const;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-board-audit-'));
  [board, browser] = await Promise.all([
    RunningBoard.start({}, { CELLRELAY_KEYS: path.join(folder, 'keys') }),
    openBrowser(),
  ]);
  const { accounts } = board.stack.api;
  const { acting } = (await accounts.find(board.account.name))!;
  const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(auditor.password);
  const organisation = acting.organisation.id;
  await accounts.create(auditor.name, hash, {
    organisation,
    person: 'EXAMPLE Auditor',
    role: 'auditor',
    courier: null,
  });
  const owner = await openDatabase({ url: board.own.ownerUrl, folding });
  const key = await new KeyFiles(path.join(folder, 'keys')).make();
  await owner.signingKeys.takeUp(key);
  publicKey = key.publicKey;
  const by = { account: board.account.name, organisation };
  const changed = (kind: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
    ...{ kind, by, about: auditor.name, data: {} },
    ...more,
  });
  for (let each = 0; each < 60; each += 1)
    await owner.audit.append(changed('second-factor-set', { about: `EXAMPLE ${each}` }));
  await owner.audit.append(changed('role-changed', { data: { from: 'coordinator', to: 'auditor' } }));
  await owner.audit.append(changed('something-else-happened', { about: organisation }));
  await owner.close();
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['the desk', desk],
  ['the phone', phone],
])('the audit record, on %s', (_, viewport) => {
  it('is read by an auditor: in words, by kind, by whom it is about and by day, and exported signed', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport, acceptDownloads: true });
    await page.goto(board.url);
    await tryToSignIn(page, auditor.name, auditor.password);
    await page.getByRole('link', { name: 'Audit', exact: true }).click();
    const changed = page.getByRole('row').filter({ hasText: 'Role changed' });
    await changed.getByText('from coordinator, to auditor').waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: 'Something else happened' })
      .getByText('Coordination office')
      .last()
      .waitFor();
    if (process.env.CELLRELAY_TEST_PICTURES !== undefined)
      await page.screenshot({ path: path.join(process.env.CELLRELAY_TEST_PICTURES, `audit-${viewport.width}.png`) });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Show earlier lines' }).click();
    await page.getByText('EXAMPLE 0', { exact: true }).waitFor();
    expect(await rows.count()).toBeGreaterThan(60);
    await changed.getByRole('button', { name: auditor.name }).click();
    await page.getByRole('button', { name: `About ${auditor.name}` }).waitFor();
    await page.getByText('EXAMPLE 0', { exact: true }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: `About ${auditor.name}` }).click();
    await changed.getByRole('button', { name: board.account.name }).click();
    await page.getByRole('button', { name: `By ${board.account.name}` }).waitFor();
    await page.getByRole('row').filter({ hasText: 'the command line' }).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `By ${board.account.name}` }).click();
    await page.getByLabel('What happened').selectOption('second-factor-set');
    await changed.waitFor({ state: 'detached' });
    await page.getByLabel('From').fill('2020-01-01');
    await page.getByLabel('To', { exact: true }).fill('2020-01-02');
    await page.getByText('No line is found').waitFor();
    await page.getByLabel('From').fill('2020-01-03');
    await page.getByText('From is later than To').waitFor();
    await page.reload();
    await page.getByText('From is later than To').waitFor();
    expect(await page.getByLabel('What happened').inputValue()).toBe('second-factor-set');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Signed export' }).click(),
    ]);
    const text = await download.createReadStream().then(async (stream) => {
      let all = '';
      for await (const chunk of stream) all += String(chunk);
      return all;
    });
    expect(await looked(text, publicKey)).toMatchObject({ what: 'audit' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not offered to a coordinator, who is told so at its address', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport });
    await page.goto(`${board.url}/audit`);
    await tryToSignIn(page, board.account.name, board.account.password);
    await page.getByText('The record is not yours to read').waitFor();
    expect(await page.getByRole('link', { name: 'Audit', exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
