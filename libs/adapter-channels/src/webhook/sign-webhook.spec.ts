import { Webhook } from 'standardwebhooks';
import { signatureHeaders } from './sign-webhook.js';

const secret = (fill: number) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`;
const body = JSON.stringify({ says: 'Grüße 安 "x"' });
const now = () => Math.floor(Date.now() / 1_000);
const headersOf = (secrets: readonly string[], timestamp = now()) =>
  signatureHeaders({ id: 'msg_1', timestamp, body, secrets });

describe('a signature', () => {
  it('holds before the verifier of Standard Webhooks', () => {
    expect(new Webhook(secret(1)).verify(body, { ...headersOf([secret(1)]) })).toEqual(JSON.parse(body));
  });

  it('holds by either secret while one is being changed', () => {
    for (const fill of [1, 2])
      expect(new Webhook(secret(fill)).verify(body, { ...headersOf([secret(1), secret(2)]) })).toBeTruthy();
  });

  it('does not hold by another secret, over another body, or from another time', () => {
    const verify = (by: string, text: string, headers = headersOf([secret(1)])) =>
      new Webhook(by).verify(text, { ...headers });
    expect(() => verify(secret(3), body)).toThrow();
    expect(() => verify(secret(1), `${body} `)).toThrow();
    expect(() => verify(secret(1), body, headersOf([secret(1)], now() - 3_600))).toThrow();
    expect(() => verify(secret(1), body, { ...headersOf([secret(1)]), 'webhook-id': 'msg_2' })).toThrow();
  });
});
