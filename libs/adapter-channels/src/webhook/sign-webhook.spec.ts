import { Webhook } from 'standardwebhooks';
import { signatureHeaders } from './sign-webhook.js';

const secret = (fill: number) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`;
const body = JSON.stringify({ says: 'Grüße 安 "x"' });
const timestamp = 1_795_000_000;
const signed = (secrets: readonly string[]) => signatureHeaders({ id: 'msg_1', timestamp, body, secrets });

/** What the library of Standard Webhooks signs it with. */
const theirs = (by: string, id = 'msg_1', text = body) => new Webhook(by).sign(id, new Date(timestamp * 1_000), text);

describe('a signature', () => {
  it('is the one that the library of Standard Webhooks makes', () => {
    expect(signed([secret(1)])).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': theirs(secret(1)),
    });
  });

  it('stands for each secret while one is being changed', () => {
    const both = `${theirs(secret(1))} ${theirs(secret(2))}`;
    expect(signed([secret(1), secret(2)])['webhook-signature']).toBe(both);
  });

  it('is another by another secret, of another id and over another body', () => {
    const ours = signed([secret(1)])['webhook-signature'];
    for (const other of [theirs(secret(3)), theirs(secret(1), 'msg_2'), theirs(secret(1), 'msg_1', `${body} `)])
      expect(ours).not.toBe(other);
  });
});
