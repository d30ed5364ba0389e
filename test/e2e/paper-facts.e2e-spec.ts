import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { daysAhead } from '../support/days-ahead.js';
import { exampleOrder } from '../support/example-order.js';
import { organisationOf, signedInAs, type Headers } from '../support/example-people.js';
import { paperFactsOn } from '../../apps/ops/src/stack/api-side.js';

/** What papers say that no log tells, over HTTP: who enters it, who reads it, and of whom it is said. */

const shipment = 'a0000000-0000-4000-8000-000000000075' as Parameters<RunningApi['database']['shipments']['load']>[0];
const parts = ['donor-registry', 'patient-registry', 'collection-centre', 'courier-company'] as const;
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
const grid = '9991EXAMPLE00041202';

let api: RunningApi;
const organisations = new Map<string, string>();
const people = new Map<string, Headers>();
let keys = 0;

beforeAll(async () => {
  api = await apiOnDatabase({ perAddress: plenty, perSession: plenty });
  await command('OpenShipment', exampleOrder);
  for (const part of parts) {
    const kind = part.endsWith('registry') ? 'registry' : (part as 'collection-centre' | 'courier-company');
    const id = await organisationOf(api.database, `EXAMPLE ${part}`, kind);
    organisations.set(part, id);
    await command('NameParty', { part, organisation: id });
    const newcomer = { name: part, role: 'coordinator', organisation: id } as const;
    people.set(part, await signedInAs(api.database, api.url, newcomer));
  }
  for (const [id, name] of [
    ['c-1', 'EXAMPLE First'],
    ['c-2', 'EXAMPLE Second'],
  ] as const)
    await put(`/couriers/${id}`, courier(name)).expect(200);
  await command('NominateCourier', nomination('c-1', 'c-2'));
}, 120_000);
afterAll(() => api.close());

const courier = (name: string) => ({
  ...{ name, company: 'EXAMPLE courier-company', phone: `+1 555 010 01${name.length}`, basedIn: 'US' },
  ...{ trainedUntil: daysAhead(900), passports: [{ country: 'US', validUntil: daysAhead(1800) }] },
});
const nomination = (poolId: string, substitute: string) => ({
  ...{ courier: { poolId }, substitute: { poolId: substitute } },
  nominatedAt: { local: '2026-01-05T12:00', zone: 'UTC' },
});
const passport = { number: 'X0000001', country: 'US', validUntil: '2034-01-31' };
const address = { city: 'Beijing', lines: ['北京市朝阳区示例路1号', 'שדרה 𠮷'], phone: '+86 10 5555 0100' };
const markers = {
  ...{ sampledOn: daysAhead(-9), laboratory: 'EXAMPLE Laboratory' },
  results: [{ marker: 'HBsAg', result: 'negative' }],
};

