import pg from 'pg';
import type request from 'supertest';
import { cancelShipment } from '@cellrelay/testkit';
import { chainHash } from '@cellrelay/use-cases';
import { auditOf, identityGround, type IdentityGround, type Person } from '../support/identity-ground.js';

const nowhere = 'a0000000-0000-4000-8000-00000000dead';
/** Every value holds a word that occurs nowhere else, so that it can be looked for. */
const donor = {
  name: 'EXAMPLE Qzvdonor 王小明 نیما‌یی',
  otherNames: 'EXAMPLE Qzvother',
  birthDate: '1990-02-28',
  sex: 'female',
  number: 'QZVNUMBER-1',
  address: 'Qzvstreet 1\nEXAMPLE town',
  contact: 'qzvmail@example.org',
};
const patient = { name: 'EXAMPLE Qzvpatient' };

let ground: IdentityGround;
beforeAll(async () => {
  ground = await identityGround();
}, 60_000);
afterAll(() => ground.close());

type Method = 'get' | 'put' | 'delete' | 'post';

function ask(method: Method, who: Person, at: string, head: Record<string, string> = {}): request.Test {
  return ground.api.http[method](`/api/v1/shipments/${at}`).set(ground.as(who)).set(head);
}

const none = { 'If-None-Match': '*' };
const onRevision = (revision: number): Record<string, string> => ({ 'If-Match': `"${revision}"` });
const theDonor = (): string => `${ground.shipment}/identities/donor`;
const theRecipient = (): string => `${ground.shipment}/identities/R1`;

async function idOf(organisation: string): Promise<string> {
  const asked = 'select id from cellrelay.organisation where name = $1';
  return (await ground.owner.query<{ id: string }>(asked, [`EXAMPLE ${organisation}`])).rows[0]!.id;
}

describe('who somebody is', () => {
  it('is recorded, read and changed by people of that side, in any script, and each time on record without what it says', async () => {
    const before = (await auditOf(ground.owner)).length;
    await ask('put', 'registrar', theDonor(), none).send(donor).expect(200, { revision: 1, erased: false });
    const read = await ask('get', 'collector', theDonor()).expect(200);
    expect(read.body).toEqual({ ...donor, revision: 1 });
    expect([read.headers.etag, read.headers['cache-control']]).toEqual(['"1"', 'no-store']);
    const changed = { ...donor, contact: null, address: null };
    await ask('put', 'collector', theDonor(), onRevision(1)).send(changed).expect(200, { revision: 2, erased: false });
    expect((await ask('get', 'second', theDonor()).expect(200)).body).toEqual({ ...changed, revision: 2 });
    const of = { about: ground.shipment, data: { side: 'donor', subject: 'donor' } };
    const every = 'name, otherNames, birthDate, sex, number, address, contact';
    expect((await auditOf(ground.owner)).slice(before)).toMatchObject([
      { ...of, kind: 'identity-recorded', by: { account: 'registrar', organisation: await idOf('registry') } },
      { ...of, kind: 'identity-read', by: { account: 'collector' }, data: { ...of.data, fields: every } },
      { kind: 'identity-changed', by: { account: 'collector' }, data: { revision: 2 } },
      {
        kind: 'identity-read',
        by: { account: 'second' },
        data: { fields: 'name, otherNames, birthDate, sex, number' },
      },
    ]);
  });

  it('is listed without what it says, with who looked last', async () => {
    const { body } = await ask('get', 'registrar', `${ground.shipment}/identities`).expect(200);
    expect(body.items).toEqual([
      {
        ...{ subject: 'donor', side: 'donor', revision: 2, holder: 'EXAMPLE registry', recordedAt: expect.any(String) },
        ...{
          erasedAt: null,
          lastLook: { person: 'EXAMPLE second', organisation: 'EXAMPLE registry', at: expect.any(String) },
          lastChange: { person: 'EXAMPLE collector', organisation: 'EXAMPLE collection', at: expect.any(String) },
          mayWrite: true,
        },
        erasure: { heldBy: expect.stringContaining('still open'), asked: null, may: 'ask' },
      },
    ]);
    expect(body.fields.properties.name.title).toBe('Name');
    const others = await ask('get', 'transplanter', `${ground.shipment}/identities`).expect(200);
    expect(others.body.items).toMatchObject([{ subject: 'R1', side: 'patient', revision: 0, holder: null }]);
  });

  it('can be recorded on both sides of the same shipment, apart', async () => {
    await ask('put', 'transplanter', theRecipient(), none).send(patient).expect(200);
    expect((await ask('get', 'transplanter', theRecipient()).expect(200)).body.name).toBe(patient.name);
  });

  it('is nowhere in the database but sealed, nor in the log of this process', async () => {
    const superuser = new pg.Client({ connectionString: ground.api.own.superuserUrl });
    await superuser.connect();
    const tables = await superuser.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await superuser.query<{ line: string }>(`select t::text as line from ${name} t`);
      found.push(...rows.filter(({ line }) => /qzv|王小明|1990-02-28/i.test(line)).map(() => name));
    }
    await superuser.end();
    expect(found).toEqual([]);
    expect(ground.api.logged.join('\n')).not.toMatch(/qzv/i);
    expect(ground.api.logged.join('\n')).toContain('/identities/donor');
  });
});

