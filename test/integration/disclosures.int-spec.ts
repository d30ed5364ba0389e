import pg from 'pg';
import type request from 'supertest';
import { auditOf, identityGround, type IdentityGround, type Person } from '../support/identity-ground.js';

/** The one door in the wall: what two people of a side let somebody else read of an identity, over HTTP. */

const nowhere = 'a0000000-0000-4000-8000-00000000dead';
const nobody = 'b0000000-0000-4000-8000-00000000dead';
const recipient = {
  name: 'EXAMPLE Qzvpatient',
  birthDate: '1980-02-03',
  address: 'Qzvstreet 1',
  contact: 'qzv@example.org',
};

let ground: IdentityGround;
let superuser: pg.Client;
beforeAll(async () => {
  ground = await identityGround();
  superuser = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  await superuser.connect();
}, 60_000);
afterAll(async () => {
  await superuser?.end();
  await ground?.close();
});

type Method = 'get' | 'put' | 'delete' | 'post';

function ask(method: Method, who: Person, at: string, head: Record<string, string> = {}): request.Test {
  return ground.api.http[method](`/api/v1/shipments/${at}`).set(ground.as(who)).set(head);
}

const none = { 'If-None-Match': '*' };
const onRevision = (revision: number): Record<string, string> => ({ 'If-Match': `"${revision}"` });
const label = {
  document: 'product-label',
  fields: ['name'],
  reader: 'donor-registry',
  basis: 'registry-rule',
  citation: 'NMDP, Product Labeling Quick Guide',
  rule: 'nmdp-label-recipient',
  days: 30,
};
const release = {
  ...{ document: 'release-of-names', fields: ['contact', 'name'], reader: 'donor-registry', basis: 'consent' },
  ...{ citation: 'EXAMPLE Qzvconsent of both', days: 7 },
};

const disclosures = (shipment: string, subject = 'R1'): string => `${shipment}/identities/${subject}/disclosures`;

/** A shipment with its recipient on record; answers its id. */
async function withRecipient(number: number): Promise<string> {
  const shipment = await ground.open(number);
  await ask('put', 'transplanter', `${shipment}/identities/R1`, none).send(recipient).expect(200);
  return shipment;
}

async function asked(shipment: string, wish: object = label, who: Person = 'transplanter'): Promise<string> {
  return (await ask('post', who, disclosures(shipment)).send(wish).expect(201)).body.id as string;
}

async function approved(shipment: string, wish: object = label): Promise<string> {
  const id = await asked(shipment, wish);
  await ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
    .send({})
    .expect(200);
  return id;
}

const read = (shipment: string, who: Person = 'registrar', document = 'product-label'): request.Test =>
  ask('get', who, `${shipment}/disclosed/R1/${document}`);

async function idOf(organisation: string): Promise<string> {
  const text = 'select id from cellrelay.organisation where name = $1';
  return (await ground.owner.query<{ id: string }>(text, [`EXAMPLE ${organisation}`])).rows[0]!.id;
}

async function stateOf(shipment: string, id: string): Promise<string> {
  const { body } = await ask('get', 'transplanter', disclosures(shipment)).expect(200);
  return (body.items as { id: string; state: string }[]).find((each) => each.id === id)?.state ?? 'not told';
}

