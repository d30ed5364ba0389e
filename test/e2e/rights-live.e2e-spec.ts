import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { exampleOrder as order } from '../support/example-order.js';
import { organisationOf, signedInAs, type Headers } from '../support/example-people.js';

const [theirs, others] = ['a0000000-0000-4000-8000-000000000091', 'a0000000-0000-4000-8000-000000000092'] as const;

let api: RunningApi;
let who: Headers;
let registry = '';
let keys = 0;

beforeAll(async () => {
  api = await apiOnDatabase();
  registry = await organisationOf(api.database, 'EXAMPLE Registry', 'registry');
  who = await signedInAs(api.database, api.url, { name: 'outsider', role: 'coordinator', organisation: registry });
  for (const [shipment, reference] of [
    [theirs, 'EX-THEIRS'],
    [others, 'EX-OTHERS'],
  ] as const)
    await say(shipment, 'OpenShipment', { ...order, reference });
});
afterAll(() => api.close());

/** A command of the operator's coordinator, on what stands. */
async function say(shipment: string, name: string, body: object): Promise<void> {
  const read = await api.http.get(`/api/v1/shipments/${shipment}`).set(api.signedIn);
  const revision = String(read.body.stageRevisions?.order ?? 0);
  const headers = { 'Idempotency-Key': `live-${(keys += 1)}`, 'If-Match': `"${revision}"` };
  await api.http
    .post(`/api/v1/shipments/${shipment}/commands/${name}`)
    .set(api.signedIn)
    .set(headers)
    .send(body)
    .expect(200);
}

const naming = (organisation: string | null) => ({ part: 'donor-registry', organisation });

/** Everything that the stream sends while that is done, step by step: each is followed until the stream has said so, or has ended. */
async function streamThrough(
  ...steps: readonly (readonly [done: () => Promise<void>, said: RegExp])[]
): Promise<string> {
  const stop = new AbortController();
  const answer = await fetch(`${api.url}/api/v1/live`, { headers: { cookie: who.Cookie }, signal: stop.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  for (const [done, said] of steps) {
    await done();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      text += read.value;
      if (said.test(text)) break;
    }
  }
  stop.abort();
  return text;
}

it('the stream tells of a shipment once one is named in it, without its free words, and once that one is no more', async () => {
  const secret = { donor: { abo: 'A', rh: '+' }, recipients: [], reason: 'EXAMPLE secret' };
  const named = async (): Promise<void> => {
    await say(others, 'RecordBloodGroups', secret);
    await say(theirs, 'NameParty', naming(registry));
    await say(theirs, 'RecordBloodGroups', secret);
  };
  // Moves that come close together are told as one.
  const told = await streamThrough([named, /EX-THEIRS/], [() => say(theirs, 'NameParty', naming(null)), /"row":null/]);
  expect(told).toContain('"row":null');
  expect(told).not.toMatch(/EX-OTHERS|000000000092|secret/);
});

it('the stream ends at the next change once whoever listens acts otherwise', async () => {
  await say(theirs, 'NameParty', naming(registry));
  const changed = async (): Promise<void> => {
    const { Client } = (await import('pg')).default;
    const owner = new Client({ connectionString: api.own.ownerUrl });
    await owner.connect();
    await owner.query(`update cellrelay.account set role = 'administrator' where name = 'outsider'`);
    await owner.end();
    await say(theirs, 'RecordBloodGroups', { donor: { abo: 'B', rh: '+' }, recipients: [], reason: 'EXAMPLE' });
  };
  const told = await streamThrough([changed, /EX-THEIRS/]);
  expect(told).not.toContain('EX-THEIRS');
  await api.http.get('/api/v1/live').set(who).expect(403);
});
