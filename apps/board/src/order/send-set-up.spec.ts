import type { Sending, Sent } from '../act/sent.js';
import type { Action, NotNow } from '../api/types.js';
import { OPEN, type Act } from './acts.js';
import { sendSetUp, type Line } from './send-set-up.js';
import type { LogLine } from './set-meanwhile.js';
import { freshSetUp, withOutcome, type SetUp } from './set-up.js';

const act = (id: string, command: string, about: object = {}): Act => ({
  ...{ id, command, label: id, step: 'order', fields: [], wanted: true },
  about: about as Act['about'],
});
const acts = [act(OPEN, OPEN), act('courier', 'NominateCourier'), act('plan 1', 'ProposePlan', { plan: 1 })];
const action = (command: string, prefill: object = {}) => ({ command, prefill, stageRevision: 3 }) as unknown as Action;
const refusal = { code: 'no', title: 'No', detail: 'It cannot be.', fields: [], allowed: [], standsIfConfirmed: false };

/** A server that has done what it was sent, by key, and a browser that keeps; both survive the tab. */
class World {
  readonly done: string[] = [];
  readonly answers = new Map<string, Sent>();
  kept: SetUp = freshSetUp('a', 'me');
  keeps = true;
  open: readonly Action[] = [
    action('NominateCourier'),
    action('ProposePlan', { plan: 1 }),
    action('ProposePlan', { plan: 2 }),
  ];
  readonly notNow: NotNow[] = [];
  readonly log: LogLine[] = [];
  sentOf: (sending: Sending) => Sent = () => ({ kind: 'done' });
  private keys = 0;

  /** `dies`: the tab does, right after the server has done that command. */
  line(dies?: string, newKey = () => `key-${(this.keys += 1)}`): Line {
    return {
      newKey,
      keep: (setUp) => {
        if (this.keeps) this.kept = setUp;
        return this.keeps;
      },
      actions: () => Promise.resolve({ actions: this.open, notNow: this.notNow }),
      log: () => Promise.resolve(this.log),
      send: (sending) => {
        const answer = this.answers.get(sending.key) ?? this.sentOf(sending);
        if (answer.kind === 'done' && !this.answers.has(sending.key)) this.done.push(sending.command);
        this.answers.set(sending.key, answer);
        if (sending.command === dies) throw new Error('the tab died');
        return Promise.resolve(answer);
      },
      known: { now: 0, zoneOfAirport: () => undefined },
    };
  }
}

const forgetting = (setUp: SetUp): SetUp => ({
  ...setUp,
  outcomes: Object.fromEntries(Object.entries(setUp.outcomes).filter(([, { done }]) => done === true)),
});