describe('a disclosure', () => {
  it('is asked for, approved by a second person, read by the reader alone and ended, each time on record', async () => {
    const shipment = await withRecipient(11);
    const before = (await auditOf(ground.owner)).length;
    const id = await asked(shipment);
    await read(shipment).expect(404);
    await ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
      .send({})
      .expect(200, { id });
    const { body, headers } = await read(shipment).expect(200);
    expect(body).toEqual({
      ...{ subject: 'R1', document: 'product-label', validUntil: expect.any(String) },
      values: [{ field: 'name', value: recipient.name }],
    });
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(body)).not.toMatch(/Qzvstreet|1980/);
    const told = await ask('get', 'registrar', `${shipment}/disclosed`).expect(200);
    const { document, fields, basis, citation } = label;
    expect(told.body.items).toEqual([
      { ...{ subject: 'R1', side: 'patient', document, fields, basis, citation }, validUntil: body.validUntil },
    ]);
    await ask('delete', 'transplanter', `${disclosures(shipment)}/${id}`).expect(200, { id });
    await read(shipment).expect(404);
    expect((await ask('get', 'registrar', `${shipment}/disclosed`).expect(200)).body.items).toEqual([]);
    const [transplant, registry] = [await idOf('transplant'), await idOf('registry')];
    const data = {
      ...{ side: 'patient', subject: 'R1', grant: id, document, fields: 'name', reader: registry, basis },
      ...{ rule: label.rule, citation },
    };
    const line = (kind: string, account: string, organisation: string) => ({
      ...{ kind, by: { account, organisation }, about: shipment, data },
    });
    expect((await auditOf(ground.owner)).slice(before)).toMatchObject([
      line('disclosure-asked', 'transplanter', transplant),
      line('disclosure-approved', 'treating', transplant),
      line('disclosure-read', 'registrar', registry),
      line('disclosure-revoked', 'transplanter', transplant),
    ]);
  });

  it('tells the fields of its paper that were granted, and of a consent no word to the audit record', async () => {
    const shipment = await withRecipient(12);
    await approved(shipment, release);
    const { body } = await read(shipment, 'registrar', 'release-of-names').expect(200);
    expect(body.values).toEqual([
      { field: 'name', value: recipient.name },
      { field: 'contact', value: recipient.contact },
    ]);
    await read(shipment).expect(404);
    await read(shipment, 'collector', 'release-of-names').expect(404);
    expect(JSON.stringify(await auditOf(ground.owner))).not.toContain('Qzvconsent');
    expect(ground.api.logged.join('\n')).not.toMatch(/qzv/i);
  });

  it('goes to the operator, too, and to nobody of theirs who need not know', async () => {
    const shipment = await withRecipient(13);
    const wish = { ...label, document: 'customs-declaration', basis: 'law', rule: null };
    await approved(shipment, { ...wish, reader: 'operator' });
    await read(shipment, 'operator', 'customs-declaration').expect(200);
    await approved(shipment, wish);
    await read(shipment, 'second', 'customs-declaration').expect(200);
    await read(shipment, 'administrator', 'customs-declaration').expect(404);
    await read(shipment, 'collector', 'customs-declaration').expect(404);
  });

  it('is listed for its own side with what each may do, page by page', async () => {
    const shipment = await withRecipient(14);
    const id = await asked(shipment);
    const list = async (who: Person, query = '') =>
      (await ask('get', who, `${disclosures(shipment)}${query}`).expect(200)).body;
    expect((await list('transplanter')).items).toMatchObject([{ id, state: 'asked', may: ['revoke'] }]);
    const told = await list('treating');
    expect(told).toMatchObject({ total: 1, next: null, items: [{ may: ['approve', 'revoke'], lastReadAt: null }] });
    expect(told.items[0].asked.person).toBe('EXAMPLE transplanter');
    expect(told.readers).toEqual(['operator', 'donor-registry', 'collection-centre']);
    expect(told.documents.map((each: { document: string }) => each.document)).toEqual([
      ...['product-label', 'export-application', 'customs-declaration', 'release-of-names'],
    ]);
    await ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
      .send({})
      .expect(200);
    await read(shipment).expect(200);
    await asked(shipment, release);
    const [first] = (await list('transplanter', '?limit=1')).items;
    expect(first).toMatchObject({ document: 'release-of-names', state: 'asked' });
    const { next } = await list('transplanter', '?limit=1');
    expect(await list('transplanter', `?limit=1&cursor=${next}`)).toMatchObject({
      ...{ total: 2, next: null },
      items: [{ id, state: 'in-force', may: ['revoke'], lastReadAt: expect.any(String) }],
    });
    await ask('get', 'transplanter', `${disclosures(shipment)}?cursor=x`).expect(400, /cursor-unknown/);
    expect(JSON.stringify(told)).not.toContain('EXAMPLE registry');
  });
});

