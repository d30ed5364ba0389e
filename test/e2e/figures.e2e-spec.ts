import { defaultPolicy } from '@cellrelay/shipment';
import { entryOf, storeHistory } from '@cellrelay/use-cases';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { dryRun } from '../support/dry-world.js';
import { scenarioIn } from '../support/scenarios.js';

let api: RunningApi;
beforeAll(async () => {
  api = await apiOnDatabase();
  const { log, shipment } = await dryRun(scenarioIn('case-a-day-one-enough.yaml'));
  await storeHistory(api.database.shipments, { shipment, entries: log.map(({ text }) => entryOf(text)) });
});
afterAll(() => api.close());

const ask = (path: string) => api.http.get(`/api/v1${path}`).set(api.signedIn);
const send = (path: string, body: object) => api.http.post(`/api/v1${path}`).set(api.signedIn).send(body);

const policy = { ...defaultPolicy, version: 'site-2' };
const entered = { policy, owner: 'Medical director', approver: 'Quality manager', source: 'A review.' };
const total = { year: 2022, country: 'US', product: 'HPC-A', count: 41, source: 'Yearly report', reason: 'Past years' };

describe('policies over HTTP', () => {
  it('begin with the one that ships, and are entered once', async () => {
    const before = await ask('/policies').expect(200);
    expect(answers.Policies.parse(before.body).items).toMatchObject([{ version: 'default-1', current: true }]);
    const added = await send('/policies', entered).expect(200);
    expect(answers.PolicyInFull.parse(added.body)).toMatchObject({
      version: 'site-2',
      current: true,
      by: 'coordinator',
    });
    const again = await send('/policies', entered).expect(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((await ask('/policies/site-2').expect(200)).body).toEqual(added.body);
    expect((await ask('/policies').expect(200)).body).toMatchObject({
      items: [
        { version: 'site-2', current: true },
        { version: 'default-1', current: false },
      ],
    });
  });

  it('are refused with the field to blame', async () => {
    const clocks = [{ ...policy.clocks[0], limitMinutes: 1 }];
    const faulty = await send('/policies', { ...entered, policy: { ...policy, version: 'site-3', clocks } }).expect(
      422,
    );
    expect(faulty.body).toMatchObject({ code: 'limit-below-target', at: '/policy/clocks/0/limitMinutes' });
    const taken = await send('/policies', { ...entered, source: 'Another.' }).expect(409);
    expect(taken.body).toMatchObject({ code: 'policy-version-taken', at: '/policy/version' });
    const holidayRegions = { ...policy.holidayRegions, value: { MUC: 'DE-BW', LHR: 'GB-LND' } };
    const elsewhere = { ...entered, policy: { ...policy, version: 'site-3', holidayRegions } };
    expect((await send('/policies', elsewhere).expect(422)).body).toMatchObject({
      code: 'region-unknown',
      at: '/policy/holidayRegions/value/LHR',
      allowed: expect.arrayContaining(['GB-ENG', 'GB-SCT']),
    });
    await ask('/policies/none').expect(404);
    await api.http.get('/api/v1/policies').expect(401);
  });
});

describe('figures over HTTP', () => {
  it('leave examples out unless asked, and show entered totals marked', async () => {
    await send('/past-totals', total).expect(200);
    const real = answers.Figures.parse((await ask('/figures?from=2022&to=2024').expect(200)).body);
    expect(real.items).toMatchObject([{ year: 2022, how: 'entered', shipments: 41, enteredBy: 'coordinator' }]);
    const all = answers.Figures.parse((await ask('/figures?from=2022&to=2024&examples=true').expect(200)).body);
    expect(all.items).toMatchObject([{ year: 2024, how: 'counted', country: 'US', infused: 1 }, { year: 2022 }]);
    const [counted, past] = all.items;
    expect(counted?.doorMinutes?.median).toBeGreaterThan(0);
    expect([counted?.slackEaten, past?.doorMinutes, past?.withLogger]).toEqual([expect.any(Object), null, null]);
    expect(answers.Figures.parse((await ask('/figures?year=2024').expect(200)).body).items).toEqual([]);
  });

  it('come as CSV where that is asked for, by the address or by Accept', async () => {
    const csv = await ask('/figures?year=2022&format=csv').expect(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toContain('figures-2022-2022.csv');
    expect(csv.text.split('\r\n')[1]).toContain('2022,US,,HPC-A,entered,41');
    expect(csv.text.split('\r\n')[0]).toMatch(/,door_minutes_median,.*,with_logger,with_excursion,slack_eaten$/);
    expect((await ask('/figures?year=2022').set('Accept', 'text/csv').expect(200)).text).toBe(csv.text);
    const json = await ask('/figures?year=2022').set('Accept', 'application/json, text/csv').expect(200);
    expect(json.headers['content-type']).toContain('application/json');
  });

  it('keep every entry of a past year', async () => {
    await send('/past-totals', { ...total, year: 2021 }).expect(200);
    await send('/past-totals', { ...total, year: 2021, count: 40, reason: 'One was counted twice' }).expect(200);
    const kept = answers.PastTotals.parse((await ask('/past-totals?year=2021').expect(200)).body);
    expect(kept.items.map(({ count, current }) => [count, current])).toEqual([
      [40, true],
      [41, false],
    ]);
  });

  it.each(['/figures?from=2025&to=2024', '/figures?year=20', '/figures?from=abc', '/figures?country=US'])(
    'refuse %s',
    async (path) => expect((await ask(path).expect(400)).body).toMatchObject({ code: 'query-faulty' }),
  );

  it('refuse a total of no one place', async () => {
    const refused = await send('/past-totals', { ...total, region: 'Europe' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'one-destination', at: '/region' });
  });
});
