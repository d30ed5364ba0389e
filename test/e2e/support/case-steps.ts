import type { Locator, Page } from 'playwright-core';
import type { Step } from '../../../apps/ops/src/replay/scenario/scenario.js';
import { pooled } from './case-people.js';
import { openForm, section, send } from './journey.js';

/** Whoever works a case in a browser, by the name of their account. */
export type Who = 'coordinator' | 'collection-physician' | 'transplant-physician' | 'courier';

type Body = Readonly<Record<string, unknown>>;
type Fill = (form: Locator, body: Body) => Promise<void>;

/** A step that is done in a browser: by whom, by which form, and what is filled in. */
interface InBrowser {
  readonly who: Who;
  readonly label: string;
  readonly fill: Fill;
}

/** The steps of a case that people do; of the others a program sends what the scenario says. */
export const inBrowser: Readonly<Record<string, InBrowser>> = {
  NominateCourier: { who: 'coordinator', label: 'Nominate the courier', fill: nominate },
  RecordCellCount: { who: 'coordinator', label: 'Record the count', fill: count },
  DecideOnCount: { who: 'collection-physician', label: 'Collect again', fill: decide },
  PackBox: { who: 'coordinator', label: 'Record the packed box', fill: pack },
  HandOverToCourier: { who: 'courier', label: 'Record the handover to the courier', fill: signed('Handed over at') },
  RecordSearchedByHand: {
    who: 'courier',
    label: 'Record that the box was searched by hand',
    fill: (form, { searchedAt }) => time(form, 'Searched at', searchedAt),
  },
  RecordCustomsCleared: {
    who: 'courier',
    label: 'Record that customs cleared the box',
    fill: (form, { clearedAt }) => time(form, 'Cleared at', clearedAt),
  },
  DeliverToCentre: { who: 'courier', label: 'Record the delivery to the centre', fill: signed('Delivered at') },
  AcceptProduct: {
    who: 'transplant-physician',
    label: 'Accept the product',
    fill: (form, { acceptedAt }) => time(form, 'Accepted at', acceptedAt),
  },
  StartInfusion: {
    who: 'transplant-physician',
    label: 'Record the start of infusion',
    fill: (form, { startedAt }) => time(form, 'Started at', startedAt),
  },
};

/** Does a step on the shipment's page, where its form stands among what can be done now. */
export async function doStep(page: Page, { label, fill }: InBrowser, { body }: Step): Promise<void> {
  await section(page, 'What can be done now').waitFor();
  const form = await openForm(page, label);
  await fill(form, body);
  await send(form, label);
}

/** A time as the scenario states it, in its own clock. */
async function time(form: Locator, label: string, stated: unknown): Promise<void> {
  const { local, zone } = stated as { readonly local: string; readonly zone: string };
  await form.getByRole('textbox', { name: label }).fill(local.replace('T', ' '));
  await form.getByRole('combobox', { name: `${label}: in whose clock` }).selectOption(zone);
}

const text = (form: Locator, label: string, said: unknown): Promise<void> =>
  form.getByLabel(label, { exact: true }).fill(String(said));

async function nominate(form: Locator, { substitute, nominatedAt }: Body): Promise<void> {
  const { name, company, phone } = substitute as Readonly<Record<'name' | 'company' | 'phone', string>>;
  await form
    .getByRole('group', { name: 'Courier', exact: true })
    .getByLabel('Who', { exact: true })
    .selectOption(pooled.id);
  const other = form.getByRole('group', { name: 'Substitute', exact: true });
  await text(other, 'Name', name);
  await text(other, 'Company', company);
  await text(other, 'Telephone', phone);
  await time(form, 'Nominated at', nominatedAt);
}

async function count(form: Locator, { bags, countedAt }: Body): Promise<void> {
  const [bag] = bags as readonly { readonly cd34PerUl: number; readonly volumeMl: number }[];
  await time(form, 'Counted at', countedAt);
  await form.getByLabel('CD34').first().fill(String(bag?.cd34PerUl));
  await form.getByLabel('Volume').first().fill(String(bag?.volumeMl));
}

async function decide(form: Locator, { decidedAt, wordOf, reason }: Body): Promise<void> {
  await time(form, 'Decided at', decidedAt);
  await text(form, 'Person', (wordOf as { readonly person: string }).person);
  await text(form, 'Reason', reason);
}

async function pack(form: Locator, { box, logger, seal, bags, packedAt }: Body): Promise<void> {
  await text(form, 'Box', box);
  await text(form, 'Temperature logger', logger);
  await text(form, 'Seal number', seal);
  for (const [index, bag] of (bags as readonly string[]).entries()) {
    if (index > 0) await form.getByRole('button', { name: 'Add to bags' }).click();
    await form.getByLabel('Bag', { exact: true }).nth(index).fill(bag);
  }
  await time(form, 'Packed at', packedAt);
}

function signed(label: string): Fill {
  return async (form, { handedOverAt, deliveredAt, givenBy, takenBy, seal }) => {
    await time(form, label, handedOverAt ?? deliveredAt);
    await text(form, 'Given by', givenBy);
    await text(form, 'Taken by', takenBy);
    await text(form, 'Seal number', seal);
  };
}
