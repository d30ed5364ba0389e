import { openApiDocument } from '../../apps/api/src/description/open-api-document.js';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { exampleOrder as order } from '../support/example-order.js';

const shipment = 'a0000000-0000-4000-8000-000000000001';
const consent = { evidence: 'Letter of the registry, EXAMPLE 41' };

let api: RunningApi;
beforeAll(async () => void (api = await apiOnDatabase()));
afterAll(() => api.close());

interface Issued {
  readonly to?: string;
  readonly key: string;
  readonly ifMatch?: number;
}

function issue(name: string, body: object, { to = shipment, key, ifMatch = 0 }: Issued) {
  const post = api.http.post(`/api/v1/shipments/${to}/commands/${name}`).set(api.signedIn);
  return post.set({ 'Idempotency-Key': key, 'If-Match': `"${ifMatch}"` }).send(body);
}

function ask(path: string) {
  return api.http.get(`/api/v1${path}`).set(api.signedIn);
}

async function lines(of = shipment): Promise<number> {
  const found = await api.database.pool.query<{ n: number }>(
    'select count(*)::int as n from cellrelay.event where shipment = $1',
    [of],
  );
  return found.rows[0]?.n ?? -1;
}

describe('a shipment over HTTP', () => {
  it('is opened, once for one key, and answered with the revisions that stand', async () => {
    const opened = await issue('OpenShipment', order, { key: 'open' }).expect(200);
    const answer = answers.CommandAnswer.parse(opened.body);
    expect(answer.shipment).toBe(shipment);
    expect(opened.headers['etag']).toBe(`"${answer.stageRevisions['order']}"`);
    expect(opened.headers).not.toHaveProperty('idempotent-replayed');
    const before = await lines();
    const again = await issue('OpenShipment', order, { key: 'open' }).expect(200);
    expect(again.body).toEqual(opened.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await lines()).toBe(before);
  });

  it('is not opened again under another key', async () => {
    const answer = await issue('OpenShipment', order, { key: 'open-again' });
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('shipment-exists');
  });

  it('refuses a key used for another body, and says what stands to one who read an older stage', async () => {
    const before = await lines();
    const reused = await issue('OpenShipment', { ...order, reference: 'EX-26-0002' }, { key: 'open' });
    expect({ status: reused.status, code: reused.body.code }).toEqual({ status: 422, code: 'idempotency-key-reused' });
    const stale = await issue('RecordRegistryConsent', consent, { key: 'stale', ifMatch: 900 });
    expect({ status: stale.status, code: stale.body.code }).toEqual({ status: 412, code: 'stale-revision' });
    expect(stale.body.allowed).toHaveLength(1);
    expect(await lines()).toBe(before);
  });

  it.each([
    ['RecordCellCount', {}, 400, 'body-faulty'],
    ['ClearDonor', { clearedAt: { local: '2026-08-16T10:00' } }, 400, 'zone-missing'],
    ['ClearDonor', { clearedAt: { local: '2026-03-08T02:30', zone: 'America/Chicago' } }, 422, 'local-time-skipped'],
    ['ClearDonor', { clearedAt: { local: '2026-11-01T01:30', zone: 'America/Chicago' } }, 422, 'local-time-repeated'],
    ['ClearDonor', { clearedAt: { local: '2026-08-16T10:00', zone: 'Asia/Shanghai' }, extra: 1 }, 400, 'unknown-field'],
  ])('refuses %s with a faulty body and changes nothing (%#)', async (name, body, status, code) => {
    const before = await lines();
    const answer = await issue(name, body, { key: `faulty-${code}` });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answers.Problem.parse(answer.body).at ?? answer.body.errors[0].at).toMatch(/^\//);
    expect(await lines()).toBe(before);
  });

  it('refuses what its stage does not take now, with what it does', async () => {
    const view = answers.ShipmentView.parse((await ask(`/shipments/${shipment}`).expect(200)).body);
    const ended = {
      day: 1,
      endedAt: { local: '2026-01-05T12:00', zone: 'Asia/Shanghai' },
      din: 'Z9991 24 000412 00 P',
      bags: [{ productCode: 'S1128V00', volumeMl: 210, recipient: 'R1' }],
    };
    const answer = await issue('EndCollection', ended, {
      key: 'too-early',
      ifMatch: view.stageRevisions['collection']!,
    });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 409, code: 'not-allowed-now' });
    expect(answer.body.allowed).toContain('StartCollection');
  });

  it('is not there under an id that nobody opened', async () => {
    const nobody = 'a0000000-0000-4000-8000-00000000dead';
    const answer = await issue(
      'ClearDonor',
      { clearedAt: { local: '2026-08-16T10:00', zone: 'Asia/Shanghai' } },
      { to: nobody, key: 'x' },
    );
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 404, code: 'no-such-shipment' });
    for (const question of ['', '/log', '/agenda', '/actions'])
      await ask(`/shipments/${nobody}${question}`).expect(404);
  });
});

