import type { Locator, Page } from 'playwright-core';
import { issueAll } from '@cellrelay/testkit';
import { faults } from './support/access.js';
import { CourierOnPhone, seal } from './support/courier-on-phone.js';

/** A courier with one phone: what is now and next, the hand-over under two signatures, a trouble in two taps; and the same without a network. */

let ground: CourierOnPhone;
const begin = async (): Promise<void> => {
  ground = await CourierOnPhone.start('PackBox', 9 * 60);
};
const end = async (): Promise<void> => {
  await ground?.close();
};

const label = 'Record the handover to the courier';
const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
const region = (page: Page, name: string): Locator => page.getByRole('region', { name });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const press = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name }).click();
const atAnyMoment = (page: Page, name: string) => press(page.getByRole('navigation', { name: 'At any moment' }), name);

/** The hand-over up to its summary. */
async function signByTwo(page: Page, read: string): Promise<Locator> {
  await press(region(page, 'Next'), label);
  const sheet = dialog(page, label);
  await press(sheet.getByRole('group', { name: 'As many bags as were packed' }), 'As it should be');
  await press(sheet, /^All \d+ left are as they should be$/);
  await press(sheet, 'Next');
  await sheet.getByLabel('Number on the seal').fill(read);
  await press(sheet, 'Next');
  await sheet.getByLabel('Name').fill('EXAMPLE nurse');
  await bothSign(sheet);
  return sheet;
}

async function bothSign(sheet: Locator): Promise<void> {
  await press(sheet, 'I sign: I give the box');
  await press(sheet, 'Next');
  await press(sheet, 'I sign: I take the box');
  await press(sheet, 'Next');
  await sheet.getByRole('heading', { name: 'Look at it once more' }).waitFor();
}

/** What a press comes to, on a slow machine too: then it lies on the phone until the answer comes. */
const taken = /Recorded\.|Kept on this phone/;

const times = async (count: number, act: () => Promise<void>): Promise<void> => {
  for (let done = 0; done < count; done++) await act();
};

describe('a courier’s phone', () => {
  beforeAll(begin, 240_000);
  afterAll(end);

  it('records a trouble by its second tap, and asks of a delay one time alone', async () => {
    const { page, complaints, close } = await ground.open();
    await atAnyMoment(page, 'Trouble');
    expect(await faults(page, 'troubles')).toEqual([]);
    await dialog(page, 'Trouble').getByRole('button', { name: 'A bag leaks' }).dblclick();
    await dialog(page, 'Trouble').getByText(taken).waitFor();
    await page.getByText(/being sent\.$/).waitFor({ state: 'detached' });
    const known = await ground.deviations();
    expect(known.map(({ kind, status }) => [kind, status])).toEqual([['product-damaged', 'open']]);
    expect(Date.now() - Date.parse(known[0]!.happenedAt.at)).toBeLessThan(240_000);
    await press(dialog(page, 'Trouble'), 'Back to the trip');

    await atAnyMoment(page, 'Trouble');
    await press(dialog(page, 'Trouble'), /^Flight delayed/);
    await dialog(page, 'Trouble')
      .getByLabel(/^When does .* leave .* now\?$/)
      .fill('23:59');
    await press(dialog(page, 'Trouble'), 'Record the delay');
    await dialog(page, 'Trouble').getByText(taken).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('has the papers two taps away and the officer’s sentence one', async () => {
    const { page, complaints, close } = await ground.open();
    await atAnyMoment(page, 'Papers');
    await dialog(page, 'Papers').getByRole('heading', { name: 'Papers' }).waitFor();
    await press(dialog(page, 'Papers'), 'Close');
    await atAnyMoment(page, 'For the officer');
    await dialog(page, 'For the officer').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page, `for the officer, ${colorScheme}`)).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await dialog(page, 'For the officer').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('says what is now and next, and has the box handed over under two signatures, through a refusal and a reload', async () => {
    const { page, complaints, close } = await ground.open({}, [/status of 4(09|22)/]);
    await region(page, 'Now').getByText('Box packed').waitFor();
    await region(page, 'Next').getByText('Box handed over').waitFor();
    expect(await page.getByRole('heading', { name: 'Shipments' }).count()).toBe(0);
    expect(await wide(page)).toBe(false);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page, `the trip, ${colorScheme}`)).toEqual([]);
    }

    await press(region(page, 'Next'), label);
    await press(dialog(page, label), 'Next');
    await dialog(page, label).getByText('Answer every check').waitFor();
    expect(await faults(page, 'checks')).toEqual([]);
    await press(dialog(page, label), 'Close');

    const sheet = await signByTwo(page, 'EX-SEAL-2O');
    await press(sheet, label);
    await sheet
      .getByText(/The seal reads EX-SEAL-2O/)
      .first()
      .waitFor();
    expect(await ground.custody()).toHaveLength(1);
    await times(3, () => press(sheet, 'Back'));
    await sheet.getByLabel('Number on the seal').fill(seal);
    await press(sheet, 'Next');
    // What was signed is another now: both sign again.
    await bothSign(sheet);
    await page.reload();
    await press(region(page, 'Next'), label);
    await sheet.getByRole('heading', { name: 'Look at it once more' }).waitFor();
    expect(await faults(page, 'summary')).toEqual([]);

    await sheet.getByRole('button', { name: label }).dblclick();
    await sheet.waitFor({ state: 'detached' });
    await region(page, 'Now').getByText('Box handed over').waitFor();
    await region(page, 'On this phone').waitFor({ state: 'detached' });
    expect((await ground.custody()).map(({ holder }) => holder)).toEqual([expect.any(String), 'EXAMPLE M. Keller']);
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);
});