describe('whoever is not of that side', () => {
  const asked: readonly [Method, string, Record<string, string>, object?][] = [
    ['get', 'identities/SUBJECT', {}],
    ['put', 'identities/SUBJECT', none, { name: 'EXAMPLE' }],
    ['put', 'identities/SUBJECT', onRevision(2), { name: 'EXAMPLE' }],
    ['put', 'identities/SUBJECT', none, { wrong: 1 }],
    ['delete', 'identities/SUBJECT', onRevision(2)],
    ['post', 'identities/SUBJECT/erasure', onRevision(2), { reason: 'asked-by-the-person' }],
    ['get', 'identities', {}],
  ];

  /** All that is answered, but for the request's own id and the clock. */
  async function answerTo(who: Person, at: string, [method, , head, body]: (typeof asked)[number]): Promise<unknown> {
    const test = ask(method, who, at, head);
    const answer = await (body === undefined ? test : test.send(body));
    const { date: _date, 'x-request-id': _id, ...headers } = answer.headers as Record<string, string>;
    const { request: _request, ...rest } = answer.body as Record<string, unknown>;
    return { status: answer.status, headers, rest };
  }

  it.each<[Person, string]>([
    ['transplanter', 'donor'],
    ['registrar', 'R1'],
    ['stranger', 'donor'],
    ['stranger', 'R1'],
    ['operator', 'donor'],
    ['operator', 'R1'],
    ['laboratory', 'donor'],
    ['administrator', 'donor'],
    ['registrar', 'R9'],
    ['registrar', '%27'],
  ])(
    '%s asking for %s is told what is told of a shipment that does not exist, whatever is asked',
    async (who, subject) => {
      const before = (await auditOf(ground.owner)).length;
      for (const one of asked) {
        const way = one[1].replace('SUBJECT', subject);
        const told = await answerTo(who, `${ground.shipment}/${way}`, one);
        const ofNone = await answerTo(who, `${nowhere}/${way}`, one);
        const listed = one[1] === 'identities' && ['transplanter', 'registrar'].includes(who);
        if (!listed) expect(told).toEqual(ofNone);
      }
      expect((await auditOf(ground.owner)).length).toBe(before);
    },
  );

  it('control: the same question by somebody of that side is answered otherwise', async () => {
    const told = await answerTo('registrar', `${ground.shipment}/identities/donor`, asked[0]!);
    expect(told).not.toEqual(await answerTo('registrar', `${nowhere}/identities/donor`, asked[0]!));
  });

  it('is not let in by naming itself in the body, nor without a session', async () => {
    const named = { name: 'EXAMPLE', holder: 'x', organisation: 'x', side: 'donor', shipment: nowhere };
    const refused = await ask('put', 'registrar', theDonor(), onRevision(2)).send(named).expect(400);
    expect(refused.body.errors.map((each: { at: string }) => each.at)).toEqual([
      '/holder',
      '/organisation',
      '/side',
      '/shipment',
    ]);
    await ground.api.http.get(`/api/v1/shipments/${theDonor()}`).expect(401);
    await ask('put', 'registrar', theDonor(), { ...onRevision(2), Origin: 'https://elsewhere.example' })
      .send(donor)
      .expect(403);
  });
});

