import { createHash } from 'node:crypto';
import { instantFromMillis, millisOf, plusMinutes, type Instant } from '@cellrelay/kernel';
import {
  fileBatch,
  fileLimits,
  mostOfLogger,
  ReadingFiles,
  TakeReadings,
  type ReadingIntake,
} from '@cellrelay/use-cases';
import { signedInAs, type Headers } from '../support/example-people.js';
import { builtFileReader } from '../support/built-file-reader.js';
import { exportOf, fileGround, logger, stranger, type FileGround } from '../support/file-ground.js';

/** Readings by file, over the API: looked at, asked about, taken, and taken again. */

let ground: FileGround;
beforeAll(async () => {
  ground = await fileGround();
}, 60_000);
afterAll(() => ground?.api.close());

const hash = (file: string) => createHash('sha256').update(file).digest('hex');

interface Asked {
  readonly of?: string;
  readonly as?: Headers;
  readonly query?: Readonly<Record<string, string>>;
  readonly type?: string;
}

function post(address: 'file-preview' | 'files', file: string | Buffer, asked: Asked = {}) {
  const { api, shipment } = ground;
  const { of = logger, as = api.signedIn, query = {}, type = 'text/csv' } = asked;
  return api.http
    .post(`/api/v1/shipments/${shipment}/loggers/${of}/${address}`)
    .query(query)
    .set(as)
    .set('Content-Type', type)
    .send(file);
}

const preview = (file: string | Buffer, asked?: Asked) => post('file-preview', file, asked);
const take = (file: string, asked: Asked = {}) =>
  post('files', file, { ...asked, query: { sha256: hash(file), ...asked.query } });

async function stored(): Promise<readonly { readonly atMillis: number; readonly celsius: number }[]> {
  const { api, shipment, boundAt } = ground;
  const all = { logger, from: plusMinutes(boundAt, -60), to: plusMinutes(boundAt, 60 * 24 * 365) };
  return (await api.database.readings.of(shipment, [all], mostOfLogger)).get(logger) ?? [];
}

describe('a logger’s file', () => {
  it('is told of to whoever may hand it in, with its loggers', async () => {
    const { api, shipment, boundAt } = ground;
    const { body } = await api.http.get(`/api/v1/shipments/${shipment}/loggers`).set(api.signedIn).expect(200);
    expect(body.items).toMatchObject([{ logger, sends: 'by-file', boundAt, unboundAt: null }]);
  });

  it('is looked at: nothing counts yet, and what it does not say is asked', async () => {
    const file = exportOf(ground.boundAt, [4.5, 4.6, 4.4]);
    const open = await preview(file).expect(200);
    expect(open.body).toMatchObject({ logger, sha256: hash(file), readings: null, lines: { count: 3 } });
    expect(open.body.questions).toMatchObject([{ name: 'zone', chosen: null }]);
    const { body } = await preview(file, { query: { zone: 'Europe/Berlin' } }).expect(200);
    expect(body.readings).toMatchObject({ count: 3, lowest: 4.4, highest: 4.6 });
    expect(body.readings.first[0].local.slice(0, 16)).toBe(ground.boundAt.slice(0, 16));
    expect(await stored()).toEqual([]);
  });

  it('says of which readings the logger was in no box', async () => {
    const before = plusMinutes(ground.boundAt, -2);
    const { body } = await preview(exportOf(before, [4, 4, 4, 4, 4], 'UTC')).expect(200);
    expect(body.readings).toMatchObject({ count: 5, inBox: 3 });
    expect(body.readings.first.map((each: { inBox: boolean }) => each.inBox)).toEqual([false, false, true, true, true]);
  });

  it('is taken once it was seen, line by line, and changes nothing the second time', async () => {
    const rows = exportOf(plusMinutes(ground.boundAt, -1), [4, 4.5, 300, 4.7], 'UTC');
    const file = `${rows}5;---;4,5\r\n6;${ground.boundAt.slice(0, 10)} 99:00;4,5\r\n`;
    const seen = (await preview(file).expect(200)).body.readings;
    expect(seen).toMatchObject({ count: 4, fresh: 2, known: 0, differ: 0, refused: { count: 2 } });
    const first = await take(file).expect(200);
    expect(first.body).toMatchObject({ readings: 4, kept: 2, known: 0, refused: { count: 4 } });
    expect(first.body.refused.items.map((each: { line: number; code: string }) => [each.line, each.code])).toEqual([
      [4, 'logger-not-bound'],
      [6, 'celsius-implausible'],
      [8, 'time-unreadable'],
      [9, 'time-unreadable'],
    ]);
    const kept = await stored();
    expect(kept).toEqual([
      { atMillis: millisOf(ground.boundAt), celsius: 4.5 },
      { atMillis: millisOf(plusMinutes(ground.boundAt, 2)), celsius: 4.7 },
    ]);
    const other = exportOf(plusMinutes(ground.boundAt, -1), [4, 4.5, 4.6, 4.9], 'UTC');
    const looked = (await preview(other).expect(200)).body.readings;
    expect(looked).toMatchObject({ count: 4, inBox: 3, fresh: 1, known: 1, differ: 1, refused: { count: 2 } });
    expect(looked.refused.items.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [4, 'logger-not-bound'],
      [7, 'reading-differs'],
    ]);
    const again = await take(file).expect(200);
    expect(again.body).toMatchObject({ kept: 0, known: 2, refused: { count: 4 } });
    expect(await stored()).toEqual(kept);
  });

  it('leaves a line in the audit record: who, which logger, which bytes; and not its name', async () => {
    const { items } = await ground.api.database.audit.list(
      { kind: 'readings-handed-in', about: ground.shipment, by: null, from: null, to: null },
      { before: null, limit: 10 },
    );
    expect(items).toHaveLength(2);
    expect(Object.keys(items[0]?.data ?? {}).sort()).toEqual(['logger', 'readings', 'sha256']);
  });

  it.each<[string, number, string, () => ReturnType<typeof post>]>([
    ['a logger that was never bound', 422, 'logger-never-bound', () => preview('t;°C\n', { of: stranger })],
    ['other bytes than were seen', 409, 'file-changed', () => take('x', { query: { sha256: hash('y') } })],
    ['questions that are open', 409, 'file-questions-open', () => take(exportOf(ground.boundAt, [4]))],
    [
      'a zone that there is none',
      400,
      'zone-unknown',
      () => preview(exportOf(ground.boundAt, [4]), { query: { zone: 'Berlin' } }),
    ],
    ['an answer to nothing', 400, 'query-faulty', () => preview('t;°C\n', { query: { name: 'x' } })],
    ['no hash', 400, 'query-faulty', () => post('files', 't;°C\n')],
    ['a form', 415, 'body-not-file-type', () => preview('t;°C\n', { type: 'text/plain' })],
    ['a workbook', 415, 'file-no-text', () => preview(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))],
    ['nothing', 422, 'file-empty', () => preview('')],
    ['prose', 422, 'file-without-table', () => preview('All was well.\n')],
    ['three megabytes', 413, 'file-too-large', () => preview(Buffer.alloc(fileLimits.bytes + 1, 'x'))],
    ['a million lines', 413, 'file-too-large', () => preview('1;2;3\n'.repeat(1_000_000))],
  ])('is refused with %s', async (_, status, code, asked) => {
    const answer = await asked();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is handed in by whoever may bind a logger in that shipment, and for nobody else is the shipment there', async () => {
    const { api, parties } = ground;
    const file = exportOf(ground.boundAt, [4.5], 'UTC');
    const make = (name: string, role: 'coordinator' | 'laboratory', organisation: string) =>
      signedInAs(api.database, api.url, { name, role, organisation });
    const [own, another, receives] = [
      await make('collects', 'laboratory', parties['collection-centre'].id),
      await make('elsewhere', 'coordinator', await anotherCentre()),
      await make('transplants', 'coordinator', parties['transplant-centre'].id),
    ];
    expect((await preview(file, { as: own })).status).toBe(200);
    expect((await preview(file, { as: another })).body.code).toBe('no-such-shipment');
    expect((await preview(file, { as: receives })).body.code).toBe('not-yours-to-ask');
  });
});

