import pg from 'pg';
import { newToken, tokenHash } from '@cellrelay/platform';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { opsProcess } from '../support/ops-process.js';
import { chosen, PeopleOnApi, releasedToken, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };

let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
let operator: string;

beforeAll(async () => {
  api = await apiOnDatabase({ signIn: rate, perSession: rate, perAddress: rate });
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
  operator = (await api.database.accounts.find('administrator'))?.acting.organisation.id ?? '';
});
afterAll(() => api.close());

describe('the first people of an organisation', () => {
  it('come in from outside by the word of two: the operator’s administrator, who sees no link that is good, and whoever runs the server', async () => {
    const organisation = await people.organisation(administrator, 'EXAMPLE Two Words', 'registry');
    const body = { organisation, person: 'EXAMPLE Z', role: 'administrator' };
    const told = answers.InvitationLink.parse(
      (await people.post('/invitations', body, administrator).expect(201)).body,
    );
    expect(told).toMatchObject({
      link: null,
      invitation: { held: true },
      says: expect.stringContaining('release-invitation'),
    });
    const { id } = told.invitation;
    const again = await people.post(`/invitations/${id}/link`, {}, administrator).expect(409);
    expect(again.body.code).toBe('invitation-held');
    await expect(api.database.people.releaseInvitation(id, { tokenHash: 'x', lastsMs: 60_000 })).rejects.toMatchObject({
      code: '42501',
    });
    const first = await releasedToken(api.own.ownerUrl, id);
    const token = await releasedToken(api.own.ownerUrl, id);
    await people.post('/join/look', { token: first }).expect(404);
    const listed = await people.get(`/invitations?organisation=${organisation}`, administrator).expect(200);
    expect(listed.body.items).toMatchObject([{ id, held: false }]);
    expect((await people.post(`/invitations/${id}/link`, {}, administrator).expect(409)).body.code).toBe(
      'invitation-held',
    );
    await people.post('/join', { token, name: 'zoe', password: chosen }).expect(201);
    expect((await people.audit()).filter(({ about }) => about === id)).toMatchObject([
      { kind: 'person-invited', data: { organisation, held: true } },
      { kind: 'invitation-released', by: null, data: { organisation } },
      { kind: 'invitation-released' },
    ]);
  });

  it('are listed and let in on the command line, which knows no other invitation', async () => {
    const organisation = await people.organisation(administrator, 'EXAMPLE Told', 'registry');
    const body = { organisation, person: 'EXAMPLE Toni', role: 'administrator' };
    const { id } = (await people.post('/invitations', body, administrator).expect(201)).body.invitation;
    const settings = { DATABASE_URL: api.own.ownerUrl, CELLRELAY_ORIGIN: api.url };
    await opsProcess('release-invitation', settings).said(new RegExp(`${id}  EXAMPLE Told  EXAMPLE Toni`));
    const [, token = ''] = await opsProcess('release-invitation', settings, [id]).said(/\/join#([\w-]{43})/);
    await people.post('/join/look', { token }).expect(200);
    const none = opsProcess('release-invitation', settings, [organisation]);
    expect([await none.ended, none.output()]).toEqual([1, expect.stringContaining('No invitation')]);
  });

  it('control: a link that was not released would let in whoever has it', async () => {
    const organisation = await people.organisation(administrator, 'EXAMPLE Unheld', 'registry');
    const by = { account: 'administrator', organisation: operator };
    const [token, link] = [newToken(), { lastsMs: 60_000 }];
    const body = { organisation, person: 'EXAMPLE Y', role: 'administrator', courier: null, mail: null } as const;
    await api.database.people.invite(by, { ...body, ...link, tokenHash: tokenHash(token) });
    await people.post('/join/look', { token }).expect(404);
    const owner = new pg.Client({ connectionString: api.own.ownerUrl });
    await owner.connect();
    await owner.query('update cellrelay.invitation set outside = false where organisation = $1', [organisation]);
    await owner.end();
    await people.post('/join/look', { token }).expect(200);
  });
});
