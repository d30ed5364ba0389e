import type { ShipmentId } from '@cellrelay/kernel';
import { auditOf } from '../support/identity-ground.js';
import { PeopleOnApi } from '../support/people-on-api.js';
import { letterGround, type LetterGround } from '../support/letter-ground.js';

const words = 'You gave me a new life. I am 34 years old, and I think of you every day.';
const unknown = 'a0000000-0000-4000-8000-0000000000ff';
let ground: LetterGround;
let crowded: ShipmentId;

beforeAll(async () => {
  ground = await letterGround();
  crowded = await ground.open(2);
  await ground.ahead(25);
}, 120_000);
afterAll(() => ground.close());

const lettersOf = (shipment: string = ground.shipment) => `/shipments/${shipment}/letters`;

describe('a letter on its way', () => {
  it('goes from its writer past both registries’ screeners to the other side', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    expect(await ground.waiting('screener')).toEqual([]);
    expect((await ground.move('collector', id, 1, { move: 'hand-in' }).expect(200)).body).toEqual({ id, revision: 2 });
    expect(await ground.waiting('screener')).toEqual([id]);

    const shown = await ground.get('screener', `/letters/${id}`).expect(200);
    expect(shown.headers['etag']).toBe('"2"');
    expect(shown.body.written).toMatchObject({ state: 'screening', moves: ['edit', 'return', 'release'] });
    const [mark] = shown.body.marks as { from: number; to: number; kinds: string[] }[];
    expect([words.slice(mark?.from, mark?.to), mark?.kinds]).toEqual(['34 years', ['age']]);

    const edited = words.replace('I am 34 years old, and ', '');
    await ground.move('screener', id, 2, { move: 'edit', text: edited }).expect(200);
    await ground.move('screener', id, 3, { move: 'release' }).expect(200);
    expect(await ground.waiting('screener')).toEqual([]);
    const before = await ground.get('transplanter', lettersOf()).expect(200);
    expect(before.body).toMatchObject({ written: [], received: [] });

    const [received = ''] = await ground.waiting('patient-screener');
    expect(received).not.toBe(id);
    await ground.get('transplanter', `/letters/${received}`).expect(404);
    await ground.move('patient-screener', received, 1, { move: 'release' }).expect(200);
    const after = await ground.get('transplanter', lettersOf()).expect(200);
    expect(after.body.received).toMatchObject([{ id: received, state: 'released', readAt: null }]);
    const read = await ground.get('transplanter', `/letters/${received}`).expect(200);
    expect(read.body).toMatchObject({ written: null, marks: [], versions: [{ version: 1, by: '', text: edited }] });
    expect(read.text).not.toContain('34 years');

    const own = await ground.get('collector', `/letters/${id}`).expect(200);
    expect(own.body.written).toMatchObject({ state: 'released', moves: [] });
    expect(own.body.versions.map(({ by, text }: { by: string; text: string }) => [by, text])).toEqual([
      ['EXAMPLE the-screener', edited],
      ['EXAMPLE the-collector', words],
    ]);
    const again = await ground.get('transplanter', lettersOf()).expect(200);
    expect(again.body.received[0].readAt).not.toBeNull();
  });

  it('comes back with a reason, is written anew, and can be withdrawn until it is released', async () => {
    const { id } = await ground.write('transplanter', { subject: 'R1', text: 'Dear donor, my name is EXAMPLE.' });
    await ground.move('transplanter', id, 1, { move: 'hand-in' }).expect(200);
    const returned = { move: 'return', reason: 'tells-who-somebody-is', note: 'Without the name, please.' };
    await ground.move('patient-screener', id, 2, returned).expect(200);
    const shown = await ground.get('patient-registrar', `/letters/${id}`).expect(200);
    expect(shown.body.written).toMatchObject({ state: 'returned', returnedFor: 'tells-who-somebody-is', moves: [] });
    expect(shown.body.versions[0]).toMatchObject({ kind: 'note', text: 'Without the name, please.' });
    await ground.move('transplanter', id, 3, { move: 'rewrite', text: 'Dear donor, thank you.' }).expect(200);
    await ground.move('transplanter', id, 4, { move: 'hand-in' }).expect(200);
    await ground.move('patient-screener', id, 5, { move: 'release' }).expect(200);
    const [across = ''] = await ground.waiting('screener');
    await ground.move('screener', across, 1, { move: 'send-back', reason: 'not-fit-to-be-sent' }).expect(200);
    const back = await ground.get('patient-screener', `/letters/${id}`).expect(200);
    expect(back.body.written).toMatchObject({ state: 'screening', revision: 7, returnedFor: 'not-fit-to-be-sent' });
    await ground.move('patient-screener', id, 7, { move: 'release' }).expect(200);
    const [second = ''] = await ground.waiting('screener');
    expect(second).not.toBe(across);
    await ground.move('transplanter', id, 8, { move: 'withdraw' }).expect(200);
    expect(await ground.waiting('screener')).toEqual([]);
    expect((await ground.move('screener', second, 1, { move: 'release' }).expect(404)).body.code).toBe(
      'no-such-letter',
    );
  });

  it('is held against who its side’s people are, whom no answer tells, and that is on record', async () => {
    const at = `/api/v1/shipments/${ground.shipment}/identities/donor`;
    const person = { name: 'EXAMPLE Dana Qzvmark', otherNames: 'EXAMPLE 王小明' };
    await ground.api.http.put(at).set(ground.as('registrar')).set('If-None-Match', '*').send(person).expect(200);
    const text = 'So says qzvmark, whom they call 小明.';
    const { id } = await ground.write('collector', { subject: 'donor', text });
    await ground.move('collector', id, 1, { move: 'hand-in' }).expect(200);
    const { body, text: answered } = await ground.get('screener', `/letters/${id}`).expect(200);
    const marked = (body.marks as { from: number; to: number; kinds: string[] }[]).map(({ from, to }) =>
      text.slice(from, to),
    );
    expect(marked).toEqual(['qzvmark', '小明']);
    expect(answered).not.toMatch(/Dana|王小明/);
    const last = (await auditOf(ground.owner)).findLast(({ kind }) => kind === 'identity-compared');
    expect(last).toMatchObject({
      about: ground.shipment,
      data: { side: 'donor', subjects: 'donor', fields: 'name, otherNames' },
    });
    expect(JSON.stringify(await auditOf(ground.owner))).not.toContain('Qzvmark');
  });
});

