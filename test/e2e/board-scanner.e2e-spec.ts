import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compoundMessage } from '@cellrelay/identifiers';
import type { Browser, Page } from 'playwright-core';
import { faults } from './support/access.js';
import { openBrowser, openPage, phone } from './support/browser.js';
import { writePicture, type Drawn } from './support/camera-picture.js';
import { openShipment, section, signIn } from './support/journey.js';
import { tripOnBoard, type TripOnBoard } from './support/trip-on-board.js';

/** Labels are checked on a shipment's page: by a camera, whose pictures our own WebAssembly reads under our own policy, and by hand. */

let ground: TripOnBoard;
let filming: Browser;
const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-camera-'));
const film = path.join(folder, 'label.y4m');

beforeAll(async () => {
  ground = await tripOnBoard('PackBox');
  filming = await openBrowser([
    ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    `--use-file-for-fake-video-capture=${film}`,
  ]);
}, 120_000);
afterAll(async () => {
  await filming.close();
  await ground.close();
  rmSync(folder, { recursive: true });
});

interface Code {
  readonly of: string;
  readonly kind: string;
  readonly text: string;
  readonly human: string;
}

async function codesOf(page: Page): Promise<{ din: Code; product: Code; box: Code }> {
  const answer = await page.request.get(`${ground.board.url}/api/v1/shipments/${ground.trip.id}/pocket`);
  const { codes } = (await answer.json()) as { codes: readonly Code[] };
  const [din, product, box] = codes;
  if (din === undefined || product === undefined || box === undefined) throw new Error('the pocket has too few codes');
  return { din, product, box };
}

/** Signed in, on the shipment's page. */
async function onPage(browser: Browser, viewport = phone) {
  const opened = await openPage(browser, { viewport });
  await signIn(opened.page, ground.board);
  await openShipment(opened.page, ground.trip.reference);
  return { ...opened, codes: await codesOf(opened.page) };
}

/** Opens the sheet, with the camera before these. */
async function check(page: Page, codes: readonly Drawn[] = []) {
  writePicture(film, codes);
  await section(page, 'Labels').getByRole('button', { name: 'Check the labels' }).click();
  const sheet = page.getByRole('dialog', { name: 'Check the labels' });
  await sheet.getByText('Bag 1: read its DIN and its product code').waitFor();
  return sheet;
}

const bars = (content: string): Drawn => ({ symbology: 'code128', content });
const wide = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');

describe('the camera', () => {
  it('reads both bar codes of a bag, ticks them, and asks for the next by a press', async () => {
    const { page, complaints, close, codes } = await onPage(filming);
    const sheet = await check(page, [bars(codes.din.text), bars(codes.product.text)]);
    await sheet.getByText('2 of 3 codes match.').waitFor();
    expect(await sheet.getByText(codes.din.human).count()).toBe(1);
    expect(await faults(page, 'a bag is checked')).toEqual([]);
    await sheet.getByRole('button', { name: 'Go on with the box' }).first().click();
    await sheet.getByText('Read the number of the box').waitFor();
    await sheet.getByLabel('Code as it stands on the label').fill(codes.box.human);
    await sheet.getByRole('button', { name: 'Compare' }).click();
    await sheet.getByText('All 3 codes match.').waitFor();
    await sheet.getByRole('button', { name: 'Done' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads the one symbol of a tie tag for both', async () => {
    const { page, complaints, close, codes } = await onPage(filming);
    const content = compoundMessage([codes.din.text, codes.product.text, '&>0263321200']);
    const sheet = await check(page, [{ symbology: 'datamatrix', content }]);
    await sheet.getByText('2 of 3 codes match.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says of a wrong label which characters differ', async () => {
    const { page, complaints, close, codes } = await onPage(filming);
    const wrong = codes.product.text.replace(/^=<S112./, '=<S1129');
    const sheet = await check(page, [bars(codes.din.text), bars(wrong)]);
    await sheet.getByText('This is not the product code of bag 1.').waitFor();
    await sheet.getByText('Character 5 is 9, and should be 8.').waitFor();
    await sheet.getByText('1 of 3 codes match.').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page, `a wrong label, ${colorScheme}`)).toEqual([]);
    }
    expect(await wide(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('without a camera', () => {
  it('codes are typed and compared the same way, and it is said why', async () => {
    const { page, complaints, close, codes } = await onPage(ground.browser);
    const sheet = await check(page);
    await sheet.getByText(/Type or paste the codes|type or paste the codes/).waitFor();
    const line = sheet.getByLabel('Code as it stands on the label');
    const type = async (text: string) => {
      await line.fill(text);
      await page.keyboard.press('Enter');
    };
    await type(`${codes.din.human.slice(0, 14)}0${codes.din.human.slice(15)}`);
    await sheet.getByText('This is not the DIN of bag 1.').waitFor();
    await sheet.getByText(/^Character 13 is 0, and should be \d\.$/).waitFor();
    await type('&>0263321200');
    await sheet.getByText(/This code is none of those to check/).waitFor();
    await type(codes.din.human);
    await sheet.getByText('The DIN of bag 1 matches.').waitFor();
    await type(codes.product.human);
    await sheet.getByText('2 of 3 codes match.').waitFor();
    expect(await faults(page, 'codes by hand')).toEqual([]);
    expect(await wide(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
