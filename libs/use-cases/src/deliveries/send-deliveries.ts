import { afterAttempt } from './after-attempt.js';
import type { DeliveryStore, LeasedDelivery, LeaseWish } from './delivery-store.port.js';
import { channels, type Carried, type Channel } from './delivery.js';

/** Carries one delivery to whoever takes it, within a time of its own, shorter than a lease. */
export interface Carrier {
  /** Throws only where nothing was handed over. */
  carry(leased: LeasedDelivery): Promise<Carried>;
}

export interface SendingParts {
  readonly store: Pick<DeliveryStore, 'lease' | 'record'>;
  readonly carriers: Readonly<Record<Channel, Carrier>>;
  /** Told of each try that ended. */
  readonly told: (leased: LeasedDelivery, carried: Carried) => void;
  /** Told of what went wrong here: the try is on record as begun, and is taken up when its lease has run out. */
  readonly failed: (error: unknown) => void;
}

/** How many are under way at once: of a channel, and to one destination. An endpoint is told one after the other, in order. */
const atOnce: Readonly<Record<Channel, { readonly channel: number; readonly destination: number }>> = {
  mail: { channel: 4, destination: 4 },
  sms: { channel: 2, destination: 2 },
  voice: { channel: 2, destination: 2 },
  desk: { channel: 2, destination: 2 },
  webhook: { channel: 8, destination: 1 },
};

/**
 * Tells what waits to be told. Each channel has places of its own, so that no server that is down holds up another channel; and of these, destinations that
 * failed last may fill no more than half, so that none holds up its neighbours.
 */
export class SendDeliveries {
  private readonly underWay = new Map<Promise<void>, LeasedDelivery>();
  private readonly failing = new Set<string>();
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private closed = false;

  constructor(private readonly parts: SendingParts) {}

  /** Begins as many as there is room for. Resolves when no more can be begun for now; a look asked for meanwhile follows it. */
  async look(): Promise<void> {
    if (this.looking !== null) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookThrough().finally(() => (this.looking = null));
    await this.looking;
  }

  /** Takes no more; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.closed = true;
    await this.looking?.catch(() => undefined);
    await Promise.all(this.underWay.keys());
  }

  private async lookThrough(): Promise<void> {
    do {
      this.lookAgain = false;
      for (const channel of channels) await this.fill(channel);
    } while (this.lookAgain && !this.closed);
  }

  private async fill(channel: Channel): Promise<void> {
    while (!this.closed && this.of(channel).length < atOnce[channel].channel) {
      const leased = await this.parts.store.lease(this.wish(channel));
      if (leased === null) return;
      this.begin(leased);
    }
  }

  private of(channel: Channel): readonly LeasedDelivery[] {
    return [...this.underWay.values()].filter(({ delivery }) => delivery.channel === channel);
  }

  private wish(channel: Channel): LeaseWish {
    const here = this.of(channel).map(({ destination }) => destination);
    const most = atOnce[channel];
    const full = here.filter((each) => here.filter((other) => other === each).length >= most.destination);
    const failingHere = here.filter((each) => this.failing.has(each)).length;
    // A channel with one destination would only hold itself up.
    const spare = most.destination < most.channel && failingHere >= most.channel / 2 ? this.failing : [];
    return { channels: [channel], without: [...new Set([...full, ...spare])] };
  }

  private begin(leased: LeasedDelivery): void {
    const done: Promise<void> = this.tell(leased)
      .catch((error: unknown) => this.parts.failed(error))
      .then(() => {
        this.underWay.delete(done);
        if (!this.closed) this.look().catch((error: unknown) => this.parts.failed(error));
      });
    this.underWay.set(done, leased);
  }

  private async tell(leased: LeasedDelivery): Promise<void> {
    const carried = await this.carry(leased);
    if (carried.outcome === 'later') this.failing.add(leased.destination);
    else this.failing.delete(leased.destination);
    await this.parts.store.record(leased, carried, afterAttempt(leased, carried));
    this.parts.told(leased, carried);
  }

  private async carry(leased: LeasedDelivery): Promise<Carried> {
    try {
      return await this.parts.carriers[leased.delivery.channel].carry(leased);
    } catch (error) {
      this.parts.failed(error);
      return notMade;
    }
  }
}

/** Such as where the key is missing that its signature is made with: nobody was asked, so nobody was told. */
const notMade: Carried = {
  outcome: 'later',
  says: 'It could not be made ready here: nothing was handed over. The log says why.',
  code: null,
};
