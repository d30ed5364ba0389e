import pg from 'pg';
import { PostgresIdentityRegister } from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { FileIdentityVault } from '@cellrelay/platform';
import type { Asking } from '@cellrelay/use-cases';
import { auditOf } from '../support/identity-ground.js';
import { letterGround, type LetterGround } from '../support/letter-ground.js';

/** What becomes of a letter that lies with the other side's registry when it is taken back, sent back, or whoever it speaks for is erased. */

const words = 'Qzvletter: you gave me a new life.';
let ground: LetterGround;
let all: pg.Client;
/** Outside the transactions of the other. */
let watching: pg.Client;
const shipments: ShipmentId[] = [];

beforeAll(async () => {
  ground = await letterGround();
  for (let number = 2; number <= 8; number++) shipments.push(await ground.open(number));
  await ground.ahead(25);
  all = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  watching = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  await Promise.all([all.connect(), watching.connect()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([all.end(), watching.end()]);
  await ground.close();
});

/** One of the same parties that no other test has. */
const another = (): ShipmentId => shipments.pop()!;

/** A letter of the donor's that was handed in, and released to the other registry unless it is to wait here. */
async function letter(shipment: ShipmentId, upTo: 'screening' | 'across' = 'across'): Promise<string> {
  const { id } = await ground.write('collector', { subject: 'donor', text: words }, shipment);
  await ground.move('collector', id, 1, { move: 'hand-in' }).expect(200);
  if (upTo === 'across') await ground.move('screener', id, 2, { move: 'release' }).expect(200);
  return id;
}

interface Left {
  readonly state: string;
  readonly sealed: Buffer | null;
  readonly keys: number;
}

/** How the other side has it. */
async function overThere(shipment: ShipmentId): Promise<readonly Left[]> {
  const { rows } = await all.query<Left>(
    `select r.state, r.sealed, (select count(*)::integer from cellrelay.identity_key k where k.subject = 'received/' || r.id) as keys
     from cellrelay.letter_received r where r.shipment = $1 order by r.at`,
    [shipment],
  );
  return rows;
}

const at = (shipment: ShipmentId) => `/api/v1/shipments/${shipment}/identities/donor`;

async function recorded(shipment: ShipmentId): Promise<void> {
  const sent = ground.api.http.put(at(shipment)).set(ground.as('registrar')).set('If-None-Match', '*');
  await sent.send({ name: 'EXAMPLE Dana Qzvdonor' }).expect(200);
}

const erasing = (shipment: ShipmentId, who: 'registrar' | 'second-registrar') =>
  ground.api.http
    .post(`${at(shipment)}/erasure`)
    .set(ground.as(who))
    .set('If-Match', '"1"')
    .send({ reason: 'asked-by-the-person' });

async function erased(shipment: ShipmentId): Promise<void> {
  await recorded(shipment);
  await erasing(shipment, 'registrar').expect(200);
  await erasing(shipment, 'second-registrar').expect(200, { revision: 2, erased: true });
}

describe('what lies with the other registry', () => {
  it('is there with its key while it waits, and is emptied when it is taken back', async () => {
    const shipment = another();
    const id = await letter(shipment);
    expect(await overThere(shipment)).toMatchObject([{ state: 'across', keys: 1, sealed: expect.any(Buffer) }]);
    await ground.move('collector', id, 3, { move: 'withdraw' }).expect(200);
    expect(await overThere(shipment)).toEqual([{ state: 'withdrawn', keys: 0, sealed: null }]);
    expect((await ground.get('collector', `/letters/${id}`).expect(200)).body.versions[0].text).toBe(words);
  });

  it('is emptied when it is sent back, and goes over anew from what its own side has', async () => {
    const shipment = another();
    const id = await letter(shipment);
    const received = (await ground.waiting('patient-screener')).at(-1) ?? '';
    await ground.move('patient-screener', received, 1, { move: 'send-back', reason: 'cannot-be-read' }).expect(200);
    expect(await overThere(shipment)).toEqual([{ state: 'sent-back', keys: 0, sealed: null }]);
    await ground.move('screener', id, 4, { move: 'release' }).expect(200);
    const again = (await ground.waiting('patient-screener')).at(-1) ?? '';
    expect(again).not.toBe(received);
    await ground.move('patient-screener', again, 1, { move: 'release' }).expect(200);
    expect((await ground.get('transplanter', `/letters/${again}`).expect(200)).body.versions[0].text).toBe(words);
  });

  it('is emptied when whoever it speaks for is erased; what was released stays, and the record says how many went', async () => {
    const shipment = another();
    await letter(shipment);
    const released = (await ground.waiting('patient-screener')).at(-1) ?? '';
    await ground.move('patient-screener', released, 1, { move: 'release' }).expect(200);
    await letter(shipment);
    await erased(shipment);
    expect(await overThere(shipment)).toEqual([
      { state: 'released', keys: 1, sealed: expect.any(Buffer) },
      { state: 'withdrawn', keys: 0, sealed: null },
    ]);
    expect((await ground.get('transplanter', `/letters/${released}`).expect(200)).body.versions[0].text).toBe(words);
    const line = (await auditOf(ground.owner)).filter(({ kind }) => kind === 'identity-erased').at(-1);
    expect(line).toMatchObject({ about: shipment, data: { letters: 2 } });
  });

  it('cannot be of nobody and keep its words, and takes no key with it but its own', async () => {
    const shipment = another();
    await letter(shipment);
    const of = (set: string) =>
      all.query(`update cellrelay.letter_received set ${set} where shipment = $1`, [shipment]);
    await expect(of(`state = 'sent-back'`)).rejects.toMatchObject({ code: '23514' });
    const { rows } = await all.query<{ key: string }>(`select key from cellrelay.letter_text where key is not null`);
    await all.query('begin');
    await of(`key = '${rows[0]?.key}'`);
    await of('key = null, sealed = null');
    expect((await all.query('select from cellrelay.identity_key where id = $1', [rows[0]?.key])).rowCount).toBe(1);
    await all.query('rollback');
  });
});

/** Until so many wait for a lock. */
async function waiting(many: number): Promise<void> {
  const asked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let n = 0; n < 200; n++) {
    if ((await watching.query(asked)).rowCount === many) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`there are never ${many} who wait`);
}

/** Of two requests who reaches the row first, while somebody else has it; answers what both are told. */
async function inThatOrder(
  row: string,
  first: () => PromiseLike<{ status: number }>,
  second: () => PromiseLike<{ status: number }>,
): Promise<readonly number[]> {
  await all.query('begin');
  await all.query(`${row} for update`);
  const one = Promise.resolve(first());
  await waiting(1);
  const other = Promise.resolve(second());
  await waiting(2);
  await all.query('commit');
  return (await Promise.all([one, other])).map(({ status }) => status);
}

describe('erasing somebody', () => {
  it('takes back what goes over meanwhile', async () => {
    const shipment = another();
    const id = await letter(shipment, 'screening');
    await recorded(shipment);
    await erasing(shipment, 'registrar').expect(200);
    const told = await inThatOrder(
      `select from cellrelay.letter where id = '${id}'`,
      () => ground.move('screener', id, 2, { move: 'release' }),
      () => erasing(shipment, 'second-registrar'),
    );
    expect(told).toEqual([200, 200]);
    expect(await overThere(shipment)).toEqual([{ state: 'withdrawn', keys: 0, sealed: null }]);
    expect((await ground.get('collector', `/letters/${id}`).expect(200)).body.written.state).toBe('withdrawn');
  });

  it('and taking a letter back meanwhile wait for each other, and neither fails', async () => {
    const shipment = another();
    const id = await letter(shipment);
    await recorded(shipment);
    await erasing(shipment, 'registrar').expect(200);
    const told = await inThatOrder(
      `select from cellrelay.letter_received where shipment = '${shipment}'`,
      () => erasing(shipment, 'second-registrar'),
      () => ground.move('collector', id, 3, { move: 'withdraw' }),
    );
    expect(told).toEqual([200, 412]);
  });
});

describe('by a holder who stands there no more, where nobody does', () => {
  it('letters go with whom they speak for; and where the wall kept any, nothing is erased', async () => {
    const shipment = another();
    const id = await letter(shipment);
    await recorded(shipment);
    const organisation = ground.organisations['donor-registry'];
    const leave = (party: 'donor-registry' | 'collection-centre') =>
      ground.owner.query('delete from cellrelay.shipment_part where shipment = $1 and holder = $2', [
        ...[shipment, ground.organisations[party]],
      ]);
    await leave('donor-registry');
    expect(await seenBy(organisation, shipment)).toEqual([0, 0, 0]);
    await leave('collection-centre');
    expect(await seenBy(organisation, shipment)).toEqual([1, 1, 1]);
    expect(await seenBy(ground.organisations['collection-centre'], shipment)).toEqual([0, 0, 0]);

    const vault = new FileIdentityVault(ground.api.keysFolder);
    const register = new PostgresIdentityRegister(ground.api.database.pool, vault);
    const asking: Asking = {
      ...{ account: 'x', person: 'X', organisation, organisationName: 'EXAMPLE donor-registry', side: 'donor' },
    };
    const erase = () =>
      register.erase(asking, { shipment, side: 'donor', subject: 'donor' }, { reason: 'no-duty-holds', revision: 1 });
    const policy = `alter policy read_answering on cellrelay.letter using`;
    const { rows } = await all.query<{ qual: string }>(
      `select qual from pg_policies where tablename = 'letter' and policyname = 'read_answering'`,
    );
    await all.query(`${policy} (false)`);
    await expect(erase()).rejects.toThrow('the wall kept letters');
    await all.query(`${policy} (${rows[0]?.qual})`);
    expect(await overThere(shipment)).toMatchObject([{ state: 'across', keys: 1 }]);

    expect(await erase()).toBe(2);
    expect(await overThere(shipment)).toEqual([{ state: 'withdrawn', keys: 0, sealed: null }]);
    const texts = await all.query('select key, sealed from cellrelay.letter_text where letter = $1', [id]);
    expect(texts.rows).toEqual([{ key: null, sealed: null }]);
    const keys = await all.query(`select from cellrelay.identity_key where shipment = $1`, [shipment]);
    expect(keys.rowCount).toBe(0);
  });

  /** How many letters, texts and keys of letters that organisation sees as one of the donor's side. */
  async function seenBy(who: string, shipment: ShipmentId): Promise<readonly unknown[]> {
    const client = await ground.api.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('cellrelay.side', 'donor', true), set_config('cellrelay.organisation', $1, true)`,
        [who],
      );
      const counts = [];
      for (const from of ['letter where true', 'letter_text where true', `identity_key where subject like 'letter/%'`])
        counts.push((await client.query(`select from cellrelay.${from} and shipment = $1`, [shipment])).rowCount);
      return counts;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});
