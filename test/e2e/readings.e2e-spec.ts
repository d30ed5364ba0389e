import { plusMinutes } from '@cellrelay/kernel';
import { mostReadings } from '@cellrelay/use-cases';
import { organisationOf, signedInAs } from '../support/example-people.js';
import { loggerGround, minutely, steady, type LoggerGround } from '../support/logger-ground.js';

/** Loggers in a box, from the device to the log and the chart, over HTTP and PostgreSQL. */

let ground: LoggerGround;
beforeAll(async () => void (ground = await loggerGround()), 120_000);
afterAll(() => ground.close());

const excursions = async () => (await ground.logged()).filter((type) => type.startsWith('Excursion'));

describe('a device', () => {
  it('sends with its own token, shown once, and with none that was renewed, ended or made up', async () => {
    const { api } = ground;
    const token = await ground.register('D-1');
    expect(token).toMatch(/^crl_[\w-]{43}$/);
    expect((await ground.send(token, [])).status).toBe(200);
    const renewed = await api.http.post('/api/v1/loggers/D-1/token').set(api.signedIn).send({}).expect(201);
    const other = (renewed.body as { readonly token: string }).token;
    expect((await ground.send(token, [])).status).toBe(401);
    expect((await ground.send(other, [])).status).toBe(200);
    await api.http.delete('/api/v1/loggers/D-1').set(api.signedIn).expect(200);
    for (const none of [other, `crl_${'a'.repeat(43)}`, 'nothing'])
      expect(await ground.send(none, [])).toMatchObject({ status: 401, body: { code: 'logger-unknown' } });
    const list = await api.http.get('/api/v1/loggers').set(api.signedIn).expect(200);
    expect(list.text).not.toContain('crl_');
    expect(list.body).toMatchObject({ items: [{ id: 'D-1', sends: false }], total: 1, next: null });
  });

  it('is registered once, for one organisation, by its coordinators, and each change is on the audit record', async () => {
    const { api } = ground;
    await ground.register('D-2');
    const again = await api.http.post('/api/v1/loggers').set(api.signedIn).send({ id: 'D-2' });
    expect(again.body).toMatchObject({ status: 409, code: 'logger-taken' });
    const organisation = await organisationOf(api.database, 'EXAMPLE other couriers', 'courier-company');
    const others = await signedInAs(api.database, api.url, { name: 'olga', role: 'coordinator', organisation });
    expect((await api.http.post('/api/v1/loggers').set(others).send({ id: 'D-2' })).body).toMatchObject({
      code: 'logger-taken',
    });
    expect((await api.http.delete('/api/v1/loggers/D-2').set(others)).body).toMatchObject({ code: 'no-such-logger' });
    expect((await api.http.get('/api/v1/loggers').set(others)).body).toMatchObject({ items: [], total: 0 });
    const courier = await signedInAs(api.database, api.url, { name: 'carl', role: 'administrator', organisation });
    expect((await api.http.get('/api/v1/loggers').set(courier)).status).toBe(403);
    const { rows } = await api.database.pool.query<{ kind: string }>(
      `select kind from cellrelay.audit_entry where about in ('D-1', 'D-2') order by seq`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'logger-made',
      'logger-token-renewed',
      'logger-ended',
      'logger-made',
    ]);
  });
});

