import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { GatewayCarrier, WebhookCarrier, type Gateway, type WebhookSettings } from '@cellrelay/adapter-channels';
import type { Instant } from '@cellrelay/kernel';
import type { LeasedDelivery, NewDelivery } from '@cellrelay/use-cases';
import { ownCertificate } from '../support/mail-server.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const certificate = ownCertificate();
const servers: { close: () => unknown; closeAllConnections: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Heard {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly path: string;
}

/** A program that hears, and answers as it is told. */
async function programThat(answer: (res: ServerResponse) => unknown, tls = false) {
  const heard: Heard[] = [];
  const listener: RequestListener = (req: IncomingMessage, res) => {
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString('utf8')));
    req.on('end', () => {
      heard.push({ headers: req.headers as Record<string, string>, body, path: req.url ?? '' });
      answer(res);
    });
  };
  const server = tls ? createTls(certificate, listener) : createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { heard, url: `http${tls ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}
const saying =
  (status: number, headers: Record<string, string> = {}) =>
  (res: ServerResponse) =>
    res.writeHead(status, headers).end('{}');

const now = () => new Date().toISOString() as Instant;
const leasedOf = (delivery: NewDelivery): LeasedDelivery => ({
  ...{
    id: '1',
    delivery,
    destination: 'd',
    createdAt: now(),
    leasedAt: now(),
    ageMs: 0,
    attempt: 1,
    tries: 1,
    unknownBefore: 0,
    token: 't',
  },
});

describe('a webhook', () => {
  const delivery: NewDelivery = {
    ...{
      key: 'webhook/e/s/alert/1/raised',
      channel: 'webhook',
      organisation: 'o',
      endpoint: 'e',
      shipment: null,
      series: null,
    },
    notice: { type: 'org.cellrelay.alert.raised', time: now(), subject: 's', data: { wrong: 'Grüße 安' } },
  };

  function carrierTo(url: string, more: Partial<WebhookSettings> = {}) {
    const ended: string[] = [];
    const endpoints = {
      secretsOf: () => Promise.resolve({ url, secrets: [secret] }),
      end: (id: string) => Promise.resolve(void ended.push(id)),
    };
    const settings = { origin: 'https://relay.example.org', ownMachine: true, withinMs: 500, ...more };
    return { ended, carry: () => new WebhookCarrier(endpoints, settings).carry(leasedOf(delivery)) };
  }

  it('holds before the verifier of Standard Webhooks, and is a CloudEvent; told again it has the same id', async () => {
    const program = await programThat(saying(204));
    const carrier = carrierTo(program.url);
    expect(await carrier.carry()).toMatchObject({ outcome: 'sent', code: '204' });
    await carrier.carry();
    const [first, again] = program.heard;
    const event = new Webhook(secret).verify(first!.body, first!.headers);
    expect(event).toEqual({
      ...{ specversion: '1.0', id: first!.headers['webhook-id'], source: 'https://relay.example.org' },
      ...{ type: 'org.cellrelay.alert.raised', time: delivery.notice.time, subject: 's' },
      ...{ datacontenttype: 'application/json', data: { wrong: 'Grüße 安' } },
    });
    expect(first!.headers['content-type']).toBe('application/cloudevents+json');
    expect([again!.headers['webhook-id'], again!.body]).toEqual([first!.headers['webhook-id'], first!.body]);
    expect(() => new Webhook(secret).verify(`${first!.body} `, first!.headers)).toThrow();
  });

  it('is told again where the program fails, is slow, is away or breaks off', async () => {
    const failing = await programThat(saying(500));
    const slow = await programThat(() => undefined);
    const cut = await programThat((res) => res.destroy());
    const said = [failing, slow, cut].map(({ url }) => carrierTo(url).carry());
    expect((await Promise.all(said)).map(({ outcome }) => outcome)).toEqual(['later', 'later', 'later']);
    expect((await carrierTo('http://127.0.0.1:1/x').carry()).outcome).toBe('later');
  });

  it('goes nowhere else by a redirect; whoever follows tells a stranger', async () => {
    const stranger = await programThat(saying(200));
    const program = await programThat(saying(307, { location: stranger.url }));
    expect(await carrierTo(program.url).carry()).toMatchObject({ outcome: 'later', code: '307' });
    expect(stranger.heard).toEqual([]);
    await fetch(program.url, { method: 'POST', body: '{}' });
    expect(stranger.heard).toHaveLength(1);
  });

  it('reads of an answer what it needs, however long that is', async () => {
    let written = 0;
    const flood = (res: ServerResponse): void => {
      const more = (): void => {
        while (!res.destroyed && res.write(Buffer.alloc(65_536))) written += 65_536;
        written += 65_536;
        if (!res.destroyed) res.once('drain', more);
      };
      res.writeHead(200);
      more();
    };
    const program = await programThat(flood);
    expect((await carrierTo(program.url, { withinMs: 10_000 }).carry()).outcome).toBe('sent');
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('ends its endpoint at 410', async () => {
    const program = await programThat(saying(410));
    const carrier = carrierTo(program.url);
    expect([(await carrier.carry()).outcome, carrier.ended]).toEqual(['ended', ['e']]);
  });

  it('goes to nobody whose certificate nobody vouches for; trusted, it goes', async () => {
    const program = await programThat(saying(200), true);
    expect((await carrierTo(program.url).carry()).outcome).toBe('later');
    expect(program.heard).toEqual([]);
    expect((await carrierTo(program.url, { ca: certificate.cert }).carry()).outcome).toBe('sent');
  });

  it('goes into no house: not to this machine where others sign in, nor to a name that leads there', async () => {
    const program = await programThat(saying(200));
    expect((await carrierTo(program.url, { ownMachine: false }).carry()).outcome).toBe('later');
    const byName = program.url.replace('127.0.0.1', 'localhost');
    expect((await carrierTo(byName, { ownMachine: false }).carry()).outcome).toBe('later');
    expect(program.heard).toEqual([]);
    expect((await carrierTo(program.url).carry()).outcome).toBe('sent');
  });
});

describe('a gateway', () => {
  const delivery: NewDelivery = {
    ...{ key: 'k', channel: 'sms', organisation: 'o', account: 'a', to: '+49 30 "1"', shipment: null, thread: 't' },
    ...{ urgency: 'critical', message: { subject: 'Late.', lines: ['It is "late".'], links: [] } },
  };
  const gatewayAt = (url: string, more: Partial<Gateway> = {}): Gateway => ({
    ...{ url, method: 'POST', headers: { authorization: 'Bearer x' }, contentType: 'application/json' },
    ...{ body: '{"to": "{to}", "text": "{text}"}', success: null, ...more },
  });
  const carried = (gateway: Gateway) =>
    new GatewayCarrier(gateway, { as: 'text', origin: null, withinMs: 500 }).carry(leasedOf(delivery));

  it('is asked as its template says', async () => {
    const program = await programThat(saying(202));
    expect((await carried(gatewayAt(`${program.url}?n={to}`))).outcome).toBe('sent');
    const [{ headers, body, path }] = program.heard as [Heard];
    expect(JSON.parse(body)).toEqual({ to: '+49 30 "1"', text: 'Late. It is "late".' });
    expect([headers['authorization'], path]).toEqual(['Bearer x', '/hook?n=%2B49%2030%20%221%22']);
  });

  it.each([
    [400, 'refused'],
    [401, 'later'],
    [429, 'later'],
    [500, 'later'],
    [302, 'later'],
  ])('that says %s: %s', async (status, outcome) => {
    expect((await carried(gatewayAt((await programThat(saying(status))).url))).outcome).toBe(outcome);
  });

  it('is believed where its answer says yes, not by its status alone', async () => {
    const success = { at: '/messages/0/status', is: 'queued' };
    const answering = (status: string) => (res: ServerResponse) =>
      res.writeHead(200).end(JSON.stringify({ messages: [{ status }] }));
    const [yes, no] = [await programThat(answering('queued')), await programThat(answering('rejected'))];
    expect((await carried(gatewayAt(yes.url, { success }))).outcome).toBe('sent');
    expect((await carried(gatewayAt(no.url, { success }))).outcome).toBe('refused');
    expect((await carried(gatewayAt(no.url))).outcome).toBe('sent');
  });

  it('that hears and does not answer may have told it; one that is not there has not', async () => {
    expect((await carried(gatewayAt((await programThat(() => undefined)).url))).outcome).toBe('unknown');
    expect((await carried(gatewayAt('http://127.0.0.1:1/x'))).outcome).toBe('later');
  });
});
