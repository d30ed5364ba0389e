import { wallNow } from '@cellrelay/platform';
import {
  commandRights,
  mayIssue,
  preparedCommandNames,
  questionRights,
  seeing,
  standings,
  type OrganisationKind,
  type Role,
  type Standing,
} from '@cellrelay/shipment';
import { routeList } from '../../apps/api/src/routes/route-table.js';
import type { RouteSpec } from '../../apps/api/src/routes/route-spec.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { daysAhead } from '../support/days-ahead.js';
import { exampleOrder } from '../support/example-order.js';
import { organisationOf, signedInAs, type Headers } from '../support/example-people.js';

const [ours, others, unknown] = ['1', '2', '3'].map((last) => `a0000000-0000-4000-8000-00000000008${last}`) as [
  string,
  string,
  string,
];
/** Those that are sent with a body; a prepared one goes by a route of its own. */
const commands = Object.keys(commandRights).filter(
  (name) => !(preparedCommandNames as readonly string[]).includes(name),
);
const parts = [
  'donor-registry',
  'patient-registry',
  'collection-centre',
  'transplant-centre',
  'courier-company',
] as const;
const kindOf = (part: string): OrganisationKind =>
  part.endsWith('registry') ? 'registry' : (part as OrganisationKind);

const order = {
  ...exampleOrder,
  recipients: [{ ref: 'R1', weightKg: 61.37, doses: [{ metric: 'CD34', per: 'kg', requested: 5.13, minimum: 2.17 }] }],
};

let api: RunningApi;
/** One person for each standing. */
const people = new Map<Standing, Headers>();
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
let keys = 0;

beforeAll(async () => {
  api = await apiOnDatabase({ perAddress: plenty, perSession: plenty });
  for (const [shipment, reference] of [
    [ours, 'EX-OURS'],
    [others, 'EX-OTHERS'],
  ] as const)
    await command(api.signedIn, shipment, 'OpenShipment', { ...order, reference }).expect(200);
  for (const part of parts) {
    const id = await organisationOf(api.database, `EXAMPLE ${part}`, kindOf(part));
    await command(api.signedIn, ours, 'NameParty', { part, organisation: id }, await orderRevision(ours)).expect(200);
    await peopleOf(part, id);
    const other = await organisationOf(api.database, `EXAMPLE other ${part}`, kindOf(part));
    await command(api.signedIn, others, 'NameParty', { part, organisation: other }, await orderRevision(others)).expect(
      200,
    );
  }
  const { rows } = await api.database.pool.query<{ id: string }>(
    `select id from cellrelay.organisation where kind = 'operator'`,
  );
  await peopleOf('operator', rows[0]?.id ?? '');
  await nominate(ours, 'courier-81');
  await nominate(others, 'courier-82');
}, 120_000);
afterAll(() => api.close());

async function peopleOf(part: string, organisation: string): Promise<void> {
  for (const standing of standings.filter((each) => each.startsWith(`${part}/`))) {
    const role = standing.slice(part.length + 1) as Role;
    const courier = role === 'courier' ? { courier: 'courier-81' } : {};
    const name = standing.replace('/', '-');
    people.set(standing, await signedInAs(api.database, api.url, { name, role, organisation, ...courier }));
  }
}

async function orderRevision(shipment: string): Promise<string> {
  const answer = await api.http.get(`/api/v1/shipments/${shipment}`).set(api.signedIn).expect(200);
  return String(answer.body.stageRevisions.order);
}

async function nominate(shipment: string, poolId: string): Promise<void> {
  const person = (name: string) => ({ name, company: 'EXAMPLE Couriers', phone: '+1 555 010 0170' });
  const record = {
    ...person('EXAMPLE K. Pool'),
    basedIn: 'US',
    trainedUntil: daysAhead(900),
    passports: [{ country: 'US', validUntil: daysAhead(1800) }],
    visas: [],
    languages: ['en'],
  };
  await api.http.put(`/api/v1/couriers/${poolId}`).set(api.signedIn).set('If-None-Match', '*').send(record).expect(200);
  const nominatedAt = { local: '2026-01-05T12:00', zone: 'UTC' };
  const body = {
    courier: { poolId },
    substitute: { ...person('EXAMPLE L. Pool'), phone: '+1 555 010 0171' },
    nominatedAt,
  };
  await command(api.signedIn, shipment, 'NominateCourier', body).expect(200);
}

function command(who: Headers, shipment: string, ...[name, body = {}, ifMatch = '0']: Sent) {
  const key = `key-${(keys += 1)}`;
  const post = api.http.post(`/api/v1/shipments/${shipment}/commands/${name}`).set(who);
  return post.set({ 'Idempotency-Key': key, 'If-Match': `"${ifMatch}"` }).send(body);
}

