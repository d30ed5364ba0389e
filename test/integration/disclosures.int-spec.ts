import pg from 'pg';
import { Disclosing, disclosures, label, recipient, release } from '../support/disclosing.js';
import { auditOf, identityGround, type IdentityGround, type Person } from '../support/identity-ground.js';

/** The one door in the wall: what two people of a side let somebody else read of an identity, over HTTP. */

const nowhere = 'a0000000-0000-4000-8000-00000000dead';
const nobody = 'b0000000-0000-4000-8000-00000000dead';
let ground: IdentityGround;
let superuser: pg.Client;
let on: Disclosing;
beforeAll(async () => {
  ground = await identityGround();
  on = new Disclosing(ground);
  superuser = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  await superuser.connect();
}, 60_000);
afterAll(async () => {
  await superuser?.end();
  await ground?.close();
});

const none = { 'If-None-Match': '*' };

describe('a disclosure', () => {
  it('is asked for, approved by a second person, read by the reader alone and ended, each time on record', async () => {
    const shipment = await on.withRecipient(11);
    const before = (await auditOf(ground.owner)).length;
    const id = await on.asked(shipment);
    await on.read(shipment).expect(404);
    await on
      .ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
      .send({})
      .expect(200, { id });
    const { body, headers } = await on.read(shipment).expect(200);
    expect(body).toEqual({
      ...{ subject: 'R1', document: 'product-label', validUntil: expect.any(String) },
      values: [{ field: 'name', value: recipient.name }],
    });
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.stringify(body)).not.toMatch(/Qzvstreet|1980/);
    const told = await on.ask('get', 'registrar', `${shipment}/disclosed`).expect(200);
    const { document, fields, basis, citation } = label;
    expect(told.body.items).toEqual([
      { ...{ subject: 'R1', side: 'patient', document, fields, basis, citation }, validUntil: body.validUntil },
    ]);
    await on.ask('delete', 'transplanter', `${disclosures(shipment)}/${id}`).expect(200, { id });
    await on.read(shipment).expect(404);
    expect((await on.ask('get', 'registrar', `${shipment}/disclosed`).expect(200)).body.items).toEqual([]);
    const [transplant, registry] = [await on.idOf('transplant'), await on.idOf('registry')];
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
    const shipment = await on.withRecipient(12);
    await on.approved(shipment, release);
    const { body } = await on.read(shipment, 'registrar', 'release-of-names').expect(200);
    expect(body.values).toEqual([
      { field: 'name', value: recipient.name },
      { field: 'contact', value: recipient.contact },
    ]);
    await on.read(shipment).expect(404);
    await on.read(shipment, 'collector', 'release-of-names').expect(404);
    expect(JSON.stringify(await auditOf(ground.owner))).not.toContain('Qzvconsent');
    expect(ground.api.logged.join('\n')).not.toMatch(/qzv/i);
  });

  it('goes to the operator, too, and to nobody of theirs who need not know', async () => {
    const shipment = await on.withRecipient(13);
    const wish = { ...label, document: 'customs-declaration', basis: 'law', rule: null };
    await on.approved(shipment, { ...wish, reader: 'operator' });
    await on.read(shipment, 'operator', 'customs-declaration').expect(200);
    await on.approved(shipment, wish);
    await on.read(shipment, 'second', 'customs-declaration').expect(200);
    await on.read(shipment, 'administrator', 'customs-declaration').expect(404);
    await on.read(shipment, 'collector', 'customs-declaration').expect(404);
  });

  it('is listed for its own side with what each may do, page by page', async () => {
    const shipment = await on.withRecipient(14);
    const id = await on.asked(shipment);
    const list = async (who: Person, query = '') =>
      (await on.ask('get', who, `${disclosures(shipment)}${query}`).expect(200)).body;
    expect((await list('transplanter')).items).toMatchObject([{ id, state: 'asked', may: ['revoke'] }]);
    const told = await list('treating');
    expect(told).toMatchObject({ total: 1, next: null, items: [{ may: ['approve', 'revoke'], lastReadAt: null }] });
    expect(told.items[0].asked.person).toBe('EXAMPLE transplanter');
    expect(told.readers).toEqual(['operator', 'donor-registry', 'collection-centre']);
    expect(told.documents.map((each: { document: string }) => each.document)).toEqual([
      ...['product-label', 'export-application', 'customs-declaration', 'release-of-names'],
    ]);
    await on
      .ask('post', 'treating', `${disclosures(shipment)}/${id}/approval`)
      .send({})
      .expect(200);
    await on.read(shipment).expect(200);
    await on.asked(shipment, release);
    const [first] = (await list('transplanter', '?limit=1')).items;
    expect(first).toMatchObject({ document: 'release-of-names', state: 'asked' });
    const { next } = await list('transplanter', '?limit=1');
    expect(await list('transplanter', `?limit=1&cursor=${next}`)).toMatchObject({
      ...{ total: 2, next: null },
      items: [{ id, state: 'in-force', may: ['revoke'], lastReadAt: expect.any(String) }],
    });
    await on.ask('get', 'transplanter', `${disclosures(shipment)}?cursor=x`).expect(400, /cursor-unknown/);
    expect(JSON.stringify(told)).not.toContain('EXAMPLE registry');
  });
});

