import type { Locator, Page } from 'playwright-core';
import type { RunningBoard } from './running-board.js';

/** Opens the board's first page and signs in, as a person does. Answers when the list stands there. */
export async function signIn(page: Page, board: RunningBoard): Promise<void> {
  await page.goto(board.url);
  await tryToSignIn(page, board.account.name, board.account.password);
  await page.getByRole('heading', { name: /^Shipments/ }).waitFor();
  await page.getByText('Live', { exact: false }).first().waitFor();
}

/** Fills in name and password and presses the button. */
export async function tryToSignIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The list's row of a shipment. */
export function rowOf(page: Page, reference: string): Locator {
  return page.getByRole('table', { name: 'Shipments' }).getByRole('row').filter({ hasText: reference });
}

/** Opens a shipment's page from its row. */
export async function openShipment(page: Page, reference: string): Promise<void> {
  await rowOf(page, reference).getByRole('link').click();
  await page.getByRole('heading', { name: 'What can be done now' }).waitFor();
}

/** Opens the form of one of the things that can be done now. */
export async function openForm(page: Page, label: string): Promise<Locator> {
  const panel = section(page, 'What can be done now');
  await panel.locator('summary').first().waitFor();
  const closed = panel.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  await panel.getByRole('button', { name: label }).first().click();
  const form = page.getByRole('dialog', { name: label });
  await form.locator('form').waitFor();
  return form;
}

/** A part of the shipment's page, by its heading. */
export function section(page: Page, heading: string): Locator {
  return page.getByRole('region', { name: heading });
}

/** Presses a form's button and waits until the form has gone, which it does once the server has taken it. */
export async function send(form: Locator, label: string): Promise<void> {
  await form.getByRole('button', { name: label }).click();
  await form.waitFor({ state: 'detached' });
}

/** What a person writes into the form of a new shipment. */
export interface Order {
  readonly reference: string;
  readonly grid: string;
  /** YYYY-MM-DD. */
  readonly collectionDay: string;
}

/** A GRID whose check digits are right, and one of which the last is wrong. */
export const grids = { right: '9991 EXAM PLE0 0041 202', wrong: '9991 EXAM PLE0 0041 203' } as const;

const sites = [
  ['Donor registry', 'EXAMPLE Donor Registry', 'Beijing', 'Asia/Shanghai'],
  ['Patient registry', 'EXAMPLE Patient Registry', 'Minneapolis', 'America/Chicago'],
  ['Collection centre', 'EXAMPLE Collection Centre', 'Beijing', 'Asia/Shanghai'],
  ['Transplant centre', 'EXAMPLE Transplant Centre', 'Houston', 'America/Chicago'],
] as const;

/** Goes through the steps of a new shipment as far as the order needs them, field by field by its label. Answers the steps' form, at the summary. */
export async function fillOrder(page: Page, order: Order): Promise<Locator> {
  await page.getByRole('link', { name: 'New shipment' }).click();
  const form = page.getByRole('region', { name: 'New shipment' }).locator('form');
  await form.getByLabel('Reference').fill(order.reference);
  await form
    .getByRole('group', { name: /^Example/ })
    .getByLabel('Yes')
    .check();
  for (const name of ['Product', 'Metric', 'Dose per'])
    await form.getByRole('group', { name }).getByRole('radio').first().check();
  await form.getByLabel('Donor GRID').fill(order.grid);
  for (const [label, value] of texts) await form.getByRole('textbox', { name: label, exact: true }).fill(value);
  await next(form, 'Parties');
  for (const [group, name, city, zone] of sites) {
    const site = form.getByRole('group', { name: group });
    await site.getByLabel('Name').fill(name);
    await site.getByLabel('City').fill(city);
    await site.getByLabel('Time zone').fill(zone);
  }
  await next(form, 'Dates');
  for (const [label, value] of datesOf(order))
    await form.getByRole('textbox', { name: label, exact: true }).fill(value);
  await goToStep(page, 'Summary');
  return form;
}

/** Presses Enter's button of a step: the next one stands there then. */
export async function next(form: Locator, step: string): Promise<void> {
  await form.getByRole('button', { name: `Next: ${step}` }).click();
  await form.getByRole('heading', { name: step, exact: true }).waitFor();
}

/** Goes to a step by the list of them. */
export async function goToStep(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click();
  await page.getByRole('heading', { name: step, exact: true }).waitFor();
}

const texts = [
  ['Recipient', 'R1'],
  ['Weight', '62'],
  ['Requested dose', '5'],
  ['Minimum dose', '2'],
] as const;

function datesOf({ collectionDay }: Order): readonly (readonly [label: string, value: string])[] {
  return [
    ['Day', collectionDay],
    ['Collection starts at', '08:00'],
    ['From receipt to infusion', '240'],
  ];
}
