import type { Letter, Mailer } from '@cellrelay/use-cases';
import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { chosen, PeopleOnApi, tokenOf, type Headers } from '../support/people-on-api.js';

const rate = { burst: 10_000, perSecond: 10_000 };
const limits = { signIn: rate, perSession: rate, perAddress: rate };
const body = { person: 'EXAMPLE Ana', role: 'coordinator' };

let api: RunningApi;
let people: PeopleOnApi;
let administrator: Headers;
beforeAll(async () => {
  api = await apiOnDatabase(limits);
  people = new PeopleOnApi(api);
  administrator = await people.administrator();
});
afterAll(() => api.close());

const look = (token: string) => people.post('/join/look', { token });
const join = (token: string, name: string, password = chosen) => people.post('/join', { token, name, password });

describe('an invitation’s link', () => {
  it('lets one person join, once, as what they were invited, signed in at once', async () => {
    const token = await people.invited(administrator, body);
    const seen = answers.Invited.parse((await look(token).expect(200)).body);
    expect(seen).toMatchObject({ ...body, organisation: { name: 'Coordination office', kind: 'operator' } });
    const days = (Date.parse(seen.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThanOrEqual(7);
    const joined = await join(token, 'ana@example.org').expect(201);
    const me = await people.get('/me', people.headersOf(joined)).expect(200);
    expect(me.body).toMatchObject({ name: 'ana@example.org', ...body, organisation: { kind: 'operator' } });
    await people.signedIn({ name: 'ana@example.org', password: chosen });
    expect((await join(token, 'ana.again').expect(404)).body.code).toBe('no-such-invitation');
  });

  it('is used up by one of two who join by it at once', async () => {
    const token = await people.invited(administrator, body);
    const both = await Promise.all(['twin-a', 'twin-b'].map((name) => join(token, name)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it('that is forged, used, withdrawn, renewed or run out is answered alike, with nothing of what it was', async () => {
    const [used, withdrawn, renewed, late] = [
      await people.invited(administrator, body),
      await people.invited(administrator, { ...body, person: 'EXAMPLE Withdrawn' }),
      await people.invited(administrator, { ...body, person: 'EXAMPLE Renewed' }),
      await people.invited(administrator, { ...body, person: 'EXAMPLE Late' }),
    ];
    await join(used, 'used-up').expect(201);
    const idOf = async (person: string): Promise<string> => {
      const { items } = answers.Invitations.parse((await people.get('/invitations', administrator)).body);
      return items.find((each) => each.person === person)?.id ?? '';
    };
    await people.delete(`/invitations/${await idOf('EXAMPLE Withdrawn')}`, administrator).expect(204);
    const again = await people
      .post(`/invitations/${await idOf('EXAMPLE Renewed')}/link`, {}, administrator)
      .expect(200);
    await api.database.pool.query(
      `update cellrelay.invitation set expires_at = cellrelay.wall_clock() where person = 'EXAMPLE Late'`,
    );
    const gone = [used, withdrawn, renewed, late, 'f'.repeat(43)];
    const said = await Promise.all(
      gone.flatMap((token) => [
        look(token),
        join(token, `late-${token.slice(0, 4).toLowerCase().replaceAll(/[_-]/g, 'x')}`),
      ]),
    );
    expect(new Set(said.map(({ status, body }) => JSON.stringify({ status, ...body, request: '' }))).size).toBe(1);
    expect(said[0]).toMatchObject({ status: 404, body: { code: 'no-such-invitation' } });
    await look(tokenOf(again.body.link)).expect(200);
  });

  it('takes no name that somebody has or may have, no weak password, and nothing besides', async () => {
    const token = await people.invited(administrator, body);
    const tried = async (given: object) => {
      const { status, body: said } = await people.post('/join', {
        token,
        name: 'bea@example.org',
        password: chosen,
        ...given,
      });
      return [status, said.code, said.at ?? said.errors?.[0]?.at];
    };
    expect(await tried({ name: 'coordinator' })).toEqual([409, 'name-taken', '/name']);
    for (const name of ['administrator', 'replay', 'bell', 'ops', 'adopt-policy', 'rederive', 'example', 'system'])
      expect(await tried({ name })).toEqual([409, 'name-taken', '/name']);
    expect(await api.database.accounts.create('bell', 'hash')).toBeNull();
    expect(await tried({ name: 'Bea' })).toEqual([400, 'body-faulty', '/name']);
    expect(await tried({ password: 'short' })).toEqual([422, 'password-too-short', '/password']);
    const { body: to } = await look(token).expect(200);
    for (const password of ['bea@example.org', `${to.person} 2026`, `${to.organisation.name} 1`, 'CellRelay-2026'])
      expect(await tried({ password })).toEqual([422, 'password-is-name', '/password']);
    for (const password of ['Password1234', 'qwertyuiop12', '123456789012'])
      expect(await tried({ password })).toEqual([422, 'password-common', '/password']);
    for (const more of [{ role: 'administrator' }, { organisation: null }, { courier: 'c' }])
      expect(await tried(more)).toEqual([400, 'body-faulty', `/${Object.keys(more)[0]}`]);
    await join(token, 'bea@example.org').expect(201);
  });

  it('stands neither in the database nor in a log nor in the audit record', async () => {
    const token = await people.invited(administrator, { ...body, person: 'EXAMPLE Secret' });
    await look(token).expect(200);
    await join(token, 'secret@example.org').expect(201);
    const { rows } = await api.database.pool.query(
      'select row_to_json(i)::text as row from cellrelay.invitation i union all select text from cellrelay.audit_entry',
    );
    expect(JSON.stringify(rows) + api.logged.join()).not.toContain(token);
    expect(JSON.stringify(rows)).toContain('EXAMPLE Secret');
    const kinds = (await people.audit()).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['person-invited', 'invitation-withdrawn', 'account-made']));
  });

  it('is posted by our own page alone, and by a session of nobody else', async () => {
    const token = await people.invited(administrator, body);
    const elsewhere = { Origin: 'https://elsewhere.example' };
    expect(
      (await people.post('/join', { token, name: 'eve', password: chosen }, elsewhere).expect(403)).body.code,
    ).toBe('origin-refused');
    const planted = await people
      .post('/join', { token, name: 'eve', password: chosen }, { ...api.signedIn, Origin: api.url })
      .expect(201);
    const own = people.headersOf(planted);
    expect(own['Cookie']).not.toBe(api.signedIn.Cookie);
    expect((await people.get('/me', own)).body.name).toBe('eve');
  });
});

describe('an invitation by mail', () => {
  const letters: Letter[] = [];
  let goes = true;
  const mailer: Mailer = {
    post: (letter) => {
      letters.push(letter);
      return Promise.resolve(
        goes ? { taken: true } : { taken: false, says: 'the mail server did not answer in time.' },
      );
    },
  };
  let mailing: RunningApi;
  let there: PeopleOnApi;
  let by: Headers;
  beforeAll(async () => {
    mailing = await apiOnDatabase(limits, { mailer });
    there = new PeopleOnApi(mailing);
    by = await there.administrator();
  });
  afterAll(() => mailing.close());

  it('carries the link, and shows it to nobody else', async () => {
    const sent = await there.post('/invitations', { ...body, mail: 'ana@example.org' }, by).expect(201);
    expect(answers.InvitationLink.parse(sent.body)).toMatchObject({ link: null, invitation: { mailed: 'sent' } });
    const [letter] = letters;
    expect(letter?.to).toBe('ana@example.org');
    const link = /http\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(link.startsWith(`${mailing.url}/join#`)).toBe(true);
    await there.post('/join', { token: tokenOf(link), name: 'ana', password: chosen }).expect(201);
    expect(JSON.stringify(sent.body) + mailing.logged.join()).not.toContain(tokenOf(link));
  });

  it('that could not be sent is told, kept, and sent again by another link', async () => {
    goes = false;
    const failed = await there
      .post('/invitations', { ...body, person: 'EXAMPLE Bo', mail: 'bo@example.org' }, by)
      .expect(201);
    expect(failed.body).toMatchObject({
      link: null,
      invitation: { mailed: 'failed' },
      says: expect.stringContaining('did not answer in time'),
    });
    const listed = answers.Invitations.parse((await there.get('/invitations', by)).body);
    expect(listed).toMatchObject({ byMail: true, items: [{ person: 'EXAMPLE Bo', mailed: 'failed' }] });
    goes = true;
    const again = await there.post(`/invitations/${failed.body.invitation.id}/link`, {}, by).expect(200);
    expect(again.body.invitation.mailed).toBe('sent');
    const [first, second] = letters.slice(-2).map(({ text }) => tokenOf(/http\S+/.exec(text)?.[0]));
    await there.post('/join/look', { token: first }).expect(404);
    await there.post('/join/look', { token: second }).expect(200);
  });

  it('is shown where no address is given, and refused where it is none', async () => {
    const shown = await there.post('/invitations', body, by).expect(201);
    expect(tokenOf(shown.body.link)).not.toBe('');
    for (const mail of ['nobody', 'a@b', 'a@example.org, b@example.org', 'a@example.org\nBcc: b@example.org'])
      await there.post('/invitations', { ...body, mail }, by).expect(400);
  });
});
