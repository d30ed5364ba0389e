import type { Browser, Page } from 'playwright-core';
import { faults } from './support/access.js';
import { openPage, type WatchedPage } from './support/browser.js';
import { ToldByServer } from './support/told-in-english.js';
import { tripOnBoard, type TripOnBoard } from './support/trip-on-board.js';

let stage: TripOnBoard;
let browser: Browser;
beforeAll(async () => {
  stage = await tripOnBoard('HandOverToCourier');
  browser = stage.browser;
});
afterAll(() => stage?.close());

const languageOf = (page: Page): Promise<string> => page.evaluate<string>('document.documentElement.lang');
const tooWide = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** A page of hundreds of rows is looked through text by text, and by a machine rule by rule. */
const LONG = 240_000;

/** Signs in on the Chinese page. */
async function signInInChinese(page: Page): Promise<void> {
  const { name, password } = stage.board.account;
  await page.goto(stage.board.url);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的任务' }).waitFor();
}

/** The pages that are told in the reader's language, each by something that stands there once it has come. */
const pages = [
  ['/', '我的任务'],
  ['/alerts', '警报'],
  ['/couriers', '运送员'],
  ['/loggers', '记录仪'],
  ['/policies', '规程'],
  ['/policies/default-1', '规程default-1'],
  ['/rules', '口岸规定'],
  ['/on-call', '值班'],
  ['/deliveries', '通知'],
  ['/account', '程序令牌'],
  ['/label-codes', '标签代码'],
  ['/papers', '本机构的文件'],
] as const;

describe('a reader of Chinese', () => {
  it('is met in Chinese because the browser asks for it, and nothing is wider than a phone', async () => {
    const { page, complaints, close } = await openPage(browser, {
      locale: 'zh-CN',
      viewport: { width: 360, height: 780 },
    });
    await page.goto(stage.board.url);
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await languageOf(page)).toBe('zh-Hans');
    expect(await faults(page, 'sign-in')).toEqual([]);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads a shipment in Chinese, its times with the city whose they are', async () => {
    const { page, close } = await openPage(browser, { locale: 'zh-CN' });
    const told = new ToldByServer(page);
    await signInInChinese(page);
    await page.getByRole('row').filter({ hasText: stage.trip.reference }).getByRole('link').click();
    await page.getByRole('heading', { name: '目前可办理的事项' }).waitFor();
    await page.getByRole('region', { name: '日志' }).getByRole('row').nth(5).waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    expect(await told.leftIn(page)).toEqual([]);
    await page
      .getByRole('region', { name: '时间线' })
      .getByText(/\d+月\d+日 周./)
      .first()
      .waitFor();
    await close();
  });

  it('is the reader that the looking finds English for', async () => {
    const { page, close } = await openPage(browser, { locale: 'zh-CN' });
    const told = new ToldByServer(page);
    await signInInChinese(page);
    const planted = '<p>Nothing is here yet</p><p lang="en">Said by the server</p><i title="Planted too">中文</i>';
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '${planted}')`);
    expect(await told.leftIn(page)).toEqual(expect.arrayContaining(['Nothing is here yet', 'Planted too']));
    expect(await told.leftIn(page)).not.toContain('Said by the server');
    await close();
  });
});

describe('the pages that are told in Chinese', () => {
  let watched: WatchedPage;
  let told: ToldByServer;
  beforeAll(async () => {
    watched = await openPage(browser, { locale: 'zh-CN', reducedMotion: 'reduce' });
    told = new ToldByServer(watched.page);
    await signInInChinese(watched.page);
  });
  afterAll(async () => {
    expect(watched.complaints).toEqual([]);
    await watched.close();
  });

  it.each(pages)(
    '%s has no English of the board’s own, no fault that a machine finds, and room on a phone',
    async (address, heading) => {
      const { page } = watched;
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${stage.board.url}${address}`);
      await page.getByRole('heading', { name: heading }).first().waitFor();
      await page.locator('.loading').first().waitFor({ state: 'detached' });
      expect(await told.leftIn(page)).toEqual([]);
      expect(await faults(page, address)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 780 });
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
    },
    LONG,
  );
});

describe('another language chosen', () => {
  it('is shown at once, keeps what is typed, and is the one that is met the next time', async () => {
    const { page, complaints, close } = await openPage(browser);
    await page.goto(stage.board.url);
    await page.getByLabel('Name').fill('half typed');
    expect(await languageOf(page)).toBe('en');
    await page.getByLabel('Language').selectOption('zh-Hans');
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('half typed');
    expect(await languageOf(page)).toBe('zh-Hans');
    await page.reload();
    await page.getByRole('button', { name: '登录' }).waitFor();
    await page.getByLabel('语言').selectOption('en');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await languageOf(page)).toBe('en');
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what is searched for', async () => {
    const { page, close } = await openPage(browser);
    const { name, password } = stage.board.account;
    await page.goto(`${stage.board.url}/couriers`);
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Search couriers').fill('nobody of that name');
    await page.getByLabel('Language').selectOption('zh-Hans');
    await page.getByRole('heading', { name: '未找到任何人' }).waitFor();
    expect(await page.getByLabel('搜索运送员').inputValue()).toBe('nobody of that name');
    await close();
  });

  it('that cannot be fetched leaves the board in the language it is in', async () => {
    const { page, close } = await openPage(browser, {}, [/zh-hans/, /Failed to load/]);
    await page.route(/zh-hans/, (route) => route.abort());
    await page.goto(stage.board.url);
    await page.getByLabel('Language').selectOption('zh-Hans');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await languageOf(page)).toBe('en');
    await close();
  });
});
