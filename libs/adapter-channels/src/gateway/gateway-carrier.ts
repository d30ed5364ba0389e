import type { Carried, Carrier, LeasedDelivery } from '@cellrelay/use-cases';
import { requestOnce, type Got } from '../http/request-once.js';
import { filled } from './fill-template.js';
import { aloud, textOf } from './spoken.js';

/** How a gateway is asked, with `{to}` and `{text}` in its address and its body. */
export interface Gateway {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: string;
  /** What a good answer holds at a place (JSON pointer, RFC 6901); null: its status says it all. */
  readonly success: { readonly at: string; readonly is: string } | null;
}

const usuallyWithinMs = 25_000;
const lost = 'The line broke after the gateway was asked, before it answered: it may have been told.';

/** Statuses that are about whoever asks, or about now, and not about this message. */
const notForGood: readonly number[] = [401, 402, 403, 407, 408, 425, 429];

/** Carries short messages, or calls, to a gateway that makes them. */
export class GatewayCarrier implements Carrier {
  constructor(
    private readonly gateway: Gateway,
    private readonly how: {
      readonly as: 'text' | 'speech';
      readonly origin: string | null;
      readonly withinMs?: number;
    },
  ) {}

  async carry({ delivery }: LeasedDelivery): Promise<Carried> {
    if (delivery.channel === 'webhook' || delivery.channel === 'desk') throw new Error('this goes by no gateway');
    const { url, method, headers, contentType, body } = this.gateway;
    const text = this.how.as === 'text' ? textOf(delivery.message, this.how.origin) : aloud(delivery.message);
    const said = { to: delivery.to, text };
    const got = await requestOnce({
      url: filled(url, said, 'application/x-www-form-urlencoded'),
      ...{
        method,
        withinMs: this.how.withinMs ?? usuallyWithinMs,
        headers: { ...headers, 'content-type': contentType },
      },
      body: filled(body, said, contentType),
    });
    return carriedOf(got, this.gateway.success);
  }
}

function carriedOf(got: Got, success: Gateway['success']): Carried {
  if (got.kind === 'failed')
    return got.handedOver
      ? { outcome: 'unknown', says: lost, code: null }
      : { outcome: 'later', says: 'The gateway cannot be reached.', code: null };
  const code = String(got.status);
  if (got.status >= 200 && got.status < 300)
    return success === null || valueAt(got.body, success.at) === success.is
      ? { outcome: 'sent', says: 'The gateway has taken it.', code }
      : { outcome: 'refused', says: 'The gateway’s answer does not say that it has taken it.', code };
  const refused = got.status >= 400 && got.status < 500 && !notForGood.includes(got.status);
  return refused
    ? { outcome: 'refused', says: 'The gateway does not take it.', code }
    : { outcome: 'later', says: 'The gateway does not take it now.', code };
}

/** What stands there, as a text; undefined where the body is no JSON, or has nothing there. */
function valueAt(body: string, pointer: string): string | undefined {
  const steps = pointer.split('/').slice(1);
  const found = steps.reduce<unknown>(
    (at, step) => (at as Readonly<Record<string, unknown>> | null)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    parsed(body),
  );
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