/** What must be asked with, by the end of the address. */
const queries: Readonly<Record<string, string>> = {
  '/airports': '?q=hou',
  '/files': `?sha256=${'0'.repeat(64)}`,
  '/orders/import': `?sha256=${'0'.repeat(64)}`,
  '/papers/preview': '?plan=1&kind=transport-plan',
  '/papers/pack': '?plan=1',
  '/labels/pdf': '?which=box&stock=a4-100x150',
};

function ask(who: Headers, { method, path }: Pick<RouteSpec, 'method' | 'path'>, shipment: string) {
  const filled: Readonly<Record<string, string>> = {
    id: shipment,
    line: '1',
    deviation: 'D1',
    version: 'default-1',
    logger: 'none',
    ...{ code: 'S1128', group: 'O+', list: 'products', key: 'S1128' },
    part: 'transplant-centre',
    document: '0'.repeat(32),
    scan: 'S1',
    request: 'CN-export-PEK',
  };
  const at = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => filled[name] ?? '');
  const query = Object.entries(queries).find(([end]) => path.endsWith(end))?.[1] ?? '';
  return api.http[method](`${at}${query}`)
    .set(who)
    .send(method === 'get' ? undefined : {});
}

/** A command's name, its body, and the revision that its author had read. */
type Sent = readonly [name: string, body?: object, ifMatch?: string];

/** A refusal without what is different each time. */
function bytesOf({ status, text, headers }: { status: number; text: string; headers: Record<string, string> }) {
  return { status, text: text.replace(/"request":"[^"]*"/, ''), type: headers['content-type'] };
}

async function inTurns<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, one));
}

