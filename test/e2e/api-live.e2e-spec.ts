import { answers } from '../../apps/api/src/routes/components.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { daysAhead } from '../support/days-ahead.js';

interface Event {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

let api: RunningApi;
beforeAll(async () => void (api = await apiOnDatabase()));
afterAll(() => api.close());

/** An open stream, read event by event; comments are passed over. */
async function stream(headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const answer = await fetch(`${api.url}/api/v1/live`, {
    headers: { cookie: api.signedIn.Cookie, ...headers },
    signal: stop.signal,
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Event> => {
    for (;;) {
      const [block, rest] = text.split(/\n\n(.*)/s);
      if (rest !== undefined && block !== undefined) {
        text = rest;
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        if (field('event') !== '')
          return { id: field('id'), name: field('event'), data: JSON.parse(field('data')) as unknown };
        continue;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      text += value;
    }
  };
  return { next, close: () => stop.abort() };
}

let opened = 0;

/** Opens one more example shipment and answers its id. */
async function open(): Promise<string> {
  opened += 1;
  const id = `b0000000-0000-4000-8000-${String(opened).padStart(12, '0')}`;
  const site = (city: string, zone: string) => ({ name: `EXAMPLE ${city}`, city, zone });
  const order = {
    reference: `EX-LIVE-${opened}`,
    example: true,
    parties: {
      donorRegistry: site('Beijing', 'Asia/Shanghai'),
      patientRegistry: site('Minneapolis', 'America/Chicago'),
      collectionCentre: site('Beijing', 'Asia/Shanghai'),
      transplantCentre: site('Houston', 'America/Chicago'),
    },
    product: 'HPC-A',
    minCelsius: 2,
    maxCelsius: 8,
    donorGrid: '9991 EXAM PLE0 0041 202',
    recipients: [{ ref: 'R1', weightKg: 62, doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }] }],
    collectionDays: [daysAhead(60), daysAhead(61)],
    collectionStartsAtClock: '08:00',
    receiptToInfusionMinutes: 240,
  };
  const post = api.http.post(`/api/v1/shipments/${id}/commands/OpenShipment`).set(api.signedIn);
  await post
    .set({ 'Idempotency-Key': `open-${opened}`, 'If-None-Match': '*' })
    .send(order)
    .expect(200);
  return id;
}

describe('the live stream', () => {
  it('tells of a commit, with the row that the list shows', async () => {
    const live = await stream();
    expect((await live.next()).name).toBe('hello');
    const id = await open();
    const event = await live.next();
    const change = answers.ChangeMessage.parse(event.data);
    expect({ name: event.name, shipment: change.shipment, row: change.row?.id }).toEqual({
      name: 'change',
      shipment: id,
      row: id,
    });
    live.close();
  });

  it('resumes where it was cut off and misses nothing', async () => {
    const before = await stream();
    const { id: cursor } = await before.next();
    before.close();
    const missed = [await open(), await open(), await open()];
    const after = await stream({ 'last-event-id': cursor });
    await after.next();
    const told = [await after.next(), await after.next(), await after.next()];
    expect(told.map(({ data }) => answers.ChangeMessage.parse(data).shipment)).toEqual(missed);
    const last = await stream({ 'last-event-id': told[1]!.id });
    await last.next();
    expect(answers.ChangeMessage.parse((await last.next()).data).shipment).toBe(missed[2]);
    after.close();
    last.close();
  });

  it('does not pass a transaction still open', async () => {
    const live = await stream();
    await live.next();
    const slow = await api.database.pool.connect();
    try {
      await slow.query('begin');
      await slow.query('select pg_current_xact_id()');
      const id = await open();
      const told = live.next();
      const early = await Promise.race([
        told.then(() => 'told'),
        new Promise((resolve) => setTimeout(() => resolve('held back'), 1_500)),
      ]);
      expect(early).toBe('held back');
      await slow.query('commit');
      expect(answers.ChangeMessage.parse((await told).data).shipment).toBe(id);
    } finally {
      slow.release();
      live.close();
    }
  });

  it('has a client of another database start over', async () => {
    const live = await stream({ 'last-event-id': '1.1.1' });
    expect((await live.next()).name).toBe('hello');
    expect((await live.next()).name).toBe('start-over');
    const id = await open();
    expect(answers.ChangeMessage.parse((await live.next()).data).shipment).toBe(id);
    live.close();
  });

  it('ends when its session is signed out', async () => {
    const answer = await api.http
      .post('/api/v1/session')
      .set('Origin', api.url)
      .send({ name: 'coordinator', password: api.password });
    const [cookie] = String(answer.headers['set-cookie']).split(';');
    const live = await stream({ cookie: cookie ?? '' });
    await live.next();
    await api.http
      .delete('/api/v1/session')
      .set({ Cookie: cookie ?? '', Origin: api.url })
      .expect(204);
    expect((await live.next()).name).toBe('signed-out');
    await expect(live.next()).rejects.toThrow('the stream has ended');
  });
});
