import pg from 'pg';
import { PostgresWords } from '@cellrelay/adapter-postgres';
import type { Zone } from '@cellrelay/kernel';
import { FileWordsVault } from '@cellrelay/platform';
import { commitmentsIn } from '@cellrelay/shipment';
import { RequestMails, type Acting, type Carried, type LeasedDelivery } from '@cellrelay/use-cases';
import { airports } from '../../apps/ops/src/stack/open-stack.js';
import { papersGround, type PapersGround } from '../support/papers-ground.js';
import { RequestSender } from '../support/request-sender.js';
import { wantedRequests } from '../support/wanted-requests.js';

/** Requests by mail in their table, under the roles of api and worker. */

let ground: PapersGround;
let sender: RequestSender;
let owner: pg.Pool;
let acting: Acting;
let documents: readonly string[];
let request: string;

beforeAll(async () => {
  ground = await papersGround();
  sender = await RequestSender.open(ground);
  owner = new pg.Pool({ connectionString: ground.api.own.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const { rows } = await owner.query<{ id: string; name: string }>(
    `select id, name from cellrelay.organisation where kind = 'operator'`,
  );
  acting = {
    person: 'EXAMPLE Officer',
    role: 'coordinator',
    courier: null,
    organisation: { ...rows[0]!, kind: 'operator' },
  };
  const key = { 'Idempotency-Key': 'issue' };
  const at = `/api/v1/shipments/${ground.shipment}/papers`;
  const { body } = await ground.api.http
    .post(at)
    .set({ ...ground.api.signedIn, ...key })
    .send({ plan: 1 })
    .expect(200);
  documents = (body as { issued: { document: string }[] }).issued.map(({ document }) => document);
}, 240_000);
beforeEach(async () => {
  await owner.query('delete from cellrelay.delivery');
  runs += 1;
  request = (await wantedRequests(ground.api.database, ground.shipment, `wanted-${runs}`)).customs;
});
afterAll(async () => {
  await owner?.end();
  await sender?.close();
  await ground?.close();
});
let runs = 0;

const ask = async (key: string) => {
  const { shipments, papers, requestMails: mails, clock } = ground.api.database;
  const use = new RequestMails({ shipments, papers, mails, airports, clock });
  const answerExpectedAt = { at: '2099-01-01T00:00:00.000Z' as never, zone: 'UTC' as Zone };
  const body = {
    to: 'desk@customs.example',
    replyTo: null,
    note: null,
    answerExpectedAt,
    papers: documents.slice(0, 2),
  };
  const answer = await use.ask({ account: 'officer', acting }, ground.shipment, { request, body, idempotencyKey: key });
  return answer.ok ? (answer.value.repeated ? 'repeated' : 'kept') : answer.error.code;
};
const desk = { channels: ['desk'] as const, without: [] };
const leased = async (): Promise<LeasedDelivery> => (await sender.worker.deliveries.lease(desk))!;
const sent: Carried = { outcome: 'sent', says: 'Taken.', code: '250' };
const record = (one: LeasedDelivery, carried: Carried, status: 'sent' | 'unknown') =>
  sender.worker.deliveries.record(one, carried, { status, nextAfterMs: null });
const submissions = async () =>
  (await ground.api.database.shipments.log(ground.shipment, 0, 10_000)).filter(
    ({ text }) =>
      text.includes('"CustomsSubmitted"') && text.includes('"recordedBy":"system"') && text.includes('request-mail/'),
  ).length;

it('is kept once however many ask at once, with one line of the audit record that names no address', async () => {
  const lines = async () =>
    (await owner.query<{ text: string }>(`select text from cellrelay.audit_entry where kind = 'request-mail-asked'`))
      .rows;
  const before = (await lines()).length;
  const answers = await Promise.all(['one', 'one', 'one', 'two', 'three'].map(ask));
  expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1);
  expect(answers.filter((answer) => answer !== 'kept' && answer !== 'repeated')).toEqual(
    expect.arrayContaining(['request-mail-under-way']),
  );
  const news = (await lines()).slice(before);
  expect(news).toHaveLength(1);
  expect(JSON.parse(news[0]!.text)).toMatchObject({
    about: ground.shipment,
    data: { host: 'customs.example', papers: 2 },
  });
  expect(news[0]!.text).not.toContain('desk@');
});

it('is in nobody’s place of mails, and of nobody who left', async () => {
  await ask('k');
  expect(await sender.worker.deliveries.lease({ channels: ['mail'], without: [] })).toBeNull();
  expect(await leased()).toMatchObject({ destination: 'desk', delivery: { channel: 'desk' } });
});

it('that was taken is followed once, and one that the process died over is told as unknown and not sent again', async () => {
  const before = await submissions();
  await ask('k');
  await record(await leased(), sent, 'sent');
  await Promise.all([1, 2, 3].map(() => sender.follow()));
  expect([
    (await submissions()) - before,
    (await owner.query('select from cellrelay.delivery where settled_at is null')).rowCount,
  ]).toEqual([1, 0]);
  request = (await wantedRequests(ground.api.database, ground.shipment, `again-${runs}`)).customs;
  await ask('k2');
  await leased();
  await owner.query(`update cellrelay.delivery set lease_until = cellrelay.wall_clock() where status = 'waiting'`);
  expect(await sender.worker.deliveries.lease(desk)).toBeNull();
  const [mail] = await ground.api.database.requestMails.ofShipment(ground.shipment);
  expect(mail).toMatchObject({
    status: 'unknown',
    underWay: false,
    says: expect.stringContaining('may have been told'),
  });
  await sender.follow();
  expect((await submissions()) - before).toBe(1);
  // The control: an answer that comes late after all counts.
  expect(await ask('k3')).toBe('kept');
});

it('is followed by whoever looks after the command was committed and its note was lost', async () => {
  const before = await submissions();
  await ask('k');
  await record(await leased(), sent, 'sent');
  await sender.follow({ reach: () => Promise.reject(new Error('the process died')) });
  const open = async () => (await owner.query('select from cellrelay.delivery where settled_at is null')).rowCount;
  expect([await open(), (await submissions()) - before]).toEqual([1, 1]);
  await owner.query('update cellrelay.delivery set next_at = cellrelay.wall_clock()');
  await sender.follow();
  expect([await open(), (await submissions()) - before]).toEqual([0, 1]);
});

it('reads what people wrote as the operator does, and as nobody else', async () => {
  const vault = new FileWordsVault(ground.api.keysFolder);
  const { api, shipment } = ground;
  const revision = (await api.database.shipments.load(shipment))!.stageRevisions['customs-clearance'];
  const refused = { request, refusedAt: { local: '2026-01-01T00:00', zone: 'UTC' }, reason: 'EXAMPLE of prose' };
  await api.http
    .post(`/api/v1/shipments/${shipment}/commands/RecordCustomsRefused`)
    .set({ ...api.signedIn, 'Idempotency-Key': 'prose', 'If-Match': `"${revision}"` })
    .send(refused)
    .expect(200);
  const { reason } = (await api.database.shipments.load(shipment))!.stages['customs-clearance'].requests.find(
    ({ id }) => id === request,
  )!;
  const commitments = commitmentsIn(reason ?? '');
  expect(commitments).toHaveLength(1);
  const reader = new PostgresWords(sender.worker.pool, vault);
  expect([...(await reader.read(acting.organisation.id, commitments)).values()]).toContainEqual(
    expect.objectContaining({ text: refused.reason }),
  );
  expect((await reader.read('a0000000-0000-4000-8000-00000000ffff', commitments)).size).toBe(0);
  await expect(sender.worker.pool.query('delete from cellrelay.words')).rejects.toMatchObject({ code: '42501' });
});