async function command(name: string, body: object): Promise<void> {
  const stage = name === 'NominateCourier' || name === 'SendSubstitute' ? 'courier' : 'order';
  const seen = await api.http.get(`/api/v1/shipments/${shipment}`).set(api.signedIn);
  const revision = (seen.body as { stageRevisions?: Record<string, number> }).stageRevisions?.[stage] ?? 0;
  const answer = await api.http
    .post(`/api/v1/shipments/${shipment}/commands/${name}`)
    .set(api.signedIn)
    .set({ 'Idempotency-Key': `key-${(keys += 1)}`, 'If-Match': `"${revision}"` })
    .send(body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
}

const get = (path: string, who = api.signedIn) => api.http.get(`/api/v1${path}`).set(who);
function put(path: string, body: object, read: number | null = null, who = api.signedIn) {
  const on: Record<string, string> = read === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${read}"` };
  return api.http.put(`/api/v1${path}`).set(who).set(on).send(body);
}
const as = (part: (typeof parts)[number]): Headers => people.get(part)!;
const facts = `/shipments/${shipment}/paper-facts`;
const papersSay = async () => paperFactsOn(api.database).of(shipment, (await api.database.shipments.load(shipment))!);
const audited = async () =>
  (await api.database.pool.query<{ text: string }>('select text from cellrelay.audit_entry order by seq')).rows
    .map(({ text }) => text)
    .join('\n');

describe('the organisation that makes papers', () => {
  const site = {
    issuer: { name: 'EXAMPLE Office', city: 'Minneapolis', lines: ['100 Example Street'] },
    ...{ hotline: '+1 555 010 0100', signatory: { name: 'Sam Example', position: 'Coordinator' } },
    boxes: [{ box: 'BOX-*', sizeCm: { length: 45, width: 35, height: 38 } }],
    values: [{ product: 'HPC-A', amount: 500, currency: 'USD' }],
  };

  it('is entered by the operator’s coordinators, on the revision that they read', async () => {
    expect(answers.PapersSite.parse((await get('/papers/site').expect(200)).body)).toMatchObject({
      ...{ revision: 0, entered: null, facts: null },
    });
    expect((await put('/papers/site', site).expect(200)).headers['etag']).toBe('"1"');
    expect((await put('/papers/site', site).expect(412)).body).toMatchObject({
      code: 'stale-revision',
      allowed: ['1'],
    });
    await api.http.put('/api/v1/papers/site').set(api.signedIn).send(site).expect(428);
    const found = await get('/papers/site').expect(200);
    expect(found.body).toMatchObject({ revision: 1, facts: site });
    expect(found.headers['etag']).toBe('"1"');
    expect(await papersSay()).toMatchObject({ issuer: site.issuer, value: { amount: 500, currency: 'USD' } });
    for (const part of parts) {
      expect((await get('/papers/site', as(part)).expect(403)).body.code).toBe('not-yours-to-ask');
      await put('/papers/site', site, 1, as(part)).expect(403);
    }
  });

  it('is refused with its places, and nothing changes', async () => {
    const faulty = { ...site, hotline: '555', values: [{ ...site.values[0], amount: -1 }] };
    const { body } = await put('/papers/site', faulty, 1).expect(400);
    expect(body.errors.map(({ at }: { at: string }) => at)).toEqual(['/hotline', '/values/0/amount']);
    expect((await get('/papers/site')).body.revision).toBe(1);
  });
});

describe('where an organisation is written to', () => {
  const at = (part: string): string => `/organisations/${organisations.get(part) ?? ''}/postal`;

  it('is entered by its own coordinators or the operator’s, kept literally, and said on papers', async () => {
    await put(at('collection-centre'), address, null, as('collection-centre')).expect(200);
    const found = answers.PostalAddress.parse((await get(at('collection-centre')).expect(200)).body);
    expect(found).toMatchObject({
      address,
      organisation: 'EXAMPLE collection-centre',
      entered: { by: 'collection-centre' },
    });
    expect(await papersSay()).toMatchObject({
      consignor: { name: 'EXAMPLE collection-centre', city: 'Beijing', lines: address.lines },
      contacts: [{ role: 'collection-centre', phone: address.phone }],
    });
  });

  it('is to another organisation as one that does not exist, byte for byte', async () => {
    const bytes = async (path: string) => {
      const { status, text } = await get(path, as('patient-registry'));
      return { status, text: text.replace(/"request":"[^"]*"/, '') };
    };
    const none = await bytes('/organisations/a0000000-0000-4000-8000-00000000ffff/postal');
    expect(none.status).toBe(404);
    expect(await bytes(at('collection-centre'))).toEqual(none);
    await put(at('collection-centre'), address, 1, as('patient-registry')).expect(404);
  });
});

describe('a courier’s passport', () => {
  const body = { of: 'EXAMPLE First', passport };

  it('is entered by their company or the operator, and seen by nobody else', async () => {
    await put('/couriers/c-1/passport', body, null, as('courier-company')).expect(200);
    const found = answers.CourierPassport.parse((await get('/couriers/c-1/passport').expect(200)).body);
    expect(found).toMatchObject({ passport, of: 'EXAMPLE First', counts: true });
    expect((await papersSay()).passport).toEqual(passport);
    for (const part of ['donor-registry', 'patient-registry', 'collection-centre'] as const) {
      await get('/couriers/c-1/passport', as(part)).expect(403);
      await put('/couriers/c-1/passport', body, 1, as(part)).expect(403);
    }
    const other = await organisationOf(api.database, 'EXAMPLE other couriers', 'courier-company');
    const outsider = await signedInAs(api.database, api.url, {
      ...{ name: 'outsider', role: 'coordinator', organisation: other },
    });
    expect((await get('/couriers/c-1/passport', outsider).expect(404)).text).not.toContain(passport.number);
  });

  it('is on no record but its own: no audit line, no log, no event has the number', async () => {
    expect(await audited()).toContain('courier-passport-entered');
    expect(await audited()).not.toContain(passport.number);
    expect(api.logged.join('\n')).not.toContain(passport.number);
  });

  it('is said of nobody who travels instead, until theirs is entered', async () => {
    await command('SendSubstitute', {
      ...{ reason: 'EXAMPLE fever', nextSubstitute: null },
      decidedAt: { local: '2026-01-05T13:00', zone: 'UTC' },
    });
    expect((await papersSay()).passport).toBeUndefined();
    const second = { of: 'EXAMPLE Second', passport: { ...passport, number: 'X0000002' } };
    await put('/couriers/c-2/passport', second).expect(200);
    expect((await papersSay()).passport?.number).toBe('X0000002');
  });

  it('is of nobody once the record is another person’s', async () => {
    await put('/couriers/c-2', courier('EXAMPLE Third'), 1).expect(200);
    expect((await get('/couriers/c-2/passport').expect(200)).body).toMatchObject({ passport: null, counts: false });
    const { body: refused } = await put('/couriers/c-2/passport', { of: 'EXAMPLE Second', passport }, 1).expect(409);
    expect(refused).toMatchObject({ code: 'of-another-by-now', at: '/of', allowed: ['EXAMPLE Third'] });
  });
});

describe('what is entered for one shipment', () => {
  it('has the donor’s results by the donor’s side, which nobody of the other side or with the box reads', async () => {
    const body = { of: grid, markers };
    await put(`${facts}/markers`, body, null, as('donor-registry')).expect(200);
    const theirs = answers.PaperFacts.parse((await get(facts, as('collection-centre')).expect(200)).body);
    expect(theirs).toMatchObject({ markers: { markers, counts: true }, value: null, parties: null });
    expect((await papersSay()).markers).toEqual(markers);
    for (const part of ['patient-registry', 'courier-company'] as const)
      for (const refused of [await get(facts, as(part)), await put(`${facts}/markers`, body, 1, as(part))]) {
        expect(refused).toMatchObject({ status: 403, body: { code: 'not-yours-to-ask' } });
        expect(refused.text).not.toContain('EXAMPLE Laboratory');
      }
    expect(await audited()).not.toContain('EXAMPLE Laboratory');
  });

  it('has a value of the operator’s, in place of the one for all', async () => {
    const body = { of: 'HPC-A', value: { amount: 700.5, currency: 'EUR' } };
    await put(`${facts}/value`, body, null, as('donor-registry')).expect(403);
    await put(`${facts}/value`, body).expect(200);
    expect((await papersSay()).value).toEqual(body.value);
    await put(`${facts}/value`, { of: 'HPC-A', value: null }, 1).expect(200);
    expect((await papersSay()).value).toEqual({ amount: 500, currency: 'USD' });
  });

  it('has addresses of parties in no register alone', async () => {
    const { parties } = answers.PaperFacts.parse((await get(facts).expect(200)).body);
    expect(parties?.map(({ part, of }) => [part, of])).toEqual([
      ['transplant-centre', 'EXAMPLE Transplant Centre, Houston'],
    ]);
    const body = { of: 'EXAMPLE Transplant Centre, Houston', address: { lines: ['1 Example Boulevard'], phone: null } };
    await put(`${facts}/parties/transplant-centre`, body).expect(200);
    expect((await papersSay()).consignee).toMatchObject({ city: 'Houston', lines: ['1 Example Boulevard'] });
    expect((await put(`${facts}/parties/collection-centre`, body).expect(409)).body.code).toBe('no-party-to-enter');
  });

  it('is not the shipment’s any more once the donor or the place is another', async () => {
    const state = (await api.database.shipments.load(shipment))!;
    const details = { ...state.stages.order.details!, donorGrid: '9991EXAMPLE00041203' };
    const zone = details.parties.transplantCentre.zone;
    const to = { name: 'EXAMPLE Elsewhere', city: 'Denver', zone };
    const diversions = [{ kind: 'divert', to }] as unknown as typeof state.stages.order.diversions;
    const changed = { ...state, stages: { ...state.stages, order: { ...state.stages.order, details, diversions } } };
    const now = await paperFactsOn(api.database).of(shipment, changed);
    expect(now).toMatchObject({ markers: undefined, consignee: undefined });
    const key = { kind: 'party', about: `${shipment}/destination` } as const;
    const entered = { address: { lines: ['2 Example Road'], phone: null }, name: to.name, city: to.city };
    const entry = { ...key, body: entered, goesWith: { shipment }, audit: { about: shipment, fields: ['lines'] } };
    await api.database.paperFacts.enter({ account: 'coordinator', organisation: 'o' }, entry, 0);
    const there = await paperFactsOn(api.database).of(shipment, changed);
    expect(there.consignee).toEqual({ name: 'EXAMPLE Elsewhere', city: 'Denver', lines: ['2 Example Road'] });
  });
});
