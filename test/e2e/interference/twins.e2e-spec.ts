import { disclosedOf, disclosedTo, mailbox, measured, partingsOf, whoCanTell, type Listener } from './support/alike.js';
import { drawnPeople } from './support/drawn.js';
import { first, inAllWordsOfDonor, inWordsOf, type Telling } from './support/tellings.js';
import type { Journey } from './support/journey.js';
import type { Told } from './support/told.js';
import { wholeStack } from './support/whole-stack.js';

/** Looked at when a bag for each twin is counted, and at the end. */
const journey: Journey = { scenario: 'case-b-twins.yaml', looks: [9], tries: null };

let stack: Awaited<ReturnType<typeof wholeStack>>;
let told: Told;
let listeners: readonly Listener[];
beforeAll(async () => {
  stack = await wholeStack(import.meta.jest);
  listeners = [...stack.readers, mailbox];
  told = await stack.go(journey, first);
}, 600_000);
afterAll(() => stack.close());

const [donor = first.donor, R1 = donor, R2 = donor] = drawnPeople(50, 3);
const others = {
  donor: inWordsOf('donor', { ...first, donor }),
  patient: inWordsOf('patient', { ...first, recipients: { R1, R2 } }),
} as const satisfies Record<string, Telling>;

/** The operator's people read the log, in which words stand as they were written. */
const readsTheLog = ({ standing }: Listener): boolean => standing?.startsWith('operator/') ?? false;

describe.each(['donor', 'patient'] as const)(
  'twins, told of other people and in other words on the %s’s side',
  (side) => {
    it('is the same in every byte to everybody but that side, whose words they are, and whoever reads the log', async () => {
      const other = await stack.go(journey, others[side]);
      const ignorant = listeners.filter((each) => each.side !== side && !readsTheLog(each));
      const knowing = listeners.filter(({ knows }) => knows === side);
      const { readers, parting } = disclosedOf(side, partingsOf(told, other, ignorant));
      expect(parting).toEqual([]);
      expect(readers).toEqual(disclosedTo[side]);
      expect(whoCanTell(told, other, knowing)).toEqual(knowing.map(({ name }) => name));
      process.stdout.write(`compared: ${measured(other)}\n`);
    }, 600_000);
  },
);

/** The box has left the collection centre, and but for the courier nobody else has read its labels: here, whatever command is refused quotes no word of the donor's side, to the courier neither. */
it('on the way, no refusal tells the others what the donor’s side has said', async () => {
  const readers = listeners.filter(({ side }) => side !== 'donor').filter((each) => !readsTheLog(each));
  const names = readers.map(({ name }) => name);
  const onTheWay: Journey = { ...journey, steps: 12, looks: [], tries: 'commands', readers: names };
  const one = await stack.go(onTheWay, first);
  const refusals = [...one.entries.values()].flat().map(({ bytes }) => /"code":"([\w-]+)"/.exec(bytes)?.[1]);
  expect(refusals).toEqual(expect.arrayContaining(['seal-differs', 'giver-has-not-the-box']));
  expect(partingsOf(one, await stack.go(onTheWay, inAllWordsOfDonor), readers)).toEqual([]);
}, 600_000);
