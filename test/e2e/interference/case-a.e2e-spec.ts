import {
  disclosedOf,
  disclosedTo,
  mailbox,
  measured,
  partingsOf,
  refusedToAll,
  whoCanTell,
  type Listener,
} from './support/alike.js';
import { operations } from './support/described.js';
import { first, otherDonor, otherRecipients } from './support/tellings.js';
import type { Journey } from './support/journey.js';
import type { Told } from './support/told.js';
import { wholeStack } from './support/whole-stack.js';

/** Two days and two plans; looked at when it is decided that the second day is needed, and at the end, when papers travelled with the box. */
const journey: Journey = {
  scenario: 'case-a-day-two-needed.yaml',
  looks: [9],
  papersAfter: 'PackBox',
  tries: 'everything',
};

let stack: Awaited<ReturnType<typeof wholeStack>>;
let told: Told;
let listeners: readonly Listener[];
beforeAll(async () => {
  stack = await wholeStack(import.meta.jest);
  listeners = [...stack.readers, mailbox];
  told = await stack.go(journey, first);
}, 600_000);
afterAll(() => stack.close());

/** Nobody there is told anything by mail: nothing tells of alerts yet. */
const nothingTold = ['getDelivery', 'getDeliveryMail'];

it('every question is answered to somebody, but those that a server without a provider refuses, and the stream', () => {
  const questions = operations.filter(({ method }) => method === 'get').map(({ id }) => id);
  expect(refusedToAll(told, questions)).toEqual(['live', ...nothingTold, 'providerCallback', 'providerLink']);
});

describe.each([
  ['donor', otherDonor],
  ['patient', otherRecipients],
] as const)('case A, told of other people on the %s’s side', (side, telling) => {
  it('is the same in every byte to everybody but those whose people they are', async () => {
    const other = await stack.go(journey, telling);
    const ignorant = listeners.filter(({ knows }) => knows !== side);
    const knowing = listeners.filter(({ knows }) => knows === side);
    const { readers, parting } = disclosedOf(side, partingsOf(told, other, ignorant));
    expect(parting).toEqual([]);
    expect(readers).toEqual(disclosedTo[side]);
    expect(whoCanTell(told, other, knowing)).toEqual(knowing.map(({ name }) => name));
    process.stdout.write(`compared: ${measured(other)}\n`);
  }, 600_000);
});
