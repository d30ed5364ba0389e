import { plusMinutes } from '@cellrelay/kernel';
import type { OrganisationKind } from '@cellrelay/shipment';
import { pagesOf, readByZbar, textOf } from '../support/printed-pages.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { organisationOf, signedInAs, type Headers } from '../support/example-people.js';
import { storeTrip } from '../support/stored-trip.js';
import { FreeRoutes } from './support/example-routes.js';
import { tripUpTo, type TripSoFar } from './support/example-trips.js';

/** Labels over HTTP: the site enters its codes, and tie tags and the label of the box come as PDF whose codes are read back by a tool that did not draw them. */

let api: RunningApi;
let trip: TripSoFar;
let din: string;
const people = new Map<string, Headers>();
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
const parts = ['collection-centre', 'transplant-centre', 'courier-company'] as const;

beforeAll(async () => {
  api = await apiOnDatabase({ perAddress: plenty, perSession: plenty });
  const now = await api.database.clock.now();
  const collectionStartsAt = plusMinutes(now, -18 * 60);
  trip = tripUpTo(
    new FreeRoutes().take(() => collectionStartsAt),
    { collectionStartsAt, upTo: 'PackBox' },
  );
  await storeTrip(api.database, trip, now);
  for (const part of parts) await stand(part, part);
  din = collectedIn(trip);
}, 120_000);
afterAll(() => api.close());

/** The DIN of the collection. */
function collectedIn({ steps }: TripSoFar): string {
  for (const { command } of steps) if (command.name === 'EndCollection') return command.data.din;
  throw new Error('the trip has no collection');
}

/** The order that it began with. */
function openingOf({ steps }: TripSoFar) {
  const [first] = steps;
  if (first?.command.name !== 'OpenShipment') throw new Error('the trip is not opened');
  return first.command.data;
}

async function stand(part: string, kind: OrganisationKind): Promise<void> {
  const organisation = await organisationOf(api.database, `EXAMPLE ${part}`, kind);
  const { body } = await api.http.get(`/api/v1/shipments/${trip.id}`).set(api.signedIn).expect(200);
  const command = api.http.post(`/api/v1/shipments/${trip.id}/commands/NameParty`).set(api.signedIn);
  const at = { 'Idempotency-Key': `name-${part}`, 'If-Match': `"${body.stageRevisions.order}"` };
  await command.set(at).send({ part, organisation }).expect(200);
  for (const role of ['coordinator', 'laboratory', 'physician'] as const) {
    if (part === 'courier-company' && role !== 'coordinator') continue;
    const name = `${part}-${role}`;
    people.set(name, await signedInAs(api.database, api.url, { name, role, organisation }));
  }
}

const get = (path: string, who = api.signedIn) => api.http.get(`/api/v1${path}`).set(who);
const send = (method: 'put' | 'post', path: string, body: object, who = api.signedIn) =>
  api.http[method](`/api/v1${path}`).set(who).send(body);
const labels = async (who = api.signedIn) => {
  const { body } = await get(`/shipments/${trip.id}/labels`, who).expect(200);
  return (body.items as { which: string; missing: { fact: string; sentence: string }[] }[]).map(
    ({ which, missing }) => [which, missing.map(({ fact }) => fact)] as const,
  );
};
const pdf = (query: string, who = api.signedIn) =>
  get(`/shipments/${trip.id}/labels/pdf?${query}`, who).responseType('blob');
const codeOf = ({ status, body }: { status: number; body: unknown }) => {
  const told = Buffer.isBuffer(body) ? (JSON.parse(body.toString()) as { code: string }) : (body as { code: string });
  return `${status} ${told.code}`;
};
const said = { source: 'EXAMPLE list 7', asOf: '2026-11-01', person: 'EXAMPLE Quality' };
const product = (more: object = {}) => ({
  after: 0,
  name: 'HPC, APHERESIS',
  attributes: 'Citrate/XX/refg',
  ...said,
  ...more,
});

