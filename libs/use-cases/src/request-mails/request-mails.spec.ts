import { plusMinutes, type Zone } from '@cellrelay/kernel';
import { exampleShipment, issueAll, issuingGround, operatorsCoordinator } from '@cellrelay/testkit';
import type { Acting } from '../people/acting.js';
import { FollowRequestMails } from './follow-request-mails.js';
import { MemoryRequestMails } from './memory-request-mails.examples.js';
import { PrepareRequestMail, type PreparedMail } from './prepare-request-mail.js';
import { readRequestMail, type RequestMailBody } from './request-mail-body.js';
import { RequestMails } from './request-mails.js';

const shipment = exampleShipment();
const request = 'CN-export-PEK';
const asker = { account: 'coordinator', acting: operatorsCoordinator };
const zone = 'Asia/Shanghai' as Zone;

async function mailGround() {
  const ground = await issuingGround();
  await ground.give('papers');
  const { store: shipments, papers, clock, issue } = ground;
  const mails = new MemoryRequestMails(() => clock.at);
  const airports = { find: () => undefined };
  const parts = { shipments, papers, mails, airports, clock: { now: () => Promise.resolve(clock.at) } };
  const use = new RequestMails(parts);
  const documents = (await ground.issued()).map(({ document }) => document);
  const said = (more: Partial<RequestMailBody> = {}): RequestMailBody => ({
    ...{ to: 'desk@customs.example', replyTo: null, note: null, papers: documents.slice(0, 1) },
    answerExpectedAt: { at: plusMinutes(clock.at, 600), zone },
    ...more,
  });
  const ask = (more: Partial<RequestMailBody> = {}, { key = 'k', name = request, as = asker } = {}) =>
    use.ask(as, shipment, { request: name, body: said(more), idempotencyKey: key });
  const failed: string[] = [];
  const following = new FollowRequestMails({ mails, shipments, issue, failed: (_mail, why) => failed.push(why) });
  const status = async () =>
    (await shipments.load(shipment))!.stages['customs-clearance'].requests.find(({ id }) => id === request)!.status;
  const log = async (type: string) =>
    (await shipments.log(shipment, 0, 1_000)).filter(({ text }) => text.includes(`"type":"${type}"`));
  const byHand = () => {
    const at = { at: clock.at, zone };
    const data = { request, submittedAt: at, answerExpectedAt: { at: plusMinutes(clock.at, 60), zone } };
    return issueAll(issue, shipment, [{ name: 'RecordCustomsSubmitted', data }], 'hand');
  };
  return { ...ground, mails, use, ask, documents, following, failed, status, log, byHand };
}

