import { mailbox, partingsOf, whoCanTell, type Listener } from './support/alike.js';
import { aside } from './support/aside.js';
import * as holes from './support/holes.js';
import type { Hole } from './support/run.js';
import { first, inWordsOf, otherDonor, type Telling } from './support/tellings.js';
import type { Journey } from './support/journey.js';
import type { Parting, Told } from './support/told.js';
import { wholeStack } from './support/whole-stack.js';

/** Some of those who are to learn nothing of the donor. */
const some = ['patient-registry-coordinator', 'courier-company-courier', 'operator-coordinator', 'nobody'];
/** Two plans proposed and the donor cleared; each side opens a deviation. */
const journey: Journey = { scenario: 'case-a-day-two-needed.yaml', looks: [3], steps: 4, tries: null, readers: some };

let stack: Awaited<ReturnType<typeof wholeStack>>;
let listeners: readonly Listener[];
beforeAll(async () => {
  stack = await wholeStack(import.meta.jest);
  listeners = [...stack.readers.filter(({ name }) => some.includes(name)), mailbox];
}, 120_000);
afterAll(() => stack.close());

async function toldTwice(telling: Telling, hole: Hole): Promise<readonly [Told, Told]> {
  return [await stack.go(journey, first, hole), await stack.go(journey, telling, hole)];
}

const where = (found: readonly Parting[], reader: string): readonly string[] =>
  found.filter((each) => each.reader === reader).map(({ what }) => what.replaceAll(/^[^:]+: |[ ,].*$/g, ''));

it('without a hole nobody can tell one donor from another', async () => {
  const [one, other] = await toldTwice(otherDonor, {});
  expect(partingsOf(one, other, listeners)).toEqual([]);
  // Nor any words of the donor's side, but the operator's people, who read the log.
  const said = await stack.go(journey, inWordsOf('donor', first));
  expect(whoCanTell(one, said, listeners)).toEqual(['operator-coordinator']);
}, 300_000);

describe('a hole is found where it is', () => {
  it('the length of a name in a header, by everybody', async () => {
    const [one, other] = await toldTwice(otherDonor, holes.lengthInHeader);
    expect(new Set(whoCanTell(one, other, listeners))).toEqual(new Set(some));
    const [found] = partingsOf(one, other, listeners).filter(({ reader }) => reader === 'nobody');
    expect(found).toMatchObject({
      what: 'live: begins',
      one: expect.stringContaining(`X-Took: ${first.donor.name.length}`),
    });
  }, 300_000);

  it('the order of a list', async () => {
    const [one, other] = await toldTwice(otherDonor, holes.orderOfList);
    const found = partingsOf(one, other, listeners);
    expect(new Set(where(found, 'courier-company-courier'))).toEqual(new Set(['findAirports']));
  }, 300_000);

  it('everybody on each side of the wall', async () => {
    const [one, other] = await toldTwice(otherDonor, holes.everybodyOnEachSide);
    const found = partingsOf(one, other, listeners);
    expect(new Set(where(found, 'patient-registry-coordinator'))).toEqual(new Set(['getIdentity']));
    expect(new Set(where(found, 'operator-coordinator'))).toEqual(new Set(['getIdentity']));
    expect(where(found, 'courier-company-courier')).toEqual([]);
  }, 300_000);

  it('a name in a mail', async () => {
    const [one, other] = await toldTwice(otherDonor, holes.nameInLetter);
    expect(whoCanTell(one, other, listeners)).toEqual(['mailbox']);
  }, 300_000);

  it('a name in the live stream', async () => {
    const [one, other] = await toldTwice(otherDonor, holes.nameInStream);
    const found = partingsOf(one, other, listeners);
    expect(new Set(where(found, 'patient-registry-coordinator'))).toEqual(new Set(['live']));
  }, 300_000);

  it('words that nobody keeps back', async () => {
    const [one, other] = await toldTwice(inWordsOf('donor', first), holes.nothingKeptBack);
    const found = partingsOf(one, other, listeners);
    expect(where(found, 'patient-registry-coordinator')).toContain('getShipment');
  }, 300_000);
});

it('four things are set aside, and no more', () => {
  expect(aside.map(({ of, what }) => `${of} ${what.source}`)).toEqual([
    'header ^(Date): .*$',
    'event ^(id): [\\d.]+$',
    'letter ^(Message-ID): .*$',
    'letter ^(Date): .*$',
  ]);
});