describe('labels of a shipment', () => {
  it('are not made of a product that the site’s list does not have, and say where it is entered', async () => {
    expect(await labels()).toEqual([
      ['tie-tags', ['product']],
      ['box', ['product', 'coordinator']],
    ]);
    const refused = await pdf('which=tie-tags&stock=roll-100x50');
    expect(codeOf(refused)).toBe('409 label-not-made');
    expect((refused.body as Buffer).toString()).toContain('(Codes on labels)');
  });

  it('are made once it has, and their codes read back as those of the bag', async () => {
    await send('put', '/label-codes/products/s1128', product()).expect(200);
    expect(await labels()).toEqual([
      ['tie-tags', []],
      ['box', ['coordinator']],
    ]);
    for (const [stock, dpi] of [
      ['roll-100x50', 300],
      ['roll-100x50', 203],
      ['a4-100x150', 600],
    ] as const) {
      const answer = await pdf(`which=tie-tags&stock=${stock}&dpi=${dpi}`).expect(200);
      expect(answer.headers).toMatchObject({
        ...{ 'content-type': 'application/pdf', 'cache-control': 'no-store' },
        'content-disposition': `inline; filename="tie-tags-${stock}.pdf"`,
      });
      const [page] = pagesOf(answer.body as Buffer, dpi);
      const read = readByZbar(page!);
      expect(read).toEqual(expect.arrayContaining([`=${din}00`, '=<S1128V00', expect.stringMatching(/^&>0\d{9}$/)]));
      expect(read).toHaveLength(3);
      expect(textOf(answer.body as Buffer)).toContain('HPC, APHERESIS');
    }
  });

  it('are refused by their reference where they do not fit, and by what was asked wrongly', async () => {
    const long = 'Citrate/XX/refg, mobilized, '.repeat(7).trim();
    await send('put', '/label-codes/products/S1128', product({ after: 1, attributes: long })).expect(200);
    const refused = await pdf('which=tie-tags&stock=roll-100x50&language=de');
    expect(codeOf(refused)).toBe('422 label-does-not-fit');
    expect((refused.body as Buffer).toString()).toContain(`${trip.reference}-T1`);
    await pdf('which=tie-tags&stock=roll-100x150&language=de').expect(200);
    await send('put', '/label-codes/products/S1128', product({ after: 2 })).expect(200);
    expect(codeOf(await pdf('which=tie-tags&stock=roll-100x150&language=ja'))).toBe('422 label-not-in-language');
    expect(codeOf(await pdf('which=tie-tags&stock=roll-100x50&label=T9'))).toBe('404 no-such-label');
    for (const query of ['', 'which=tie-tags', 'which=all&stock=a4-100x50', 'which=box&stock=a4-100x150&dpi=72'])
      expect(codeOf(await pdf(query))).toBe('400 query-faulty');
  });

  it('are of the box once it is known whom to call, in the officer’s language, and name neither centre', async () => {
    const site = {
      issuer: { name: 'EXAMPLE office', city: 'Berlin', lines: ['EXAMPLE street 1'] },
      hotline: '+49 30 5550100',
    };
    await send('put', '/papers/site', site).set('If-None-Match', '*').expect(200);
    const refused = await pdf('which=box&stock=roll-100x50');
    expect(codeOf(refused)).toBe('422 label-does-not-fit');
    const answer = await pdf('which=box&stock=roll-100x150&language=zh-Hans').expect(200);
    const [page] = pagesOf(answer.body as Buffer, 300);
    expect(readByZbar(page!)).toEqual([`=${din}00`]);
    const text = textOf(answer.body as Buffer);
    expect(text).toContain('DO NOT X-RAY');
    expect(text).toContain('+49 30 5550100');
    const { parties } = openingOf(trip);
    for (const { name, city } of [parties.collectionCentre, parties.transplantCentre])
      for (const told of [name, city]) expect(text).not.toContain(told);
  });

  it('are for those who put them on; tie tags for nobody who only carries; nothing for the patient’s side', async () => {
    const tags = 'which=tie-tags&stock=roll-100x50';
    const answers = async (name: string) => {
      const who = people.get(name);
      const listed = await get(`/shipments/${trip.id}/labels`, who);
      const kinds = (listed.body as { items?: { which: string }[] }).items?.map(({ which }) => which);
      return [kinds ?? codeOf(listed), (await pdf(tags, who)).status];
    };
    expect(await answers('collection-centre-coordinator')).toEqual([['tie-tags', 'box'], 200]);
    expect(await answers('collection-centre-laboratory')).toEqual([['tie-tags', 'box'], 200]);
    expect(await answers('courier-company-coordinator')).toEqual([['box'], 403]);
    expect(await answers('collection-centre-physician')).toEqual(['403 not-yours-to-ask', 403]);
    expect(await answers('transplant-centre-coordinator')).toEqual(['403 not-yours-to-ask', 403]);
    expect(await answers('transplant-centre-laboratory')).toEqual(['403 not-yours-to-ask', 403]);
  });
});

describe('the site’s list of codes', () => {
  it('is read by those who label, and written by the operator’s coordinators', async () => {
    const laboratory = people.get('collection-centre-laboratory');
    const { body } = await get('/label-codes', laboratory).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ key: 'S1128', version: 3, name: 'HPC, APHERESIS' }] });
    await send('put', '/label-codes/products/S1398', product(), laboratory).expect(403);
    await get('/label-codes', people.get('courier-company-coordinator')).expect(403);
    await get('/label-codes', people.get('transplant-centre-laboratory')).expect(403);
  });

  it('is written by whoever read what stands, and an entry ends with a reason', async () => {
    expect(codeOf(await send('put', '/label-codes/products/S1128', product()))).toBe('412 stale-revision');
    const group = { after: 0, code: '5100', ...said };
    await send('put', '/label-codes/blood-groups/O%2B', group).expect(200);
    expect(codeOf(await send('put', '/label-codes/blood-groups/A%2B', group))).toBe('422 label-code-faulty');
    expect(codeOf(await send('put', '/label-codes/blood-groups/C%2B', group))).toBe('404 no-such-label-code');
    const ending = '/label-codes/blood-groups/O%2B/ending';
    expect(codeOf(await send('post', ending, { version: 1 }))).toBe('400 body-faulty');
    await send('post', ending, { version: 1, person: 'EXAMPLE Quality', reason: 'EXAMPLE mistyped' }).expect(200);
    const gone = await send('post', ending, { version: 1, person: 'x', reason: 'x' });
    expect(codeOf(gone)).toBe('404 no-such-label-code');
  });

  it('takes products of a file, which is looked at first', async () => {
    const csv = 'code;name;attributes\nS1128;HPC, APHERESIS;Citrate/XX/refg\nS1398;HPC, MARROW;';
    const look = await send('post', '/label-codes/products/import', { csv, preview: true, ...said }).expect(200);
    expect(look.body).toMatchObject({ entered: false, items: [{ becomes: 'same' }, { becomes: 'new' }] });
    await send('post', '/label-codes/products/import', { csv, preview: false, ...said }).expect(200);
    const { body } = await get('/label-codes').expect(200);
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['S1128', 'S1398']);
    const faulty = { csv: 'code,name\nX,HPC\nS1398,', preview: false, ...said };
    const refused = await send('post', '/label-codes/products/import', faulty).expect(400);
    expect(refused.body.errors).toHaveLength(2);
  });
});