describe('readings of a logger in the box', () => {
  let token: string;
  beforeAll(async () => {
    token = await ground.register('L-1');
    await ground.bind('L-1');
  });

  it('out of the band are told once in the log, whatever comes late, doubled or out of order', async () => {
    const from = plusMinutes(ground.heldFrom, 70);
    const early = minutely(plusMinutes(from, -60), steady(60, 4.5));
    const warm = minutely(from, steady(60, 15));
    const after = minutely(plusMinutes(from, 60), steady(40, 4.5));
    expect((await ground.send(token, warm.toReversed())).body).toMatchObject({ kept: 60, known: 0, refused: [] });
    expect(await excursions()).toEqual(['ExcursionOpened']);
    const log = await ground.logged();
    expect((await ground.send(token, warm)).body).toMatchObject({ kept: 0, known: 60 });
    expect(await ground.logged()).toEqual(log);
    await ground.send(token, [...after, ...warm]);
    await ground.send(token, early);
    // Late readings may move its ends; it is one all the same.
    expect((await excursions()).filter((type) => type === 'ExcursionOpened')).toHaveLength(1);
    expect(await excursions()).toContain('ExcursionEnded');
    expect(await excursions()).not.toContain('ExcursionWithdrawn');
    const settled = await ground.logged();
    await ground.send(token, [...early, ...warm, ...after]);
    expect(await ground.logged()).toEqual(settled);
  });

  it('are judged one by one: an answer for each, the good ones kept', async () => {
    const at = plusMinutes(ground.heldFrom, 200);
    const { body } = await ground.send(token, [
      { at, celsius: 4.5 },
      { at, celsius: 5 },
      { at: '2099-01-01T00:00:00Z', celsius: 4 },
      { at: plusMinutes(at, 1), celsius: 300 },
      { at: plusMinutes(at, 2), celsius: null },
      { at: plusMinutes(at, 3), celsius: 4.5, logger: 'D-2' },
      { at: plusMinutes(ground.heldFrom, -600), celsius: 4.5 },
    ]);
    expect(body).toMatchObject({ kept: 1, known: 0 });
    expect(body.verdicts).toEqual(['kept', ...Array.from({ length: 6 }, () => 'refused')]);
    expect(body.refused.map(({ at: where, code }) => `${where} ${code}`)).toEqual([
      '/readings/1 reading-differs',
      '/readings/2 reading-in-the-future',
      '/readings/3 celsius-implausible',
      '/readings/4 celsius-not-a-number',
      '/readings/5 logger-foreign',
      '/readings/6 logger-not-bound',
    ]);
  });

  it('that are no number, as careless programs write it, spoil no other', async () => {
    const at = plusMinutes(ground.heldFrom, 220);
    const text = `{"readings": [{"at": "${at}", "celsius": NaN}, {"at": "${plusMinutes(at, 1)}", "celsius": 4.4}, {"at": "x NaN", "celsius": -Infinity}]}`;
    const { body } = await ground.api.http
      .post('/api/v1/readings')
      .set({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' })
      .send(text)
      .expect(200);
    expect(body).toMatchObject({ verdicts: ['refused', 'kept', 'refused'] });
    expect((body as { refused: { sentence: string }[] }).refused[1]?.sentence).toContain('"x NaN"');
  });

  it('beyond what comes at once each have their verdict, and are taken when they are sent next', async () => {
    const first = { at: plusMinutes(ground.heldFrom, 230), celsius: 4.5 };
    const beyond = [231, 232].map((minutes) => ({ at: plusMinutes(ground.heldFrom, minutes), celsius: 4.5 }));
    const all = [...Array.from({ length: mostReadings }, () => first), ...beyond];
    const { status, body } = await ground.send(token, all);
    expect([status, body.verdicts.length, body.verdicts.slice(-3)]).toEqual([
      200,
      all.length,
      ['known', 'refused', 'refused'],
    ]);
    expect(body).toMatchObject({ kept: 1, known: mostReadings - 1 });
    expect(body.refused).toEqual([
      {
        ...{ at: `/readings/${mostReadings}`, code: 'too-many-at-once', allowed: ['10000'] },
        sentence:
          'The 2 readings from here on were not looked at, and not kept: at most 10,000 come at once. Send them next.',
      },
    ]);
    // Had one of those beyond been kept, it would be known.
    expect((await ground.send(token, beyond)).body).toMatchObject({ kept: 2, known: 0, refused: [] });
  });

  it('in more bytes than are read are refused whole, it is said how they come in, and none of them is kept', async () => {
    const good = { at: plusMinutes(ground.heldFrom, 240), celsius: 4.5 };
    const posted = (text: string) =>
      ground.api.http
        .post('/api/v1/readings')
        .set({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' })
        .send(text);
    const row = JSON.stringify(good);
    const heavy = await posted(`{"readings": [${`${row}, `.repeat(30_000)}${row}]}`);
    expect(heavy.body).toMatchObject({ status: 413, code: 'body-too-large' });
    expect((heavy.body as { detail: string }).detail).toContain('at most 10,000 at once');
    const million = await posted(`{"readings": [${'0, '.repeat(1_000_000)}0]}`);
    expect(million).toMatchObject({ body: { status: 413, code: 'body-too-large' } });
    // Had one of them been kept, it would be known.
    expect((await ground.send(token, [good])).body).toMatchObject({ kept: 1, known: 0 });
  });

  it('are shown as a chart to whoever stands in the shipment, and to nobody else', async () => {
    const { api, shipment } = ground;
    const address = `/api/v1/shipments/${shipment}/temperature`;
    const { body } = await api.http.get(address).set(api.signedIn).expect(200);
    expect(body).toMatchObject({
      band: { minCelsius: 2, maxCelsius: 8 },
      excursions: [{ id: 'X1', side: 'warm', extremeCelsius: 15 }],
      loggers: [{ logger: 'L-1', box: 'EX-BOX-7', warmest: 15, coldest: 4.4 }],
    });
    const organisation = ground.parties['courier-company'].id;
    const theirs = await signedInAs(api.database, api.url, { name: 'cora', role: 'coordinator', organisation });
    expect((await api.http.get(address).set(theirs)).status).toBe(200);
    const stranger = await organisationOf(api.database, 'EXAMPLE stranger', 'courier-company');
    const none = await signedInAs(api.database, api.url, { name: 'sten', role: 'coordinator', organisation: stranger });
    expect((await api.http.get(address).set(none)).body).toMatchObject({ code: 'no-such-shipment' });
  });
});

describe('readings of a device that was never bound', () => {
  it('are refused, each of them, and leave nothing', async () => {
    const token = await ground.register('N-1');
    const log = await ground.logged();
    const { body } = await ground.send(token, minutely(plusMinutes(ground.heldFrom, 5), steady(3, 12)));
    expect(body).toMatchObject({ kept: 0, verdicts: ['refused', 'refused', 'refused'] });
    expect(body.refused.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'logger-not-bound'));
    expect(await ground.logged()).toEqual(log);
  });
});