describe('a faulty wish', () => {
  let shipment: string;
  beforeAll(async () => {
    shipment = await on.withRecipient(21);
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
    const { body } = await on
      .ask('post', 'transplanter', disclosures(shipment))
      .send({ ...label, ...wrong })
      .expect(code === 'body-faulty' ? 400 : 422);
    expect(body).toMatchObject({ code, at });
    expect((await on.ask('get', 'transplanter', disclosures(shipment)).expect(200)).body.total).toBe(0);
  });

  it('is refused of somebody who is not recorded, of no label, and of another side', async () => {
    const fresh = await ground.open(22);
    expect((await on.ask('post', 'transplanter', disclosures(fresh)).send(label).expect(404)).body.code).toBe(
      'no-such-identity',
    );
    expect((await on.ask('post', 'transplanter', disclosures(fresh, 'R2')).send(label).expect(404)).body.code).toBe(
      'no-such-subject',
    );
    for (const subject of ['donor', 'R1'])
      expect(
        (
          await on
            .ask('post', subject === 'R1' ? 'registrar' : 'transplanter', disclosures(shipment, subject))
            .send(label)
            .expect(404)
        ).body.code,
      ).toBe('no-such-shipment');
  });

  it('is not approved by whoever asked, nor twice, nor by another organisation of that side, nor of another person', async () => {
    const fresh = await ground.open(23);
    await on.ask('put', 'registrar', `${fresh}/identities/donor`, none).send({ name: 'EXAMPLE Qzvdonor' }).expect(200);
    const wish = { ...release, reader: 'transplant-centre' };
    const at = disclosures(fresh, 'donor');
    const { id } = (await on.ask('post', 'registrar', at).send(wish).expect(201)).body;
    const approve = (who: Person, grant = id) => on.ask('post', who, `${at}/${grant}/approval`).send({});
    expect((await approve('registrar').expect(403)).body.code).toBe('own-request');
    expect((await approve('collector').expect(403)).body.code).toBe('not-the-holder');
    expect((await approve('transplanter').expect(404)).body.code).toBe('no-such-shipment');
    expect((await approve('second', nobody).expect(404)).body.code).toBe('no-such-grant');
    expect((await approve('second', 'x').expect(404)).body.code).toBe('no-such-grant');
    await on.ask('post', 'second', `${at}/${id}/approval`).send({ account: 'registrar' }).expect(400);
    await approve('second').expect(200);
    expect((await approve('second').expect(409)).body.code).toBe('grant-not-open');
    await on.ask('get', 'transplanter', `${fresh}/disclosed/donor/release-of-names`).expect(200);
    expect((await on.ask('post', 'second', at).send(wish).expect(409)).body.code).toBe('granted-already');
    await on.ask('delete', 'collector', `${at}/${id}`).expect(200);
    expect((await on.ask('delete', 'registrar', `${at}/${id}`).expect(409)).body.code).toBe('grant-not-open');
    expect((await approve('second').expect(409)).body.code).toBe('grant-not-open');
  });

  it('is refused beyond so many', async () => {
    const fresh = await on.withRecipient(24);
    const papers = ['product-label', 'export-application', 'customs-declaration', 'release-of-names'];
    const readers = ['operator', 'donor-registry', 'collection-centre'];
    const wishes = papers.flatMap((document) => readers.map((reader) => ({ ...label, document, reader, rule: null })));
    for (const wish of wishes.slice(0, 10)) await on.asked(fresh, wish);
    const { body } = await on.ask('post', 'transplanter', disclosures(fresh)).send(wishes[10]).expect(409);
    expect(body).toMatchObject({ code: 'too-many-grants', allowed: ['at most 10'] });
  });

  it('of two who ask for the same at once one is told', async () => {
    const fresh = await on.withRecipient(25);
    const both = ['transplanter', 'treating'] as const;
    const answers = await Promise.all(both.map((who) => on.ask('post', who, disclosures(fresh)).send(label)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('what leaves no line', () => {
  it('has not happened: where the audit record cannot be written, nothing is read, asked, approved or ended', async () => {
    const shipment = await on.withRecipient(26);
    const id = await on.approved(shipment);
    const waiting = await on.asked(shipment, release);
    await superuser.query('revoke insert on cellrelay.audit_entry from cellrelay_api');
    const told = await on.read(shipment).expect(500);
    expect(JSON.stringify(told.body)).not.toMatch(/qzv/i);
    await on
      .ask('post', 'treating', `${disclosures(shipment)}/${waiting}/approval`)
      .send({})
      .expect(500);
    await on.ask('delete', 'treating', `${disclosures(shipment)}/${id}`).expect(500);
    await on
      .ask('post', 'treating', disclosures(shipment))
      .send({ ...label, reader: 'operator' })
      .expect(500);
    await superuser.query('grant insert on cellrelay.audit_entry to cellrelay_api');
    expect([await on.stateOf(shipment, id), await on.stateOf(shipment, waiting)]).toEqual(['in-force', 'asked']);
    expect((await on.ask('get', 'transplanter', disclosures(shipment)).expect(200)).body.total).toBe(2);
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
      const { status, headers, text } = await on.ask('get', who, `${shipment}${way}`);
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
    const shipment = await on.withRecipient(31);
    const before = [];
    for (const who of others) before.push(await toldOf(shipment, who));
    await on.approved(shipment, { ...label, reader: 'collection-centre' });
    await on.read(shipment, 'collector').expect(200);
    for (const [index, who] of others.entries())
      if (who !== 'collector') expect(await toldOf(shipment, who)).toEqual(before[index]);
    for (const who of others.filter((each) => each !== 'collector')) {
      const told = await on.read(shipment, who).expect(404);
      const ofNone = await on.read(nowhere, who).expect(404);
      expect({ ...told.body, request: '' }).toEqual({ ...ofNone.body, request: '' });
    }
  });

  it('is told of every deed what is told of a shipment that does not exist, whether something is disclosed or not', async () => {
    const shipment = await on.withRecipient(34);
    await on.approved(shipment);
    const [{ id }] = (await on.ask('get', 'transplanter', disclosures(shipment)).expect(200)).body.items;
    const deeds = [
      ['get', ''],
      ['post', ''],
      ['post', `/${id}/approval`],
      ['delete', `/${id}`],
    ] as const;
    for (const who of ['registrar', 'stranger', 'operator', 'laboratory', 'administrator'] as const)
      for (const [method, way] of deeds)
        for (const subject of ['R1', who === 'registrar' ? 'R1' : 'donor']) {
          const body = way === '' ? label : {};
          const told = async (of: string) => {
            const answer = await on.ask(method, who, `${disclosures(of, subject)}${way}`).send(body);
            return { status: answer.status, text: answer.text.replace(/"request":"[^"]*"/, '') };
          };
          expect(await told(shipment)).toEqual(await told(nowhere));
        }
    expect(await on.stateOf(shipment, id)).toBe('in-force');
  });

  it('is told nothing of what is asked for only', async () => {
    const shipment = await on.withRecipient(32);
    const before = await toldOf(shipment, 'registrar');
    await on.asked(shipment);
    expect(await toldOf(shipment, 'registrar')).toEqual(before);
  });

  it('control: the reader is told otherwise', async () => {
    const shipment = await on.withRecipient(33);
    const before = await toldOf(shipment, 'registrar');
    await on.approved(shipment);
    expect(await toldOf(shipment, 'registrar')).not.toEqual(before);
  });
});
