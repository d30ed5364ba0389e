import { createHash } from 'node:crypto';
import { instantFromMillis, millisOf } from '@cellrelay/kernel';
import type { Carried, Carrier, EndpointDirectory, LeasedDelivery, NewWebhookDelivery } from '@cellrelay/use-cases';
import { requestOnce, type Got } from '../http/request-once.js';
import { endpointFault, isOwnMachine } from './endpoint-address.js';
import { NotPublic, publicLookup } from './public-address.js';
import { signatureHeaders } from './sign-webhook.js';

export interface WebhookSettings {
  /** Where events come from, as CloudEvents' `source`; null: nobody has said how this instance is reached. */
  readonly origin: string | null;
  /** Whether programs on this machine may be told. */
  readonly ownMachine: boolean;
  readonly withinMs?: number;
  /** Certificates to trust, as PEM, instead of those that Node trusts. */
  readonly ca?: string;
}

/** As Standard Webhooks advise: 15 to 30 s. */
const usuallyWithinMs = 20_000;

/** Tells programs: CloudEvents 1.0 in structured JSON, signed as Standard Webhooks say. Told again after a lost answer it has the id that it had. */
export class WebhookCarrier implements Carrier {
  constructor(
    private readonly endpoints: Pick<EndpointDirectory, 'secretsOf' | 'end'>,
    private readonly settings: WebhookSettings,
  ) {}

  async carry(leased: LeasedDelivery): Promise<Carried> {
    const { delivery } = leased;
    if (delivery.channel !== 'webhook') throw new Error('a person is told by no webhook');
    const endpoint = await this.endpoints.secretsOf(delivery.endpoint);
    if (endpoint === null) return { outcome: 'refused', says: 'The endpoint is no more.', code: null };
    const { url, secrets } = endpoint;
    // Looked at again: it may have been made under other settings.
    if (endpointFault(url, this.settings.ownMachine) !== null) return notPublic;
    const id = idOf(delivery.key);
    const body = eventOf(delivery, id, this.settings.origin);
    const timestamp = Math.floor(millisOf(leased.leasedAt) / 1_000);
    const got = await requestOnce({
      ...{ url, body, method: 'POST', withinMs: this.settings.withinMs ?? usuallyWithinMs },
      headers: {
        'content-type': 'application/cloudevents+json',
        ...signatureHeaders({ id, timestamp, body, secrets }),
      },
      ...(isOwnMachine(url) ? {} : { lookup: publicLookup }),
      ...(this.settings.ca === undefined ? {} : { ca: this.settings.ca }),
    });
    if (got.kind === 'answered' && got.status === 410) await this.endpoints.end(delivery.endpoint, 'It answered 410.');
    return carriedOf(got);
  }
}

const notPublic: Carried = {
  outcome: 'later',
  says: 'The endpoint’s name leads to no address of the internet.',
  code: null,
};

function carriedOf(got: Got): Carried {
  if (got.kind === 'failed')
    return got.error instanceof NotPublic
      ? notPublic
      : { outcome: 'later', says: 'The endpoint cannot be reached, or did not answer in time.', code: null };
  const code = String(got.status);
  if (got.status >= 200 && got.status < 300) return { outcome: 'sent', says: 'The endpoint has taken it.', code };
  if (got.status === 410) return { outcome: 'ended', says: 'The endpoint wants nothing any more: it is ended.', code };
  const elsewhere = got.status >= 300 && got.status < 400;
  return {
    outcome: 'later',
    says: elsewhere ? 'The endpoint points elsewhere, which is not followed.' : 'The endpoint does not take it.',
    code,
  };
}

function eventOf({ notice }: NewWebhookDelivery, id: string, origin: string | null): string {
  const { type, time, subject, data } = notice;
  const source = origin ?? 'urn:cellrelay';
  return JSON.stringify({
    ...{ specversion: '1.0', id, source, type, subject, time: instantFromMillis(millisOf(time)) },
    ...{ datacontenttype: 'application/json', data },
  });
}

/** The key's, and no part of it: it is looked at outside. */
function idOf(key: string): string {
  return `msg_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}