describe('what ends it', () => {
  it('is its time, by the database’s clock', async () => {
    const shipment = await withRecipient(15);
    const id = await approved(shipment);
    await read(shipment).expect(200);
    const over = `update cellrelay.disclosure_grant set valid_until = cellrelay.wall_clock() where id = $1`;
    await superuser.query(over, [id]);
    await read(shipment).expect(404);
    expect(await stateOf(shipment, id)).toBe('expired');
    await asked(shipment);
    const late = await ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
      .send({})
      .expect(409);
    expect(late.body.code).toBe('grant-not-open');
  });

  it('is an erasure, also when somebody is recorded anew', async () => {
    const shipment = await withRecipient(16);
    const id = await approved(shipment);
    const at = `${shipment}/identities/R1`;
    const reason = { reason: 'recorded-by-mistake' };
    await ask('post', 'transplanter', `${at}/erasure`, onRevision(1)).send(reason).expect(200);
    await ask('post', 'treating', `${at}/erasure`, onRevision(1)).send(reason).expect(200);
    await read(shipment).expect(404);
    expect((await ask('get', 'registrar', `${shipment}/disclosed`).expect(200)).body.items).toEqual([]);
    await ask('post', 'transplanter', disclosures(shipment)).send(release).expect(410);
    await ask('put', 'transplanter', at, onRevision(2)).send({ name: 'EXAMPLE Qzvother' }).expect(200);
    await read(shipment).expect(404);
    expect(await stateOf(shipment, id)).toBe('erased');
    await approved(shipment);
    expect((await read(shipment).expect(200)).body.values[0].value).toBe('EXAMPLE Qzvother');
  });

  it('is that the reader is not named any more, or whoever gave it', async () => {
    const leaving = async (number: number, organisation: string): Promise<[string, string]> => {
      const shipment = await withRecipient(number);
      const id = await approved(shipment);
      await read(shipment).expect(200);
      const gone = 'delete from cellrelay.shipment_part where shipment = $1 and holder = $2';
      await ground.owner.query(gone, [shipment, await idOf(organisation)]);
      await read(shipment).expect(404);
      return [shipment, id];
    };
    const [shipment, id] = await leaving(17, 'registry');
    expect(await stateOf(shipment, id)).toBe('lapsed');
    const [left] = await leaving(18, 'transplant');
    const refused = await ask('post', 'transplanter', disclosures(left)).send(release).expect(403);
    expect(refused.body.code).toBe('not-on-this-side');
    expect((await ask('get', 'transplanter', disclosures(left)).expect(200)).body.items).toEqual([]);
  });
});

