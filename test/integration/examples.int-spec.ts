import { AirportDirectory } from '@cellrelay/adapter-airports';
import { PublicHolidays } from '@cellrelay/adapter-holidays';
import { makeExamplePeople, openDatabase, removeExamples, verify, type Database } from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { temperatureReport } from '@cellrelay/shipment';
import { boundReadings, type ShipmentStore } from '@cellrelay/use-cases';
import pg from 'pg';
import { plantOnce } from '../../apps/ops/src/examples/plant-once.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { note, shipmentId } from './store-fixtures.js';

const world = { airports: new AirportDirectory(), holidays: new PublicHolidays() };
const realCentre = 'c0000000-0000-4000-8000-000000000001';
let where: ThrowAwayDatabase;
let database: Database;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
});
afterEach(async () => {
  await database.close();
  await where.drop();
});

const kinds = async (): Promise<readonly string[]> => (await plantOnce(database, world)).map((each) => each.kind);

describe('the examples', () => {
  it('are planted once', async () => {
    expect(await kinds()).toEqual(['committed', 'committed']);
    expect(await kinds()).toEqual([]);
  });

  it('have the holidays of their countries pinned, as whoever proposes a plan has', async () => {
    await kinds();
    const { rows } = await database.pool.query<{ pinned: string }>(
      `select count(distinct shipment) as pinned from cellrelay.event where text like '%"type":"CalendarsPinned"%'`,
    );
    expect(rows).toEqual([{ pinned: '2' }]);
  });

  it('have a logger in the box of the trip in the air, its readings until now, and nothing in them to be told of', async () => {
    await kinds();
    const { rows } = await database.pool.query<{ shipment: ShipmentId; marked: boolean; readings: number }>(
      `select shipment, count(*)::int as readings, exists (select from cellrelay.reading_mark m where m.shipment = r.shipment) as marked
       from cellrelay.logger_reading r where logger = 'EX-4411' group by shipment`,
    );
    const { shipment: id, readings } = rows[0]!;
    expect(rows).toEqual([{ shipment: id, readings: expect.any(Number), marked: true }]);
    expect(readings).toBeGreaterThan(60);
    const [shipment, now] = [await database.shipments.load(id), await database.clock.now()];
    const bound = await boundReadings(database.readings, { id, shipment: shipment! }, now);
    expect(bound.get('EX-4411')).toHaveLength(readings);
    expect(temperatureReport(shipment!, bound, now)).toBeNull();
    await removeExamples(database.pool, 'spec');
    expect((await database.pool.query('select from cellrelay.logger_reading')).rowCount).toBe(0);
  });

  it('that a start which died half-way left out are planted by the next', async () => {
    let commits = 0;
    const dying: Pick<ShipmentStore, 'commit'> = {
      commit: (...told) => {
        commits += 1;
        return commits === 2 ? Promise.reject(new Error('killed')) : database.shipments.commit(...told);
      },
    };
    const shipments = Object.assign(Object.create(database.shipments) as Database['shipments'], dying);
    await expect(plantOnce({ ...database, shipments }, world)).rejects.toThrow('killed');
    expect(await kinds()).toEqual(['repeated', 'committed']);
    expect(await kinds()).toEqual([]);
  });

  it('whose readings a start that died did not keep have them from the next', async () => {
    const readings = Object.create(database.readings) as Database['readings'];
    Object.assign(readings, { keep: () => Promise.reject(new Error('killed')) });
    await expect(plantOnce({ ...database, readings }, world)).rejects.toThrow('killed');
    expect(await kinds()).toContain('committed');
    const kept = await database.pool.query(`select from cellrelay.logger_reading where logger = 'EX-4411'`);
    expect(kept.rowCount).toBeGreaterThan(60);
  });

  it('are what their logs make of them: nothing differs in a fresh installation', async () => {
    await kinds();
    const { shipments, differences } = await verify(database.pool, derivations);
    expect({ shipments, differences }).toEqual({ shipments: 2, differences: [] });
  });

  it('have people of each organisation, who go with them, and stand on the audit record', async () => {
    await kinds();
    await database.accounts.create('coordinator', 'hash');
    const people = await makeExamplePeople(database.pool, 'hash');
    expect(people.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['courier', 'transplant-centre-physician', 'operator-auditor', 'operator-administrator']),
    );
    const courier = await database.accounts.find('courier');
    expect(courier?.acting).toMatchObject({ role: 'courier', courier: 'example-courier' });
    const seen = { holder: 'example-courier', parts: ['courier'] } as const;
    expect(await database.board.own(seen)).toHaveLength(2);
    const auditor = await database.accounts.find('operator-auditor');
    expect(auditor?.acting).toMatchObject({ role: 'auditor', organisation: { kind: 'operator' } });
    await removeExamples(database.pool, 'spec');
    expect(await database.accounts.count()).toBe(1);
    const { rows } = await database.pool.query<{ kind: string }>(
      `select text::json ->> 'kind' as kind from cellrelay.audit_entry order by seq`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['account-made', 'example-people-made', 'example-people-removed']);
  });

  it('have their people once: what a start left out another makes, and a name that is taken stays with whoever has it', async () => {
    await kinds();
    await database.accounts.create('courier', 'hash');
    const people = await makeExamplePeople(database.pool, 'hash');
    expect(people.length).toBeGreaterThan(0);
    expect(people.map(({ name }) => name)).not.toContain('courier');
    expect(await makeExamplePeople(database.pool, 'hash')).toEqual([]);
  });

  it('take along all that their people and organisations have by now', async () => {
    await peopled();
    await asSuperuser(belongings);
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
    expect(await left()).toEqual({ people: 0, organisations: 0 });
  });

  it.each([
    [
      'stands in',
      `insert into cellrelay.shipment_part (shipment, part, holder) select $1, 'collection-centre', id::text`,
    ],
    [
      'holds an identity of',
      `insert into cellrelay.identity (shipment, side, subject, holder) select $1, 'donor', 'donor', id`,
    ],
  ])('stay, all of them, where an organisation of theirs %s a real shipment', async (said, insert) => {
    await peopled();
    const before = await left();
    const real = shipmentId();
    await note(database, real);
    const one = `${insert} from cellrelay.organisation where example and kind = 'collection-centre'`;
    await asSuperuser(async (client) => void (await client.query(one, [real])));
    await expect(removeExamples(database.pool, 'spec')).rejects.toMatchObject({
      code: '23001',
      message: expect.stringContaining(`${said} `),
    });
    expect(await left()).toEqual(before);
    const { rows } = await database.pool.query('select from cellrelay.shipment where example');
    expect(rows).toHaveLength(2);
  });

  it('stay, all of them, while somebody stands who joined them by an invitation', async () => {
    await peopled();
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from cellrelay.organisation where example and kind = 'collection-centre'`,
    );
    const by = { account: 'collection-centre-administrator', organisation: rows[0]!.id };
    const invited = { person: 'Maria Real', role: 'coordinator', courier: null, mail: null } as const;
    const link = { tokenHash: 'hash of a token', lastsMs: 60_000 };
    await database.people.invite(by, { ...invited, ...link, organisation: by.organisation });
    await database.people.join(link.tokenHash, 'maria', 'hash');
    const before = await left();
    await expect(removeExamples(database.pool, 'spec')).rejects.toMatchObject({
      code: '23001',
      message: expect.stringContaining('maria is somebody real who acts for EXAMPLE collection centre'),
    });
    expect(await left()).toEqual(before);
    const maria = await database.accounts.find('maria');
    await database.people.endAccount(by, maria!.id);
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
  });

  it('leave no door into the operator: what their administrator invited is closed, and whoever came in by it is named', async () => {
    await peopled();
    const { organisation } = (await database.accounts.find('coordinator'))!.acting;
    const invite = async (account: string, token: string) => {
      const whom = { person: 'Real', role: 'administrator', courier: null, mail: null } as const;
      const invitation = { ...whom, tokenHash: token, lastsMs: 60_000, organisation: organisation.id };
      await database.people.invite({ account, organisation: organisation.id }, invitation);
    };
    const own = { account: 'own', organisation: organisation.id };
    await database.accounts.create('own', 'hash', {
      ...{ organisation: organisation.id, person: 'Own', role: 'administrator', courier: null },
    });
    await invite('own', 'kept');
    await invite('operator-administrator', 'one');
    await invite('operator-administrator', 'open');
    await database.people.join('one', 'maria', 'hash');
    await invite('maria', 'two');
    await invite('maria', 'open too');
    await database.people.join('two', 'otto', 'hash');
    await database.people.endAccount(own, (await database.accounts.find('maria'))!.id);
    const before = await left();
    await expect(removeExamples(database.pool, 'spec')).rejects.toMatchObject({
      code: '23001',
      message: expect.stringContaining('these came in and stand: otto.'),
    });
    expect([await left(), await database.people.invited('open')]).toEqual([before, expect.anything()]);
    await database.people.endAccount(own, (await database.accounts.find('otto'))!.id);
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
    const still = await Promise.all(['open', 'open too', 'kept'].map((each) => database.people.invited(each)));
    expect(still).toEqual([null, null, expect.anything()]);
    const withdrawn = `select from cellrelay.audit_entry where kind = 'invitation-withdrawn'`;
    expect((await database.pool.query(withdrawn)).rowCount).toBe(2);
  });

  it('leave whoever the server’s own people let in, though one of them had asked for that', async () => {
    await peopled();
    const { id: operator } = (await database.accounts.find('coordinator'))!.acting.organisation;
    await asSuperuser(async (client) => {
      const centre = `insert into cellrelay.organisation (id, name, kind) values ($1, 'Real centre', 'collection-centre')`;
      await client.query(centre, [realCentre]);
    });
    const invitation = { person: 'Real', role: 'administrator', courier: null, mail: null } as const;
    await database.people.invite(
      { account: 'operator-administrator', organisation: operator },
      { ...invitation, tokenHash: 'held', lastsMs: 60_000, organisation: realCentre },
    );
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from cellrelay.invitation where token_hash = 'held'`,
    );
    const owner = await openDatabase({ url: where.ownerUrl, folding });
    await owner.people.releaseInvitation(rows[0]!.id, { tokenHash: 'released', lastsMs: 60_000 });
    await owner.close();
    await database.people.join('released', 'rita', 'hash');
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
    expect((await database.accounts.find('rita'))?.acting.organisation.id).toBe(realCentre);
  });

  it('go once whoever stands there has written anew what an organisation of theirs held of a real shipment', async () => {
    await peopled();
    const real = shipmentId();
    await note(database, real);
    const centre = `from cellrelay.organisation where example and kind = 'collection-centre'`;
    await asSuperuser(async (client) => {
      await client.query(
        `insert into cellrelay.identity (shipment, side, subject, holder, key, sealed) select $1, 'donor', 'donor', id, gen_random_uuid(), '\\x01' ${centre}`,
        [real],
      );
      await client.query(
        `insert into cellrelay.organisation (id, name, kind) values ($1, 'Real centre', 'collection-centre')`,
        [realCentre],
      );
    });
    await expect(removeExamples(database.pool, 'spec')).rejects.toThrow(
      'EXAMPLE collection centre holds an identity of a shipment that is no example. Name a real organisation there',
    );
    await asSuperuser(async (client) => {
      await client.query(
        `insert into cellrelay.shipment_part (shipment, part, holder) values ($1, 'collection-centre', $2)`,
        [real, realCentre],
      );
      await client.query(`select set_config('cellrelay.organisation', $1, false)`, [realCentre]);
      await client.query(`update cellrelay.identity set sealed = '\\x02' where shipment = $1`, [real]);
    });
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
  });

  it('stay away once removed', async () => {
    await kinds();
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
    expect(await kinds()).toEqual([]);
  });
});

