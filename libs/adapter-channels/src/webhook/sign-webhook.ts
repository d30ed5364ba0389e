import { createHmac } from 'node:crypto';

/** What a webhook is signed by, and what over. */
export interface Signing {
  readonly id: string;
  /** Seconds since the epoch, of this try. */
  readonly timestamp: number;
  readonly body: string;
  /** `whsec_` and the key in base64; while a secret is being changed, both. */
  readonly secrets: readonly string[];
}

/** The headers of Standard Webhooks (spec 1.0, symmetric signatures): HMAC-SHA256 over id, timestamp and body, one signature for each secret that is good. */
export function signatureHeaders({ id, timestamp, body, secrets }: Signing): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => `v1,${signatureOf(`${id}.${timestamp}.${body}`, secret)}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64');
}