describe('a courier’s phone without a network', () => {
  beforeEach(begin, 240_000);
  afterEach(end);

  const kept = { serviceWorkers: 'allow' } as const;
  const lost = [/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/, /status of 4(09|12)/];

  it('has the box handed over all the same: kept through a reload, delivered once, with its own time', async () => {
    const { page, complaints, close } = await ground.open(kept, lost);
    await page.getByText(/^Ready without network/).waitFor({ timeout: 60_000 });
    await page.context().setOffline(true);
    const signed = await signByTwo(page, seal);
    const before = Date.now();
    await press(signed, label);
    await signed.waitFor({ state: 'detached' });
    await region(page, 'On this phone').getByText('Waits to be sent').waitFor();

    await page.reload();
    await region(page, 'On this phone').getByText(label).first().waitFor({ timeout: 30_000 });
    expect(await region(page, 'Next').getByRole('button', { name: label }).count()).toBe(0);
    expect(await faults(page, 'without a network')).toEqual([]);
    expect(await ground.custody()).toHaveLength(1);

    await page.context().setOffline(false);
    await region(page, 'Now').getByText('Box handed over').waitFor({ timeout: 60_000 });
    await region(page, 'On this phone').waitFor({ state: 'detached' });
    const [, taken, ...others] = await ground.custody();
    expect([taken?.holder, others]).toEqual(['EXAMPLE M. Keller', []]);
    expect(Date.parse(taken!.since.at)).toBeLessThanOrEqual(before);
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('shows what somebody else has recorded meanwhile, and does nothing by itself', async () => {
    const { page, close } = await ground.open(kept, lost);
    await page.getByText(/^Ready without network/).waitFor({ timeout: 60_000 });
    await page.context().setOffline(true);
    await press(await signByTwo(page, seal), label);
    await region(page, 'On this phone').getByText('Waits to be sent').waitFor();

    await issueAll(ground.board.stack.issue, ground.trip.id, [await ground.handOverByCentre()], 'meanwhile');
    await page.context().setOffline(false);
    const line = region(page, 'On this phone').getByRole('listitem', { name: label });
    await line.getByText(/^Not done: somebody changed this meanwhile|^Refused, and nothing has changed/).waitFor({
      timeout: 60_000,
    });
    expect(await ground.custody()).toHaveLength(2);
    expect(await faults(page, 'a conflict')).toEqual([]);
    await press(line, /^Take back/);
    await press(line, /^Throw it away/);
    await line.waitFor({ state: 'detached' });
    await close();
  }, 240_000);
});
