import { createHash, randomUUID } from 'node:crypto';
import { wallNow } from '@cellrelay/platform';
import { instantFromMillis, millisOf, type ShipmentId } from '@cellrelay/kernel';
import type { Database } from '@cellrelay/adapter-postgres';
import type { CommandKey, Loaded, LinkUse } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { commandKey, commitOf, opened, shipmentId } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;
let shipment: ShipmentId;
const by = { account: 'coordinator', organisation: randomUUID() };

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  shipment = await there();
});
afterAll(async () => {
  await database.close();
  await where.drop();
});

async function there(): Promise<ShipmentId> {
  const id = shipmentId();
  await commit(id, {});
  return id;
}

/** A link of that shipment that is good for so long. */
async function linkOf(of = shipment, lastsMs = 60_000): Promise<LinkUse & { readonly tokenHash: string }> {
  const [id, at] = [randomUUID(), wallNow()];
  const tokenHash = createHash('sha256').update(id).digest('hex');
  const made = { ...{ link: id, shipment: of, command: 'RecordCellCount', pins: { day: 1 }, nonce: '' }, at };
  const statement = {
    ...({ type: 'cellrelay-link', version: 1, organisation: 'EXAMPLE Centre' } as const),
    ...made,
    expiresAt: instantFromMillis(millisOf(at) + lastsMs),
  };
  const link = { statement, tokenHash, addressee: 'EXAMPLE Desk', task: 'Record the count, day 1', mail: null };
  if ((await database.links.make(by, link)) === null) throw new Error('too many links');
  return { id, madeFor: by.organisation, tokenHash };
}

const accept = (of: ShipmentId) => (loaded: Loaded) => ({ ok: true, commit: commitOf(of, loaded, {}) }) as const;

function commit(of: ShipmentId, more: Partial<CommandKey>, decide = accept(of), on = database) {
  return on.shipments.commit({ ...commandKey(of), ...more }, decide);
}

const codeOf = (outcome: Awaited<ReturnType<typeof commit>>) =>
  outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
const stateOf = async ({ tokenHash }: { readonly tokenHash: string }) => (await database.links.find(tokenHash))?.state;
const events = async (of = shipment) => (await database.shipments.log(of, 0, 500)).length;

async function auditOf(id: string): Promise<readonly unknown[]> {
  const { rows } = await database.pool.query<{ text: string }>('select text from cellrelay.audit_entry order by seq');
  const lines = rows.map(({ text }) => JSON.parse(text) as { kind: string; by: unknown; data: { link?: string } });
  return lines.filter(({ data }) => data.link === id).map(({ kind, by: whom }) => [kind, whom]);
}

