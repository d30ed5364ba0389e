import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { canonicalText } from '@cellrelay/use-cases';
import { night, LinksOnApi } from '../support/links-on-api.js';

let links: LinksOnApi;
let shipment: string;
beforeAll(async () => {
  links = await LinksOnApi.start();
  shipment = await links.shipment();
}, 60_000);
afterAll(() => links.close());

const contacted = { command: 'RecordDonorStep', about: { step: 'contacted' } };
const deviation = { command: 'OpenDeviation' };

/** What a token says, and the same said otherwise. */
const read = (token: string) =>
  JSON.parse(Buffer.from(token, 'base64url').toString()) as { signature: string; signed: string };
const told = (token: string) => JSON.parse(read(token).signed) as Record<string, unknown>;
const tokenOf = (travelling: object) => Buffer.from(canonicalText(travelling)).toString('base64url');
const altered = (token: string, change: object) =>
  tokenOf({ ...read(token), signed: canonicalText({ ...told(token), ...change }) });
const plain = ({ status, body }: { status: number; body: object }) => ({ status, body: { ...body, request: '' } });
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code}`;
const expire = (id: string) =>
  links.owner.pool.query('update cellrelay.link set expires_at = cellrelay.wall_clock() where id = $1', [id]);

describe('a link', () => {
  it('lets whoever holds it give its one command, once, on record as said by link', async () => {
    const { token, id } = await links.made(shipment, contacted);
    const seen = await links.look(token).expect(200);
    expect(seen.body).toMatchObject({
      ...night,
      command: 'RecordDonorStep',
      task: expect.stringContaining('contacted'),
    });
    expect(seen.body.reference).toBe('EX-26-0001');
    const { body, ifMatch } = await links.filled(token);
    expect(Object.keys(body)).not.toContain('step');
    const at = { local: new Date(Date.now() - 3_600_000).toISOString().slice(0, 16), zone: 'UTC' };
    const filled = { body: { ...body, at }, ifMatch };
    const key = 'one-intent';
    await links.send(token, { ...filled, key }).expect(200);
    const line = (await links.log(shipment)).at(-1);
    expect(line).toMatchObject({
      recordedBy: `link:${id}`,
      statedBy: { person: 'EXAMPLE Nora', organisation: night.organisation, how: 'signed-link' },
      event: { data: { step: 'contacted' } },
    });
    const events = (await links.log(shipment)).length;
    const again = await links.send(token, { ...filled, key }).expect(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(codeOf(await links.send(token, filled))).toBe('409 link-used');
    expect(codeOf(await links.send(token, { ...filled, body: { ...filled.body, at: null }, key: 'another' }))).toBe(
      '409 link-used',
    );
    expect(codeOf(await links.look(token))).toBe('409 link-used');
    expect(await links.log(shipment)).toHaveLength(events);
  });

  it('is used up by one of two who send by it at once; twice the same is one', async () => {
    const [raced, doubled] = [await links.made(shipment, deviation), await links.made(shipment, deviation)];
    const before = (await links.log(shipment)).filter(({ event }) => event.type === 'DeviationOpened').length;
    const filled = await links.filled(raced.token);
    const both = await Promise.all([links.send(raced.token, filled), links.send(raced.token, filled)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.map(codeOf)).toContain('409 link-used');
    const other = { ...(await links.filled(doubled.token)), key: 'twice' };
    const twice = await Promise.all([links.send(doubled.token, other), links.send(doubled.token, other)]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const after = (await links.log(shipment)).filter(({ event }) => event.type === 'DeviationOpened').length;
    expect(after - before).toBe(2);
  });

  it('is not used up by what is refused', async () => {
    const { token } = await links.made(shipment, { command: 'ClearDonor' });
    const filled = await links.filled(token);
    const ahead = { ...filled.body, clearedAt: { local: '2099-01-01T10:00', zone: 'UTC' } };
    expect(codeOf(await links.send(token, { ...filled, body: ahead }))).toBe('422 in-the-future');
    expect(codeOf(await links.send(token, { ...filled, body: { statedBy: filled.body['statedBy'] } }))).toMatch(/^400/);
    expect(codeOf(await links.send(token, { ...filled, ifMatch: 999 }))).toBe('412 stale-revision');
    await links.send(token, filled).expect(200);
  });

  it('that is forged, altered, cut, unknown, revoked or for another thing is answered alike', async () => {
    const [good, other] = [await links.made(shipment, deviation), await links.made(shipment, contacted)];
    const revoked = await links.made(shipment, deviation);
    const filled = await links.filled(revoked.token);
    await links.revoke(revoked.id).expect(200);
    const { privateKey } = generateKeyPairSync('ed25519');
    const { signed } = read(good.token);
    const bad = [
      revoked.token,
      altered(good.token, { command: 'CancelShipment' }),
      altered(good.token, { shipment: await links.shipment() }),
      altered(good.token, { expiresAt: '2099-01-01T00:00:00.000Z' }),
      altered(good.token, { pins: { step: 'typed' } }),
      altered(good.token, { organisation: 'EXAMPLE Another' }),
      altered(good.token, { key: 'f'.repeat(64) }),
      tokenOf({ ...read(good.token), signature: read(other.token).signature }),
      tokenOf({ signed, signature: sign(null, Buffer.from(signed), privateKey).toString('base64') }),
      tokenOf({ ...read(good.token), more: 1 }),
      good.token.slice(0, -2),
      `${good.token}A`,
      `${good.token}=`,
      'A'.repeat(3_000),
      'null',
      '.',
    ];
    const answers = [];
    for (const token of bad) answers.push(await links.look(token), await links.send(token, filled));
    expect(new Set(answers.map((answer) => JSON.stringify(plain(answer)))).size).toBe(1);
    expect(codeOf(answers[0]!)).toBe('404 no-such-link');
    const elsewhere = await links.filled(other.token);
    const named = { ...elsewhere, body: { ...elsewhere.body, step: 'typed' } };
    const held = await links.send(other.token, named);
    expect(codeOf(held)).toBe('400 held-by-link');
    expect(held.body).toMatchObject({ at: '/step', allowed: ['contacted'] });
    await links.send(good.token, await links.filled(good.token)).expect(200);
  });

  it('that we did not sign is none though its row stands in the table; one that we signed is', async () => {
    const { token, id } = await links.made(shipment, deviation);
    const { privateKey } = generateKeyPairSync('ed25519');
    const signed = canonicalText({ ...told(token), command: 'ClearDonor' });
    const forged = tokenOf({ signed, signature: sign(null, Buffer.from(signed), privateKey).toString('base64') });
    const planted = async (of: string) => {
      const hash = createHash('sha256').update(of).digest('hex');
      await links.owner.pool.query('update cellrelay.link set token_hash = $2 where id = $1', [id, hash]);
      return codeOf(await links.look(of));
    };
    expect(await planted(forged)).toBe('404 no-such-link');
    expect(await planted(token)).toBe('200 undefined');
  });

  it('that has run out says so where it is ours, and otherwise nothing', async () => {
    const { token, id } = await links.made(shipment, deviation);
    const filled = await links.filled(token);
    await expire(id);
    expect([codeOf(await links.look(token)), codeOf(await links.send(token, filled))]).toEqual([
      '410 link-expired',
      '410 link-expired',
    ]);
    const longer = altered(token, { expiresAt: '2099-01-01T00:00:00.000Z' });
    expect(codeOf(await links.look(longer))).toBe('404 no-such-link');
    expect(codeOf(await links.revoke(id))).toBe('404 no-such-link');
  });

  it('that was used is answered again under its key after it ran out', async () => {
    const { token, id } = await links.made(shipment, deviation);
    const sent = { ...(await links.filled(token)), key: 'late-again' };
    await links.send(token, sent).expect(200);
    await expire(id);
    expect((await links.send(token, sent).expect(200)).headers['idempotent-replayed']).toBe('true');
  });

  it('of a key that was retired is good still', async () => {
    const { token } = await links.made(shipment, deviation);
    await links.rotate();
    await links.send(token, await links.filled(token)).expect(200);
    const { token: later } = await links.made(shipment, deviation);
    expect(told(later)['key']).not.toBe(told(token)['key']);
    await links.look(later).expect(200);
  });

  it('is for nothing that is not asked for any more', async () => {
    const own = await links.shipment();
    const { token } = await links.made(own, { command: 'ClearDonor' });
    const filled = await links.filled(token);
    const clearedAt = { local: new Date(Date.now() - 60_000).toISOString().slice(0, 16), zone: 'UTC' };
    await links.command(own, 'ClearDonor', { clearedAt }).expect(200);
    expect(codeOf(await links.look(token))).toBe('409 task-not-asked-for');
    expect(codeOf(await links.send(token, filled))).toBe('412 stale-revision');
  });
});

describe('what comes by a link', () => {
  it('comes from our own page, with a key, a revision and a name, and with nothing of a session beside it', async () => {
    const { token, id } = await links.made(shipment, deviation);
    const filled = await links.filled(token);
    const bare = (heads: Record<string, string>, body: object = filled.body) =>
      links.api.http.post('/api/v1/by-link').set(heads).send(body);
    const own = { Origin: links.api.url };
    const keyed = { ...own, 'Idempotency-Key': 'k' };
    expect(codeOf(await links.send(token, filled, { Origin: 'https://elsewhere.example' }))).toBe('403 origin-refused');
    expect(codeOf(await links.look(token, { Origin: 'https://elsewhere.example' }))).toBe('403 origin-refused');
    expect(codeOf(await bare(own))).toBe('400 link-missing');
    expect(codeOf(await bare({ ...own, 'Cellrelay-Link': token }))).toBe('400 idempotency-key-missing');
    expect(codeOf(await bare({ ...keyed, 'Cellrelay-Link': token }))).toBe('428 if-match-missing');
    for (const statedBy of [undefined, {}, { person: '' }, { person: 'EXAMPLE N.', how: 'account' }])
      expect(codeOf(await links.send(token, { ...filled, body: { ...filled.body, statedBy } }))).toBe(
        '400 body-faulty',
      );
    expect(codeOf(await links.send(token, { ...filled, body: { ...filled.body, recordedBy: 'x' } }))).toMatch(/^400/);
    const large = { ...filled.body, words: 'w'.repeat(70_000) };
    expect(codeOf(await links.send(token, { ...filled, body: large }))).toBe('413 body-too-large');
    await links.send(token, filled, { Cookie: links.api.signedIn.Cookie }).expect(200);
    expect((await links.log(shipment)).at(-1)?.recordedBy).toBe(`link:${id}`);
  });

  it('is kept by no cache, and its token is in no query that is read', async () => {
    const { token } = await links.made(shipment, deviation);
    const seen = await links.look(token).expect(200);
    expect(seen.headers['cache-control']).toBe('no-store');
    const asked = links.api.http.post(`/api/v1/by-link/look?token=${token}`).set('Origin', links.api.url).send({});
    expect(codeOf(await asked)).toBe('400 link-missing');
  });
});

describe('whoever tries links one after another', () => {
  it('is asked to wait, and can sign in all the same', async () => {
    const slow = await LinksOnApi.start({ byLink: { burst: 3, perSecond: 0.001 } });
    const tried = [];
    for (let at = 0; at < 4; at += 1) tried.push(codeOf(await slow.look('f'.repeat(40))));
    expect(tried).toEqual([...Array<string>(3).fill('404 no-such-link'), '429 too-many-requests']);
    const body = { name: 'coordinator', password: slow.api.password };
    await slow.api.http.post('/api/v1/session').set('Origin', slow.api.url).send(body).expect(200);
    await slow.close();
  }, 30_000);
});
