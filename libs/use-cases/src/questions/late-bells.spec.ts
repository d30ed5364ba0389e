import {
  clearDonor,
  exampleShipment,
  FakeClock,
  issueAll,
  MemoryStore,
  on,
  openedAt,
  openShipment,
  proposePlan,
  startCollection,
} from '@cellrelay/testkit';
import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import { callKinds } from '@cellrelay/shipment';
import { AnswerBell } from '../bell/answer-bell.js';
import { DeskDirectory } from '../bell/desk-directory.js';
import { noRelay } from '../bell/relay.js';
import { IssueCommand } from '../command/issue-command.js';
import type { BoardStore } from '../questions.port.js';
import { BoardQuestions } from './board-questions.js';
import { lateBells } from './late-bells.js';
import { lateWords } from './late.js';

const shipment = exampleShipment();
const later = (at: Instant, minutes: number) => instantFromMillis(millisOf(at) + minutes * 60_000);

/** A shipment whose desks are by hand, and its bells, answered when the test says so. */
async function world() {
  const clock = new FakeClock(openedAt);
  const store = new MemoryStore(clock);
  const issue = new IssueCommand(store, noRelay);
  await issueAll(issue, shipment, [openShipment()]);
  const byHand = { serves: callKinds, call: () => Promise.resolve({ kind: 'by-hand' as const }) };
  const bells = new AnswerBell({
    agenda: store,
    issue,
    desks: new DeskDirectory(store, { real: [byHand], rehearsal: [byHand] }),
    points: { reach: () => Promise.resolve() },
    failed: (_item, error) => {
      throw error;
    },
  });
  const item = (key: string) => store.items.find((each) => each.open && each.obligation.key === key)!;
  const answer = async (key: string, minutesLate: number): Promise<void> => {
    const { id, revision, obligation } = item(key);
    clock.at = later(obligation.dueAt, minutesLate);
    await bells.answer(id, revision);
  };
  const questions = new BoardQuestions(store, {} as BoardStore);
  const says = async (type: string): Promise<readonly string[]> =>
    (await questions.log(shipment, 0, 500))!.items.filter((line) => line.type === type).map((line) => line.says);
  const alerts = async () => (await questions.shipment(shipment))!.alertsFull;
  return { clock, store, issue, item, answer, says, alerts };
}

describe('a deadline that rang late', () => {
  it('says so in the log and at its alert', async () => {
    const { answer, says, alerts } = await world();
    await answer('clearance-due', 125);
    expect(await says('DeadlineRang')).toEqual(['Rang: record the donor’s clearance. It rang 2 h 5 min late.']);
    expect(await alerts()).toMatchObject([{ late: '2 h 5 min', status: 'raised' }]);
  });

  it('says nothing where it rang within its minute', async () => {
    const { answer, says, alerts } = await world();
    await answer('clearance-due', 1);
    expect(await says('DeadlineRang')).toEqual(['Rang: record the donor’s clearance.']);
    expect(await alerts()).toMatchObject([{ late: null }]);
  });

  it('is not late for having been past its time when it came to be owed', async () => {
    const { clock, store, issue, item } = await world();
    clock.at = on('beijing', '09-04T18:00').at;
    await issueAll(issue, shipment, [clearDonor(), startCollection(1)], 'late-entry');
    const { id, revision, obligation } = item('collection-end-due/1');
    expect(lateWords(obligation.dueAt, clock.at)).not.toBeNull();
    const ring = (key: string, dueAt: Instant) =>
      issue.asSystem(
        shipment,
        `bell/${id}/${revision}` as never,
        { name: 'RingDeadline', data: { key, dueAt } },
        { person: 'bell', organisation: 'CellRelay', how: 'rule' },
      );
    await ring('collection-end-due/1', obligation.dueAt);
    expect(lateBells(await store.log(shipment, 0, 500))).toEqual([]);
  });
});

describe('a call that was made late', () => {
  it('says so in the log', async () => {
    const { issue, answer, says } = await world();
    await issueAll(issue, shipment, [proposePlan(1)], 'plan');
    await answer('hold-seats/1.0/1', 64);
    await answer('hold-seats/1.1/1', 64);
    expect(await says('CallHandedToPerson')).toEqual([
      'Handed to a person: hold seats on the flight of plan 1, leg 1. The call was made 1 h 4 min late.',
      'Handed to a person: hold seats on the flight of plan 1, leg 2. The call was made 1 h 4 min late.',
    ]);
  });

  it('says nothing where it was made in time', async () => {
    const { issue, answer, says } = await world();
    await issueAll(issue, shipment, [proposePlan(1)], 'plan');
    await answer('hold-seats/1.0/1', 0);
    expect(await says('CallHandedToPerson')).toEqual([
      'Handed to a person: hold seats on the flight of plan 1, leg 1.',
    ]);
  });
});

describe('how late something was', () => {
  const due = openedAt;
  it.each([
    [60_000, null],
    [60_001, '1 min'],
    [59 * 60_000 + 59_999, '59 min'],
    [125 * 60_000, '2 h 5 min'],
    [47 * 3_600_000, '47 h 0 min'],
    [52 * 3_600_000, '2 d 4 h'],
  ])('%d ms is said as %s', (ms, words) => {
    expect(lateWords(due, instantFromMillis(millisOf(due) + ms))).toBe(words);
  });
});