describe('each cell of the table of rights', () => {
  it.each(standings)('%s: every command', async (standing) => {
    const who = people.get(standing)!;
    const sees = seeing([standing]).length > 0;
    const wrong: string[] = [];
    await inTurns(commands, async (name) => {
      const { status, body } = await command(who, ours, name);
      const wanted = mayIssue([standing], name)
        ? 'taken up'
        : sees || name === 'OpenShipment'
          ? '403 not-yours-to-do'
          : '404 no-such-shipment';
      const got = [401, 403, 404].includes(status) ? `${status} ${body.code}` : 'taken up';
      if (got !== wanted) wrong.push(`${name}: ${got} instead of ${wanted}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(standings)('%s: every question', async (standing) => {
    const who = people.get(standing)!;
    const wrong: string[] = [];
    const asked = routeList.filter(({ open, id }) => !open && !['live', 'issueCommand', 'signOut'].includes(id));
    for (const route of asked) {
      const { status, body } = await ask(who, route, ours);
      const allowed = (questionRights[route.id as keyof typeof questionRights] as readonly Standing[]).includes(
        standing,
      );
      const refused = status === 401 || status === 403 || body.code === 'no-such-shipment';
      if (refused === allowed) wrong.push(`${route.id}: ${status} ${body.code ?? ''}`);
      if (refused && body.code !== 'not-yours-to-ask') wrong.push(`${route.id}: ${body.code}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a shipment in which somebody does not stand', () => {
  const outside = standings.filter((standing) => !standing.startsWith('operator/'));

  it.each(outside)('%s: is as one that does not exist, byte for byte', async (standing) => {
    const who = people.get(standing)!;
    const answers = async (shipment: string) => {
      const found = [];
      for (const name of ['OpenShipment', 'RecordCellCount', 'NameParty', 'DeliverToCentre', 'NominateCourier'])
        found.push(
          bytesOf(await command(who, shipment, name, { statedBy: 1, courier: { poolId: 'courier-82' } }, '7')),
        );
      for (const route of routeList.filter(({ path, id }) => path.includes('/shipments/{id}') && id !== 'issueCommand'))
        found.push(bytesOf(await ask(who, route, shipment)));
      return found;
    };
    const theirs = await answers(others);
    expect(theirs).toEqual(await answers(unknown));
    // Of identities a list of nobody is told, of a shipment that does not exist as well.
    expect(theirs.every(({ status, text }) => [403, 404].includes(status) || /"items":\[\]/.test(text))).toBe(true);
  });

  it('is in no list, task, alert or search', async () => {
    for (const standing of outside.filter((each) => seeing([each]).length > 0)) {
      const who = people.get(standing)!;
      for (const at of ['shipments', 'shipments?q=EX-OTHERS', 'tasks', 'alerts?standing=false']) {
        const { text } = await api.http.get(`/api/v1/${at}`).set(who).expect(200);
        expect(text).not.toMatch(/EX-OTHERS|000000000082/);
      }
      const { body } = await api.http.get('/api/v1/shipments').set(who);
      expect(body).toMatchObject({ total: 1, items: [{ id: ours }] });
    }
  });

  it('is not found by its GRID either, which finds their own for whoever is shown it, and nothing for who carries the box', async () => {
    const asked = async (standing: Standing, grid: string) =>
      (await api.http.get('/api/v1/shipments').query({ q: grid }).set(people.get(standing)!).expect(200)).body;
    const { donorGrid } = order;
    for (const standing of outside.filter((each) => seeing([each]).length > 0)) {
      const found = standing.startsWith('courier-company/') ? [] : [{ id: ours }];
      for (const typed of [donorGrid, `${donorGrid.slice(0, 4)} ${donorGrid.slice(4).toLowerCase()}`])
        expect(await asked(standing, typed)).toMatchObject({ total: found.length, items: found });
      for (const guessed of [donorGrid.slice(0, 18), donorGrid.slice(4), 'EXAMPLE00041202'])
        expect(await asked(standing, guessed)).toMatchObject({ total: 0, items: [] });
    }
  });

  it('gives back no answer of before to whoever stands in it no more', async () => {
    const who = people.get('transplant-centre/coordinator')!;
    const send = () =>
      api.http
        .post(`/api/v1/shipments/${ours}/commands/OpenDeviation`)
        .set(who)
        .set({ 'Idempotency-Key': 'once', 'If-Match': '"0"' })
        .send(deviation);
    await send().expect(200);
    expect((await send()).headers['idempotent-replayed']).toBe('true');
    const named = { part: 'transplant-centre', organisation: null };
    await command(api.signedIn, ours, 'NameParty', named, await orderRevision(ours)).expect(200);
    expect((await send()).body).toMatchObject({ status: 404, code: 'no-such-shipment' });
    const { rows } = await api.database.pool.query<{ id: string }>(
      `select id from cellrelay.organisation where name = 'EXAMPLE transplant-centre'`,
    );
    const again = { part: 'transplant-centre', organisation: rows[0]?.id };
    await command(api.signedIn, ours, 'NameParty', again, await orderRevision(ours)).expect(200);
    expect((await send()).headers['idempotent-replayed']).toBe('true');
  });
});

const deviation = {
  kind: 'late',
  happenedAt: { local: wallNow().slice(0, 16), zone: 'UTC' },
  words: 'EXAMPLE the box was dented',
  seriousness: 'minor',
};

describe('whoever is not of the operator', () => {
  it('states for themselves alone, and decides on nobody else’s word', async () => {
    const who = people.get('collection-centre/physician')!;
    const statedBy = { person: 'EXAMPLE S.', organisation: 'EXAMPLE', how: 'telephone' };
    const stated = await command(who, ours, 'OpenDeviation', { ...deviation, statedBy });
    expect(stated.body).toMatchObject({ status: 403, code: 'stated-for-another', at: '/statedBy' });
    const wordOf = { role: 'transplant-physician', person: 'EXAMPLE T.' };
    const decision = { decision: 'accept-less', decidedAt: { local: '2026-01-05T12:00', zone: 'UTC' }, reason: 'so' };
    const decided = await command(who, ours, 'DecideOnCount', {
      ...decision,
      wordOf,
      confirmedBy: null,
      recipients: null,
    });
    expect(decided.body).toMatchObject({ status: 403, code: 'word-of-another', at: '/wordOf' });
  });

  it('is offered what is theirs to do, and told of no weight, dose or GRID that is not theirs to know', async () => {
    const [courier, laboratory] = [people.get('courier-company/courier')!, people.get('transplant-centre/laboratory')!];
    const offered = await api.http.get(`/api/v1/shipments/${ours}/actions`).set(courier).expect(200);
    const names = [...offered.body.actions, ...offered.body.notNow].map((each: { command: string }) => each.command);
    expect(names.filter((name: string) => !mayIssue(['courier-company/courier'], name))).toEqual([]);
    const page = await api.http.get(`/api/v1/shipments/${ours}`).set(courier).expect(200);
    expect(page.text).not.toMatch(/61\.37|5\.13|2\.17|EXAMPLE K\. Pool|9991EXAM/);
    const theirs = await api.http.get(`/api/v1/shipments/${ours}`).set(laboratory).expect(200);
    expect(theirs.body).toMatchObject({
      recipients: [{ weightKg: 61.37 }],
      donorGrid: expect.stringContaining('9991'),
    });
  });

  it('knows as whom they act, and another role is theirs at the next request', async () => {
    const who = people.get('donor-registry/screener')!;
    const me = await api.http.get('/api/v1/me').set(who).expect(200);
    expect(me.body).toMatchObject({ role: 'screener', organisation: { kind: 'registry' }, person: expect.any(String) });
    await api.http.get('/api/v1/shipments').set(who).expect(403);
    const { Client } = await import('pg').then((found) => found.default);
    const owner = new Client({ connectionString: api.own.ownerUrl });
    await owner.connect();
    await owner.query(`update cellrelay.account set role = 'coordinator' where name = 'donor-registry-screener'`);
    await owner.end();
    await api.http.get('/api/v1/shipments').set(who).expect(200);
  });
});