describe('an organisation that is not named any more', () => {
  const leave = async (shipment: string, organisation: string): Promise<void> => {
    const gone = 'delete from cellrelay.shipment_part where shipment = $1 and holder = $2';
    expect((await ground.owner.query(gone, [shipment, await idOf(organisation)])).rowCount).toBe(1);
  };

  it('has to do with those whom it recorded, and is told of others what is told of a shipment that does not exist', async () => {
    const left = await ground.open(6);
    await ask('put', 'transplanter', `${left}/identities/R1`, none).send(patient).expect(200);
    await ask('get', 'transplanter', `${left}/identities/R2`).expect(404, /no-such-subject/);
    await leave(left, 'transplant');
    await ask('get', 'transplanter', `${left}/identities/R1`).expect(200);
    const { body } = await ask('get', 'transplanter', `${left}/identities`).expect(200);
    expect(body.items).toMatchObject([{ subject: 'R1', revision: 1, mayWrite: false, erasure: { may: 'ask' } }]);
    for (const who of ['R2', '%27']) {
      const told = await ask('get', 'transplanter', `${left}/identities/${who}`).expect(404);
      const ofNone = await ask('get', 'transplanter', `${nowhere}/identities/${who}`).expect(404);
      expect({ ...told.body, request: '' }).toEqual({ ...ofNone.body, request: '' });
    }
  });

  it('records nobody, whenever it was left out', async () => {
    const left = await ground.open(7);
    await leave(left, 'registry');
    const refused = await ask('put', 'registrar', `${left}/identities/donor`, none).send(donor).expect(404);
    expect(refused.body.code).toBe('no-such-shipment');
    expect((await ask('get', 'registrar', `${left}/identities`).expect(200)).body.items).toEqual([]);
  });
});

describe('whoever recorded somebody and stands there no more', () => {
  const reason = { reason: 'recorded-by-mistake' };
  const take = async (shipment: string, from: string, to: string): Promise<void> => {
    const passed = 'update cellrelay.shipment_part set holder = $3 where shipment = $1 and holder = $2';
    const values = [shipment, await idOf(from), await idOf(to)];
    expect((await ground.owner.query(passed, values)).rowCount).toBe(1);
  };

  it('reads it, and neither changes nor erases it while others stand there', async () => {
    const shipment = await ground.open(8);
    const at = `${shipment}/identities/donor`;
    await ask('put', 'registrar', at, none).send(donor).expect(200);
    await take(shipment, 'registry', 'stranger');
    expect((await ask('get', 'registrar', at).expect(200)).body).toMatchObject(donor);
    const refused = await ask('put', 'registrar', at, onRevision(1)).send({ name: 'EXAMPLE' }).expect(403);
    expect(refused.body.code).toBe('stands-no-more');
    await ask('delete', 'registrar', at, onRevision(1)).expect(403, /stands-no-more/);
    await ask('post', 'registrar', `${at}/erasure`, onRevision(1))
      .send(reason)
      .expect(403, /stands-no-more/);
    const { body } = await ask('get', 'registrar', `${shipment}/identities`).expect(200);
    expect(body.items).toMatchObject([{ mayWrite: false, erasure: { may: null } }]);
    expect((await ask('get', 'stranger', at).expect(200)).body).toMatchObject({ ...donor, revision: 1 });
  });

  it('knows no more of it once a successor has written it: the record is the successor’s then', async () => {
    const shipment = await ground.open(9);
    const at = `${shipment}/identities/donor`;
    await ask('put', 'registrar', at, none).send(donor).expect(200);
    await take(shipment, 'registry', 'stranger');
    await ask('put', 'stranger', at, onRevision(1)).send({ name: 'EXAMPLE Qzvsuccessor' }).expect(200);
    const [last] = (await auditOf(ground.owner)).slice(-1);
    expect(last).toMatchObject({ kind: 'identity-changed', data: { heldBefore: await idOf('registry') } });
    await ask('get', 'registrar', at).expect(404, /no-such-shipment/);
    expect((await ask('get', 'registrar', `${shipment}/identities`).expect(200)).body.items).toEqual([]);
    await ask('delete', 'collector', at, onRevision(2)).expect(403, /not-the-holder/);
    const { body } = await ask('get', 'stranger', `${shipment}/identities`).expect(200);
    expect(body.items).toMatchObject([{ holder: 'EXAMPLE stranger', erasure: { may: 'ask' } }]);
  });

  it('leaves the erasing of it to whoever stands there, and does it itself where nobody does', async () => {
    const passed = await ground.open(10, [cancelShipment()]);
    await ask('put', 'registrar', `${passed}/identities/donor`, none).send(donor).expect(200);
    await take(passed, 'registry', 'stranger');
    await ask('delete', 'collector', `${passed}/identities/donor`, onRevision(1)).expect(200);
    await ask('get', 'registrar', `${passed}/identities/donor`).expect(404);
    const left = await ground.open(11, [cancelShipment()]);
    await ask('put', 'registrar', `${left}/identities/donor`, none).send(donor).expect(200);
    await ground.owner.query('delete from cellrelay.shipment_part where shipment = $1', [left]);
    await ask('put', 'registrar', `${left}/identities/donor`, onRevision(1)).send(donor).expect(403);
    await ask('delete', 'registrar', `${left}/identities/donor`, onRevision(1)).expect(200);
  });
});

