import type { Letter, Mailer } from '@cellrelay/use-cases';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase } from '../support/api-on-database.js';
import { exampleOrder } from '../support/example-order.js';
import { LinksOnApi, night, tokenIn } from '../support/links-on-api.js';

const deviation = { command: 'OpenDeviation' };
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code}`;

let links: LinksOnApi;
let shipment: string;
beforeAll(async () => {
  links = await LinksOnApi.start();
  shipment = await links.shipment();
}, 60_000);
afterAll(() => links.close());

const listed = async (query = '') =>
  answers.LinkPage.parse((await links.get(`/shipments/${shipment}/links${query}`)).body);

describe('making a link', () => {
  it('answers it once, good as long as was said, and lists it without', async () => {
    const made = answers.LinkMade.parse((await links.ask(shipment, { ...deviation, hours: 5 }).expect(201)).body);
    expect(made).toMatchObject({ made: { ...night, state: 'open', madeBy: 'coordinator', mailed: null } });
    expect(made.link?.startsWith(`${links.api.url}/by-link#`)).toBe(true);
    const hours = (Date.parse(made.made.expiresAt) - Date.parse(made.made.madeAt)) / 3_600_000;
    expect(hours).toBeGreaterThan(4.99);
    expect(hours).toBeLessThan(5.01);
    const page = await listed();
    expect(page).toMatchObject({ byMail: false, items: [made.made] });
    expect(JSON.stringify(page)).not.toContain(tokenIn(made.link));
  });

  it('takes a task of the operator’s own form, whatever else stands in that', async () => {
    const about = { step: 'contacted', at: null, more: { deep: [1] } };
    const { token } = await links.made(shipment, { command: 'RecordDonorStep', about });
    const seen = answers.LinkTask.parse((await links.look(token).expect(200)).body);
    expect(seen.fields['properties']).not.toHaveProperty('step');
  });

  it.each([
    ['a command that does not go by a link', { command: 'CancelShipment' }, '422 not-by-link'],
    ['a command of the system', { command: 'RingDeadline' }, '422 not-by-link'],
    ['a word of the language', { command: 'constructor' }, '422 not-by-link'],
    ['what is not asked for now', { command: 'RecordCellCount', about: { day: 1 } }, '409 task-not-asked-for'],
    ['a thing that there is not', { command: 'RecordDonorStep', about: { step: 'x' } }, '409 task-not-asked-for'],
    ['no thing', { command: 'RecordDonorStep' }, '409 task-not-asked-for'],
    ['no time', { ...deviation, hours: 0 }, '400 body-faulty'],
    ['more than two weeks', { ...deviation, hours: 337 }, '400 body-faulty'],
    ['nobody to give it to', { ...deviation, addressee: ' ' }, '400 body-faulty'],
    ['an organisation of two lines', { ...deviation, organisation: 'a\nb' }, '400 body-faulty'],
    ['no mail address', { ...deviation, mail: 'a@b, c@d' }, '400 body-faulty'],
    ['an expiry of one’s own', { ...deviation, expiresAt: '2099-01-01T00:00:00Z' }, '400 body-faulty'],
    ['a maker of one’s own', { ...deviation, madeBy: 'another' }, '400 body-faulty'],
  ])('with %s is refused', async (_case, body, code) => {
    const before = (await listed()).total;
    expect(codeOf(await links.ask(shipment, body))).toBe(code);
    expect((await listed()).total).toBe(before);
  });

  it('for a shipment that there is not is refused, as is its list of none', async () => {
    const none = 'a0000000-0000-4000-8000-000000000099';
    expect(codeOf(await links.ask(none, deviation))).toBe('404 no-such-shipment');
    expect(codeOf(await links.ask('x', deviation))).toBe('400 shipment-id-malformed');
    expect((await links.get(`/shipments/${none}/links`).expect(200)).body).toMatchObject({ items: [], total: 0 });
    expect(codeOf(await links.get(`/shipments/${none}/links?cursor=x`))).toBe('400 query-faulty');
  });

  it('beyond a hundred that stand open is refused, until one is revoked', async () => {
    const full = await links.shipment();
    const { id } = await links.made(full, deviation);
    const { fields } = await links.owner.pool.query('select * from cellrelay.link limit 0');
    const same = fields.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'token_hash');
    await links.owner.pool.query(
      `insert into cellrelay.link (id, token_hash, ${same.join()})
      select gen_random_uuid(), gen_random_uuid(), ${same.join()} from cellrelay.link, generate_series(1, 99) where id = $1`,
      [id],
    );
    const refused = await links.ask(full, deviation);
    expect(codeOf(refused)).toBe('409 too-many-links');
    expect(refused.body.detail).toContain('100 open links');
    await links.revoke(id).expect(200);
    await links.made(full, deviation);
    expect(codeOf(await links.ask(full, deviation))).toBe('409 too-many-links');
  });

  it('without a key to sign by is refused', async () => {
    const bare = await apiOnDatabase();
    const id = 'a0000000-0000-4000-8000-000000000098';
    const heads = { ...bare.signedIn, 'Idempotency-Key': 'k', 'If-Match': '"0"' };
    await bare.http.post(`/api/v1/shipments/${id}/commands/OpenShipment`).set(heads).send(exampleOrder).expect(200);
    const body = { ...night, ...deviation };
    const asked = await bare.http.post(`/api/v1/shipments/${id}/links`).set(bare.signedIn).send(body);
    expect(codeOf(asked)).toBe('409 signing-key-missing');
    expect(asked.body.allowed).toEqual(['npm run ops -- signing-key rotate']);
    await bare.close();
  }, 30_000);
});