describe('a request that is sent by mail', () => {
  it('is kept once by its key, names what it is about, and changes no request', async () => {
    const { ask, mails, status } = await mailGround();
    const [first, again] = [await ask(), await ask()];
    expect(first).toMatchObject({ ok: true, value: { repeated: false, mail: { status: 'waiting', request } } });
    expect(again).toMatchObject({ ok: true, value: { repeated: true } });
    expect([mails.kept.length, await status()]).toEqual([1, 'wanted']);
    const { message, key } = mails.kept[0]!.delivery;
    expect(message.subject).toBe('EXAMPLE EX-24-0001: request for customs clearance, export from CN at PEK');
    expect(message.lines.join('\n')).toMatch(/Attached: EX-24-0001.*\.pdf \(Statement of contents.*; 内容物/);
    expect(key).toBe('request-mail/coordinator/k');
    expect(await ask({ to: 'other@customs.example' })).toMatchObject({ error: { code: 'idempotency-key-reused' } });
    expect(await ask({}, { key: 'k2' })).toMatchObject({ error: { code: 'request-mail-under-way' } });
  });

  it('is refused with where and what is allowed, and nothing is kept', async () => {
    const { ask, mails, documents, clock, give, issued } = await mailGround();
    clock.pass(60);
    await give('anew');
    const now = await issued();
    const valid = now.filter(({ standing }) => standing === 'valid').map(({ document }) => document);
    const ended = now.find(({ standing }) => standing !== 'valid')!.document;
    const code = async (asked: ReturnType<typeof ask>) => {
      const answer = await asked;
      return answer.ok ? 'taken' : [answer.error.code, answer.error.at, answer.error.allowed];
    };
    expect(documents).toContain(ended);
    expect(await code(ask({ papers: [ended] }))).toEqual(['paper-not-valid', '/papers/0', valid]);
    expect(await code(ask({ papers: [valid[0]!, 'none'] }))).toEqual(['no-such-paper', '/papers/1', valid]);
    expect(await code(ask({ papers: [valid[0]!, valid[0]!] }))).toEqual(['paper-named-twice', '/papers/1', undefined]);
    expect(await code(ask({ answerExpectedAt: null }))).toEqual(['field-missing', '/answerExpectedAt', undefined]);
    const past = { at: plusMinutes(clock.at, -1), zone };
    expect((await code(ask({ answerExpectedAt: past })))[0]).toBe('answer-before-submission');
    expect((await code(ask({}, { name: 'CN-export-ZZZ' })))[0]).toBe('no-such-request');
    const organisation = { ...operatorsCoordinator.organisation, kind: 'registry' as const };
    const acting: Acting = { ...operatorsCoordinator, organisation };
    expect((await code(ask({}, { as: { ...asker, acting } })))[0]).toBe('no-such-shipment');
    expect(mails.kept).toEqual([]);
  });

  it('is submitted once when the server has it, and not before', async () => {
    const { ask, mails, following, status, log, clock } = await mailGround();
    await ask();
    await following.look();
    expect(await status()).toBe('wanted');
    mails.take(clock.at);
    await following.look();
    await following.look();
    const [line, ...more] = await log('CustomsSubmitted');
    expect([await status(), more]).toEqual(['submitted', []]);
    expect(JSON.parse(line!.text)).toMatchObject({
      ...{ recordedBy: 'system', statedBy: { person: 'coordinator', how: 'account' } },
      event: { occurredAt: { at: clock.at, zone } },
    });
    expect(await ask({}, { key: 'k2' })).toMatchObject({ error: { code: 'request-not-wanted' } });
    expect(await ask()).toMatchObject({ ok: true, value: { repeated: true, mail: { status: 'sent' } } });
  });

  it('is submitted once although the process dies between the command and its note', async () => {
    const { ask, mails, following, log, clock } = await mailGround();
    await ask();
    mails.take(clock.at);
    mails.dies = true;
    await following.look();
    expect([mails.kept[0]!.settled, mails.putOffs.length]).toEqual([false, 1]);
    mails.dies = false;
    await following.look();
    expect([mails.kept[0]!.settled, (await log('CustomsSubmitted')).length]).toEqual([true, 1]);
  });

  it('is submitted once by two who look at once; with ids and revisions of their own it would be twice: the control', async () => {
    const submitted = async (careless: boolean) => {
      const { ask, mails, store: shipments, issue, log, clock } = await mailGround();
      await ask();
      mails.take(clock.at);
      let ids = 0;
      const execute: typeof issue.execute = (issued, asked) => {
        if (!careless) return issue.execute(issued, asked);
        return issue.execute({ ...issued, id: `other/${(ids += 1)}` as typeof issued.id, ifMatch: null }, asked);
      };
      const looks = [1, 2].map(
        () => new FollowRequestMails({ mails, shipments, issue: { execute }, failed: () => undefined }),
      );
      await Promise.all(looks.map((each) => each.look()));
      return (await log('CustomsSubmitted')).length;
    };
    expect([await submitted(false), await submitted(true)]).toEqual([1, 2]);
  });

  it('leaves what somebody recorded by hand meanwhile as it is', async () => {
    const { ask, mails, following, log, byHand, clock, failed } = await mailGround();
    await ask();
    await byHand();
    mails.take(clock.at);
    await following.look();
    const [line, ...more] = await log('CustomsSubmitted');
    expect([more, mails.kept[0]!.settled, failed]).toEqual([[], true, []]);
    expect(JSON.parse(line!.text)).toMatchObject({ recordedBy: 'coordinator' });
  });
});

describe('what is made ready', () => {
  const file = { ok: true, value: { pdf: new Uint8Array(5), name: 'p.pdf' } } as const;
  const preparing = (ground: Awaited<ReturnType<typeof mailGround>>, setting = () => Promise.resolve(), size = 5) => {
    const issued = async () => {
      await setting();
      return { ...file, value: { ...file.value, pdf: new Uint8Array(size) } };
    };
    const look = () => Promise.resolve();
    const preparing = new PrepareRequestMail({ shipments: ground.store, printing: { issued }, look });
    return (): Promise<PreparedMail> => preparing.of(ground.mails.kept[0]!.delivery);
  };

  it('is every paper, while all are valid and the request is wanted', async () => {
    const ground = await mailGround();
    await ground.ask();
    expect(await preparing(ground)()).toMatchObject({ files: [{ name: 'p.pdf' }] });
  });

  it('is nothing where a paper became outdated, before or while the papers are set', async () => {
    const before = await mailGround();
    await before.ask();
    await before.give('anew');
    const notSent = expect.stringMatching(/^Statement of contents, .* became outdated before the mail went out\.$/);
    expect(await preparing(before)()).toEqual({ notSent });
    const meanwhile = await mailGround();
    await meanwhile.ask();
    const setting = async () => void (await meanwhile.give('anew'));
    expect(await preparing(meanwhile, setting)()).toEqual({ notSent });
  });

  it('is nothing where the request was recorded by hand, or the papers are too large', async () => {
    const ground = await mailGround();
    await ground.ask();
    expect(await preparing(ground, undefined, 11 * 1024 * 1024)()).toEqual({
      notSent: 'The papers have 11.0 MiB together, and 10.0 are sent at most. Send fewer.',
    });
    await ground.byHand();
    expect(await preparing(ground)()).toEqual({
      notSent: 'The request was recorded as submitted meanwhile, or is not wanted any more.',
    });
  });
});

it('a body is read with every fault at its field', () => {
  const body = { to: 'a@example.org, b@example.org', papers: [], note: '', more: 1 };
  const read = readRequestMail(body);
  expect(read.ok ? [] : read.error.map(({ code, at }) => [code, at])).toEqual([
    ['malformed', '/to'],
    ['text-missing', '/note'],
    ['too-few', '/papers'],
    ['unknown-field', '/more'],
  ]);
});
