import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Disclosing, disclosures, label, release } from '../support/disclosing.js';
import { identityGround, type IdentityGround } from '../support/identity-ground.js';
import { eventually } from '../support/without-bells.js';

/** When a disclosure lets nobody read any more, over HTTP. */

let ground: IdentityGround;
let superuser: pg.Client;
let watcher: pg.Client;
let on: Disclosing;
beforeAll(async () => {
  ground = await identityGround();
  on = new Disclosing(ground);
  superuser = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  watcher = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  await Promise.all([superuser.connect(), watcher.connect()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([superuser?.end(), watcher?.end()]);
  await ground?.close();
});

const onRevision = (revision: number): Record<string, string> => ({ 'If-Match': `"${revision}"` });

/** Another organisation of that kind, on record; answers its id. */
async function another(kind: string): Promise<string> {
  const id = randomUUID();
  const text = 'insert into cellrelay.organisation (id, name, kind, example) values ($1, $2, $3, true)';
  await ground.owner.query(text, [id, `EXAMPLE other ${kind} ${id}`, kind]);
  return id;
}

async function citationsIn(shipment: string): Promise<readonly string[]> {
  const text = 'select citation from cellrelay.disclosure_grant where shipment = $1 order by at';
  return (await superuser.query<{ citation: string }>(text, [shipment])).rows.map(({ citation }) => citation);
}

describe('what ends a disclosure', () => {
  it('is its time, by the database’s clock', async () => {
    const shipment = await on.withRecipient(15);
    const id = await on.approved(shipment);
    await on.read(shipment).expect(200);
    const over = `update cellrelay.disclosure_grant set valid_until = cellrelay.wall_clock() where id = $1`;
    await superuser.query(over, [id]);
    await on.read(shipment).expect(404);
    expect(await on.stateOf(shipment, id)).toBe('expired');
    const next = await on.asked(shipment);
    await superuser.query(over, [next]);
    const late = await on
      .ask('post', 'treating', `${disclosures(shipment)}/${next}/approval`)
      .send({})
      .expect(409);
    expect(late.body).toMatchObject({ code: 'grant-not-open', detail: expect.stringContaining('time is over') });
  });

  it('is an erasure, also when somebody is recorded anew', async () => {
    const shipment = await on.withRecipient(16);
    const id = await on.approved(shipment);
    const at = `${shipment}/identities/R1`;
    await on.erase(shipment);
    await on.read(shipment).expect(404);
    expect((await on.ask('get', 'registrar', `${shipment}/disclosed`).expect(200)).body.items).toEqual([]);
    await on.ask('post', 'transplanter', disclosures(shipment)).send(release).expect(410);
    await on.ask('put', 'transplanter', at, onRevision(2)).send({ name: 'EXAMPLE Qzvother' }).expect(200);
    await on.read(shipment).expect(404);
    expect(await on.stateOf(shipment, id)).toBe('erased');
    await on.approved(shipment);
    expect((await on.read(shipment).expect(200)).body.values[0].value).toBe('EXAMPLE Qzvother');
  });

  it('is an erasure, which takes along where a consent stands, and leaves which rule it was', async () => {
    const shipment = await on.withRecipient(28);
    await on.approved(shipment);
    await on.approved(shipment, release);
    expect(await citationsIn(shipment)).toEqual([label.citation, release.citation]);
    await on.erase(shipment);
    expect(await citationsIn(shipment)).toEqual([label.citation, '']);
    const told = await on.ask('get', 'transplanter', disclosures(shipment)).expect(200);
    expect(told.body.items).toMatchObject([{ citation: '' }, { citation: label.citation }]);
  });

  it('is an erasure, which takes that along also where a former holder alone is left to erase', async () => {
    const shipment = await on.withRecipient(29);
    await on.approved(shipment, release);
    await on.name(shipment, 'transplant-centre', null);
    await on.erase(shipment);
    expect(await citationsIn(shipment)).toEqual(['']);
  });

  it('is not a change of the record: what stands now is read', async () => {
    const shipment = await on.withRecipient(17);
    await on.approved(shipment);
    const changed = { name: 'EXAMPLE Qzvmarried' };
    await on.ask('put', 'transplanter', `${shipment}/identities/R1`, onRevision(1)).send(changed).expect(200);
    expect((await on.read(shipment).expect(200)).body.values[0].value).toBe(changed.name);
  });

  it('is that another reader is named in its place: it was let read, and not whoever comes after it', async () => {
    const shipment = await on.withRecipient(18);
    const id = await on.approved(shipment);
    await on.name(shipment, 'donor-registry', await on.idOf('stranger'));
    await on.read(shipment).expect(404);
    await on.read(shipment, 'stranger').expect(404);
    expect(await on.stateOf(shipment, id)).toBe('lapsed');
    await on.approved(shipment);
    await on.read(shipment, 'stranger').expect(200);
    await on.read(shipment).expect(404);
  });

  it('is that another organisation is named in the place of whoever gave it, until that is taken back', async () => {
    const shipment = await on.withRecipient(19);
    await on.approved(shipment);
    await on.name(shipment, 'transplant-centre', await another('transplant-centre'));
    await on.read(shipment).expect(404);
    expect((await on.ask('get', 'registrar', `${shipment}/disclosed`).expect(200)).body.items).toEqual([]);
    const refused = await on.ask('post', 'transplanter', disclosures(shipment)).send(release).expect(403);
    expect(refused.body.code).toBe('not-on-this-side');
    const told = await on.ask('get', 'transplanter', disclosures(shipment)).expect(200);
    expect(told.body).toMatchObject({ items: [], total: 0, readers: [] });
    await on.name(shipment, 'transplant-centre', await on.idOf('transplant'));
    await on.read(shipment).expect(200);
  });

  it('is that of each: of two for one paper each is listed once, until it ends', async () => {
    const shipment = await on.withRecipient(27);
    const id = await on.approved(shipment);
    // As when one that had lapsed stands again beside a newer one.
    const columns =
      'shipment, side, subject, key, document, fields, granter, reader, reader_part, basis, citation, rule, valid_until, asked_by, asked, approved_by, approved';
    await superuser.query(
      `insert into cellrelay.disclosure_grant (${columns}) select ${columns} from cellrelay.disclosure_grant where id = $1`,
      [id],
    );
    const listed = async () => (await on.ask('get', 'registrar', `${shipment}/disclosed`).expect(200)).body.items;
    expect(await listed()).toHaveLength(2);
    await on.ask('delete', 'treating', `${disclosures(shipment)}/${id}`).expect(200);
    expect(await listed()).toHaveLength(1);
  });

  it('is somebody’s word, also while it is being read: whoever comes second is told nothing', async () => {
    const shipment = await on.withRecipient(20);
    const id = await on.approved(shipment);
    await superuser.query('begin');
    await superuser.query(`update cellrelay.disclosure_grant set revoked = '{}' where id = $1`, [id]);
    const waits = on.read(shipment).then(({ status }) => status);
    const blocked = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%last_read_at%'`;
    await eventually(async () => (await watcher.query(blocked)).rowCount === 1);
    await superuser.query('commit');
    expect(await waits).toBe(404);
    const { rows } = await ground.owner.query(
      `select from cellrelay.audit_entry where kind = 'disclosure-read' and about = $1`,
      [shipment],
    );
    expect(rows).toEqual([]);
  });
});