describe('sending a set-up', () => {
  it('opens the shipment, then does what follows, each once', async () => {
    const world = new World();
    const after = await sendSetUp(world.kept, acts, world.line());
    expect(world.done).toEqual([OPEN, 'NominateCourier', 'ProposePlan']);
    expect(after).toMatchObject({ opened: true, outcomes: { courier: { done: true }, 'plan 1': { done: true } } });
    await sendSetUp(world.kept, acts, world.line());
    expect(world.done).toHaveLength(3);
  });

  it.each([OPEN, 'NominateCourier', 'ProposePlan'])(
    'goes on where a tab died after %s was done, and does nothing twice',
    async (dies) => {
      const world = new World();
      await expect(sendSetUp(world.kept, acts, world.line(dies))).rejects.toThrow('died');
      await sendSetUp(world.kept, acts, world.line());
      expect(world.done).toEqual([OPEN, 'NominateCourier', 'ProposePlan']);
    },
  );

  it('would do it twice there, were the key not kept (control)', async () => {
    const world = new World();
    await expect(sendSetUp(world.kept, acts, world.line('NominateCourier'))).rejects.toThrow('died');
    await sendSetUp(forgetting(world.kept), acts, world.line());
    expect(world.done).toEqual([OPEN, 'NominateCourier', 'NominateCourier', 'ProposePlan']);
  });

  it.each([
    { kind: 'unknown', refusal } as const,
    { kind: 'refused', refusal: { ...refusal, code: 'not-yours-to-do' } } as const,
  ])('keeps the key of a try whose answer was lost when the next one is not looked at: $kind', async (answer) => {
    const world = new World();
    await expect(sendSetUp(world.kept, acts, world.line('ProposePlan'))).rejects.toThrow('died');
    const sent: string[] = [];
    const turnsAway = {
      ...world.line(),
      send: ({ command }: Sending) => Promise.resolve((sent.push(command), answer)),
    };
    await sendSetUp(world.kept, acts, turnsAway);
    expect(sent).toEqual(['ProposePlan']);
    await sendSetUp(world.kept, acts, world.line());
    expect(world.done).toEqual([OPEN, 'NominateCourier', 'ProposePlan']);
  });

  it('would propose the plan twice, were that taken for an answer to the lost try (control)', async () => {
    const world = new World();
    await expect(sendSetUp(world.kept, acts, world.line('ProposePlan'))).rejects.toThrow('died');
    const turnsAway = { ...world.line(), send: () => Promise.resolve({ kind: 'refused', refusal } as const) };
    await sendSetUp(world.kept, acts, turnsAway);
    await sendSetUp(world.kept, acts, world.line());
    expect(world.done).toEqual([OPEN, 'NominateCourier', 'ProposePlan', 'ProposePlan']);
  });

  it('proposes no plan over one that somebody else has proposed meanwhile, and says so', async () => {
    const world = new World();
    world.log.push({ seq: 4, type: 'PlanProposed', data: { plan: 1 } });
    const after = await sendSetUp(world.kept, [...acts, act('plan 2', 'ProposePlan', { plan: 2 })], world.line());
    expect(world.done).toEqual([OPEN, 'NominateCourier', 'ProposePlan']);
    expect(after.outcomes).toMatchObject({
      'plan 1': { why: 'Plan 1 was proposed meanwhile: look at it on the shipment’s page.' },
      'plan 2': { done: true },
    });
  });

  it('proposes another where the set-up was begun on the one that stands', async () => {
    const world = new World();
    world.log.push({ seq: 4, type: 'PlanProposed', data: { plan: 1 } });
    await sendSetUp({ ...world.kept, begunAfter: 4 }, acts, world.line());
    expect(world.done).toContain('ProposePlan');
  });

  it('sends a plan whose answer was lost once more, although it stands in the log by now', async () => {
    const world = new World();
    await expect(sendSetUp(world.kept, acts, world.line('ProposePlan'))).rejects.toThrow('died');
    world.log.push({ seq: 4, type: 'PlanProposed', data: { plan: 1 } });
    const after = await sendSetUp(world.kept, acts, world.line());
    expect([after.outcomes['plan 1'], world.done.length]).toEqual([{ done: true }, 3]);
  });

  it('sends nothing where nothing can be kept', async () => {
    const world = new World();
    world.keeps = false;
    const after = await sendSetUp(world.kept, acts, world.line());
    expect(world.done).toEqual([]);
    expect(after.outcomes[OPEN]?.why).toMatch(/Nothing was sent/);
  });

  it('stops at an opening that is refused, and says which', async () => {
    const world = new World();
    world.sentOf = () => ({ kind: 'refused', refusal });
    const after = await sendSetUp(world.kept, acts, world.line());
    expect(after).toMatchObject({ opened: false, outcomes: { [OPEN]: { refusal: { detail: 'It cannot be.' } } } });
    expect(Object.keys(after.outcomes)).toEqual([OPEN]);
  });

  it('goes on behind another refusal, and tries that one anew with another key', async () => {
    const world = new World();
    world.sentOf = ({ command }) => (command === 'NominateCourier' ? { kind: 'refused', refusal } : { kind: 'done' });
    const after = await sendSetUp(world.kept, acts, world.line());
    expect(world.done).toEqual([OPEN, 'ProposePlan']);
    world.sentOf = () => ({ kind: 'done' });
    await sendSetUp(after, acts, world.line());
    expect(world.done).toEqual([OPEN, 'ProposePlan', 'NominateCourier']);
  });

  it('says in the server’s words what is not possible yet, and does it once it is', async () => {
    const world = new World();
    const all = world.open;
    world.open = [action('NominateCourier')];
    world.notNow.push({ command: 'ProposePlan', label: 'Propose', why: 'The donor is not cleared.' });
    const after = await sendSetUp(world.kept, acts, world.line());
    expect(after.outcomes['plan 1']).toEqual({ why: 'The donor is not cleared.' });
    world.open = all;
    await sendSetUp(after, acts, world.line());
    expect(world.done).toEqual([OPEN, 'NominateCourier', 'ProposePlan']);
  });

  it('takes it for opened where its id is, and stops without an answer', async () => {
    const world = new World();
    world.sentOf = () => ({ kind: 'refused', refusal: { ...refusal, code: 'shipment-exists' } });
    expect((await sendSetUp(world.kept, acts.slice(0, 1), world.line())).opened).toBe(true);
    const other = new World();
    other.sentOf = () => ({ kind: 'unknown', refusal });
    const after = await sendSetUp(withOutcome(other.kept, 'x', {}), acts, other.line());
    expect(after.outcomes[OPEN]?.pending?.key).toBe('key-1');
    expect(after.outcomes['courier']).toBeUndefined();
  });
});
