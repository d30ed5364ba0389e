import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { chosen, PeopleOnApi, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const unknown = '0190b2f0-0000-7000-8000-00000000dead';

let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
let registry: string;
/** The registry's own administrator, and somebody of a transplant centre. */
let registrys: Headers;
let centres: Headers;

beforeAll(async () => {
  api = await apiOnDatabase({ signIn: rate, perSession: rate, perAddress: rate });
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
  registry = await people.organisation(administrator, 'EXAMPLE Registry', 'registry');
  const centre = await people.organisation(administrator, 'EXAMPLE Transplant Centre', 'transplant-centre');
  registrys = await people.joined(administrator, 'rita', { organisation: registry, role: 'administrator' });
  const tina = await people.joined(administrator, 'tina', { organisation: centre, role: 'administrator' });
  centres = await people.joined(tina, 'tom', { role: 'physician' });
});
afterAll(() => api.close());

/** Of the operator's two administrators whoever is left. */
async function stillThere(): Promise<Headers> {
  const left = await people.get('/me', administrator);
  return left.status === 200 ? administrator : people.signedIn({ name: 'second', password: chosen });
}

const bare = ({ body, status }: { body: Record<string, unknown>; status: number }) => ({
  status,
  body: { ...body, request: '' },
});

describe('organisations', () => {
  it('are made by the operator’s administrators alone, one of a name, never a second operator', async () => {
    const body = { name: 'EXAMPLE Courier Company', kind: 'courier-company' };
    for (const who of [registrys, centres, api.signedIn])
      expect((await people.post('/organisations', body, who).expect(403)).body.code).toBe('not-yours-to-ask');
    const made = await people.post('/organisations', body, administrator).expect(201);
    expect(answers.Organisation.parse(made.body)).toMatchObject({ ...body, example: false });
    expect((await people.post('/organisations', body, administrator).expect(409)).body.code).toBe(
      'organisation-name-taken',
    );
    for (const name of [
      'EXAMPLE courier  company',
      'EXAMPLE Courier-Company',
      'ЕХАМРLЕ Courier Cоmpany',
      'ＥＸＡＭＰＬＥ Courier Cornpany',
    ])
      expect((await people.post('/organisations', { ...body, name }, administrator).expect(409)).body).toMatchObject({
        code: 'organisation-name-alike',
        at: '/name',
      });
    const faulty = [
      { name: 'EXAMPLE Other', kind: 'operator' },
      { ...body, id: unknown },
      { ...body, name: 'EXAMPLE \u202e' },
    ];
    for (const each of faulty) await people.post('/organisations', each, administrator).expect(400);
  });

  it('are listed page by page', async () => {
    const names: string[] = [];
    let cursor = '';
    do {
      const page = answers.OrganisationPage.parse(
        (await people.get(`/organisations?limit=2${cursor}`, administrator).expect(200)).body,
      );
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
      expect(page.total).toBe(4);
    } while (cursor !== '');
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(4);
    await people.get('/organisations', registrys).expect(403);
    expect((await people.get('/organisations?cursor=QQ~', administrator).expect(400)).body.code).toBe('cursor-unknown');
  });
});

describe('people', () => {
  it('are listed for administrators of their organisation, and for the operator’s', async () => {
    const own = answers.PeoplePage.parse((await people.get('/people', registrys).expect(200)).body);
    expect(own).toMatchObject({ total: 1, mayInvite: true, mayChange: true, organisation: { id: registry } });
    expect(own.items[0]).toMatchObject({ name: 'rita', person: 'EXAMPLE rita', role: 'administrator', endedAt: null });
    const seen = await people.get(`/people?organisation=${registry}`, administrator).expect(200);
    expect(answers.PeoplePage.parse(seen.body)).toMatchObject({ items: own.items, mayInvite: false, mayChange: false });
    for (const who of [centres, api.signedIn]) await people.get('/people', who).expect(403);
  });

  it('of another organisation are not found, alike those that are not there, in every position', async () => {
    const tom = await people.idOf('tom');
    const { organisation: centre } = (await api.database.accounts.find('tom'))!.acting;
    const asked = (id: string, other: string) => [
      people.get(`/people?organisation=${other}`, registrys),
      people.get(`/invitations?organisation=${other}`, registrys),
      people.post('/invitations', { organisation: other, person: 'EXAMPLE X', role: 'physician' }, registrys),
      people.put(`/people/${id}/role`, { role: 'coordinator' }, registrys),
      people.delete(`/people/${id}`, registrys),
    ];
    const theirs = (await Promise.all(asked(tom, centre.id))).map(bare);
    expect(theirs).toEqual((await Promise.all(asked(unknown, unknown))).map(bare));
    expect(theirs.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    for (const id of ['x', '1%27', tom.toUpperCase()]) await people.delete(`/people/${id}`, registrys).expect(404);
    expect(await people.idOf('tom')).toBe(tom);
  });

  it('of another organisation are not the operator’s to change: it has an administrator of its own', async () => {
    const rita = await people.idOf('rita');
    await people.put(`/people/${rita}/role`, { role: 'auditor' }, administrator).expect(404);
    await people.delete(`/people/${rita}`, administrator).expect(404);
    const body = { organisation: registry, person: 'EXAMPLE X', role: 'coordinator' };
    expect((await people.post('/invitations', body, administrator).expect(403)).body.code).toBe('not-yours-to-do');
  });

  it('are invited from outside as administrators alone, where there is none yet', async () => {
    const organisation = await people.organisation(administrator, 'EXAMPLE Unmanned', 'collection-centre');
    const page = await people.get(`/people?organisation=${organisation}`, administrator).expect(200);
    expect(answers.PeoplePage.parse(page.body)).toMatchObject({ mayInvite: true, roles: ['administrator'] });
    const asked = (role: string) =>
      people.post('/invitations', { organisation, person: 'EXAMPLE X', role }, administrator);
    for (const role of ['physician', 'coordinator', 'laboratory'])
      expect((await asked(role).expect(403)).body.code).toBe('not-yours-to-do');
    expect((await asked('administrator').expect(201)).body.invitation.role).toBe('administrator');
  });

  it('who were invited by an administrator who left are invited no further from outside, and may be withdrawn', async () => {
    const organisation = await people.organisation(administrator, 'EXAMPLE Left', 'registry');
    const lena = await people.joined(administrator, 'lena', { organisation, role: 'administrator' });
    const open = await people.post('/invitations', { person: 'EXAMPLE Y', role: 'screener' }, lena).expect(201);
    await people.delete(`/people/${await people.idOf('lena')}`, lena).expect(200);
    const { id } = open.body.invitation;
    await people.post(`/invitations/${id}/link`, {}, administrator).expect(403);
    await people.delete(`/invitations/${id}`, administrator).expect(204);
  });

  it('have another role at once, of those that their organisation has', async () => {
    const cora = await people.joined(registrys, 'cora', { role: 'coordinator' });
    const id = await people.idOf('cora');
    expect((await people.get('/me', cora).expect(200)).body).toMatchObject({
      role: 'coordinator',
      person: 'EXAMPLE cora',
    });
    await people.put(`/people/${id}/role`, { role: 'screener' }, registrys).expect(200);
    expect((await people.get('/me', cora).expect(200)).body.role).toBe('screener');
    const refused: readonly (readonly [object, number, string])[] = [
      [{ role: 'laboratory' }, 422, 'role-not-there'],
      [{ role: 'auditor', courier: 'c-1' }, 422, 'courier-not-apt'],
      [{ role: 'auditor', organisation: registry }, 400, 'body-faulty'],
      [{ role: 'king' }, 400, 'body-faulty'],
    ];
    for (const [body, status, code] of refused)
      expect(bare(await people.put(`/people/${id}/role`, body, registrys))).toMatchObject({ status, body: { code } });
    expect((await people.audit()).filter(({ about }) => about === id)).toMatchObject([
      {
        kind: 'account-made',
        by: { account: 'cora', organisation: registry },
        data: { name: 'cora', role: 'coordinator' },
      },
      {
        kind: 'role-changed',
        by: { account: 'rita', organisation: registry },
        data: { from: 'coordinator', to: 'screener' },
      },
    ]);
  });

  it('who are ended sign in no more, and are out at once, with their programs', async () => {
    const nina = await people.joined(registrys, 'nina', { role: 'coordinator' });
    const token = await people.post(
      '/account/tokens',
      { password: chosen, name: 'EXAMPLE', scope: 'read', days: 1 },
      nina,
    );
    const program = { Authorization: `Bearer ${token.body.token}` };
    await people.get('/me', program).expect(200);
    const id = await people.idOf('nina');
    await people.delete(`/people/${id}`, registrys).expect(200);
    for (const who of [nina, program]) await people.get('/me', who).expect(401);
    const again = bare(await people.post('/session', { name: 'nina', password: chosen }));
    expect(again).toEqual(bare(await people.post('/session', { name: 'nobody at all', password: chosen })));
    await people.delete(`/people/${id}`, registrys).expect(404);
    const listed = (await people.get('/people', registrys)).body.items.find((each: { id: string }) => each.id === id);
    expect(listed.endedAt).not.toBeNull();
  });

  it('who are ended hear nothing more at once; everybody else goes on hearing', async () => {
    const olga = await people.joined(registrys, 'olga', { role: 'coordinator' });
    const otto = await people.joined(registrys, 'otto', { role: 'coordinator' });
    const heard = (who: Headers) => fetch(`${api.url}/api/v1/live`, { headers: { cookie: who['Cookie'] ?? '' } });
    const [theirs, others] = await Promise.all([heard(olga), heard(otto)]);
    const [line, other] = [theirs, others].map((each) => each.body!.pipeThrough(new TextDecoderStream()).getReader());
    await Promise.all([line!.read(), other!.read()]);
    const began = Date.now();
    await people.delete(`/people/${await people.idOf('olga')}`, registrys).expect(200);
    let said = '';
    for (let part = await line!.read(); !part.done; part = await line!.read()) said += part.value;
    expect(said).toContain('event: signed-out');
    expect(Date.now() - began).toBeLessThan(5_000);
    expect((await other!.read()).value).not.toContain('signed-out');
    await other!.cancel();
  });

  it('leave the operator an administrator, also when two end each other at once', async () => {
    const own = await people.idOf('administrator');
    for (const last of [
      () => people.delete(`/people/${own}`, administrator),
      () => people.put(`/people/${own}/role`, { role: 'auditor' }, administrator),
    ])
      expect((await last().expect(409)).body.code).toBe('last-administrator');
    const second = await people.joined(administrator, 'second', { role: 'administrator' });
    const other = await people.idOf('second');
    const both = await Promise.all([
      people.delete(`/people/${other}`, administrator),
      people.delete(`/people/${own}`, second),
    ]);
    const statuses = both.map(({ status }) => status).sort();
    expect([200, statuses[1]]).toEqual([statuses[0], statuses[1]]);
    expect([401, 403, 409]).toContain(statuses[1]);
    const left = await api.database.pool.query(
      `select name from cellrelay.account where role = 'administrator' and ended_at is null and name in ('administrator', 'second')`,
    );
    expect(left.rowCount).toBe(1);
  });

  it('of an organisation that has lost its last administrator are invited by the operator’s again', async () => {
    const own = await people.idOf('rita');
    await people.delete(`/people/${own}`, registrys).expect(200);
    const body = { organisation: registry, person: 'EXAMPLE New', role: 'administrator' };
    const invited = await people.post('/invitations', body, await stillThere()).expect(201);
    expect(invited.body.invitation).toMatchObject({ person: 'EXAMPLE New', role: 'administrator' });
  });
});