async function peopled(): Promise<void> {
  await kinds();
  await database.accounts.create('coordinator', 'hash');
  await makeExamplePeople(database.pool, 'hash');
}

async function asSuperuser(use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: where.superuserUrl });
  await client.connect();
  await use(client);
  await client.end();
}

/** Of every example person and organisation whatever they can have, past the wall. */
async function belongings(client: pg.Client): Promise<void> {
  const people = `from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation where o.example`;
  for (const statement of [
    `insert into cellrelay.second_factor (account, sealed) select a.id, 'sealed' ${people}`,
    `insert into cellrelay.recovery_code (account, hash) select a.id, 'hash' ${people}`,
    `insert into cellrelay.api_token (account, name, scope, token_hash, expires_at) select a.id, 'x', 'read', a.id, now() ${people}`,
    `insert into cellrelay.calendar (account, token_hash, scope, revision, told_as, told) select a.id, a.id, 'all', 0, '', '[]' ${people}`,
    `insert into cellrelay.session (token_hash, account, expires_at) select a.id, a.id, now() ${people}`,
    `insert into cellrelay.account_oidc (issuer, subject, account) select 'https://example.org', a.id, a.id ${people}`,
    `insert into cellrelay.invitation (organisation, person, role, token_hash, expires_at) select id, 'EXAMPLE', 'physician', id, now() from cellrelay.organisation where example`,
    `insert into cellrelay.identity (shipment, side, subject, holder)
     select p.shipment, 'donor', 'donor', p.holder::uuid from cellrelay.shipment_part p where p.part = 'donor-registry'`,
  ])
    expect((await client.query(statement)).rowCount).toBeGreaterThan(0);
}

async function left(): Promise<unknown> {
  const { rows } = await database.pool.query<{ people: number; organisations: number }>(
    `select count(a.id)::int as people, count(distinct o.id)::int as organisations
     from cellrelay.organisation o left join cellrelay.account a on a.organisation = o.id where o.example`,
  );
  return rows[0];
}
