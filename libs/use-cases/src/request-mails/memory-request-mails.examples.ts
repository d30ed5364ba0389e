import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { DeliveryStatus, NewDeskDelivery } from '../deliveries/delivery.js';
import type { Keeping, RequestMail, RequestMailStore, TakenMail } from './request-mails.port.js';

interface Kept {
  readonly delivery: NewDeskDelivery;
  status: DeliveryStatus;
  settled: boolean;
  endedAt: Instant | null;
  says: string | null;
}

/** Requests by mail in memory, for specs; what becomes of one is said by whoever tests. */
export class MemoryRequestMails implements RequestMailStore {
  readonly kept: Kept[] = [];
  readonly putOffs: string[] = [];
  /** Lets the process die before the log's knowing is noted. */
  dies = false;

  constructor(private readonly now: () => Instant) {}

  keep(delivery: NewDeskDelivery): Promise<Keeping> {
    if (this.kept.some((each) => each.delivery.key === delivery.key)) return Promise.resolve('known');
    const { request } = delivery.mailed;
    if (this.kept.some((each) => each.delivery.mailed.request === request && isUnderWay(each)))
      return Promise.resolve('under-way');
    this.kept.push({ delivery, status: 'waiting', settled: false, endedAt: null, says: null });
    return Promise.resolve('kept');
  }

  /** The mail server has it. */
  take(at: Instant): void {
    Object.assign(this.kept.at(-1)!, { status: 'sent', endedAt: at, says: 'The mail server has taken it.' });
  }

  byKey(key: string): Promise<RequestMail | null> {
    const index = this.kept.findIndex((each) => each.delivery.key === key);
    return Promise.resolve(index < 0 ? null : this.mailAt(index));
  }

  ofShipment(shipment: ShipmentId): Promise<readonly RequestMail[]> {
    const all = this.kept.map((_each, index) => this.mailAt(index));
    return Promise.resolve(all.filter(({ delivery }) => delivery.shipment === shipment).reverse());
  }

  taken(limit: number): Promise<readonly TakenMail[]> {
    const taken = this.kept.flatMap(({ delivery, status, settled, endedAt }, index) =>
      status === 'sent' && !settled && endedAt !== null ? [{ id: String(index), delivery, takenAt: endedAt }] : [],
    );
    return Promise.resolve(taken.slice(0, limit));
  }

  settle(id: string): Promise<void> {
    if (this.dies) return Promise.reject(new Error('died here'));
    this.kept[Number(id)]!.settled = true;
    return Promise.resolve();
  }

  putOff(id: string): Promise<void> {
    this.putOffs.push(id);
    return Promise.resolve();
  }

  private mailAt(index: number): RequestMail {
    const { delivery, status, endedAt, says, ...rest } = this.kept[index]!;
    const underWay = isUnderWay({ status, ...rest });
    return { id: String(index), delivery, status, says, underWay, askedAt: this.now(), endedAt };
  }
}

function isUnderWay({ status, settled }: Pick<Kept, 'status' | 'settled'>): boolean {
  return status === 'waiting' || (status === 'sent' && !settled);
}