describe('a command that comes by a link', () => {
  it('uses it up in its own transaction, on the audit record', async () => {
    const link = await linkOf();
    const before = await events();
    expect(codeOf(await commit(shipment, { link }))).toBe('committed');
    expect([await stateOf(link), await events()]).toEqual(['used', before + 1]);
    expect(await auditOf(link.id)).toEqual([
      ['link-made', by],
      ['link-used', { account: `link:${link.id}`, organisation: by.organisation }],
    ]);
  });

  it('acts once, however many are sent at once; without the link each of them would', async () => {
    const link = await linkOf();
    const sent = await Promise.all([1, 2, 3, 4].map(() => commit(shipment, { link })));
    expect(sent.map(codeOf).sort()).toEqual(['committed', 'link-used', 'link-used', 'link-used']);
    const control = await Promise.all([1, 2, 3, 4].map(() => commit(shipment, {})));
    expect(control.map(codeOf)).toEqual(Array<string>(4).fill('committed'));
  });

  it('is answered again under its id, by a link that is used up by it', async () => {
    const link = await linkOf();
    const key = { ...commandKey(shipment), link };
    expect(codeOf(await commit(shipment, key))).toBe('committed');
    expect(codeOf(await commit(shipment, key))).toBe('repeated');
    const both = { ...commandKey(shipment), link: await linkOf() };
    expect((await Promise.all([commit(shipment, both), commit(shipment, both)])).map(codeOf).sort()).toEqual([
      'committed',
      'repeated',
    ]);
  });

  it('leaves it open when it is refused', async () => {
    const link = await linkOf();
    const refuse = () => ({ ok: false, refusal: { code: 'no', sentence: 'No.' } }) as const;
    expect(codeOf(await commit(shipment, { link }, refuse as never))).toBe('no');
    expect(await stateOf(link)).toBe('open');
  });

  it('leaves it open, and nothing on record, where the process dies before it commits', async () => {
    const link = await linkOf();
    const before = await events();
    const dying = await opened(where.apiUrl, {
      reach: (at) => (at === 'written' ? Promise.reject(new RangeError('a defect')) : Promise.resolve()),
    });
    await expect(commit(shipment, { link }, accept(shipment), dying)).rejects.toThrow('a defect');
    await dying.close();
    expect([await stateOf(link), await events()]).toEqual(['open', before]);
    expect(await auditOf(link.id)).toHaveLength(1);
  });

  it('is decided on by nobody where the link is revoked, has run out, or is of another shipment', async () => {
    const [revoked, late, other] = [await linkOf(), await linkOf(shipment, -1), await linkOf(await there())];
    await database.links.revoke(by, revoked.id);
    let decided = 0;
    const counting = (loaded: Loaded) => {
      decided += 1;
      return accept(shipment)(loaded);
    };
    const sent = [];
    for (const link of [revoked, late, other, { ...other, id: randomUUID() }])
      sent.push(codeOf(await commit(shipment, { link }, counting)));
    expect(sent).toEqual(['no-such-link', 'link-expired', 'no-such-link', 'no-such-link']);
    expect(decided).toBe(0);
  });
});

describe('a link', () => {
  it('is revoked once, and not any more once it was used: whoever revokes it waits for the commit', async () => {
    const [idle, raced] = [await linkOf(), await linkOf()];
    expect(await database.links.revoke(by, idle.id)).toMatchObject({ state: 'revoked' });
    expect(await database.links.revoke(by, idle.id)).toBeNull();
    let revoking: Promise<unknown> | undefined;
    const outcome = await commit(shipment, { link: raced }, (loaded) => {
      revoking = database.links.revoke(by, raced.id);
      return accept(shipment)(loaded);
    });
    expect([codeOf(outcome), await revoking, await stateOf(raced)]).toEqual(['committed', null, 'used']);
    expect(await auditOf(idle.id)).toEqual([
      ['link-made', by],
      ['link-revoked', by],
    ]);
  });

  it('is listed with the others of its shipment, the latest first, page by page', async () => {
    const of = await there();
    const made = [await linkOf(of), await linkOf(of, -1), await linkOf(of)];
    const first = await database.links.list(of, { after: null, limit: 2 });
    expect(first).toMatchObject({ total: 3, items: [{ id: made[2]!.id }, { id: made[1]!.id, state: 'expired' }] });
    const rest = await database.links.list(of, { after: first.next, limit: 2 });
    expect(rest).toMatchObject({ total: 3, next: null, items: [{ id: made[0]!.id, state: 'open' }] });
    const foreign = await database.links.list(of, { after: (await linkOf()).id, limit: 2 });
    expect(foreign.items).toEqual([]);
  });

  it('is one of a hundred open ones of a shipment at most', async () => {
    const of = await there();
    for (let at = 0; at < 99; at += 1) await linkOf(of);
    const more = await Promise.allSettled([linkOf(of), linkOf(of), linkOf(of)]);
    expect(more.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const { items } = await database.links.list(of, { after: null, limit: 1 });
    await database.links.revoke(by, items[0]!.id);
    await linkOf(of);
  });

  it('is nothing to the worker, and the API neither deletes it nor changes what it is for', async () => {
    const worker = await opened(where.workerUrl);
    await expect(worker.pool.query('select from cellrelay.link')).rejects.toThrow('permission denied');
    await worker.close();
    for (const sql of ['delete from cellrelay.link', `update cellrelay.link set expires_at = expires_at`])
      await expect(database.pool.query(sql)).rejects.toThrow('permission denied');
  });
});