describe('whose a letter is', () => {
  it('is asked in every position, and what is not theirs is as if it were not there, byte for byte', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    const bytes = async (asked: ReturnType<LetterGround['get']>) => {
      const { status, text } = await asked;
      return { status, text: text.replace(/"request":"[^"]*"/, '') };
    };
    for (const name of [
      'transplanter',
      'patient-registrar',
      'patient-screener',
      'strange',
      'strange-screener',
      'screener',
    ] as const) {
      const none = await bytes(ground.get(name, `/letters/${unknown}`));
      expect(none.status).toBe(404);
      expect(await bytes(ground.get(name, `/letters/${id}`))).toEqual(none);
      expect(await bytes(ground.get(name, `/letters/${ground.shipment}`))).toEqual(none);
      for (const body of [{ move: 'hand-in' }, { move: 'release' }, { move: 'withdraw' }, { move: 'edit', text: 'x' }])
        expect(await bytes(ground.move(name, id, 1, body))).toEqual(none);
    }
    expect((await ground.get('collector', '/letters/7').expect(404)).body.code).toBe('no-such-letter');
    expect(await bytes(ground.get('strange', lettersOf()))).toEqual(
      await bytes(ground.get('strange', lettersOf(unknown))),
    );
    await ground.get('laboratory', lettersOf()).expect(403);
    await ground.get('screener', lettersOf()).expect(403);
    await ground.get('operator', `/letters/${id}`).expect(403);
    await ground.get('operator', '/letters').expect(403);
  });

  it('tells the operator’s coordinators that there is one, and not a word', async () => {
    const { body, text } = await ground.get('operator', lettersOf()).expect(200);
    expect(body.written.length).toBeGreaterThan(1);
    expect(new Set(body.written.map(({ side }: { side: string }) => side))).toEqual(new Set(['donor', 'patient']));
    expect(body.written.every(({ moves }: { moves: string[] }) => moves.length === 0)).toBe(true);
    expect(text).not.toMatch(/new life|thank you/);
    const none = await ground.get('operator', lettersOf(unknown)).expect(404);
    expect(none.body.code).toBe('no-such-shipment');
  });

  it('lets nobody of another organisation of the side move it, who reads it', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    await ground.get('registrar', `/letters/${id}`).expect(200);
    const refused = await ground.move('registrar', id, 1, { move: 'hand-in' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'letter-not-there-now', allowed: [] });
  });
});

