import { createHash, randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { Account } from '@cellrelay/use-cases';
import pg from 'pg';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

const issuer = 'https://sign-in.example.org';
const minute = 60_000;

let where: ThrowAwayDatabase;
let database: Database;
let anna: Account;
let bert: Account;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
  [anna, bert] = await Promise.all([madeAccount('anna'), madeAccount('bert')]);
});
afterAll(async () => {
  await database.close();
  await where.drop();
});

async function madeAccount(name: string): Promise<Account> {
  const made = await database.accounts.create(`EXAMPLE ${name}`, 'no hash');
  if (made === null) throw new Error('the name is taken');
  return made;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const freshHash = () => hashOf(randomUUID());
const targetOf = ({ id, name, acting }: Account) => ({ id, name, organisation: acting.organisation.id });
const identity = () => ({ issuer, subject: `subject-${randomUUID()}` });

async function auditLines(): Promise<readonly Record<string, unknown>[]> {
  const found = await database.pool.query<{ text: string }>('select text from cellrelay.audit_entry order by seq');
  return found.rows.map(({ text }) => JSON.parse(text) as Record<string, unknown>);
}

describe('a browser on its way to a provider', () => {
  it('is taken back once, of many that ask at the same time', async () => {
    const token = freshHash();
    await database.providerLinks.sendAway(token, null, minute);
    const taken = await Promise.all(Array.from({ length: 8 }, () => database.providerLinks.takeBack(token)));
    expect(taken.filter((each) => each !== null)).toEqual([{ links: null }]);
  });

  it('is not known once its time is over, nor to whoever names another', async () => {
    const late = freshHash();
    await database.providerLinks.sendAway(late, null, -1);
    expect(await database.providerLinks.takeBack(late)).toBeNull();
    expect(await database.providerLinks.takeBack(freshHash())).toBeNull();
  });

  it('is swept when the next one is sent, once its time is over', async () => {
    const [late, next] = [freshHash(), freshHash()];
    await database.providerLinks.sendAway(late, null, -1);
    await database.providerLinks.sendAway(next, null, minute);
    const kept = await database.pool.query('select from cellrelay.oidc_pending where token_hash = $1', [late]);
    expect(kept.rowCount).toBe(0);
    expect(await database.providerLinks.takeBack(next)).toEqual({ links: null });
  });

  it('links the account of the session that sent it, and none once that session has ended', async () => {
    const [session, token, lateToken] = [freshHash(), freshHash(), freshHash()];
    await database.accounts.openSession(anna, session, minute);
    await database.providerLinks.sendAway(token, session, minute);
    await database.providerLinks.sendAway(lateToken, session, minute);
    expect(await database.providerLinks.takeBack(token)).toEqual({ links: targetOf(anna) });
    await database.accounts.endSession(session);
    expect(await database.providerLinks.takeBack(lateToken)).toBeNull();
  });
});

describe('a link', () => {
  it('signs in to its account, under that issuer and that subject to the letter', async () => {
    const linked = identity();
    expect(await database.providerLinks.link(linked, targetOf(anna))).toBe('linked');
    expect(await database.providerLinks.accountOf(linked)).toBe(anna.name);
    expect(await database.providerLinks.accountOf({ ...linked, issuer: `${issuer}/` })).toBeNull();
    expect(await database.providerLinks.accountOf({ ...linked, subject: linked.subject.toUpperCase() })).toBeNull();
    expect(await database.providerLinks.linkedSince(issuer, anna.name)).toMatch(/Z$/);
    expect(await database.providerLinks.linkedSince(issuer, bert.name)).toBeNull();
    expect(await database.providerLinks.link(linked, targetOf(bert))).toBe('taken');
    expect(await database.providerLinks.link(linked, targetOf(anna))).toBe('linked-already');
    expect(await database.providerLinks.link(identity(), targetOf(anna))).toBe('linked-already');
    const mine = { name: anna.name, organisation: anna.acting.organisation.id };
    expect(await database.providerLinks.unlink(issuer, mine)).toBe(true);
    expect(await database.providerLinks.unlink(issuer, mine)).toBe(false);
    expect(await database.providerLinks.accountOf(linked)).toBeNull();
  });

  it('is one account’s when two want it at once', async () => {
    const wanted = identity();
    const outcomes = await Promise.all([anna, bert].map((one) => database.providerLinks.link(wanted, targetOf(one))));
    expect(outcomes.toSorted()).toEqual(['linked', 'taken']);
    const owner = outcomes[0] === 'linked' ? anna : bert;
    await database.providerLinks.unlink(issuer, { name: owner.name, organisation: owner.acting.organisation.id });
  });

  it('is on the audit record, and so is its end; what was refused is not', async () => {
    const before = (await auditLines()).length;
    const linked = identity();
    await database.providerLinks.link(linked, targetOf(anna));
    await database.providerLinks.link(linked, targetOf(bert));
    const organisation = anna.acting.organisation.id;
    await database.providerLinks.unlink(issuer, { name: anna.name, organisation });
    await database.providerLinks.unlink(issuer, { name: anna.name, organisation });
    const by = { account: anna.name, organisation };
    expect((await auditLines()).slice(before)).toMatchObject([
      { kind: 'oidc-linked', by, about: anna.id, data: linked },
      { kind: 'oidc-unlinked', by, about: anna.id, data: linked },
    ]);
  });

  it('is not made where its line cannot be written: the api’s role without that right, as a control', async () => {
    const owner = new pg.Client({ connectionString: where.ownerUrl });
    await owner.connect();
    const linked = identity();
    await owner.query('revoke insert on cellrelay.audit_entry from cellrelay_api');
    await expect(database.providerLinks.link(linked, targetOf(anna))).rejects.toMatchObject({ code: '42501' });
    await owner.query('grant insert on cellrelay.audit_entry to cellrelay_api');
    await owner.end();
    expect(await database.providerLinks.accountOf(linked)).toBeNull();
    expect(await database.providerLinks.link(linked, targetOf(anna))).toBe('linked');
  });

  it('and who is on the way are nothing for the worker’s role', async () => {
    const worker = new pg.Client({ connectionString: where.workerUrl });
    await worker.connect();
    for (const table of ['account_oidc', 'oidc_pending'])
      await expect(worker.query(`select from cellrelay.${table}`)).rejects.toMatchObject({ code: '42501' });
    await worker.end();
  });
});
