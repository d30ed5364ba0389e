import PostalMime, { type Email } from 'postal-mime';
import { instantFromMillis, millisOf } from '@cellrelay/kernel';
import { entryOf } from '@cellrelay/use-cases';
import type { Headers } from '../support/example-people.js';
import { MailServer } from '../support/mail-server.js';
import { papersGround, type PapersGround } from '../support/papers-ground.js';
import { RequestSender } from '../support/request-sender.js';
import { wantedRequests, type WantedRequests } from '../support/wanted-requests.js';

/** Requests to customs and airport security over HTTP and by a mail server: what the office gets, and when the log says that it has it. */

const from = 'office@cellrelay.example';
const plain = { hideSTARTTLS: true, disabledCommands: ['STARTTLS', 'AUTH'] };

let ground: PapersGround;
let sender: RequestSender;
let wanted: WantedRequests;
let expected: { readonly local: string; readonly zone: string };
let keys = 0;

beforeAll(async () => {
  ground = await papersGround();
  sender = await RequestSender.open(ground);
  // What airport security refused stands in its letter: that is issued after it.
  wanted = await wantedRequests(ground.api.database, ground.shipment);
  await issueAnew();
  const tomorrow = instantFromMillis(millisOf(await ground.api.database.clock.now()) + 86_400_000);
  expected = { local: tomorrow.slice(0, 16), zone: 'UTC' };
}, 240_000);
afterAll(async () => {
  await sender?.close();
  await ground?.close();
});

const address = (more: string) => `/api/v1/shipments/${ground.shipment}/${more}`;
const issueAnew = () =>
  ground.api.http
    .post(address('papers'))
    .set({ ...ground.api.signedIn, 'Idempotency-Key': `issue-${(keys += 1)}` })
    .send({ plan: 1 })
    .expect(200);
const requests = async (who: Headers = ground.api.signedIn) =>
  (await ground.api.http.get(address('requests')).set(who).expect(200)).body as {
    readonly items: readonly {
      readonly request: string;
      readonly status: string;
      readonly suggested: readonly string[];
      readonly mails: readonly { readonly status: string; readonly says: string | null }[];
    }[];
    readonly sends: boolean;
  };
const one = async (name: string) => (await requests()).items.find(({ request }) => request === name)!;

interface Sent {
  readonly name?: string;
  readonly key?: string;
  readonly who?: Headers;
  readonly body?: object;
}

async function send({
  name = wanted.customs,
  key = `k-${(keys += 1)}`,
  who = ground.api.signedIn,
  body = {},
}: Sent = {}) {
  const { suggested: papers } = await one(name);
  return ground.api.http
    .post(address(`requests/${encodeURIComponent(name)}/mail`))
    .set({ ...who, 'Idempotency-Key': key })
    .send({ to: 'desk@customs.example', papers, answerExpectedAt: expected, ...body });
}
const logged = async (type: string) =>
  (await ground.api.database.shipments.log(ground.shipment, 0, 10_000))
    .map(({ text }) => entryOf(text))
    .filter(({ event }) => (event.type as string) === type);
const printed = async (document: string) =>
  (
    await ground.api.http
      .get(address(`papers/${document}`))
      .set(ground.api.signedIn)
      .responseType('blob')
      .expect(200)
  ).body as Buffer;

async function withServer(work: (server: MailServer) => Promise<void>, options = {}): Promise<readonly Email[]> {
  const server = await MailServer.start({ ...plain, ...options });
  try {
    await work(server);
    return await Promise.all(server.letters.map(({ text }) => PostalMime.parse(text)));
  } finally {
    await server.close();
  }
}
const by = (server: MailServer) => sender.sendAll({ url: `smtp://127.0.0.1:${server.port}`, from });
const refusing = (code: number) => Object.assign(new Error('no'), { responseCode: code });