async function anotherCentre(): Promise<string> {
  const sql = `insert into cellrelay.organisation (name, kind, example) values ('EXAMPLE Elsewhere', 'collection-centre', true) returning id`;
  const { rows } = await ground.api.database.pool.query<{ id: string }>(sql);
  return rows[0]?.id ?? '';
}

describe('taking a file that is broken off half way', () => {
  it('has kept what it had given, and is completed by sending the file again', async () => {
    const { api, shipment } = ground;
    const { readings: store, shipments, clock, audit } = api.database;
    const work = () => Promise.resolve();
    const intake = new TakeReadings({ store, shipments, clock, work, failed: () => undefined });
    const many = everySecond(plusMinutes(ground.boundAt, 30), 2 * fileBatch + 50);
    const asker = {
      account: 'somebody',
      acting: {
        person: 'EXAMPLE',
        role: 'coordinator',
        organisation: { id: ground.parties['collection-centre'].id, name: 'EXAMPLE', kind: 'operator' },
        courier: null,
      },
    } as const;
    const handed = { bytes: () => Promise.resolve(new TextEncoder().encode(many)), answers: {}, sha256: hash(many) };
    const before = (await stored()).length;
    const through = (by: ReadingIntake) =>
      new ReadingFiles({ shipments, audit, intake: by, reader: builtFileReader() }).take(
        asker,
        { shipment, logger },
        handed,
      );
    await expect(through(diesAfterOne(intake))).rejects.toThrow('died');
    expect(await stored()).toHaveLength(before + fileBatch);
    const followed: (boolean | undefined)[] = [];
    const watched: ReadingIntake = {
      foresee: (source, readings) => intake.foresee(source, readings),
      take: (source, readings, more) => {
        followed.push(more);
        return intake.take(source, readings, more);
      },
    };
    const completed = { kept: fileBatch + 50, known: fileBatch, refused: { count: 0 } };
    expect(await through(watched)).toMatchObject({ value: completed });
    expect(await stored()).toHaveLength(before + 2 * fileBatch + 50);
    // What they imply is worked out with the last of them.
    expect(followed).toEqual([true, true, false]);
  });
});

function everySecond(from: Instant, count: number): string {
  const row = (nth: number) => `${instantFromMillis(millisOf(from) + nth * 1000)};4.5\n`;
  return `t;°C\n${Array.from({ length: count }, (_, nth) => row(nth)).join('')}`;
}

function diesAfterOne(intake: ReadingIntake): ReadingIntake {
  let given = 0;
  return {
    foresee: (source, readings) => intake.foresee(source, readings),
    take: (source, readings, more) => {
      given += 1;
      return given > 1 ? Promise.reject(new Error('died')) : intake.take(source, readings, more);
    },
  };
}
