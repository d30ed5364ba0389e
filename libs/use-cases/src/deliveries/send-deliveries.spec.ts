import type { AfterAttempt, LeasedDelivery, LeaseWish } from './delivery-store.port.js';
import type { Carried, Channel } from './delivery.js';
import { SendDeliveries } from './send-deliveries.js';

const sent: Carried = { outcome: 'sent', says: 'Taken.', code: null };
const later: Carried = { outcome: 'later', says: 'Not now.', code: null };

/** Deliveries in memory, leased in order; carried when the spec says so. */
class Ground {
  readonly asked: LeasedDelivery[] = [];
  readonly recorded: (readonly [string, AfterAttempt])[] = [];
  readonly failed: unknown[] = [];
  readonly outcomes: string[] = [];
  making: () => Promise<void> = () => Promise.resolve();
  recording: () => Promise<boolean> = () => Promise.resolve(true);
  private readonly answers = new Map<string, (carried: Carried) => void>();
  readonly sending: SendDeliveries;

  constructor(readonly waiting: LeasedDelivery[]) {
    const carrier = {
      carry: async (leased: LeasedDelivery) => {
        this.asked.push(leased);
        await this.making();
        return new Promise<Carried>((resolve) => this.answers.set(leased.id, resolve));
      },
    };
    this.sending = new SendDeliveries({
      store: {
        lease: (wish) => Promise.resolve(this.next(wish)),
        record: (leased, carried, after) => {
          this.outcomes.push(carried.outcome);
          this.recorded.push([leased.id, after]);
          return this.recording();
        },
      },
      carriers: { mail: carrier, sms: carrier, voice: carrier, desk: carrier, webhook: carrier },
      told: () => undefined,
      failed: (error) => this.failed.push(error),
    });
  }

  private next({ channels, without }: LeaseWish): LeasedDelivery | null {
    const found = this.waiting.findIndex(
      ({ delivery, destination }) => channels.includes(delivery.channel) && !without.includes(destination),
    );
    return found < 0 ? null : this.waiting.splice(found, 1)[0]!;
  }

  async answer(id: string, carried: Carried): Promise<void> {
    this.answers.get(id)?.(carried);
    await this.sending.look();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await this.sending.look();
  }

  get to(): readonly string[] {
    return this.asked.map(({ destination }) => destination);
  }
}

let count = 0;
function waitingFor(channel: Channel, destination: string = channel): LeasedDelivery {
  count += 1;
  return {
    id: `${count}`,
    delivery: { channel },
    destination,
    ageMs: 0,
    attempt: 1,
    tries: 1,
    unknownBefore: 0,
  } as LeasedDelivery;
}
const many = (n: number, channel: Channel, destination: string = channel) =>
  Array.from({ length: n }, () => waitingFor(channel, destination));

describe('what waits to be told', () => {
  it('is begun as far as there is room, in each channel by itself', async () => {
    const ground = new Ground([...many(50, 'mail'), ...many(50, 'sms'), waitingFor('voice')]);
    await ground.sending.look();
    expect(ground.to.filter((to) => to === 'mail')).toHaveLength(4);
    expect(ground.to.filter((to) => to !== 'mail')).toEqual(['sms', 'sms', 'voice']);
  });

  it('goes on when one has ended, without another look from outside', async () => {
    const ground = new Ground(many(6, 'mail'));
    await ground.sending.look();
    await ground.answer(ground.asked[0]!.id, sent);
    expect([ground.asked.length, ground.recorded]).toEqual([5, [[ground.asked[0]!.id, expect.anything()]]]);
  });

  it('goes to one endpoint one after the other', async () => {
    const ground = new Ground(many(3, 'webhook', 'webhook:a'));
    await ground.sending.look();
    expect(ground.to).toEqual(['webhook:a']);
  });

  it('is not held up by endpoints that failed: they fill half the places', async () => {
    const dead = Array.from({ length: 20 }, (_, n) => `webhook:dead-${n}`);
    const twice = [...dead, ...dead].map((to) => waitingFor('webhook', to));
    const ground = new Ground(twice);
    await ground.sending.look();
    // Each fails once: from then on it is known.
    while (ground.asked.length < 24) await ground.answer(ground.asked[ground.recorded.length]!.id, later);
    ground.waiting.push(waitingFor('webhook', 'webhook:well'));
    // Of sixteen dead ones some still wait before it: a place that is given up is not theirs.
    await ground.answer(ground.asked[ground.recorded.length]!.id, later);
    expect([ground.asked.length, ground.to.at(-1)]).toEqual([25, 'webhook:well']);
  });

  it('is not begun any more once it is closed, which waits for what is under way', async () => {
    const ground = new Ground(many(9, 'mail'));
    await ground.sending.look();
    let closed = false;
    const closing = ground.sending.close().then(() => (closed = true));
    await ground.answer(ground.asked[0]!.id, sent);
    expect([ground.asked.length, closed]).toEqual([4, false]);
    for (const { id } of ground.asked) await ground.answer(id, sent);
    await closing;
    expect(ground.recorded).toHaveLength(4);
  });

  it('waits, with that on record, where it could not be made ready: nobody was told', async () => {
    const ground = new Ground([waitingFor('webhook', 'webhook:a')]);
    ground.making = () => Promise.reject(new Error('no key'));
    await ground.sending.look();
    await ground.sending.close();
    expect(ground.failed).toEqual([new Error('no key')]);
    expect([ground.outcomes, ground.recorded.map(([, after]) => after)]).toEqual([
      ['later'],
      [{ status: 'waiting', nextAfterMs: 10_000 }],
    ]);
  });

  it('does not stop because an outcome could not be recorded', async () => {
    const ground = new Ground(many(5, 'mail'));
    ground.recording = () => Promise.reject(new Error('the database is gone'));
    await ground.sending.look();
    await ground.answer(ground.asked[0]!.id, sent);
    expect([ground.failed, ground.asked.length]).toEqual([[new Error('the database is gone')], 5]);
  });
});
