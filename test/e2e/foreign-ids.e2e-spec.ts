import { readFileSync } from 'node:fs';
import pg from 'pg';
import { exampleShipment, issueAll, openShipment } from '@cellrelay/testkit';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { broughtNear } from '../support/brought-near.js';
import { organisationOf, signedInAs, type Headers } from '../support/example-people.js';
import { fieldsOf, generated, type Schema, type Schemas } from '../support/generated-body.js';
import { IssueCommand } from '@cellrelay/use-cases';

interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
type Method = 'get' | 'put' | 'post' | 'delete';

const described = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components: { readonly schemas: Schemas };
};
const { schemas } = described.components;
/** A stream does not end; whoever signs out asks nothing more; what takes a password makes whoever guesses wait, by their own name. */
const left = ['live', 'signOut'];
const takesPassword = ({ requestBody }: Operation): boolean => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema !== undefined && fieldsOf(schemas, schema).includes('password');
};
const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  (Object.entries(methods) as [Method, Operation][])
    .filter(([, { operationId }]) => !left.includes(operationId))
    .filter(([, operation]) => !takesPassword(operation))
    .map(([method, operation]) => ({ path, method, operation })),
);

const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
const [ours, theirs, unknown] = [exampleShipment(81), exampleShipment(82), 'a0000000-0000-4000-8000-00000000dead'];
/** Stands in no answer to whoever is asked for it from elsewhere. */
const marker = /Qzvforeign/i;

let api: RunningApi;
let owner: pg.Client;
const askers: (readonly [string, Headers])[] = [];
/** An id of each thing that the other organisation has. */
let foreign: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await apiOnDatabase({ perAddress: plenty, perSession: plenty, signIn: plenty, byLink: plenty });
  owner = new pg.Client({ connectionString: api.own.ownerUrl });
  await owner.connect();
  const own = await organisationOf(api.database, 'EXAMPLE own', 'registry');
  const other = await organisationOf(api.database, 'EXAMPLE Qzvforeign', 'registry');
  const issue = new IssueCommand(api.database.shipments, { committed: () => Promise.resolve() });
  for (const [shipment, id, name] of [
    [ours, own, 'EXAMPLE own'],
    [theirs, other, 'EXAMPLE Qzvforeign'],
  ] as const) {
    const organisation = { id, name, kind: 'registry', example: true } as const;
    const named = { name: 'NameParty', data: { part: 'donor-registry', organisation } } as const;
    await issueAll(issue, shipment, broughtNear([openShipment(shipment), named], '2024-09-04', 100));
  }
  for (const role of ['coordinator', 'physician', 'administrator'] as const)
    askers.push([role, await signedInAs(api.database, api.url, { name: `own-${role}`, role, organisation: own })]);
  foreign = await belongings(other);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await api.close();
});

async function belongings(organisation: string): Promise<Readonly<Record<string, string>>> {
  const who = { name: 'qzvforeign', role: 'administrator', organisation } as const;
  const theirHeaders = await signedInAs(api.database, api.url, who);
  const account = (await api.database.accounts.find(who.name))!.id;
  const link = { tokenHash: 'a hash', lastsMs: 3_600_000 };
  const by = { account: who.name, organisation };
  const invited = { person: 'EXAMPLE Qzvforeign', role: 'auditor', courier: null, mail: null } as const;
  const invitation = await api.database.people.invite(by, { ...invited, ...link, organisation });
  const token = { name: 'Qzvforeign', scope: 'read', tokenHash: 'another hash', lastsMs: 3_600_000 } as const;
  await api.database.ownAccounts.makeToken({ account, by: null }, token, 9);
  const listed = async (at: string): Promise<string> =>
    ((await api.http.get(`/api/v1/account/${at}`).set(theirHeaders).expect(200)).body as { items: { id: string }[] })
      .items[0]!.id;
  if (invitation.kind !== 'done') throw new Error(invitation.why);
  return {
    ...{ shipment: theirs, organisation, account, invitation: invitation.value.id },
    ...{ session: await listed('sessions'), token: await listed('tokens') },
  };
}

/** All that the other organisation has, as one text. */
async function theirsNow(): Promise<string> {
  const { organisation, account } = foreign;
  const found: string[] = [];
  for (const [table, column, id] of [
    ['organisation', 'id', organisation],
    ['account', 'organisation', organisation],
    ['invitation', 'organisation', organisation],
    ['session', 'account', account],
    ['api_token', 'account', account],
    ['shipment', 'id', theirs],
    ['event', 'shipment', theirs],
    ['identity', 'shipment', theirs],
  ] as const) {
    const asked = `select t::text as row from cellrelay.${table} t where ${column} = $1 order by 1`;
    found.push(...(await owner.query<{ row: string }>(asked, [id])).rows.map(({ row }) => row));
  }
  return found.join('\n');
}

