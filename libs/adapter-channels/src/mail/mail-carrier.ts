import type { Carried, Carrier, LeasedDelivery, NewDeskDelivery, PreparedMail } from '@cellrelay/use-cases';
import type { SmtpOptions } from '../smtp-server.js';
import { carriedOf } from './carried.js';
import { composedMail } from './compose-mail.js';
import { composedRequest } from './compose-request.js';
import { handOver } from './hand-over.js';

/** Patience with each step: a server may look a letter through before it says yes, and what is broken off then is told twice. */
const stepMs = 20_000;

/** Carries mails to the server that takes them for others. A connection for each: there are few, and what one breaks holds no other up. */
export class MailCarrier implements Carrier {
  constructor(private readonly settings: SmtpOptions & { readonly origin: string | null }) {}

  async carry({ delivery, createdAt }: LeasedDelivery): Promise<Carried> {
    if (delivery.channel === 'webhook' || delivery.channel === 'desk') throw new Error('this is no mail to a person');
    const bytes = await composedMail(delivery, createdAt, this.settings);
    const { from } = this.settings;
    return carriedOf(await handOver({ patienceMs: stepMs, ...this.settings }, { from, to: delivery.to, bytes }));
  }
}

/** Carries requests to offices, with the papers that go with them. What is not to be sent any more is refused with its reason, and no server is asked. */
export class RequestMailCarrier implements Carrier {
  constructor(
    private readonly settings: SmtpOptions,
    private readonly prepare: (delivery: NewDeskDelivery) => Promise<PreparedMail>,
  ) {}

  async carry({ delivery, createdAt }: LeasedDelivery): Promise<Carried> {
    if (delivery.channel !== 'desk') throw new Error('this is no request to an office');
    const prepared = await this.prepare(delivery);
    if ('notSent' in prepared) return { outcome: 'refused', says: prepared.notSent, code: null };
    const { from } = this.settings;
    const bytes = await composedRequest(delivery, createdAt, { from, files: prepared.files });
    return carriedOf(await handOver({ patienceMs: stepMs, ...this.settings }, { from, to: delivery.to, bytes }));
  }
}

/** Where there is nobody to carry it, it stays here to be read. */
export class KeepingCarrier implements Carrier {
  constructor(private readonly says: string) {}

  carry(): Promise<Carried> {
    return Promise.resolve({ outcome: 'kept', says: this.says, code: null });
  }
}
