import { createHash } from 'node:crypto';
import { wordsGround, type WordsGround } from '../support/words-ground.js';
import type { Person } from '../support/identity-ground.js';

/** Scans of papers over the API: kept, fetched and withdrawn by the operator, and not there for anybody else. */

let ground: WordsGround;
beforeAll(async () => {
  ground = await wordsGround();
}, 60_000);
afterAll(() => ground?.close());

const inside = 'EXAMPLE Zaubernuss consignee';
const pdf = (more = '') => Buffer.from(`%PDF-1.7\n${inside}${more}`, 'latin1');
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const document = { document: 'Import permit' };
let keys = 0;

interface Sent {
  readonly as?: Person;
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly type?: string;
}

function keep(
  bytes: Buffer,
  { as = 'operator', query = document, key = `s${(keys += 1)}`, type = 'image/png' }: Sent = {},
) {
  return ground.api.http
    .post(`/api/v1/shipments/${ground.shipment}/scans`)
    .query(query)
    .set({ ...ground.as(as), 'Idempotency-Key': key, 'Content-Type': type })
    .send(bytes);
}
const get = (path = '', as: Person = 'operator') =>
  ground.api.http.get(`/api/v1/shipments/${ground.shipment}/scans${path}`).set(ground.as(as));
const withdraw = (scan: string) =>
  ground.api.http
    .post(`/api/v1/shipments/${ground.shipment}/commands/WithdrawScan`)
    .set({ ...ground.as('operator'), 'Idempotency-Key': `w-${scan}`, 'If-Match': '"*"' });

async function audited(): Promise<readonly string[]> {
  const { rows } = await ground.owner.query<{ text: string }>(
    `select text from cellrelay.audit_entry where kind like 'scan-%' order by seq`,
  );
  return rows.map(({ text }) => text);
}

describe('a scan', () => {
  it('is what its own first bytes say, whatever it is called, and lies nowhere in the clear', async () => {
    const kept = await keep(pdf()).expect(201);
    const said = { scan: 'S1', mediaType: 'application/pdf', sha256: hash(pdf()), sizeBytes: pdf().length };
    expect(kept.body).toMatchObject({ ...said, says: 'Import permit', withdrawn: null });
    expect(await ground.holding('Zaubernuss')).toEqual([]);
    // The control: what is looked for is found where it is.
    expect(await ground.holding('Import permit')).not.toEqual([]);
    const page = await keep(Buffer.from('<script>alert(1)</script>'), { type: 'application/pdf' }).expect(415);
    expect(page.body).toMatchObject({ code: 'scan-type-not-taken' });
  });

  it('sent again is the same scan, by its key and by its bytes; other bytes under a key are refused', async () => {
    await keep(pdf(' 2'), { key: 'twice' }).expect(201);
    expect((await keep(pdf(' 2'), { key: 'twice' }).expect(201)).body.scan).toBe('S2');
    expect((await keep(pdf(' 2')).expect(201)).body.scan).toBe('S2');
    expect((await keep(pdf(' 3'), { key: 'twice' }).expect(422)).body.code).toBe('idempotency-key-reused');
    expect((await get().expect(200)).body.items).toHaveLength(2);
  });

  it('is fetched as a file to be saved, which no browser shows under our name, and that is on the audit record', async () => {
    const told = await get('/S1').buffer(true).expect(200);
    expect(Buffer.from(told.body as Buffer)).toEqual(pdf());
    expect(told.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="scan-S1.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const lines = await audited();
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
      'scan-kept',
      'scan-kept',
      'scan-read',
    ]);
    expect(lines.join('')).not.toMatch(/Zaubernuss|Import permit/);
  });

  it('is refused where it is of nothing, of two things, empty, or not what is taken here', async () => {
    const code = async (sent: ReturnType<typeof keep>, status: number) =>
      (await sent.expect(status)).body.code as string;
    expect(await code(keep(pdf(), { query: {} }), 400)).toBe('scan-of-one-thing');
    expect(await code(keep(pdf(), { query: { ...document, request: 'CN-export-PEK' } }), 400)).toBe(
      'scan-of-one-thing',
    );
    expect(await code(keep(pdf(), { query: { request: 'XX-export-ZZZ' } }), 422)).toBe('no-such-request');
    expect(await code(keep(pdf(), { type: 'text/html' }), 415)).toBe('body-not-file-type');
    expect(await code(keep(Buffer.alloc(0), { type: 'application/pdf' }), 422)).toBe('file-empty');
    expect(await code(keep(Buffer.alloc(8 * 1024 * 1024 + 1, '%PDF-')), 413)).toBe('file-too-large');
    expect((await get().expect(200)).body.items).toHaveLength(2);
  });

  it('is not there for anybody outside the operator: no more than in a shipment that is not there', async () => {
    for (const as of ['registrar', 'collector', 'treating', 'stranger'] as const) {
      for (const answer of [await get('', as), await get('/S1', as), await keep(pdf(), { as })])
        expect(answer).toMatchObject({ status: 403, body: { code: 'not-yours-to-ask' } });
      expect(await ground.told(as)).not.toMatch(/Import permit|ScanKept|scan S1/);
    }
  });

  it('is withdrawn with a reason: its bytes are gone, the line stays', async () => {
    const { body } = await get().expect(200);
    expect(body.items).toHaveLength(2);
    const { scans: revision } = (await ground.api.database.shipments.load(ground.shipment))!.stageRevisions;
    await withdraw('S1')
      .set('If-Match', `"${revision}"`)
      .send({ scan: 'S1', reason: 'EXAMPLE of another trip' })
      .expect(200);
    const { rows } = await ground.owner.query<{ scan: string }>('select scan from cellrelay.scan order by scan');
    expect(rows).toEqual([{ scan: 'S2' }]);
    expect((await get('/S1').expect(404)).body.code).toBe('no-such-scan');
    const [first] = (await get().expect(200)).body.items as { withdrawn: { reason: string } }[];
    expect(first?.withdrawn.reason).toBe('EXAMPLE of another trip');
    expect((await audited()).at(-1)).toContain('"kind":"scan-withdrawn"');
  });
});