describe('a request by mail', () => {
  it('is the operator’s coordinators’ to send, and is not there for anybody else', async () => {
    const outside = await ground.as('courier-company', 'coordinator');
    expect((await send({ who: outside })).status).toBe(403);
    await ground.api.http.get(address('requests')).set(outside).expect(403);
    await ground.api.http.get(address('requests')).expect(401);
    expect((await one(wanted.customs)).mails).toEqual([]);
  });

  it('that is faulty is refused with each fault at its field, and nothing is kept', async () => {
    const answer = await send({
      body: { to: 'a@b.example, c@d.example', answerExpectedAt: { local: 'x', zone: 'UTC' } },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'body-faulty']);
    expect((answer.body.errors as { at: string }[]).map(({ at }) => at)).toEqual(['/to', '/answerExpectedAt']);
    const unknown = await send({ body: { papers: ['0'.repeat(32)] } });
    expect([unknown.status, unknown.body.code, unknown.body.at]).toEqual([404, 'no-such-paper', '/papers/0']);
    expect(unknown.body.allowed.length).toBeGreaterThan(5);
    expect((await send({ body: { answerExpectedAt: null } })).body.at).toBe('/answerExpectedAt');
    expect((await send({ name: wanted.customs, key: 'a b' })).status).toBe(400);
    expect((await one(wanted.customs)).mails).toEqual([]);
  });

  it('stays wanted where there is no mail server, or that refuses it, and can be sent again', async () => {
    expect((await send()).status).toBe(200);
    await sender.sendAll(null);
    await send();
    await withServer(by, {
      onRcptTo: (_to: unknown, _session: unknown, done: (e: Error) => void) => done(refusing(550)),
    });
    await sender.follow();
    const { status, mails } = await one(wanted.customs);
    expect([status, mails.map((mail) => [mail.status, mail.says])]).toEqual([
      'wanted',
      [
        ['failed', 'The mail server does not take this address.'],
        ['kept', 'There is no mail server (SMTP_URL): it is kept here to be read.'],
      ],
    ]);
  }, 120_000);

  it('brings the very bytes of the printed papers, and is submitted once, after the server has taken it', async () => {
    const note = 'EXAMPLE: the box leaves in the evening.';
    const body = { note, replyTo: 'answers@cellrelay.example' };
    const { suggested } = await one(wanted.customs);
    expect(suggested.length).toBeGreaterThan(0);
    const [mail, ...more] = await withServer(async (server) => {
      await Promise.all([send({ key: 'twice', body }), send({ key: 'twice', body })]);
      expect((await one(wanted.customs)).status).toBe('wanted');
      await by(server);
    });
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: [{ address: 'desk@customs.example' }], replyTo: [{ address: body.replyTo }] });
    expect(mail!.subject).toContain(': request for customs clearance, export from ');
    expect(mail!.text).toContain(note);
    for (const [index, document] of suggested.entries()) {
      const { content, filename, mimeType } = mail!.attachments[index]!;
      expect([mimeType, filename]).toEqual(['application/pdf', expect.stringMatching(/^[A-Za-z0-9.-]+\.pdf$/)]);
      expect(Buffer.from(content as ArrayBuffer).equals(await printed(document))).toBe(true);
    }
    const before = (await logged('CustomsSubmitted')).length;
    // The process that sent it is gone: the log does not know yet, and whoever looks next records it.
    expect(await one(wanted.customs)).toMatchObject({ status: 'wanted' });
    await Promise.all([sender.follow(), sender.follow()]);
    await sender.follow();
    const lines = await logged('CustomsSubmitted');
    expect([lines.length - before, lines.at(-1)?.recordedBy, lines.at(-1)?.statedBy.how]).toEqual([
      1,
      'system',
      'account',
    ]);
    expect(await one(wanted.customs)).toMatchObject({ status: 'submitted' });
    expect((await send({ key: 'twice', body })).body).toMatchObject({ status: 'sent', underWay: false });
    expect((await send()).body.code).toBe('request-not-wanted');
    expect(sender.logged.join('')).not.toMatch(/customs\.example|EXAMPLE/);
  }, 120_000);

  it('with a paper that became outdated before it went out is not sent, and says which', async () => {
    const name = wanted.exemption;
    const mails = await withServer(async (server) => {
      expect((await send({ name })).status).toBe(200);
      await issueAnew();
      await by(server);
    });
    const { status, mails: kept } = await one(name);
    expect([mails, status, kept[0]?.status]).toEqual([[], 'wanted', 'failed']);
    expect(kept[0]?.says).toMatch(/^Letter to airport security, .* became outdated before the mail went out\.$/);
    const stale = await send({ name, body: { papers: (await one(name)).suggested } });
    expect(stale.status).toBe(200);
  }, 120_000);

  it('that dies after the command is recorded once all the same', async () => {
    await withServer(by);
    const before = (await logged('ExemptionRequested')).length;
    const dies = { reach: () => Promise.reject(new Error('the process died')) };
    await sender.follow(dies);
    await ground.api.database.pool.query('update cellrelay.delivery set next_at = cellrelay.wall_clock()');
    await sender.follow();
    expect((await logged('ExemptionRequested')).length - before).toBe(1);
    expect(await one(wanted.exemption)).toMatchObject({ status: 'requested', mails: [{ status: 'sent' }, {}] });
  }, 120_000);
});
