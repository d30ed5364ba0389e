import { createHash } from 'node:crypto';
import { routeList } from '../../apps/api/src/routes/route-table.js';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { exampleOrder } from '../support/example-order.js';
import { organisationOf } from '../support/example-people.js';
import { chosen, PeopleOnApi, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const [ours, others] = ['a0000000-0000-4000-8000-0000000000c1', 'a0000000-0000-4000-8000-0000000000c2'] as const;

let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
/** The donor's registry of the first shipment, and its coordinator. */
let registry: string;
let dora: Headers;

beforeAll(async () => {
  api = await apiOnDatabase({ signIn: rate, perSession: rate, perAddress: rate });
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
  registry = await organisationOf(api.database, 'EXAMPLE donor registry', 'registry');
  const chief = await people.joined(administrator, 'chief', { role: 'administrator', organisation: registry });
  dora = await people.joined(chief, 'dora', { role: 'coordinator' });
  for (const [shipment, reference] of [
    [ours, 'EX-CAL-OURS'],
    [others, 'EX-CAL-OTHERS'],
  ] as const)
    await command(shipment, 'OpenShipment', { ...exampleOrder, reference }).expect(200);
  await nameRegistry(registry);
});
afterAll(() => api.close());

let keys = 0;
function command(shipment: string, name: string, body: object, ifMatch?: string) {
  const precondition = ifMatch === undefined ? { 'If-None-Match': '*' } : { 'If-Match': ifMatch };
  return api.http
    .post(`/api/v1/shipments/${shipment}/commands/${name}`)
    .set({ ...api.signedIn, ...precondition, 'Idempotency-Key': `calendar-${(keys += 1)}` })
    .send(body);
}

/** Names the donor's registry of the first shipment. */
async function nameRegistry(organisation: string): Promise<void> {
  const { body } = await people.get(`/shipments/${ours}`, api.signedIn).expect(200);
  const revision = answers.ShipmentView.parse(body).stageRevisions['order'] ?? 0;
  await command(ours, 'NameParty', { part: 'donor-registry', organisation }, `"${revision}"`).expect(200);
}

async function made(who: Headers, scope = 'all'): Promise<string> {
  const answer = await people.put('/account/calendar', { scope, password: chosen }, who).expect(200);
  const { address } = answers.CalendarMade.parse(answer.body);
  expect(address).toMatch(new RegExp(`^${api.url}/api/v1/calendar/[\\w-]{43}\\.ics$`));
  return address.slice(api.url.length);
}

const fetched = async (address: string): Promise<string> => (await api.http.get(address).expect(200)).text;
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('the address of a calendar', () => {
  it('answers without a session what its owner sees, and only that', async () => {
    const answer = await api.http.get(await made(dora)).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    expect(unfolded(answer.text)).toContain('EX-CAL-OURS');
    expect(unfolded(answer.text)).not.toContain('EX-CAL-OTHERS');
    // The control: the one who sees both has both.
    const coordinator = { ...api.signedIn };
    const body = { scope: 'all', password: api.password };
    const all = await people.put('/account/calendar', body, coordinator).expect(200);
    const text = unfolded(await fetched(answers.CalendarMade.parse(all.body).address.slice(api.url.length)));
    expect(text).toContain('EX-CAL-OURS');
    expect(text).toContain('EX-CAL-OTHERS');
  });

  it('holds only what is theirs to do, where that is wanted', async () => {
    const [all, tasks] = [await fetched(await made(dora)), await fetched(await made(dora, 'tasks'))];
    const count = (text: string): number => text.split('BEGIN:VEVENT').length - 1;
    expect(count(tasks)).toBeGreaterThan(0);
    expect(count(tasks)).toBeLessThan(count(all));
  });

  it('answers the same twice, and 304 to whoever has it; HEAD without the text', async () => {
    const address = await made(dora);
    const first = await api.http.get(address).expect(200);
    const second = await api.http.get(address).expect(200);
    expect(second.text).toBe(first.text);
    const { etag = '', 'last-modified': modified = '' } = first.headers;
    expect(['', undefined]).toContain((await api.http.get(address).set('If-None-Match', etag).expect(304)).text);
    await api.http.get(address).set('If-Modified-Since', modified).expect(304);
    const head = await api.http.head(address).expect(200);
    expect(['', undefined]).toContain(head.text);
    expect(head.headers['etag']).toBe(etag);
    await api.http.get(address).set('If-None-Match', 'W/"another"').expect(200);
  });

  it('tells of the same content one sequence, however many ask at once', async () => {
    const address = await made(dora);
    const texts = await Promise.all(Array.from({ length: 8 }, () => fetched(address)));
    expect(new Set(texts).size).toBe(1);
  });

  it('never lets a sequence fall, when another address is made', async () => {
    const sequences = async (address: string): Promise<readonly number[]> =>
      [...(await fetched(address)).matchAll(/^SEQUENCE:(\d+)/gm)].map(([, text]) => Number(text));
    const before = await sequences(await made(dora));
    const after = await sequences(await made(dora));
    expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
  });

  it('looks like nothing when it is wrong, ended, renewed or its owner’s account has ended', async () => {
    const address = await made(dora);
    const renewed = await made(dora);
    const nowhere = (await api.http.get('/api/v1/no-such-thing.ics').expect(404)).body;
    const alike = async (at: string): Promise<void> => {
      const { body, headers } = await api.http.get(at).expect(404);
      expect({ ...body, request: '' }).toEqual({ ...nowhere, request: '' });
      expect(headers['cache-control']).toBe('no-store');
    };
    await fetched(renewed);
    await alike(address);
    await alike(`/api/v1/calendar/${'x'.repeat(43)}.ics`);
    await people.delete('/account/calendar', dora).expect(204);
    await alike(renewed);
    expect((await people.delete('/account/calendar', dora).expect(404)).body.code).toBe('no-such-calendar');
    expect((await people.get('/account/calendar', dora).expect(200)).body).toEqual({ calendar: null });

    const chief = await people.signedIn({ name: 'chief', password: chosen });
    const ending = await people.joined(chief, 'erna', { role: 'coordinator' });
    const hers = await made(ending);
    await fetched(hers);
    await people.delete(`/people/${await people.idOf('erna')}`, chief);
    await alike(hers);
  });

  it('ends with a change of the password: whoever knew the old one may have made it', async () => {
    const chief = await people.signedIn({ name: 'chief', password: chosen });
    const fritz = await people.joined(chief, 'fritz', { role: 'coordinator' });
    const address = await made(fritz);
    await fetched(address);
    await people
      .put('/account/password', { password: chosen, newPassword: 'quite other words here' }, fritz)
      .expect(204);
    await api.http.get(address).expect(404);
  });

  it('shows nothing any more of a shipment that they stand in no longer', async () => {
    const address = await made(dora);
    expect(unfolded(await fetched(address))).toContain('EX-CAL-OURS');
    const other = await organisationOf(api.database, 'EXAMPLE next registry', 'registry');
    await nameRegistry(other);
    const after = await fetched(address);
    expect(after).not.toContain('VEVENT');
    expect(after).toContain('END:VCALENDAR');
    await nameRegistry(registry);
  });

  it('is kept as a hash, told of on the audit record, and in no log', async () => {
    const address = await made(dora);
    await fetched(address);
    await people.delete('/account/calendar', dora).expect(204);
    const token = /calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? '';
    const { rows } = await api.database.pool.query<{ row: string }>(
      'select row_to_json(c)::text as row from cellrelay.calendar c',
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    const record = (await people.audit()).filter(({ kind }) => kind.startsWith('calendar-')).slice(-2);
    const by = { account: 'dora', organisation: registry };
    const about = await people.idOf('dora');
    expect(record).toMatchObject([
      { kind: 'calendar-made', by, about, data: { scope: 'all' } },
      { kind: 'calendar-ended', by, about },
    ]);
    const hash = createHash('sha256').update(token).digest('hex');
    for (const text of [JSON.stringify(record), api.logged.join('\n')]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(hash);
    }
  });

  it('is made by a person who shows their password, and by nobody who sees no shipments', async () => {
    const refused = async (body: object, who: Headers): Promise<string> =>
      String((await people.put('/account/calendar', body, who)).body.code);
    expect(await refused({ scope: 'all', password: 'wrong password here' }, dora)).toBe('password-refused');
    expect(await refused({ scope: 'everything', password: chosen }, dora)).toBe('body-faulty');
    expect(await refused({ scope: 'all' }, dora)).toBe('body-faulty');
    expect(await refused({ scope: 'all', password: chosen, more: 1 }, dora)).toBe('body-faulty');
    expect(await refused({ scope: 'all', password: chosen }, administrator)).toBe('not-yours-to-ask');
    expect(await refused({ scope: 'all', password: chosen }, { Origin: api.url })).toBe('sign-in-needed');
    expect(routeList.filter(({ id }) => /calendar/i.test(id))).toHaveLength(4);
  });

  it('is not fetched without end, nor guessed at', async () => {
    const slow = await apiOnDatabase({
      signIn: rate,
      perSession: rate,
      perAddress: rate,
      calendar: { burst: 3, perSecond: 0.001 },
    });
    const guesses = Array.from({ length: 4 }, (_, at) => `/api/v1/calendar/guess-${at}.ics`);
    const statuses: number[] = [];
    for (const guess of guesses) statuses.push((await slow.http.get(guess)).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
    await slow.close();
  });
});