describe('a faulty wish', () => {
  let shipment: string;
  beforeAll(async () => {
    shipment = await withRecipient(21);
  });

  it.each<[string, object, string, string]>([
    ['for its own side', { reader: 'transplant-centre' }, 'own-side-needs-no-grant', '/reader'],
    ['for a part that nobody on record takes', { reader: 'courier-company' }, 'reader-stands-nowhere', '/reader'],
    ['of a field that the paper has no room for', { fields: ['name', 'address'] }, 'field-not-on-paper', '/fields'],
    [
      'for a paper that names nobody of this side',
      { document: 'health-certificate' },
      'field-not-on-paper',
      '/document',
    ],
    ['by a rule of another paper', { rule: 'it-export-recipient' }, 'rule-not-for-this', '/rule'],
    ['by a rule that nobody knows', { rule: 'x' }, 'rule-not-for-this', '/rule'],
    ['by a rule on another basis', { basis: 'law' }, 'rule-not-for-this', '/rule'],
    ['of a field that nobody knows', { fields: ['religion'] }, 'body-faulty', '/fields/0'],
    ['of no field', { fields: [] }, 'body-faulty', '/fields'],
    ['to an organisation by its id', { reader: nobody }, 'body-faulty', '/reader'],
    ['without where it stands', { citation: ' ' }, 'body-faulty', '/citation'],
    ['for longer than a year', { days: 367 }, 'body-faulty', '/days'],
    ['for no time', { days: 0 }, 'body-faulty', '/days'],
    ['with an approver of its own', { approved: { account: 'treating' } }, 'body-faulty', '/approved'],
  ])('is refused %s', async (_, wrong, code, at) => {
    const { body } = await ask('post', 'transplanter', disclosures(shipment))
      .send({ ...label, ...wrong })
      .expect(code === 'body-faulty' ? 400 : 422);
    expect(body).toMatchObject({ code, at });
    expect((await ask('get', 'transplanter', disclosures(shipment)).expect(200)).body.total).toBe(0);
  });

  it('is refused of somebody who is not recorded, of no label, and of another side', async () => {
    const fresh = await ground.open(22);
    expect((await ask('post', 'transplanter', disclosures(fresh)).send(label).expect(404)).body.code).toBe(
      'no-such-identity',
    );
    expect((await ask('post', 'transplanter', disclosures(fresh, 'R2')).send(label).expect(404)).body.code).toBe(
      'no-such-subject',
    );
    for (const subject of ['donor', 'R1'])
      expect(
        (
          await ask('post', subject === 'R1' ? 'registrar' : 'transplanter', disclosures(shipment, subject))
            .send(label)
            .expect(404)
        ).body.code,
      ).toBe('no-such-shipment');
  });

  it('is not approved by whoever asked, nor twice, nor by another organisation of that side, nor of another person', async () => {
    const fresh = await ground.open(23);
    await ask('put', 'registrar', `${fresh}/identities/donor`, none).send({ name: 'EXAMPLE Qzvdonor' }).expect(200);
    const wish = { ...release, reader: 'transplant-centre' };
    const at = disclosures(fresh, 'donor');
    const { id } = (await ask('post', 'registrar', at).send(wish).expect(201)).body;
    const approve = (who: Person, grant = id) => ask('post', who, `${at}/${grant}/approval`).send({});
    expect((await approve('registrar').expect(403)).body.code).toBe('own-request');
    expect((await approve('collector').expect(403)).body.code).toBe('not-the-holder');
    expect((await approve('transplanter').expect(404)).body.code).toBe('no-such-shipment');
    expect((await approve('second', nobody).expect(404)).body.code).toBe('no-such-grant');
    expect((await approve('second', 'x').expect(404)).body.code).toBe('no-such-grant');
    await ask('post', 'second', `${at}/${id}/approval`).send({ account: 'registrar' }).expect(400);
    await approve('second').expect(200);
    expect((await approve('second').expect(409)).body.code).toBe('grant-not-open');
    await ask('get', 'transplanter', `${fresh}/disclosed/donor/release-of-names`).expect(200);
    expect((await ask('post', 'second', at).send(wish).expect(409)).body.code).toBe('granted-already');
    await ask('delete', 'collector', `${at}/${id}`).expect(200);
    expect((await ask('delete', 'registrar', `${at}/${id}`).expect(409)).body.code).toBe('grant-not-open');
    expect((await approve('second').expect(409)).body.code).toBe('grant-not-open');
  });

  it('is refused beyond so many', async () => {
    const fresh = await withRecipient(24);
    const papers = ['product-label', 'export-application', 'customs-declaration', 'release-of-names'];
    const readers = ['operator', 'donor-registry', 'collection-centre'];
    const wishes = papers.flatMap((document) => readers.map((reader) => ({ ...label, document, reader, rule: null })));
    for (const wish of wishes.slice(0, 10)) await asked(fresh, wish);
    const { body } = await ask('post', 'transplanter', disclosures(fresh)).send(wishes[10]).expect(409);
    expect(body).toMatchObject({ code: 'too-many-grants', allowed: ['at most 10'] });
  });

  it('of two who ask for the same at once one is told', async () => {
    const fresh = await withRecipient(25);
    const both = ['transplanter', 'treating'] as const;
    const answers = await Promise.all(both.map((who) => ask('post', who, disclosures(fresh)).send(label)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('what leaves no line', () => {
  it('has not happened: where the audit record cannot be written, nothing is read, asked, approved or ended', async () => {
    const shipment = await withRecipient(26);
    const id = await approved(shipment);
    const waiting = await asked(shipment, release);
    await superuser.query('revoke insert on cellrelay.audit_entry from cellrelay_api');
    const told = await read(shipment).expect(500);
    expect(JSON.stringify(told.body)).not.toMatch(/qzv/i);
    await ask('post', 'treating', `${disclosures(shipment)}/${waiting}/approval`)
      .send({})
      .expect(500);
    await ask('delete', 'treating', `${disclosures(shipment)}/${id}`).expect(500);
    await ask('post', 'treating', disclosures(shipment))
      .send({ ...label, reader: 'operator' })
      .expect(500);
    await superuser.query('grant insert on cellrelay.audit_entry to cellrelay_api');
    expect([await stateOf(shipment, id), await stateOf(shipment, waiting)]).toEqual(['in-force', 'asked']);
    expect((await ask('get', 'transplanter', disclosures(shipment)).expect(200)).body.total).toBe(2);
  });
});

describe('whoever was not let read', () => {
  const others: readonly Person[] = [
    'collector',
    'second',
    'registrar',
    'laboratory',
    'administrator',
    'stranger',
    'operator',
  ];

  /** All that somebody can be told of a shipment, but for the request's own id and the clock. */
  async function toldOf(shipment: string, who: Person): Promise<unknown> {
    const ways = ['', '/agenda', '/actions', '/log', '/identities', '/disclosed', '/disclosed/R1/product-label'];
    const more = ['/disclosed/R1/release-of-names', '/disclosed/R1/x', '/disclosed/R9/product-label', '/identities/R1'];
    const deeds = [`/identities/R1/disclosures`, `/disclosed/donor/product-label`];
    const answers = [];
    for (const way of [...ways, ...more, ...deeds]) {
      const { status, headers, text } = await ask('get', who, `${shipment}${way}`);
      const {
        date: _date,
        'x-request-id': _id,
        'ratelimit-remaining': _left,
        ...head
      } = headers as Record<string, string>;
      answers.push({ way, status, head, text: text.replace(/"request":"[^"]*"/, '') });
    }
    return answers;
  }

  it('is told the same to the byte with a disclosure to another and without, and of nothing disclosed what is told of no shipment', async () => {
    const shipment = await withRecipient(31);
    const before = [];
    for (const who of others) before.push(await toldOf(shipment, who));
    await approved(shipment, { ...label, reader: 'collection-centre' });
    await read(shipment, 'collector').expect(200);
    for (const [index, who] of others.entries())
      if (who !== 'collector') expect(await toldOf(shipment, who)).toEqual(before[index]);
    for (const who of others.filter((each) => each !== 'collector')) {
      const told = await read(shipment, who).expect(404);
      const ofNone = await read(nowhere, who).expect(404);
      expect({ ...told.body, request: '' }).toEqual({ ...ofNone.body, request: '' });
    }
  });

  it('is told nothing of what is asked for only', async () => {
    const shipment = await withRecipient(32);
    const before = await toldOf(shipment, 'registrar');
    await asked(shipment);
    expect(await toldOf(shipment, 'registrar')).toEqual(before);
  });

  it('control: the reader is told otherwise', async () => {
    const shipment = await withRecipient(33);
    const before = await toldOf(shipment, 'registrar');
    await approved(shipment);
    expect(await toldOf(shipment, 'registrar')).not.toEqual(before);
  });
});
