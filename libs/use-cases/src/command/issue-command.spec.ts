import {
  clearDonor,
  exampleShipment,
  FakeClock,
  issueAll,
  issueOne,
  MemoryStore,
  on,
  openedAt,
  openShipment,
  proposePlan,
} from '@cellrelay/testkit';
import { agendaOf, fold, type ShipmentCommand } from '@cellrelay/shipment';
import { chainHash } from '../log/chain.js';
import { loggedEventOf } from '../log/entry.js';
import type { BellRequest, CommitOutcome } from '../ports.js';
import { IssueCommand } from './issue-command.js';

const shipment = exampleShipment();

function parts() {
  const clock = new FakeClock(openedAt);
  const store = new MemoryStore(clock);
  const told: (readonly BellRequest[])[] = [];
  const after = {
    committed: ({ bells }: Extract<CommitOutcome, { kind: 'committed' }>) => Promise.resolve(void told.push(bells)),
  };
  return { clock, store, told, issue: new IssueCommand(store, after) };
}

async function opened() {
  const all = parts();
  await issueAll(all.issue, shipment, [openShipment()]);
  all.clock.pass(60);
  return all;
}

describe('public holidays', () => {
  it('are opened for a plan, before its commit, and for nothing else', async () => {
    const { store } = parts();
    const opened: string[] = [];
    const open = () => {
      opened.push('opened');
      return () => null;
    };
    const issue = new IssueCommand(store, { committed: () => Promise.resolve() }, undefined, {
      open,
      regionsOf: () => [],
    });
    await issueAll(issue, shipment, [openShipment()]);
    expect(opened).toEqual([]);
    await issueOne(issue, shipment, proposePlan(1), 'plan');
    expect(opened).toEqual(['opened']);
    const log = await store.log(shipment, 0, 100);
    expect(log.filter(({ text }) => text.includes('"CalendarsPinned"'))).toHaveLength(1);
  });
});

const refusalOf = (outcome: Awaited<ReturnType<IssueCommand['execute']>>): string =>
  outcome.kind === 'refused' ? outcome.refusal.code : 'accepted';

describe('a command that is accepted', () => {
  it('is written with its events chained, its state folded and its agenda derived', async () => {
    const { store, issue } = await opened();
    const outcome = await issueOne(issue, shipment, proposePlan(1), 'plan');
    const log = await store.log(shipment, 0, 100);
    const state = await store.load(shipment);
    expect(fold(log.map((line) => loggedEventOf(line.text)))).toEqual(state);
    log.forEach((line, at) => expect(line.hash).toBe(chainHash(log[at - 1]?.hash ?? null, line.text)));
    expect(
      store.items
        .filter((item) => item.open)
        .map((item) => item.obligation.key)
        .sort(),
    ).toEqual(
      agendaOf(state!)
        .map((each) => each.key)
        .sort(),
    );
    expect(outcome).toMatchObject({
      kind: 'accepted',
      repeated: false,
      answer: { revision: state!.revision, stageRevisions: state!.stageRevisions },
    });
  });

  it('tells of the bells that are due soon, after the commit and once', async () => {
    const { store, told, issue } = await opened();
    await issueOne(issue, shipment, proposePlan(1), 'plan');
    await issueOne(issue, shipment, proposePlan(1), 'plan');
    const due = await store.due({ fromMs: null, toMs: 0 }, 10);
    expect(told).toHaveLength(2);
    expect(told[1]).toEqual(expect.arrayContaining([...due]));
    expect(due.map((bell) => bell.does)).toEqual(['call', 'call']);
  });

  it('is not recorded before the last line of its log, though the clock was put back', async () => {
    const { clock, store, issue } = await opened();
    clock.pass(-600);
    await issueOne(issue, shipment, proposePlan(1), 'plan');
    const times = (await store.log(shipment, 0, 100)).map((line) => loggedEventOf(line.text).recordedAt);
    expect(times).toEqual([...times].sort());
  });
});