describe('the questions', () => {
  it('answer in the form that the description promises', async () => {
    expect(answers.RowPage.parse((await ask('/shipments').expect(200)).body).items.map((row) => row.reference)).toEqual(
      ['EX-26-0001'],
    );
    expect(answers.LogPage.parse((await ask(`/shipments/${shipment}/log`).expect(200)).body).items[0]?.recordedBy).toBe(
      'coordinator',
    );
    expect(answers.DueItemPage.parse((await ask(`/shipments/${shipment}/agenda`).expect(200)).body).items).not.toEqual(
      [],
    );
    expect(answers.Actions.parse((await ask(`/shipments/${shipment}/actions`).expect(200)).body).actions).not.toEqual(
      [],
    );
    answers.DueItemPage.parse((await ask('/tasks').expect(200)).body);
    answers.AlertPage.parse((await ask('/alerts').expect(200)).body);
    expect(
      answers.Airports.parse((await ask('/airports?q=beij').expect(200)).body).items.map((each) => each.iata),
    ).toContain('PEK');
    expect(answers.Commands.parse((await ask('/commands').expect(200)).body).items.length).toBeGreaterThan(40);
  });

  it('page the log, each line once', async () => {
    const whole = (await ask(`/shipments/${shipment}/log`)).body.items.map((line: { seq: number }) => line.seq);
    const seen: number[] = [];
    for (let next: string | null = '0'; next !== null;) {
      const page: { items: { seq: number }[]; next: string | null } = (
        await ask(`/shipments/${shipment}/log?limit=1&cursor=${next}`).expect(200)
      ).body;
      seen.push(...page.items.map((line) => line.seq));
      next = page.next;
    }
    expect(seen).toEqual(whole);
  });

  it('refuse a cursor that is none', async () => {
    for (const list of ['shipments', 'tasks', 'alerts']) {
      const answer = await ask(`/${list}?cursor=elsewhere`);
      expect({ list, status: answer.status, code: answer.body.code }).toEqual({
        list,
        status: 400,
        code: 'cursor-unknown',
      });
    }
  });

  it('name every offered command as one that there is', async () => {
    const known = Object.keys((openApiDocument()['components'] as { schemas: object }).schemas);
    const { actions, notNow } = answers.Actions.parse((await ask(`/shipments/${shipment}/actions`)).body);
    expect([...actions, ...notNow].filter(({ command }) => !known.includes(command))).toEqual([]);
  });
});

describe('sessions', () => {
  it('outlast nothing: signing out ends them in the database', async () => {
    const signIn = () =>
      api.http.post('/api/v1/session').set('Origin', api.url).send({ name: 'coordinator', password: api.password });
    const [cookie] = String((await signIn().expect(200)).headers['set-cookie']).split(';');
    const mine = { Cookie: cookie ?? '', Origin: api.url };
    await api.http.get('/api/v1/me').set(mine).expect(200);
    const asked = async () => (await api.http.get('/api/v1/session').set(mine).expect(200)).body as unknown;
    expect(await asked()).toMatchObject({ me: { name: 'coordinator' } });
    await api.http.delete('/api/v1/session').set(mine).expect(204);
    // That nobody is signed in is an answer there, and no error: a page asks it before it knows.
    expect(await asked()).toEqual({ me: null });
    await api.http.get('/api/v1/me').set(mine).expect(401);
    await api.http.get('/api/v1/me').set(api.signedIn).expect(200);
  });

  it('are stored without their token, and nothing of them is logged', async () => {
    const token = api.signedIn.Cookie.split('=')[1] ?? '';
    const kept = await api.database.pool.query<{ token_hash: string }>('select token_hash from cellrelay.session');
    expect(kept.rows.map((row) => row.token_hash)).not.toContain(token);
    expect(api.logged.join()).not.toContain(token);
    expect(api.logged.join()).not.toContain(api.password);
  });
});

describe('readiness', () => {
  it('is given over a database that answers', async () => {
    expect((await api.http.get('/health/ready').expect(200)).body).toEqual({
      ready: true,
      parts: { database: { ok: true, says: 'reachable' } },
    });
  });
});
