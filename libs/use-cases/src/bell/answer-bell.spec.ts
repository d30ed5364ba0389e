import {
  clearDonor,
  countCells,
  decideOnCount,
  endCollection,
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
import { callKinds, type ShipmentCommand } from '@cellrelay/shipment';
import { IssueCommand } from '../command/issue-command.js';
import type { BellRequest, Desk, DeskAnswer } from '../ports.js';
import { AnswerBell, triesBeforeParking, type AnswerBellParts } from './answer-bell.js';
import type { BellReport } from './bell-report.js';
import { DeskDirectory } from './desk-directory.js';
import { noRelay } from './relay.js';
import { waitAfter } from './waits.js';

const shipment = exampleShipment();

/** A shipment with plan 1 proposed, whose first bell asks for seats on leg 1; the desk says what it is told to. */
async function planned(more: Partial<AnswerBellParts> = {}) {
  const clock = new FakeClock(openedAt);
  const store = new MemoryStore(clock);
  const issue = new IssueCommand(store, noRelay);
  await issueAll(issue, shipment, [openShipment(), proposePlan(1)]);
  const calls: string[] = [];
  const failures: string[] = [];
  const line: { says: () => Promise<DeskAnswer> } = { says: () => Promise.reject(new Error('nobody answers')) };
  const desk: Desk = {
    serves: callKinds,
    call: ({ idempotencyKey }) => {
      calls.push(idempotencyKey);
      return line.says();
    },
  };
  const answerBell = new AnswerBell({
    agenda: store,
    issue,
    desks: new DeskDirectory(store, { real: [], rehearsal: [desk] }),
    points: { reach: () => Promise.resolve() },
    failed: (_item, error) => failures.push(String(error)),
    ...more,
  });
  const bellOf = (key: string): BellRequest => bellIn(store, key);
  const answer = (key: string) => answerBell.answer(bellOf(key).id, bellOf(key).revision);
  const alerts = async () => (await store.load(shipment))!.stages.alert.alerts;
  return { clock, store, issue, calls, failures, line, answerBell, answer, bellOf, alerts };
}

function bellIn(store: MemoryStore, key: string): BellRequest {
  const item = store.items.find((each) => each.obligation.key === key);
  if (item === undefined) throw new Error(`${key} is not on the agenda`);
  const { id, revision, obligation } = item;
  return { id, revision, stage: obligation.stage, does: 'call', dueAt: obligation.dueAt, waitMs: 0 };
}

const holding = 'hold-seats/1.0/1';

const held: ShipmentCommand = {
  name: 'RecordSeatsHeld',
  data: {
    booking: '1.0/1',
    heldAt: on('houston', '08-12T09:30'),
    holdLapsesAt: on('beijing', '09-03T19:30'),
    giveUpBy: on('beijing', '09-04T13:30'),
    record: 'ABC234',
  },
};

const says = (command: ShipmentCommand) => () => Promise.resolve<DeskAnswer>({ kind: 'outcome', command });

describe('a call', () => {
  it('is made, and its outcome recorded', async () => {
    const { store, line, answer, calls } = await planned();
    line.says = says(held);
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect(calls).toEqual([`${shipment}/${holding}`]);
    expect((await store.load(shipment))!.stages['flight-booking'].bookings[0]).toMatchObject({
      status: 'held',
      record: 'ABC234',
    });
    expect(store.items.find((item) => item.obligation.key === holding)).toMatchObject({ open: false, token: null });
  });

  it('is made under the same key when another took over its lease, and its outcome is recorded once', async () => {
    const { store, line, answerBell, bellOf, calls } = await planned();
    const { id, revision } = bellOf(holding);
    const item = store.items.find((each) => each.id === id)!;
    line.says = async () => {
      line.says = says(held);
      // The lease ran out while the desk was asked; another handler has it by now.
      Object.assign(item, { token: null });
      await answerBell.answer(id, revision);
      return { kind: 'outcome', command: held };
    };
    await answerBell.answer(id, revision);
    expect(item).toMatchObject({ open: false, parked: null });
    expect(calls).toEqual([`${shipment}/${holding}`, `${shipment}/${holding}`]);
    const log = await store.log(shipment, 0, 100);
    expect(log.filter((entry) => entry.text.includes('"SeatsHeld"'))).toHaveLength(1);
  });

  it('of a desk that is worked by hand becomes a person’s deadline', async () => {
    const { store, line, answer } = await planned();
    line.says = () => Promise.resolve({ kind: 'by-hand' });
    await answer(holding);
    const item = store.items.find((each) => each.obligation.key === holding)!;
    expect(item).toMatchObject({
      open: true,
      token: null,
      revision: 2,
      obligation: { does: 'ring', kind: 'by-hand-due' },
    });
  });

  it('that nobody understands is a person’s: parked at once, with an alert, nothing guessed', async () => {
    const { store, line, answer, alerts } = await planned();
    line.says = () => Promise.resolve({ kind: 'unknown', said: 'HTTP 418' });
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect(store.items.find((each) => each.obligation.key === holding)!.parked).toBe('the desk said: HTTP 418');
    expect((await alerts()).map((alert) => [alert.cause.key, alert.status])).toEqual([[`parked/${holding}`, 'raised']]);
    expect((await store.load(shipment))!.stages['flight-booking'].bookings[0]!.status).toBe('wanted');
  });

  it('whose outcome the record contradicts is parked with the reason', async () => {
    const { store, line, answer, alerts } = await planned();
    line.says = says({ name: 'RecordArrival', data: { booking: '1.0/1', arrivedAt: on('houston', '08-12T09:30') } });
    await answer(holding);
    expect(store.items.find((each) => each.obligation.key === holding)!.parked).toContain('cannot be done now');
    expect(await alerts()).toHaveLength(1);
  });
});

describe('whoever watches', () => {
  const watched = async () => {
    const reports: BellReport[] = [];
    const all = await planned({ told: (report) => reports.push(report) });
    const fates = () => reports.map(({ fate, leased }) => [fate, leased?.item.obligation.key]);
    return { ...all, reports, fates };
  };

  it('is told what came of a bell, of which item, and how late it was', async () => {
    const { clock, line, answer, reports } = await watched();
    line.says = says(held);
    clock.pass(2);
    await answer(holding);
    expect(reports).toMatchObject([
      { fate: 'done', leased: { lateMs: 120_000, item: { obligation: { key: holding } } } },
    ]);
  });

  it('is told of failures, of what is parked, and of bells that were early or another’s', async () => {
    const { clock, line, store, answer, answerBell, bellOf, fates } = await watched();
    await answer(holding);
    await answer(holding);
    clock.pass(1);
    line.says = () => Promise.resolve({ kind: 'unknown', said: 'HTTP 418' });
    await answer(holding);
    const { id, revision } = bellOf(holding);
    await answerBell.answer(id, revision);
    expect(fates()).toEqual([
      ['failed', holding],
      ['early', undefined],
      ['parked', holding],
      ['not-mine', undefined],
    ]);
    expect(store.items.find((each) => each.id === id)!.parked).not.toBeNull();
  });

  it('is told how late a further try was, from when its wait was over', async () => {
    const { clock, answer, reports } = await watched();
    await answer(holding);
    clock.pass(1);
    await answer(holding);
    expect(reports[1]!.leased!.lateMs).toBe(60_000 - waitAfter(0));
  });
});

describe('a desk that fails', () => {
  it('is tried again after growing waits, then parked with an alert', async () => {
    const { clock, store, answer, failures, alerts } = await planned();
    const waits: number[] = [];
    for (let tries = 1; tries < triesBeforeParking; tries += 1) {
      const told = await answer(holding);
      if (told.kind !== 'again') throw new Error('expected to be rung again');
      waits.push(told.waitMs);
      expect(await store.due({ fromMs: null, toMs: told.waitMs - 1 }, 10)).not.toContainEqual(
        expect.objectContaining({ id: bellIn(store, holding).id }),
      );
      clock.pass(told.waitMs / 60_000);
    }
    expect(waits).toEqual([0, 1, 2, 3, 4].map(waitAfter));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(await alerts()).toEqual([]);
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect(store.items.find((each) => each.obligation.key === holding)).toMatchObject({
      open: true,
      token: null,
      parked: 'nobody answers',
    });
    expect((await alerts()).map((alert) => alert.cause.key)).toEqual([`parked/${holding}`]);
    expect(failures).toHaveLength(triesBeforeParking);
  });

  it('that answers at last is done with', async () => {
    const { clock, line, answer, alerts } = await planned();
    await answer(holding);
    clock.pass(1);
    line.says = says(held);
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect(await alerts()).toEqual([]);
  });

  it('is tried again at once where no wait is wanted', async () => {
    const { line, answer } = await planned({ waitAfter: () => 0 });
    expect(await answer(holding)).toEqual({ kind: 'again', waitMs: 0 });
    line.says = says(held);
    expect(await answer(holding)).toEqual({ kind: 'done' });
  });
});

describe('a desk that never answers', () => {
  it('is not waited for longer than the patience that was given: the call counts as failed', async () => {
    const patiently = (): Promise<never> => Promise.reject(new Error('no answer within 20 s'));
    const { store, line, answer } = await planned({ patiently });
    line.says = () => new Promise<DeskAnswer>(() => undefined);
    expect(await answer(holding)).toEqual({ kind: 'again', waitMs: waitAfter(0) });
    expect(store.items.find((each) => each.obligation.key === holding)).toMatchObject({ attempts: 1, token: null });
  });
});

describe('an item whose tries never come to an end', () => {
  it('is parked with an alert and not tried again: it may be what kills the process', async () => {
    const { store, calls, answer, alerts } = await planned();
    const item = store.items.find((each) => each.obligation.key === holding)!;
    // As leases leave it whose handlers died.
    Object.assign(item, { attempts: triesBeforeParking });
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect(calls).toEqual([]);
    expect(item).toMatchObject({ parked: 'None of its tries came to an end.' });
    expect((await alerts()).map((alert) => alert.cause.key)).toEqual([`parked/${holding}`]);
  });
});

describe('an item that cannot be parked because nobody can be told', () => {
  it('stays with the bells, and the telling is tried again', async () => {
    const { clock, store, issue, answer, alerts } = await planned();
    const asSystem = issue.asSystem.bind(issue);
    issue.asSystem = () => Promise.reject(new Error('no database'));
    for (let tries = 1; tries <= triesBeforeParking + 1; tries += 1) {
      const told = await answer(holding);
      if (told.kind !== 'again') throw new Error('expected to be rung again');
      clock.pass(told.waitMs / 60_000);
    }
    const item = store.items.find((each) => each.obligation.key === holding)!;
    expect(item.parked).toBeNull();
    issue.asSystem = asSystem;
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect(item.parked).not.toBeNull();
    expect(await alerts()).toHaveLength(1);
  });
});

describe('an item that a person lets be tried again', () => {
  const redrive: ShipmentCommand = { name: 'RedriveItem', data: { key: holding } };

  it('rings again by that command alone, from the first try on', async () => {
    const { store, issue, line, answer, alerts } = await planned();
    line.says = () => Promise.resolve({ kind: 'unknown', said: 'HTTP 418' });
    await answer(holding);
    await issueAll(issue, shipment, [redrive], 'again');
    expect(store.items.find((each) => each.obligation.key === holding)).toMatchObject({
      parked: null,
      attempts: 0,
      revision: 2,
    });
    line.says = says(held);
    expect(await answer(holding)).toEqual({ kind: 'done' });
    expect((await store.load(shipment))!.stages['flight-booking'].bookings[0]!.status).toBe('held');
    expect((await alerts()).map((alert) => alert.status)).toEqual(['resolved']);
  });

  it('and fails in the same way is parked with an alert again, each time', async () => {
    const { issue, line, answer, alerts } = await planned();
    line.says = () => Promise.resolve({ kind: 'unknown', said: 'HTTP 418' });
    for (const time of ['first', 'second']) {
      await answer(holding);
      await issueAll(issue, shipment, [redrive], time);
    }
    await answer(holding);
    expect((await alerts()).map((alert) => alert.status)).toEqual(['resolved', 'resolved', 'raised']);
  });
});

describe('an outcome that neither closes nor moves its item', () => {
  it('is not recorded round and round: the item comes to be parked with an alert', async () => {
    const { clock, store, line, answer, alerts } = await planned();
    line.says = says(proposePlan(2));
    for (let tries = 0; tries <= triesBeforeParking; tries += 1) {
      const told = await answer(holding);
      if (told.kind === 'again') clock.pass(told.waitMs / 60_000);
    }
    expect(store.items.find((each) => each.obligation.key === holding)!.parked).toContain('recorded before');
    expect(await alerts()).toHaveLength(1);
  });
});

describe('a clock that is put back between the lease and the record', () => {
  it('parks nothing: the deadline is rung again', async () => {
    const { clock, store, answerBell, bellOf, issue, alerts } = await planned();
    clock.pass(60 * 24 * 9);
    const { id, revision } = bellOf('clearance-due');
    const asSystem = issue.asSystem.bind(issue);
    issue.asSystem = (...told) => {
      clock.pass(-60 * 24 * 9);
      return asSystem(...told);
    };
    expect(await answerBell.answer(id, revision)).toMatchObject({ kind: 'again' });
    expect(store.items.find((each) => each.id === id)!.parked).toBeNull();
    expect(await alerts()).toEqual([]);
  });
});

describe('an example that is removed while its bell rings', () => {
  it('reaches no desk at all, least of all a real one', async () => {
    const real: string[] = [];
    const desk: Desk = {
      serves: callKinds,
      call: ({ idempotencyKey }) => (real.push(idempotencyKey), Promise.reject(new Error('real'))),
    };
    const directory = new DeskDirectory({ load: () => Promise.resolve(null) }, { real: [desk], rehearsal: [] });
    await expect(directory.deskFor(shipment, 'hold-seats')).rejects.toThrow('nobody is called');
    expect(real).toEqual([]);
  });
});

describe('a bell', () => {
  it('that is early is rung again, and nothing is done: soon even where it is days early, for then a clock is wrong', async () => {
    const { answer, calls } = await planned();
    expect(await answer('clearance-due')).toEqual({ kind: 'again', waitMs: 10_000 });
    expect(calls).toEqual([]);
  });

  it('of an older revision, of an item that is closed, or that another has, is nobody’s', async () => {
    const { store, answerBell, bellOf, calls } = await planned();
    const { id, revision } = bellOf(holding);
    expect(await answerBell.answer(id, revision - 1)).toEqual({ kind: 'done' });
    await store.lease(id, revision);
    expect(await answerBell.answer(id, revision)).toEqual({ kind: 'done' });
    expect(await answerBell.answer('999', 1)).toEqual({ kind: 'done' });
    expect(calls).toEqual([]);
  });

  it('rings a deadline that is still owed once, and an alert stands', async () => {
    const { clock, store, answer, alerts } = await planned();
    clock.pass(60 * 24 * 9);
    await answer('clearance-due');
    await answer('clearance-due');
    expect((await alerts()).map((alert) => alert.cause.key)).toEqual(['overdue/clearance-due']);
    const log = await store.log(shipment, 0, 100);
    expect(log.filter((entry) => entry.text.includes('"DeadlineRang"'))).toHaveLength(1);
  });
});

describe('an outcome that comes late', () => {
  it('is recorded, and leads to what makes it good: seats held for a plan that was stood down are to be given up', async () => {
    const { clock, store, issue, line, answerBell, bellOf } = await planned();
    const bell = bellOf(holding);
    line.says = async () => {
      // While the airline is asked, the shipment is stopped.
      clock.at = on('beijing', '09-04T13:45').at;
      const upToStop = [clearDonor(), startCollection(1), endCollection(1), countCells(1, 1074), decideOnCount('stop')];
      await issueAll(issue, shipment, upToStop, 'meanwhile');
      return { kind: 'outcome', command: held };
    };
    expect(await answerBell.answer(bell.id, bell.revision)).toEqual({ kind: 'done' });
    const { bookings } = (await store.load(shipment))!.stages['flight-booking'];
    expect(bookings[0]!.status).toBe('to-give-up');
    expect(store.items.filter((item) => item.open).map((item) => item.obligation.key)).toContain('give-up-seats/1.0/1');
  });
});
