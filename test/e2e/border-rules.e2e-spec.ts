import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { exampleOrder } from '../support/example-order.js';
import { organisationOf, signedInAs, type Headers } from '../support/example-people.js';

/** Rules of borders over HTTP: read, confirmed, entered anew, and what they come to on a shipment. */

let api: RunningApi;
let registry: Headers;
const shipment = 'a0000000-0000-4000-8000-000000000071';
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };

beforeAll(async () => {
  api = await apiOnDatabase({ perAddress: plenty, perSession: plenty });
  const id = await organisationOf(api.database, 'EXAMPLE Registry', 'registry');
  registry = await signedInAs(api.database, api.url, { name: 'registry', role: 'coordinator', organisation: id });
  const opening = api.http.post(`/api/v1/shipments/${shipment}/commands/OpenShipment`).set(api.signedIn);
  await opening.set({ 'Idempotency-Key': 'open', 'If-Match': '"0"' }).send(exampleOrder).expect(200);
}, 120_000);
afterAll(() => api.close());

const get = (path: string, who = api.signedIn) => api.http.get(`/api/v1${path}`).set(who);
const post = (path: string, body: object, who = api.signedIn) => api.http.post(`/api/v1${path}`).set(who).send(body);
const today = async () => (await api.database.clock.now()).slice(0, 10);
const said = async (more: object = {}) => ({
  ...{ version: 1, person: 'EXAMPLE Duty officer', source: 'EXAMPLE letter', confirmedOn: await today(), ...more },
});
const version = (more: object = {}) => ({
  ...{ after: 1, person: 'EXAMPLE Quality', reason: 'EXAMPLE read anew' },
  rule: {
    ...{ jurisdiction: 'US', when: { directions: ['import'] }, confidence: 'V-', owner: 'customs' },
    demands: { kind: 'statement', paper: 'customs-declaration' },
    citations: [{ title: 'EXAMPLE ruling', address: 'https://example.org/1', asOf: '2026-11-26' }],
    inForce: {},
    askedOf: 'EXAMPLE broker',
    says: [{ name: 'value', english: 'EXAMPLE The value is stated.' }],
    ...more,
  },
});
const kinds = async () => {
  const { body } = await get('/audit', await auditor()).expect(200);
  return body.items.map(({ kind }: { kind: string }) => kind);
};
let auditing: Headers | undefined;
async function auditor(): Promise<Headers> {
  const { rows } = await api.database.pool.query<{ id: string }>(
    `select id from cellrelay.organisation where kind = 'operator'`,
  );
  const organisation = rows[0]?.id ?? '';
  auditing ??= await signedInAs(api.database, api.url, { name: 'auditor', role: 'auditor', organisation });
  return auditing;
}

describe('the rules of borders', () => {
  it('are listed page by page, by jurisdiction, with what holds on a day', async () => {
    const { body } = await get('/rules?jurisdiction=CN&on=2026-08-01&limit=3').expect(200);
    expect(body).toMatchObject({ on: '2026-08-01', notes: [{ jurisdiction: 'CN' }] });
    expect(body.items).toHaveLength(3);
    const next = await get(`/rules?jurisdiction=CN&on=2026-08-01&limit=100&cursor=${body.next}`).expect(200);
    expect(next.body.items).toHaveLength(body.total - 3);
    expect(next.body.next).toBeNull();
  });

  it.each(['jurisdiction=XX', 'confidence=sure', 'on=2026-02-30', 'limit=101', 'cursor=nowhere', 'more=1'])(
    'are not asked for by %s',
    async (query) => {
      const { body } = await get(`/rules?${query}`).expect(400);
      expect(body.code).toBe('query-faulty');
    },
  );

  it('print once a coordinator of the operator has confirmed them, and no more once that is withdrawn', async () => {
    const confirmed = await post('/rules/us-value/confirmations', await said()).expect(201);
    expect(confirmed.body).toMatchObject({ standing: 'prints', confirmation: { person: 'EXAMPLE Duty officer' } });
    const again = await post('/rules/us-value/confirmations', await said()).expect(409);
    expect(again.body.code).toBe('rule-confirmed-already');
    const { id } = confirmed.body.confirmation as { id: string };
    await post(`/rule-confirmations/${id}/withdrawal`, {}).expect(400);
    await post(`/rule-confirmations/${id}/withdrawal`, { reason: 'EXAMPLE misheard' }).expect(200);
    const gone = await post(`/rule-confirmations/${id}/withdrawal`, { reason: 'EXAMPLE' }).expect(404);
    expect(gone.body.code).toBe('no-such-confirmation');
    await post('/rule-confirmations/none/withdrawal', { reason: 'EXAMPLE' }).expect(404);
    expect(await kinds()).toEqual(
      expect.arrayContaining(['border-rule-confirmed', 'border-rule-confirmation-withdrawn']),
    );
  });

  it.each<[string, string, object, string]>([
    ['that is not there', 'us-none', {}, '404 no-such-rule'],
    ['read in its source', 'us-tsa', {}, '422 rule-needs-no-confirmation'],
    ['only believed', 'us-code-lymphocytes', {}, '422 rule-only-believed'],
    ['of another version', 'us-value', { version: 7 }, '412 stale-revision'],
    ['on a day to come', 'us-value', { confirmedOn: '2090-01-01' }, '422 date-implausible'],
    ['without a source', 'us-value', { source: '' }, '400 body-faulty'],
  ])('are not confirmed %s', async (_, rule, more, refused) => {
    const { status, body } = await post(`/rules/${rule}/confirmations`, await said(more));
    expect(`${status} ${body.code}`).toBe(refused);
  });

  it('are entered anew as another version, which is confirmed by itself', async () => {
    await post('/rules/us-value/confirmations', await said()).expect(201);
    const entered = await post('/rules/us-value/versions', version()).expect(201);
    expect(entered.body).toMatchObject({ version: 2, standing: 'confirm', confirmation: null });
    const stale = await post('/rules/us-value/versions', version()).expect(412);
    expect(stale.body.allowed).toEqual(['2']);
    await post('/rules/site-us-own/versions', { ...version(), after: 0 }).expect(201);
    await post('/rules/us-own/versions', { ...version(), after: 0 }).expect(404);
    const claimed = await post('/rules/us-value/versions', { ...version({ confidence: 'V' }), after: 2 }).expect(400);
    expect(claimed.body).toMatchObject({ code: 'body-faulty', at: '/rule/confidence' });
    expect(await kinds()).toContain('border-rule-entered');
  });

  it('are for the operator’s people alone, and written by its coordinators', async () => {
    await get('/rules', registry).expect(403);
    await get(`/shipments/${shipment}/rules`, registry).expect(403);
    await post('/rules/us-value/confirmations', await said({ version: 2 }), registry).expect(403);
    await get('/rules', await auditor()).expect(200);
    await post('/rules/us-value/confirmations', await said({ version: 2 }), await auditor()).expect(403);
  });
});

describe('what the borders of a shipment ask for', () => {
  it('is nothing while no flights are planned, and of no shipment not there', async () => {
    const { body } = await get(`/shipments/${shipment}/rules?markers=negative`).expect(200);
    expect(body).toMatchObject({ items: [], next: null, total: 0, example: true });
    await get(`/shipments/${shipment.replace('71', '72')}/rules`).expect(404);
    await get(`/shipments/${shipment}/rules?markers=perhaps`).expect(400);
  });
});
