import { plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import { agendaOf } from '@cellrelay/shipment';
import {
  IssueCommand,
  prepare,
  type AgendaItem,
  type AgendaStore,
  type BellRequest,
  type CommandOutcome,
  type CommitOutcome,
  type Loaded,
  type ShipmentStore,
} from '@cellrelay/use-cases';
import {
  cancelShipment,
  clearDonor,
  exampleShipment,
  on,
  openedAt,
  openShipment,
  orderUnit,
  proposePlan,
} from './case-a.js';
import { commandId, coordinator, issueAll, issueOne } from './issuing.js';

/** A store to be held to its promises, on a clock that stands still until it is set. */
export interface StoreUnderTest {
  readonly shipments: ShipmentStore;
  readonly agenda: AgendaStore;
  /** Puts the clock forward; it stands at `openedAt` of case A or later when a test begins. */
  setClock(at: Instant): Promise<void>;
  now(): Promise<Instant>;
}

const later = (at: Instant, minutes: number): Instant => plusMinutes(at, minutes);
/** Of the form that tokens have, and nobody's. */
const anotherToken = '00000000-0000-4000-8000-000000000000';
const everything = { fromMs: null, toMs: 365 * 24 * 3_600_000 } as const;

/** What ShipmentStore and AgendaStore promise, whoever keeps them. `open` is called once; each test has a shipment of its own. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store's contract`, () => {
    let store: StoreUnderTest;
    let shipment: ShipmentId;
    let count = 0;
    let told: BellRequest[] = [];

    beforeAll(async () => (store = await open()));
    beforeEach(() => {
      count += 1;
      shipment = exampleShipment(count);
      told = [];
    });

    const issue = (): IssueCommand =>
      new IssueCommand(store.shipments, {
        committed: ({ bells }: Extract<CommitOutcome, { kind: 'committed' }>) =>
          Promise.resolve(void told.push(...bells)),
      });
    const loadedBy = async (withLog: boolean): Promise<Loaded> => {
      const seen: Loaded[] = [];
      const command = { shipment, id: commandId(`look/${shipment}/${withLog}`), bodyHash: '0'.repeat(64), withLog };
      await store.shipments.commit(command, (loaded) => {
        seen.push(loaded);
        return { ok: false, refusal: { code: 'looked', sentence: 'Only looked.' } };
      });
      const [loaded] = seen;
      if (loaded === undefined) throw new Error('nothing was loaded');
      return loaded;
    };
    const opened = (): Promise<void> => issueAll(issue(), shipment, [openShipment(shipment)]);
    const planned = (): Promise<void> => issueAll(issue(), shipment, [openShipment(shipment), proposePlan(1)]);

    /** The bell of the first item that this shipment's last commit made due. */
    const dueBell = (): BellRequest => {
      const [bell] = told;
      if (bell === undefined) throw new Error('no bell was told of');
      return bell;
    };
    const lease = async (bell: BellRequest): Promise<{ item: AgendaItem; token: string; lateMs: number }> => {
      const outcome = await store.agenda.lease(bell.id, bell.revision);
      if (outcome.kind !== 'leased') throw new Error(`not leased: ${outcome.kind}`);
      return outcome;
    };
    const openBells = async (): Promise<readonly BellRequest[]> => store.agenda.due(everything, 10_000);
    const isDue = async (bell: BellRequest): Promise<boolean> =>
      (await store.agenda.due({ fromMs: null, toMs: 0 }, 10_000)).some((each) => each.id === bell.id);

    describe('a commit', () => {
      it('hands the whole log to a decision that asks for it, and to no other', async () => {
        await planned();
        const log = await store.shipments.log(shipment, 0, 1_000);
        expect((await loadedBy(true)).log).toEqual(log);
        expect((await loadedBy(false)).log).toBeUndefined();
        expect((await loadedBy(true)).state).toEqual((await loadedBy(false)).state);
      });

      it('is found again: state and log', async () => {
        await opened();
        const state = await store.shipments.load(shipment);
        const log = await store.shipments.log(shipment, 0, 100);
        expect(log.map((line) => line.seq)).toEqual(log.map((_, index) => index + 1));
        expect(state?.revision).toBe(log.length);
        expect(await store.shipments.log(shipment, 1, 1)).toEqual(log.slice(1, 2));
      });

      it('leaves nothing of a refusal', async () => {
        await opened();
        const before = [await store.shipments.load(shipment), await store.shipments.log(shipment, 0, 100)];
        const outcome = await issueOne(issue(), shipment, openShipment(shipment), `again/${shipment}`);
        expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'shipment-exists' } });
        expect([await store.shipments.load(shipment), await store.shipments.log(shipment, 0, 100)]).toEqual(before);
      });

      it('answers a repeated id with its answer, and refuses it for another command', async () => {
        await opened();
        const first = await issueOne(issue(), shipment, proposePlan(1), `plan/${shipment}`);
        const second = await issueOne(issue(), shipment, proposePlan(1), `plan/${shipment}`);
        expect(second).toEqual({ ...first, repeated: true });
        const other = await issueOne(issue(), shipment, proposePlan(2), `plan/${shipment}`);
        expect(other).toMatchObject({ kind: 'refused', refusal: { code: 'idempotency-key-reused' } });
      });

      it('without events is an answer too, and chains on', async () => {
        await planned();
        const [call] = agendaOf((await store.shipments.load(shipment))!).filter((each) => each.does === 'call');
        const park = { name: 'ParkItem', data: { key: call!.key, reason: 'tried in vain' } } as const;
        await issueAll(issue(), shipment, [park, park], 'parked');
        await issueAll(issue(), shipment, [proposePlan(2)], 'after');
        const log = await store.shipments.log(shipment, 0, 100);
        expect(log.filter((line) => line.text.includes('"ItemParked"'))).toHaveLength(1);
        expect(log.map((line) => line.seq)).toEqual(log.map((_, index) => index + 1));
      });

      it('tells of what it made due soon, and keeps a row for everything that is owed', async () => {
        await planned();
        const agenda = agendaOf((await store.shipments.load(shipment))!);
        const soon = later(await store.now(), 10);
        expect(told.map((bell) => bell.dueAt)).toEqual(agenda.map((each) => each.dueAt).filter((at) => at <= soon));
        expect(told).toHaveLength(2);
        const first = (await openBells()).length;
        await issueAll(issue(), shipment, [proposePlan(2)], 'more');
        const after = agendaOf((await store.shipments.load(shipment))!);
        expect((await openBells()).length - first).toBe(after.length - agenda.length);
      });
    });

    describe('a banked unit', () => {
      const one = (): ShipmentId => exampleShipment(1_000 + count);
      const another = (): ShipmentId => exampleShipment(2_000 + count);
      const order = (by: ShipmentId, din: string, id = 'order'): Promise<CommandOutcome> =>
        issueOne(issue(), by, orderUnit(by, din), `${id}/${by}`);
      const refusedBy = (code: string, holder: ShipmentId, at = '/unit/din') => ({
        kind: 'refused',
        refusal: { code, at, sentence: expect.stringContaining(`EX-${holder.slice(-4)}`) as unknown },
      });

      it('is ordered once, however many order it at once, and is free again when that shipment has ended', async () => {
        const both = await Promise.all([one(), another()].map((each) => order(each, 'G123424000001')));
        const [has, hasNot] = both[0]?.kind === 'accepted' ? [one(), another()] : [another(), one()];
        expect(both.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
        expect(both).toContainEqual(refusedBy('unit-ordered-already', has));
        expect(await store.shipments.load(hasNot)).toBeNull();
        expect(await issueOne(issue(), has, cancelShipment(), `cancel/${has}`)).toMatchObject({ kind: 'accepted' });
        expect(await order(hasNot, 'G123424000001', 'again')).toMatchObject({ kind: 'accepted' });
      });

      it('is held against examples where it is an example, and against no order of another', async () => {
        expect(await order(one(), 'G123424000002')).toMatchObject({ kind: 'accepted' });
        const { name, data } = orderUnit(another(), 'G123424000002');
        const real = await issueOne(
          issue(),
          another(),
          { name, data: { ...data, example: false } },
          `real/${another()}`,
        );
        expect(real).toMatchObject({ kind: 'accepted' });
        expect(await order(shipment, 'G123424000003')).toMatchObject({ kind: 'accepted' });
      });

      it('is not had by correcting another order to it', async () => {
        await order(one(), 'G123424000004');
        await order(another(), 'G123424000005');
        const why = { reason: 'Mistyped.', evidence: 'Formal request.' };
        const corrected = orderUnit(another(), 'G123424000004');
        const correction = { name: 'CorrectFact', data: { fact: 1, corrected, ...why } } as const;
        const outcome = await issueOne(issue(), another(), correction, `correct/${another()}`);
        expect(outcome).toMatchObject(refusedBy('unit-ordered-already', one(), '/body/unit/din'));
      });

      it('that was infused is not ordered again', async () => {
        const command = { shipment: one(), id: commandId(`infused/${one()}`), bodyHash: '0'.repeat(64) };
        const issued = { ...command, statedBy: coordinator, recordedBy: 'system', ifMatch: null };
        await store.shipments.commit(command, (loaded) => {
          const made = prepare({ ...issued, command: orderUnit(one(), 'G123424000006') }, loaded);
          return made.ok ? { ok: true, commit: { ...made.commit, row: { ...made.commit.row, live: false } } } : made;
        });
        expect(await order(another(), 'G123424000006')).toMatchObject(refusedBy('unit-used-up', one()));
      });
    });

    describe('a lease', () => {
      it('is given to one, and to nobody for an older revision', async () => {
        await planned();
        const bell = dueBell();
        expect(await store.agenda.lease(bell.id, bell.revision - 1)).toEqual({ kind: 'not-mine' });
        const { item, lateMs } = await lease(bell);
        expect(item).toMatchObject({ id: bell.id, shipment, revision: bell.revision, attempts: 0 });
        expect(lateMs >= 0 && lateMs < 60_000).toBe(true);
        expect(await store.agenda.lease(bell.id, bell.revision)).toEqual({ kind: 'not-mine' });
        expect(await isDue(bell)).toBe(false);
      });

      it('is not given before the item is due: it is said how long to wait', async () => {
        await opened();
        const now = await store.now();
        const bells = await openBells();
        const early = bells.find((bell) => bell.dueAt > now);
        const outcome = await store.agenda.lease(early!.id, early!.revision);
        expect(outcome).toMatchObject({ kind: 'early', dueAt: early!.dueAt });
        expect(outcome.kind === 'early' && later(now, outcome.waitMs / 60_000) >= early!.dueAt).toBe(true);
      });

      it('that is released leaves the item as it was', async () => {
        await planned();
        const { item, token } = await lease(dueBell());
        await store.agenda.release(item.id, token);
        expect(await lease(dueBell())).toMatchObject({ item: { attempts: 0 } });
      });

      it('that was handed back counts as a try, and the item waits', async () => {
        await planned();
        const bell = dueBell();
        const { item, token } = await lease(bell);
        expect(await store.agenda.handBack(item.id, token, { error: 'no answer', afterMs: 60_000 })).toBe(true);
        expect(await store.agenda.handBack(item.id, token, { error: 'no answer', afterMs: 60_000 })).toBe(false);
        expect(await isDue(bell)).toBe(false);
        expect(await store.agenda.lease(bell.id, bell.revision)).toMatchObject({ kind: 'early', waitMs: 60_000 });
        await store.setClock(later(await store.now(), 1));
        expect(await isDue(bell)).toBe(true);
        expect(await lease(bell)).toMatchObject({ item: { attempts: 1 } });
      });
    });

    describe('a parked item', () => {
      it('is nobody’s until it is unparked, and then begins afresh', async () => {
        await planned();
        const bell = dueBell();
        const { item, token } = await lease(bell);
        expect(await store.agenda.park(item.id, anotherToken, 'tried in vain')).toBe(false);
        expect(await store.agenda.park(item.id, token, 'tried in vain')).toBe(true);
        expect(await store.agenda.lease(bell.id, bell.revision)).toEqual({ kind: 'not-mine' });
        expect(await isDue(bell)).toBe(false);
        expect(await store.agenda.unpark(item.id)).toMatchObject([{ id: bell.id, revision: bell.revision }]);
        expect(await lease(bell)).toMatchObject({ item: { attempts: 0 } });
      });
    });

    describe('an item that is redriven by command', () => {
      it('is unparked by that very commit, begins afresh at its next revision, and is told of', async () => {
        await planned();
        const bell = dueBell();
        const { item, token } = await lease(bell);
        const { key } = item.obligation;
        await issueAll(issue(), shipment, [{ name: 'ParkItem', data: { key, reason: 'tried in vain' } }], 'parked');
        await store.agenda.park(item.id, token, 'tried in vain');
        told = [];
        await issueAll(issue(), shipment, [{ name: 'RedriveItem', data: { key } }], 'redriven');
        const again = told.find((each) => each.id === bell.id);
        expect(again?.revision).toBeGreaterThan(bell.revision);
        expect(await store.agenda.lease(bell.id, bell.revision)).toEqual({ kind: 'not-mine' });
        expect(await lease(again!)).toMatchObject({ item: { attempts: 0, obligation: { key } } });
      });
    });

    describe('the row of an obligation', () => {
      it('moves to the next revision when the obligation moves, and closes with it', async () => {
        const others = new Set((await openBells()).map((bell) => bell.id));
        await opened();
        const own = (await openBells()).filter((bell) => !others.has(bell.id));
        const clearance = agendaOf((await store.shipments.load(shipment))!).find(
          (each) => each.key === 'clearance-due',
        )!;
        const row = own.find((bell) => bell.stage === 'donor-clearance' && bell.dueAt === clearance.dueAt)!;
        await store.setClock(on('beijing', '08-17T10:00').at);
        await issueAll(issue(), shipment, [clearDonor()], 'cleared');
        expect((await openBells()).map((bell) => bell.id)).not.toContain(row.id);
        expect(await store.agenda.lease(row.id, row.revision)).toEqual({ kind: 'not-mine' });
        const suspend = {
          name: 'SuspendDonor',
          data: { suspendedAt: on('beijing', '08-17T09:00'), reason: 'Fever.' },
        } as const;
        await issueAll(issue(), shipment, [suspend], 'suspended');
        const again = (await openBells()).find((bell) => bell.id === row.id);
        expect(again?.revision).toBe(row.revision + 1);
      });
    });

    describe('what is due', () => {
      it('comes oldest first, within the window and the number asked for', async () => {
        await planned();
        const all = await openBells();
        expect(all.map((bell) => bell.dueAt)).toEqual(all.map((bell) => bell.dueAt).sort());
        expect(await store.agenda.due(everything, 1)).toHaveLength(1);
        const now = await store.now();
        const soon = await store.agenda.due({ fromMs: 1, toMs: 14 * 24 * 3_600_000 }, 10_000);
        expect(soon.length).toBeGreaterThan(0);
        expect(soon.every((bell) => bell.dueAt > now && bell.dueAt <= later(now, 14 * 24 * 60))).toBe(true);
      });
    });
  });

  it('starts where case A is opened', () => {
    expect(openedAt).toBe('2024-08-12T14:30:00.000Z');
  });
}
