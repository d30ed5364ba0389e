import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { daysAhead } from '../support/days-ahead.js';
import { exampleOrder as order } from '../support/example-order.js';

const [one, other] = ['a0000000-0000-4000-8000-000000000071', 'a0000000-0000-4000-8000-000000000072'];
const record = {
  name: 'EXAMPLE K. Pool',
  company: 'EXAMPLE Couriers',
  phone: '+1 555 010 0170',
  basedIn: 'US',
  trainedUntil: daysAhead(900),
  passports: [{ country: 'US', validUntil: daysAhead(1800) }],
  visas: [{ country: 'CN', standing: 'expeditable' }],
  languages: ['en'],
};
const substitute = { name: 'EXAMPLE L. Pool', company: 'EXAMPLE Couriers', phone: '+1 555 010 0171' };
const nominatedAt = { local: '2026-01-05T12:00', zone: 'UTC' };
const nomination = { courier: { poolId: 'pool-70' }, substitute, nominatedAt };

let api: RunningApi;
beforeAll(async () => {
  api = await apiOnDatabase();
  for (const [shipment, reference] of [
    [one, 'EX-POOL-1'],
    [other, 'EX-POOL-2'],
  ] as const)
    await issue(shipment, 'OpenShipment', { ...order, reference }).expect(200);
});
afterAll(() => api.close());

function issue(shipment: string, name: string, body: object, ifMatch = '0') {
  const post = api.http.post(`/api/v1/shipments/${shipment}/commands/${name}`).set(api.signedIn);
  return post.set({ 'Idempotency-Key': `${shipment}-${name}`, 'If-Match': `"${ifMatch}"` }).send(body);
}

const put = (body: object, read: Record<string, string> = { 'If-None-Match': '*' }) =>
  api.http.put('/api/v1/couriers/pool-70').set(api.signedIn).set(read).send(body);
const view = async (shipment: string) =>
  answers.ShipmentView.parse((await api.http.get(`/api/v1/shipments/${shipment}`).set(api.signedIn).expect(200)).body);

describe('the pool of couriers over HTTP', () => {
  it('is asked for by a nomination, and refuses whom it does not know', async () => {
    const refused = await issue(one, 'NominateCourier', nomination);
    expect(refused.body).toMatchObject({ code: 'no-such-courier', at: '/courier/poolId' });
  });

  it('takes a courier, and finds them again', async () => {
    await put(record).expect(200);
    const found = await api.http.get('/api/v1/couriers?q=pool%20cn').set(api.signedIn).expect(200);
    expect(answers.CourierList.parse(found.body)).toMatchObject({ total: 1, items: [{ id: 'pool-70' }] });
  });

  it('refuses a faulty record, an id that is none, one that nobody has, and a list without end', async () => {
    const faulty = await put({ ...record, passports: [] });
    expect({ status: faulty.status, code: faulty.body.code }).toEqual({ status: 400, code: 'too-few' });
    const absurd = await put({ ...record, trainedUntil: '1900-01-01' });
    expect(absurd.body).toMatchObject({ code: 'date-implausible', at: '/trainedUntil' });
    const named = await api.http.put('/api/v1/couriers/Pool_70').set(api.signedIn).send(record);
    expect({ status: named.status, code: named.body.code }).toEqual({ status: 400, code: 'courier-id-malformed' });
    const unknown = await api.http.get('/api/v1/couriers/pool-71').set(api.signedIn);
    expect({ status: unknown.status, code: unknown.body.code }).toEqual({ status: 404, code: 'no-such-courier' });
    await api.http.get('/api/v1/couriers?limit=201').set(api.signedIn).expect(400);
    await api.http.put('/api/v1/couriers/pool-70').set('Origin', api.url).send(record).expect(401);
  });

  it('writes over nothing that its author has not read, and says so', async () => {
    expect((await put(record, {}).expect(428)).body).toMatchObject({ code: 'if-match-missing' });
    const taken = {
      code: 'stale-revision',
      detail: expect.stringContaining('by the id pool-70 already'),
      allowed: ['1'],
    };
    expect((await put(record).expect(412)).body).toMatchObject(taken);
    const moved = { code: 'stale-revision', detail: expect.stringContaining('it stands at revision 1') };
    expect((await put(record, { 'If-Match': '"4"' }).expect(412)).body).toMatchObject(moved);
    const found = await api.http.get('/api/v1/couriers/pool-70').set(api.signedIn).expect(200);
    expect([found.headers['etag'], answers.Courier.parse(found.body).revision]).toEqual(['"1"', 1]);
  });

  it('gives the nomination what it leaves out; the same key answers the same, whatever the pool says by then', async () => {
    const first = await issue(one, 'NominateCourier', nomination).expect(200);
    await put({ ...record, phone: '+1 555 010 0179' }, { 'If-Match': '"1"' }).expect(200);
    const again = await issue(one, 'NominateCourier', nomination).expect(200);
    expect(again.body).toEqual(first.body);
    const log = await api.http.get(`/api/v1/shipments/${one}/log?limit=500`).set(api.signedIn).expect(200);
    expect(JSON.stringify(log.body)).toContain('EXAMPLE K. Pool');
    const { courier } = (await api.database.shipments.load(one as never))?.stages.courier ?? {};
    expect(courier).toMatchObject({ phone: '+1 555 010 0170', poolId: 'pool-70', basedIn: 'US', alsoOn: [] });
  });

  it('says of a second nomination that the courier is on another journey then', async () => {
    await issue(other, 'NominateCourier', nomination).expect(200);
    const { courier } = (await api.database.shipments.load(other as never))?.stages.courier ?? {};
    expect(courier).toMatchObject({ phone: '+1 555 010 0179', alsoOn: [{ reference: 'EX-POOL-1' }] });
    expect(JSON.stringify(await view(other))).toContain('The courier is nominated for EX-POOL-1 too');
    expect(JSON.stringify(await view(one))).not.toContain('nominated for');
  });
});