type Asked = (typeof operations)[number];
type Put = (id: string) => { readonly path: string; readonly query?: object; readonly body?: object };

/** Of two views with one name the second is refused, whatever its id: each has a name of its own. */
const ownOf = ({ operationId }: Operation, body: object | undefined, id: string): object | undefined =>
  operationId === 'putSavedView' ? { ...body, name: `EXAMPLE ${id}` } : body;

/** Every place of a request in which an id may stand, each by itself: all places of the path at once, a query, a field of the body. */
function placesOf({ path, operation }: Asked): readonly (readonly [string, Put])[] {
  const filled = (id: string): string => path.replaceAll(/\{\w+\}/g, id);
  const parameters = operation.parameters ?? [];
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema === undefined ? undefined : (generated(schemas, schema) as object);
  const inPath = path.includes('{')
    ? [['path', (id: string) => ({ path: filled(id), body: ownOf(operation, body, id) })] as const]
    : [];
  const inQuery = parameters
    .filter((each) => each.in === 'query')
    .map(({ name }) => [`?${name}`, (id: string) => ({ path: filled(ours), query: { [name]: id }, body })] as const);
  const fields = schema === undefined ? [] : [...fieldsOf(schemas, schema), 'id', 'account', 'organisation', 'holder'];
  const inBody = [...new Set(fields)].map(
    (name) => [`/${name}`, (id: string) => ({ path: filled(ours), body: { ...body, [name]: id } })] as const,
  );
  return [...inPath, ...inQuery, ...inBody].map(([place, put]) => [place, put as Put] as const);
}

async function answerTo(who: Headers, { method }: Asked, put: ReturnType<Put>, id: string) {
  const request = api.http[method](put.path)
    .set(who)
    .query(put.query ?? {});
  // On a revision, and under a key of its own: what asks for neither takes no notice.
  request.set({ 'If-Match': '"0"', 'Idempotency-Key': `k${(keys += 1)}` });
  const { status, text } = await (method === 'get' ? request : request.send(put.body));
  const bytes = text
    .replace(/"request":"[^"]*"/, '')
    .replaceAll(id, 'ID')
    .replaceAll(/"(now|at)":"[^"]*"/g, '');
  // What was done for the asker holds ids and secrets of their own.
  return { status, text: status < 300 && method !== 'get' ? '' : bytes, marked: marker.test(text.replaceAll(id, '')) };
}
let keys = 0;

/** In an address each of them; elsewhere those that a query or a body may name somebody by. */
function idsFor(place: string): readonly (readonly [string, string])[] {
  const named = ['shipment', 'organisation', 'account'];
  return Object.entries(foreign).filter(([what]) => place === 'path' || named.includes(what));
}

/** What is answered otherwise than for an id that there is not. */
async function toldApart(who: Headers, asked: Asked): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [place, put] of placesOf(asked)) {
    const ofNone = await answerTo(who, asked, put(unknown), unknown);
    for (const [what, id] of idsFor(place)) {
      const told = await answerTo(who, asked, put(id), id);
      tried += 1;
      if (told.marked || told.status !== ofNone.status || told.text !== ofNone.text)
        wrong.push(
          `${asked.operation.operationId} ${place} ${what}: ${told.status} ${told.text} and not ${ofNone.status} ${ofNone.text}`,
        );
    }
  }
  return wrong;
}
let tried = 0;

describe('another organisation’s ids', () => {
  it.each(['coordinator', 'administrator'])(
    'in every place of every request of a %s are answered as ids that there are not, and nothing of theirs is told or changed',
    async (role) => {
      const who = askers.find(([each]) => each === role)![1];
      const before = await theirsNow();
      tried = 0;
      const wrong = await Promise.all(operations.map((asked) => toldApart(who, asked)));
      expect(wrong.flat()).toEqual([]);
      expect(tried).toBeGreaterThan(400);
      expect(await theirsNow()).toBe(before);
    },
    200_000,
  );

  it('control: one’s own ids in the same places are answered otherwise', async () => {
    const [, administrator] = askers.find(([role]) => role === 'administrator')!;
    const own = (await api.database.accounts.find('own-physician'))!;
    const asked = operations.find(({ operation }) => operation.operationId === 'changeRole')!;
    const [, put] = placesOf(asked)[0]!;
    const told = await answerTo(administrator, asked, put(own.id), own.id);
    expect(told).not.toEqual(await answerTo(administrator, asked, put(unknown), unknown));
  });
});