describe('a link that was made', () => {
  it('stands neither in the database nor in a log, and whom it is for in no record', async () => {
    const { token, id } = await links.made(shipment, { ...deviation, addressee: 'EXAMPLE Only here' });
    await links.send(token, await links.filled(token)).expect(200);
    const { rows } = await links.owner.pool.query<{ row: string }>(
      `select row_to_json(l)::text as row from cellrelay.link l union all select text from cellrelay.audit_entry
      union all select text from cellrelay.event union all select answer::text from cellrelay.command_answer`,
    );
    const [kept, logged] = [rows.map(({ row }) => row), links.api.logged.join()];
    const secret = JSON.parse(Buffer.from(token, 'base64url').toString()) as { signature: string };
    for (const text of [token, token.slice(-60), secret.signature]) expect(kept.join() + logged).not.toContain(text);
    expect(logged).not.toContain('EXAMPLE Only here');
    expect(kept.filter((row) => row.includes('EXAMPLE Only here'))).toHaveLength(1);
    const audited = kept.filter((row) => row.includes(`"link":"${id}"`));
    expect(audited.map((row) => (JSON.parse(row) as { kind: string }).kind).sort()).toEqual(['link-made', 'link-used']);
  });

  it('is revoked at once and once, by nobody who merely guesses ids', async () => {
    const { token, id } = await links.made(shipment, deviation);
    const nobody = await links.api.http.delete(`/api/v1/links/${id}`).set('Origin', links.api.url);
    expect(codeOf(nobody)).toBe('401 sign-in-needed');
    const revoked = answers.SignedLink.parse((await links.revoke(id).expect(200)).body);
    expect(revoked).toMatchObject({ state: 'revoked', endedAt: expect.any(String) });
    expect(codeOf(await links.look(token))).toBe('404 no-such-link');
    for (const again of [id, shipment, 'x', '%00'])
      expect((await links.revoke(again)).status).toBeGreaterThanOrEqual(400);
    expect(codeOf(await links.revoke(id))).toBe('404 no-such-link');
  });

  it('is listed page by page', async () => {
    const { total, items, next } = await listed('?limit=2');
    expect(items).toHaveLength(2);
    const rest = await listed(`?limit=100&cursor=${next}`);
    expect(rest.items).toHaveLength(total - 2);
    expect(new Set([...items, ...rest.items].map(({ id }) => id)).size).toBe(total);
  });
});

describe('a link by mail', () => {
  const letters: Letter[] = [];
  let goes: 'sent' | 'failed' | 'broken' = 'sent';
  const mailer: Mailer = {
    post: (letter) => {
      letters.push(letter);
      if (goes === 'broken') return Promise.reject(new RangeError('a process that dies'));
      return Promise.resolve(goes === 'sent' ? { taken: true } : { taken: false, says: 'it did not answer.' });
    },
  };
  const mail = 'desk@example.org';
  let mailing: LinksOnApi;
  let there: string;
  beforeAll(async () => {
    mailing = await LinksOnApi.start(undefined, mailer);
    there = await mailing.shipment();
  }, 60_000);
  afterAll(() => mailing.close());

  it('is shown to nobody else, and its letter says nothing of the shipment', async () => {
    const sent = answers.LinkMade.parse((await mailing.ask(there, { ...deviation, mail }).expect(201)).body);
    expect(sent).toMatchObject({ link: null, made: { mailed: 'sent', mail } });
    const letter = letters.at(-1);
    const link = /http\S+/.exec(letter?.text ?? '')?.[0];
    expect(letter?.to).toBe(mail);
    expect(letter?.text).not.toContain('EX-26');
    await mailing.send(tokenIn(link), await mailing.filled(tokenIn(link))).expect(200);
  });

  it('is shown where the mail could not be sent', async () => {
    goes = 'failed';
    const failed = answers.LinkMade.parse((await mailing.ask(there, { ...deviation, mail }).expect(201)).body);
    expect(failed).toMatchObject({ made: { mailed: 'failed' }, says: expect.stringContaining('it did not answer.') });
    await mailing.look(tokenIn(failed.link)).expect(200);
  });

  it('is kept before it is sent: whoever dies in between leaves one that is listed and can be revoked', async () => {
    goes = 'broken';
    expect((await mailing.ask(there, { ...deviation, mail })).status).toBe(500);
    const { items } = answers.LinkPage.parse((await mailing.get(`/shipments/${there}/links`)).body);
    expect(items[0]).toMatchObject({ state: 'open', mail, mailed: null });
    const token = tokenIn(/http\S+/.exec(letters.at(-1)?.text ?? '')?.[0]);
    await mailing.look(token).expect(200);
    await mailing.revoke(items[0]?.id ?? '').expect(200);
    expect(codeOf(await mailing.look(token))).toBe('404 no-such-link');
  });

  it('goes with its shipment, where that is an example and is removed', async () => {
    goes = 'sent';
    const { token } = await mailing.made(there, deviation);
    await mailing.owner.pool.query(`select cellrelay.remove_examples('EXAMPLE')`);
    expect((await mailing.owner.pool.query('select from cellrelay.link')).rowCount).toBe(0);
    expect(codeOf(await mailing.look(token))).toBe('404 no-such-link');
  });
});
