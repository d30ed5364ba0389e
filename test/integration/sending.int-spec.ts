import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import type { Database } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import { createLogger } from '@cellrelay/platform';
import type { NewDelivery } from '@cellrelay/use-cases';
import type { ChannelSettings } from '../../apps/ops/src/stack/channel-settings.js';
import { endpointsOn, sendingFrom } from '../../apps/ops/src/stack/sending-of.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked, personToTell } from '../support/deliveries.js';
import { MailServer } from '../support/mail-server.js';
import { opened } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let api: Database;
let worker: Database;
let keysFolder: string;
let person: Awaited<ReturnType<typeof personToTell>>;
const logged: string[] = [];
const logger = createLogger({ level: 'info', form: 'json', write: (line) => logged.push(line) });
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  where = await throwAwayDatabase();
  [api, worker] = [await opened(where.apiUrl), await opened(where.workerUrl)];
  keysFolder = await mkdtemp(path.join(tmpdir(), 'channels-keys-'));
  person = await personToTell(where.ownerUrl);
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await asked(where.ownerUrl, 'delete from cellrelay.delivery');
});
afterAll(async () => {
  await Promise.all([api.close(), worker.close()]);
  await where.drop();
  await rm(keysFolder, { recursive: true });
});

const by = () => ({ account: 'coordinator', organisation: person.organisation });

function start(more: Partial<ChannelSettings> = {}): void {
  const settings = { ...{ mail: null, sms: null, voice: null, origin: null, ownMachine: true }, ...more };
  const sending = sendingFrom(worker, {
    settings,
    keysFolder,
    logger,
    prepare: () => Promise.reject(new Error('nothing to prepare')),
  });
  closing.push(() => sending.close());
}

function mailTo(to: string): NewDelivery {
  return {
    ...{ key: randomUUID(), channel: 'mail', ...person, to, shipment: null, thread: 't', urgency: 'warning' },
    message: { subject: 'EXAMPLE', lines: ['A line.'], links: [] },
  };
}

/** What is on record of the newest delivery, once it has ended. */
async function ended() {
  for (;;) {
    const { items } = await api.deliveryRecord.list(person.organisation, all, { before: null, limit: 5 });
    if (items[0] !== undefined && items[0].status !== 'waiting')
      return (await api.deliveryRecord.one(person.organisation, items[0].id))!;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const all = { status: null, channel: null, shipment: null };

describe('what waits to be told', () => {
  it('is told by mail, and is on record; the log holds neither address nor words', async () => {
    const server = await MailServer.start({ hideSTARTTLS: true, disabledCommands: ['STARTTLS', 'AUTH'] });
    closing.push(() => server.close());
    start({ mail: { url: `smtp://127.0.0.1:${server.port}`, from: 'cellrelay@example.org' } });
    await api.deliveries.enqueue([mailTo('telltale@example.org')]);
    expect(await ended()).toMatchObject({ status: 'sent', person: 'EXAMPLE Person', tries: [{ outcome: 'sent' }] });
    expect(server.letters.map(({ to }) => to)).toEqual([['telltale@example.org']]);
    expect(logged.join()).toContain('delivery-tried');
    expect(logged.join()).not.toMatch(/telltale|EXAMPLE/);
  });

  it('is kept to be read where there is no mail server, and is no other organisation’s', async () => {
    start();
    await api.deliveries.enqueue([mailTo('ana@example.org')]);
    const kept = await ended();
    expect([kept.status, kept.lines]).toEqual(['kept', ['A line.']]);
    expect(await api.deliveryRecord.one(randomUUID(), kept.id)).toBeNull();
    expect((await api.deliveryRecord.list(randomUUID(), all, { before: null, limit: 5 })).items).toEqual([]);
  });
});

describe('a program', () => {
  const secrets = [1, 2].map((fill) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`);
  const heard: { headers: Record<string, string>; body: string }[] = [];
  let server: Server;
  let status = 200;

  beforeAll(async () => {
    server = createServer((req, res) => {
      let body = '';
      req.on('data', (part: Buffer) => (body += part.toString('utf8')));
      req.on('end', () => {
        heard.push({ headers: req.headers as Record<string, string>, body });
        res.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => heard.splice(0));

  async function made(): Promise<string> {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const given = {
      id: randomUUID(),
      url,
      examples: false,
      secret: secrets[0]!,
      cursor: await api.changes.latestCursor(),
    };
    return (await endpointsOn(api, keysFolder).make(by(), given))!.id;
  }
  const noticeTo = (endpoint: string): NewDelivery => ({
    ...{
      key: randomUUID(),
      channel: 'webhook',
      organisation: person.organisation,
      endpoint,
      shipment: null,
      series: null,
    },
    notice: { type: 'org.cellrelay.alert.raised', time: new Date().toISOString() as Instant, subject: 's', data: {} },
  });

  it('is told, signed by both secrets while they are changed, and told again when that is asked for', async () => {
    const endpoint = await made();
    await endpointsOn(api, keysFolder).renewSecret(by(), endpoint, secrets[1]!);
    start();
    await api.deliveries.enqueue([noticeTo(endpoint)]);
    const { id } = await ended();
    for (const secret of secrets) expect(new Webhook(secret).verify(heard[0]!.body, heard[0]!.headers)).toBeTruthy();
    expect(await api.deliveryRecord.replay(randomUUID(), id)).toBe(false);
    expect(await api.deliveryRecord.replay(person.organisation, id)).toBe(true);
    expect((await ended()).tries.map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
    expect(heard[1]!.headers['webhook-id']).toBe(heard[0]!.headers['webhook-id']);
  });

  it('that says 410 is told nothing any more, and leaves no secret', async () => {
    const endpoint = await made();
    status = 410;
    start();
    await api.deliveries.enqueue([noticeTo(endpoint)]);
    expect((await ended()).status).toBe('failed');
    status = 200;
    await api.deliveries.enqueue([noticeTo(endpoint)]);
    expect(await ended()).toMatchObject({ status: 'failed', tries: [{ says: 'The endpoint is no more.' }] });
    const left = await asked(where.ownerUrl, `select secret, former from cellrelay.webhook_endpoint where id = $1`, [
      endpoint,
    ]);
    expect([heard.length, left]).toEqual([1, [{ secret: '', former: null }]]);
    const [line] = await asked<{ text: string }>(
      where.ownerUrl,
      `select text from cellrelay.audit_entry where kind = 'endpoint-ended' order by seq desc limit 1`,
    );
    expect(JSON.parse(line!.text)).toMatchObject({
      ...{ by: null, about: person.organisation },
      data: { endpoint, why: 'It answered 410.' },
    });
  });

  it('has its secret in the database sealed alone, and is on the audit record without it', async () => {
    const endpoint = await made();
    await endpointsOn(api, keysFolder).endFor(by(), endpoint);
    expect(await endpointsOn(api, keysFolder).endFor({ ...by(), organisation: randomUUID() }, endpoint)).toBeNull();
    const { items } = await api.audit.list(
      { kind: null, about: person.organisation, by: null, from: null, to: null },
      { before: null, limit: 2 },
    );
    expect(items.map(({ kind }) => kind)).toEqual(['endpoint-ended', 'endpoint-made']);
    expect(JSON.stringify(items)).not.toContain('whsec_');
    const kept = await asked(where.ownerUrl, 'select secret from cellrelay.webhook_endpoint');
    expect(JSON.stringify(kept)).not.toContain('whsec_');
  });
});