describe('a faulty request of that side', () => {
  it.each<[string, object, string, string]>([
    ['no name', { name: ' ' }, 'text-missing', '/name'],
    ['a name too long', { name: 'x'.repeat(201) }, 'text-too-long', '/name'],
    ['a name that turns the text around', { name: 'EXAMPLE \u202Eeman' }, 'text-characters', '/name'],
    ['a day that is none', { name: 'E', birthDate: '1990-02-30' }, 'date-malformed', '/birthDate'],
    ['a birth to come', { name: 'E', birthDate: '2990-02-03' }, 'date-implausible', '/birthDate'],
    ['a birth long ago', { name: 'E', birthDate: '1790-02-03' }, 'date-implausible', '/birthDate'],
    ['another sex', { name: 'E', sex: 'x' }, 'not-one-of', '/sex'],
    ['an address without end', { name: 'E', address: 'x'.repeat(1001) }, 'text-too-long', '/address'],
    ['a field that nobody knows', { name: 'E', religion: 'x' }, 'unknown-field', '/religion'],
  ])('is refused for %s, without repeating it', async (_, body, code, at) => {
    const { body: refused } = await ask('put', 'registrar', theDonor(), onRevision(2)).send(body);
    expect(refused).toMatchObject({ code, at });
    expect(JSON.stringify(refused)).not.toContain('xxxx');
  });

  it('is refused for its revision, its subject, and its address', async () => {
    const put = (head: Record<string, string>) => ask('put', 'registrar', theDonor(), head).send(donor);
    expect((await put({}).expect(428)).body.code).toBe('if-match-missing');
    expect((await put({ 'If-Match': '2' }).expect(400)).body.code).toBe('if-match-malformed');
    expect((await put(none).expect(412)).body).toMatchObject({ code: 'stale-revision', allowed: ['2'] });
    expect((await put(onRevision(1)).expect(412)).body.code).toBe('stale-revision');
    const nobody = await ask('get', 'transplanter', `${ground.shipment}/identities/R2`).expect(404);
    expect(nobody.body).toMatchObject({ code: 'no-such-subject', allowed: ['R1'] });
    expect((await ask('get', 'registrar', 'x/identities/donor').expect(400)).body.code).toBe('shipment-id-malformed');
    const fresh = await ground.open(2);
    expect((await ask('get', 'registrar', `${fresh}/identities/donor`).expect(404)).body.code).toBe('no-such-identity');
    expect(
      (await ask('put', 'registrar', `${fresh}/identities/donor`, onRevision(3)).send(donor).expect(412)).body.allowed,
    ).toEqual(['0']);
  });

  it('of two who write at once one is told', async () => {
    const fresh = await ground.open(3);
    const both = ['registrar', 'collector'] as const;
    const answers = await Promise.all(
      both.map((who) => ask('put', who, `${fresh}/identities/donor`, none).send({ name: `EXAMPLE ${who}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('what leaves no line', () => {
  it('has not happened: where the audit record cannot be written, nothing is read and nothing written', async () => {
    const superuser = new pg.Client({ connectionString: ground.api.own.superuserUrl });
    await superuser.connect();
    await superuser.query('revoke insert on cellrelay.audit_entry from cellrelay_api');
    const read = await ask('get', 'registrar', theDonor()).expect(500);
    expect(JSON.stringify(read.body)).not.toMatch(/qzv/i);
    await ask('put', 'registrar', theDonor(), onRevision(2)).send({ name: 'EXAMPLE unheard' }).expect(500);
    await superuser.query('grant insert on cellrelay.audit_entry to cellrelay_api');
    await superuser.end();
    expect((await ask('get', 'registrar', theDonor()).expect(200)).body).toMatchObject({
      name: donor.name,
      revision: 2,
    });
  });
});

describe('erasing', () => {
  const reason = { reason: 'recorded-by-mistake' };

  it('takes one person of the holder where no cells were collected and the shipment is over', async () => {
    const over = await ground.open(4, [cancelShipment()]);
    const at = `${over}/identities/donor`;
    await ask('put', 'registrar', at, none).send(donor).expect(200);
    const refused = await ask('delete', 'collector', at, onRevision(1)).expect(403);
    expect(refused.body).toMatchObject({ code: 'not-the-holder', allowed: ['EXAMPLE registry'] });
    await ask('delete', 'registrar', at, onRevision(7)).expect(412);
    await ask('delete', 'registrar', at).expect(428);
    await ask('delete', 'registrar', at, onRevision(1)).expect(200, { revision: 2, erased: true });
    expect((await ask('get', 'registrar', at).expect(410)).body.code).toBe('identity-erased');
    await ask('delete', 'registrar', at, onRevision(2)).expect(410);
    const [last] = (await auditOf(ground.owner)).slice(-1);
    expect(last).toMatchObject({
      kind: 'identity-erased',
      by: { account: 'registrar' },
      data: { reason: 'no-duty-holds' },
    });
  });

  it('takes two where a duty may hold: the one who asked cannot be the one who agrees', async () => {
    const held = await ask('delete', 'registrar', theDonor(), onRevision(2)).expect(409);
    expect(held.body).toMatchObject({ code: 'retention-holds', detail: expect.stringContaining('still open') });
    const together = (who: Person, body: object = reason, revision = 2) =>
      ask('post', who, `${theDonor()}/erasure`, onRevision(revision)).send(body);
    expect((await together('registrar', { reason: 'because' }).expect(400)).body.at).toBe('/reason');
    await together('collector').expect(403);
    await together('registrar').expect(200, { revision: 2, erased: false });
    await together('registrar').expect(200, { revision: 2, erased: false });
    const { body } = await ask('get', 'second', `${ground.shipment}/identities`).expect(200);
    expect(body.items[0].erasure).toMatchObject({ asked: { person: 'EXAMPLE registrar', ...reason }, may: 'confirm' });
    await together('second', reason, 1).expect(412);
    await together('second').expect(200, { revision: 3, erased: true });
    expect((await auditOf(ground.owner)).slice(-1)).toMatchObject([
      { kind: 'identity-erased', by: { account: 'second' }, data: { ...reason, revision: 3 } },
    ]);
    const left = await ground.owner.query(
      `select count(*)::integer as keys from cellrelay.identity_key where shipment = $1 and side = 'donor'`,
      [ground.shipment],
    );
    expect(left.rows).toEqual([{ keys: 0 }]);
    await ask('get', 'second', theDonor()).expect(410);
  });

  it('takes two with one reason: another reason does not take the place of the first', async () => {
    const fresh = await ground.open(12);
    const at = `${fresh}/identities/donor`;
    const asked = (who: Person, why: string) => ask('post', who, `${at}/erasure`, onRevision(1)).send({ reason: why });
    await ask('put', 'registrar', at, none).send(donor).expect(200);
    await asked('registrar', 'recorded-by-mistake').expect(200);
    const refused = await asked('second', 'asked-by-the-person').expect(409);
    expect(refused.body).toMatchObject({ code: 'erasure-asked-otherwise', allowed: ['recorded-by-mistake'] });
    const { body } = await ask('get', 'second', `${fresh}/identities`).expect(200);
    expect(body.items[0].erasure.asked).toMatchObject({ person: 'EXAMPLE registrar', ...reason });
    await asked('registrar', 'asked-by-the-person').expect(200, { revision: 1, erased: false });
    await asked('second', 'asked-by-the-person').expect(200, { revision: 2, erased: true });
  });

  it('ends with what was asked for when the record is written anew, under another key', async () => {
    const fresh = await ground.open(5);
    const at = `${fresh}/identities/donor`;
    await ask('put', 'registrar', at, none).send(donor).expect(200);
    await ask('post', 'registrar', `${at}/erasure`, onRevision(1)).send(reason).expect(200);
    await ask('put', 'collector', at, onRevision(1)).send(donor).expect(200);
    await ask('post', 'second', `${at}/erasure`, onRevision(2))
      .send(reason)
      .expect(200, { revision: 2, erased: false });
    await ask('post', 'registrar', `${at}/erasure`, onRevision(2))
      .send(reason)
      .expect(200, { revision: 3, erased: true });
    await ask('put', 'registrar', at, onRevision(3)).send(patient).expect(200, { revision: 4, erased: false });
    expect((await ask('get', 'registrar', at).expect(200)).body.name).toBe(patient.name);
  });
});

it('the audit record is a chain, whatever was written at once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => ask('get', 'transplanter', theRecipient()).expect(200)));
  const { rows } = await ground.owner.query<{ text: string; hash: string }>(
    'select text, hash from cellrelay.audit_entry order by seq',
  );
  let previous: string | null = null;
  for (const { text, hash } of rows) {
    expect(hash).toBe(chainHash(previous, text));
    previous = hash;
  }
  expect(rows.map(({ text }) => (JSON.parse(text) as { seq: number }).seq)).toEqual(rows.map((_, index) => index + 1));
});