describe('the same id', () => {
  it('with the same command acts once and answers the same again', async () => {
    const { store, issue } = await opened();
    const first = await issueOne(issue, shipment, proposePlan(1), 'plan');
    const log = await store.log(shipment, 0, 100);
    const second = await issueOne(issue, shipment, proposePlan(1), 'plan');
    expect(second).toEqual({ ...first, repeated: true });
    expect(await store.log(shipment, 0, 100)).toEqual(log);
  });

  it('answers the same though the revision that was read is stale by now', async () => {
    const { issue } = await opened();
    const how = { id: 'plan', ifMatch: 0 };
    const first = await issueOne(issue, shipment, proposePlan(1), how);
    expect(await issueOne(issue, shipment, proposePlan(1), how)).toEqual({ ...first, repeated: true });
  });

  it('with another body is refused', async () => {
    const { issue } = await opened();
    await issueOne(issue, shipment, proposePlan(1), 'plan');
    expect(refusalOf(await issueOne(issue, shipment, proposePlan(2), 'plan'))).toBe('idempotency-key-reused');
  });

  it('may be used again after a refusal, which has changed nothing', async () => {
    const { clock, issue } = await opened();
    expect(refusalOf(await issueOne(issue, shipment, clearDonor(), 'clear'))).toBe('in-the-future');
    clock.pass(60 * 24 * 10);
    expect(refusalOf(await issueOne(issue, shipment, clearDonor(), 'clear'))).toBe('accepted');
  });
});

describe('a refusal changes nothing', () => {
  it.each([
    ['a stale revision', proposePlan(1), { id: 'late', ifMatch: 7 }, 'stale-revision'],
    ['a second opening', openShipment(), 'again', 'shipment-exists'],
    ['a second opening as if there were none', openShipment(), { id: 'anew', ifMatch: 0 }, 'shipment-exists'],
    ['what the core refuses', clearDonor(), 'early', 'in-the-future'],
  ] as const)('%s', async (_case, command, how, code) => {
    const { store, told, issue } = await opened();
    const [log, state, items] = [
      await store.log(shipment, 0, 100),
      await store.load(shipment),
      JSON.stringify(store.items),
    ];
    expect(refusalOf(await issueOne(issue, shipment, command, how))).toBe(code);
    expect(await store.log(shipment, 0, 100)).toEqual(log);
    expect(await store.load(shipment)).toEqual(state);
    expect(JSON.stringify(store.items)).toBe(items);
    expect(told).toHaveLength(1);
  });

  it('a command to a shipment that there is not', async () => {
    const { store, issue } = parts();
    expect(refusalOf(await issueOne(issue, shipment, proposePlan(1), 'plan'))).toBe('no-such-shipment');
    expect(await store.load(shipment)).toBeNull();
  });
});

describe('the revision that was read', () => {
  it('is that of the command’s own stage: what happens in another does not spoil an open form', async () => {
    const { clock, store, issue } = await opened();
    const read = (await store.load(shipment))!.stageRevisions['flight-booking'];
    clock.pass(60 * 24 * 10);
    await issueOne(issue, shipment, clearDonor(), 'clear');
    expect(refusalOf(await issueOne(issue, shipment, proposePlan(1), { id: 'plan', ifMatch: read }))).toBe('accepted');
    expect(refusalOf(await issueOne(issue, shipment, proposePlan(1), { id: 'plan-again', ifMatch: read }))).toBe(
      'stale-revision',
    );
  });
});

describe('a correction', () => {
  const cleared = async () => {
    const all = await opened();
    all.clock.pass(60 * 24 * 10);
    await issueOne(all.issue, shipment, clearDonor('08-16T10:00'), 'clear');
    return all;
  };
  const corrected = clearDonor('08-16T09:00');
  const correction = (fact: number): ShipmentCommand => {
    if (corrected.name !== 'ClearDonor') throw new Error('no clearance');
    return { name: 'CorrectFact', data: { fact, corrected, reason: 'misread', evidence: 'letter' } };
  };

  it('is decided with the log in hand: chained behind it, the state folded from it, the agenda derived', async () => {
    const { store, issue } = await cleared();
    const fact = (await store.load(shipment))!.stageRevisions['donor-clearance'];
    expect(refusalOf(await issueOne(issue, shipment, correction(fact), { id: 'correct', ifMatch: fact }))).toBe(
      'accepted',
    );
    const [state, log] = [await store.load(shipment), await store.log(shipment, 0, 100)];
    expect(state!.stages['donor-clearance'].since).toEqual(on('beijing', '08-16T09:00'));
    expect(fold(log.map((line) => loggedEventOf(line.text)))).toEqual(state);
    log.forEach((line, at) => expect(line.hash).toBe(chainHash(log[at - 1]?.hash ?? null, line.text)));
    const open = store.items.filter((item) => item.open).map((item) => item.obligation);
    expect(open).toEqual(expect.arrayContaining([...agendaOf(state!)]));
    expect(open).toHaveLength(agendaOf(state!).length);
  });

  it('goes by the revision of its fact’s stage', async () => {
    const { store, issue } = await cleared();
    const { order, 'donor-clearance': fact } = (await store.load(shipment))!.stageRevisions;
    expect(refusalOf(await issueOne(issue, shipment, correction(fact), { id: 'one', ifMatch: order }))).toBe(
      'stale-revision',
    );
  });
});
