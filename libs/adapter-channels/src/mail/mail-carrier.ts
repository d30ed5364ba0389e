import type { Carried, Carrier, LeasedDelivery } from '@cellrelay/use-cases';
import type { SmtpOptions } from '../smtp-server.js';
import { carriedOf } from './carried.js';
import { composedMail } from './compose-mail.js';
import { handOver } from './hand-over.js';

/** Patience with each step: a server may look a letter through before it says yes, and what is broken off then is told twice. */
const stepMs = 20_000;

/** Carries mails to the server that takes them for others. A connection for each: there are few, and what one breaks holds no other up. */
export class MailCarrier implements Carrier {
  constructor(private readonly settings: SmtpOptions & { readonly origin: string | null }) {}

  async carry({ delivery, createdAt }: LeasedDelivery): Promise<Carried> {
    if (delivery.channel === 'webhook') throw new Error('a webhook is no mail');
    const bytes = await composedMail(delivery, createdAt, this.settings);
    const { from } = this.settings;
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