describe('what is refused of a letter', () => {
  const long = 'a'.repeat(4001);
  it.each([
    ['empty', { subject: 'donor', text: '' }, 400, 'text-missing'],
    ['nothing but white', { subject: 'donor', text: ' \n ' }, 400, 'text-missing'],
    ['too long', { subject: 'donor', text: long }, 400, 'text-too-long'],
    ['a control character', { subject: 'donor', text: 'a\u0007b' }, 422, 'text-characters'],
    ['text turned around', { subject: 'donor', text: 'a\u202Eb' }, 422, 'text-characters'],
    ['no words', { subject: 'donor' }, 400, 'field-missing'],
    ['a state of one’s own choice', { subject: 'donor', text: 'x', state: 'released' }, 400, 'unknown-field'],
    ['on behalf of the other side', { subject: 'R1', text: 'x' }, 404, 'no-such-subject'],
    ['on behalf of nobody', { subject: 'R9', text: 'x' }, 404, 'no-such-subject'],
  ])('%s', async (_what, said, status, code) => {
    const sent = ground.api.http.post(`/api/v1${lettersOf()}`).set(ground.as('collector')).send(said);
    expect((await sent.expect(status)).body.code).toBe(code);
  });

  it('says how long it may be', async () => {
    const sent = ground.api.http.post(`/api/v1${lettersOf()}`).set(ground.as('collector'));
    expect((await sent.send({ subject: 'donor', text: long })).body.detail).toMatch(/4000/);
  });

  it('keeps markup as the text that it is', async () => {
    const text = '<b onclick="alert(1)">Hello</b> & <script>x</script>';
    const { id } = await ground.write('collector', { subject: 'donor', text });
    expect((await ground.get('collector', `/letters/${id}`)).body.versions[0].text).toBe(text);
  });

  it('moves on the version that was read alone, and of two screeners at once one is told', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    await ground.move('collector', id, 1, { move: 'rewrite', text: 'Other words.' }).expect(200);
    const stale = await ground.move('collector', id, 1, { move: 'hand-in' }).expect(412);
    expect(stale.body).toMatchObject({ code: 'stale-revision', allowed: ['2'] });
    await ground.move('collector', id, 2, { move: 'hand-in' }).expect(200);
    await ground.move('screener', id, 2, { move: 'release' }).expect(412);
    const both = await Promise.all([
      ground.move('screener', id, 3, { move: 'release' }),
      ground.move('secondScreener', id, 3, { move: 'return', reason: 'cannot-be-read' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    await ground.api.http
      .post(`/api/v1/letters/${id}/moves`)
      .set(ground.as('screener'))
      .send({ move: 'release' })
      .expect(428);
    const unsaid = await ground.write('collector', { subject: 'donor', text: words });
    const rewritten = await ground.move('collector', unsaid.id, 1, { move: 'rewrite' });
    expect(rewritten.body).toMatchObject({ code: 'field-missing', at: '/text' });
    expect((await ground.move('collector', unsaid.id, 1, { move: 'release' }).expect(409)).body.allowed).toEqual([
      'rewrite',
      'hand-in',
      'withdraw',
    ]);
  });

  it('is one more than fifty', async () => {
    for (let n = 0; n < 50; n++) await ground.write('collector', { subject: 'donor', text: 'x' }, crowded);
    const sent = ground.api.http.post(`/api/v1${lettersOf(crowded)}`).set(ground.as('collector'));
    expect((await sent.send({ subject: 'donor', text: 'x' }).expect(409)).body.code).toBe('too-many-letters');
  }, 60_000);
});

describe('the rules of the registries', () => {
  it('let nothing go before the day, by the database’s clock, and say which rule that is', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    await ground.move('collector', id, 1, { move: 'hand-in' }).expect(200);
    await ground.ahead(12);
    const early = await ground.move('screener', id, 2, { move: 'release' }).expect(409);
    expect(early.body.code).toBe('letters-not-yet');
    expect(early.body.detail).toMatch(/24 months after the collection, from 20\d\d-\d\d-\d\d on.*CMDP.*ION 2197/);
    await ground.ahead(25);
    await ground.move('screener', id, 2, { move: 'release' }).expect(200);
    const received = (await ground.waiting('patient-screener')).at(-1) ?? '';
    await ground.ahead(12);
    expect((await ground.move('patient-screener', received, 1, { move: 'release' }).expect(409)).body.code).toBe(
      'letters-not-yet',
    );
    await ground.ahead(25);
  });

  it.each(['country-jp', 'five-years', null])('let nothing be written where one of them is %s', async (rule) => {
    await ground.chosen('patient-registry', rule);
    const sent = ground.api.http.post(`/api/v1${lettersOf()}`).set(ground.as('collector'));
    const refused = await sent.send({ subject: 'donor', text: 'x' }).expect(422);
    expect(refused.body.code).toBe('letters-never');
    expect(refused.body.detail).toMatch(
      rule === null ? /chooses it on the page People/ : /was read in|is believed after/,
    );
    await ground.chosen('patient-registry', 'cmdp');
  });

  it('are chosen by administrators of the operator or of the registry, and that is on record', async () => {
    const own = ground.organisations['donor-registry'];
    const put = (organisation: string, rule: unknown) =>
      ground.api.http
        .put(`/api/v1/organisations/${organisation}/letter-rule`)
        .set(ground.as('administrator'))
        .send({ rule });
    const listed = await ground.get('administrator', '/letter-rules').expect(200);
    expect(listed.body.chosen).toBe('cmdp');
    await put(own, 'nmdp').expect(204);
    expect((await ground.get('administrator', '/letter-rules')).body.chosen).toBe('nmdp');
    await put(ground.organisations['patient-registry'], 'nmdp').expect(403);
    await put(own, 'no-such-rule').expect(400);
    await put('7', 'nmdp').expect(404);
    await ground.api.http
      .put(`/api/v1/organisations/${own}/letter-rule`)
      .set(ground.as('registrar'))
      .send({ rule: null })
      .expect(403);
    const runs = new PeopleOnApi(ground.api);
    const by = await runs.administrator();
    await runs.put(`/organisations/${own}/letter-rule`, { rule: 'cmdp' }, by).expect(204);
    const centre = ground.organisations['collection-centre'];
    await runs.put(`/organisations/${centre}/letter-rule`, { rule: 'cmdp' }, by).expect(404);
    expect((await runs.get(`/letter-rules?organisation=${own}`, by)).body).toMatchObject({ chosen: 'cmdp' });
    const lines = (await auditOf(ground.owner)).filter(({ kind }) => kind === 'letter-rule-chosen');
    expect(lines.map(({ about, data }) => [about, data])).toEqual([
      [own, { rule: 'nmdp' }],
      [own, { rule: 'cmdp' }],
    ]);
  });
});
