import {
  exampleShipment,
  FakeClock,
  issueAll,
  MemoryStore,
  on,
  openedAt,
  openShipment,
  proposePlan,
} from '@cellrelay/testkit';
import { IssueCommand } from '../command/issue-command.js';
import type { AgendaStore, Bell, BellRequest } from '../ports.js';
import { armingWindowMs, noRelay, overdueMs, RelayAfterCommit, Sweep } from './relay.js';

const shipment = exampleShipment();

async function parts() {
  const clock = new FakeClock(openedAt);
  const store = new MemoryStore(clock);
  const armed: BellRequest[][] = [];
  const bell: Bell = {
    arm: (requests) => Promise.resolve(void armed.push([...requests])),
    reach: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const issue = new IssueCommand(store, noRelay);
  await issueAll(issue, shipment, [openShipment(), proposePlan(1)]);
  return { clock, store, armed, bell };
}

const keysIn = (store: MemoryStore, requests: readonly BellRequest[] = []): string[] =>
  requests.map(({ id }) => store.items.find((item) => item.id === id)!.obligation.key);

describe('the sweep', () => {
  it('arms at its first look whatever is due within the window or overdue', async () => {
    const { store, armed, bell } = await parts();
    await new Sweep(store, bell).look(0);
    expect(keysIn(store, armed[0])).toEqual(['hold-seats/1.0/1', 'hold-seats/1.1/1']);
  });

  it('rings again what is overdue and was lost by the queue', async () => {
    const { clock, store, armed, bell } = await parts();
    const sweep = new Sweep(store, bell);
    await sweep.look(0);
    clock.pass((overdueMs + 1_000) / 60_000);
    await sweep.look(overdueMs + 1_000);
    expect(keysIn(store, armed[1])).toEqual(['hold-seats/1.0/1', 'hold-seats/1.1/1']);
  });

  it('tells what came near and what was overdue, at every look that ends well', async () => {
    const { clock, store, bell } = await parts();
    const told: unknown[] = [];
    const sweep = new Sweep(store, bell, (report) => told.push(report));
    await sweep.look(0);
    clock.pass((overdueMs + 1_000) / 60_000);
    await sweep.look(overdueMs + 1_000);
    expect(told).toEqual([
      { near: 2, overdue: 0 },
      { near: 0, overdue: 2 },
    ]);
  });

  it('leaves alone what is leased, parked or not due within the window', async () => {
    const { store, armed, bell } = await parts();
    const [first, second] = await store.due({ fromMs: null, toMs: 0 }, 2);
    await store.lease(first!.id, first!.revision);
    const lease = await store.lease(second!.id, second!.revision);
    if (lease.kind === 'leased') await store.park(second!.id, lease.token, 'tried in vain');
    await new Sweep(store, bell).look(0);
    expect(armed).toEqual([]);
  });

  it('arms the rest as its time comes near', async () => {
    const { clock, store, armed, bell } = await parts();
    clock.at = on('beijing', '08-21T07:45').at;
    const sweep = new Sweep(store, bell);
    await sweep.look(0);
    expect(keysIn(store, armed[0])).not.toContain('clearance-due');
    clock.pass(6);
    await sweep.look(6 * 60_000);
    expect(keysIn(store, armed[1])).toContain('clearance-due');
    expect(armed[1]!.at(-1)!.waitMs).toBe(9 * 60_000);
  });
});

describe('the sweep among very many', () => {
  it('arms all that is near at its first look, and at the next only what has come near since', async () => {
    const { store, armed, bell } = await parts();
    const [one] = await store.due({ fromMs: null, toMs: 0 }, 1);
    const windows: (number | null)[] = [];
    const crowded: AgendaStore = Object.assign(Object.create(store) as AgendaStore, {
      due: ({ fromMs, toMs }: Parameters<AgendaStore['due']>[0], limit: number) => {
        if (toMs > 0) windows.push(fromMs);
        const there = fromMs === null && toMs > 0 ? 30_000 : 0;
        return Promise.resolve(Array.from({ length: Math.min(there, limit) }, () => one!));
      },
    });
    const sweep = new Sweep(crowded, bell);
    await sweep.look(0);
    await sweep.look(1_000);
    expect(armed.flat()).toHaveLength(30_000);
    expect(Math.max(...armed.map((each) => each.length))).toBe(1_000);
    expect(windows).toEqual([null, armingWindowMs - 1_000]);
  });
});

describe('a look of the sweep that fails', () => {
  it('leaves no gap: what came near meanwhile is armed ahead by the next', async () => {
    const { clock, store, armed, bell } = await parts();
    clock.at = on('beijing', '08-21T07:45').at;
    let broken = false;
    const shaky: Bell = {
      ...bell,
      arm: (requests) => (broken ? Promise.reject(new Error('no queue')) : bell.arm(requests)),
    };
    const sweep = new Sweep(store, shaky);
    await sweep.look(0);
    broken = true;
    clock.pass(6);
    await expect(sweep.look(6 * 60_000)).rejects.toThrow('no queue');
    broken = false;
    clock.pass(1);
    await sweep.look(60_000);
    expect(keysIn(store, armed.at(-1))).toContain('clearance-due');
  });
});

describe('a look of the sweep while the queue is away', () => {
  it('fails although nothing is due, and reads nothing of the agenda', async () => {
    const { store, bell } = await parts();
    let read = 0;
    const empty: AgendaStore = Object.assign(Object.create(store) as AgendaStore, {
      due: () => {
        read += 1;
        return Promise.resolve([]);
      },
    });
    let away = true;
    const queue: Bell = { ...bell, reach: () => (away ? Promise.reject(new Error('away')) : Promise.resolve()) };
    const sweep = new Sweep(empty, queue);
    await expect(sweep.look(0)).rejects.toThrow('away');
    expect(read).toBe(0);
    away = false;
    expect(await sweep.look(1_000)).toBe(0);
    expect(read).toBe(1);
  });
});

describe('the relay', () => {
  it('hangs the bells of a commit that are due soon, and no others', async () => {
    const { clock, store, armed, bell } = await parts();
    const issue = new IssueCommand(store, new RelayAfterCommit(bell, () => undefined));
    await issueAll(issue, shipment, [proposePlan(2)], 'relayed');
    expect(keysIn(store, armed[0])).toEqual(['hold-seats/2.0/1', 'hold-seats/2.1/1']);
    expect(armed[0]!.every((request) => request.waitMs <= armingWindowMs && request.dueAt <= clock.at)).toBe(true);
  });

  it('that fails harms no command: it is reported', async () => {
    const { store, bell } = await parts();
    const failures: unknown[] = [];
    const broken: Bell = { ...bell, arm: () => Promise.reject(new Error('no queue')) };
    const issue = new IssueCommand(store, new RelayAfterCommit(broken, (error) => failures.push(error)));
    await issueAll(issue, shipment, [proposePlan(2)], 'relayed');
    expect(failures).toEqual([new Error('no queue')]);
  });
});
