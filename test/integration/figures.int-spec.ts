import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { backup, migrate, openDatabase, restore, verify, type Database } from '@cellrelay/adapter-postgres';
import { shipmentIdOf, type CommandId, type Instant, type ShipmentId } from '@cellrelay/kernel';
import { clearDonor, coordinator, on, openedAt, openShipment } from '@cellrelay/testkit';
import { defaultPolicy, type ShipmentCommand } from '@cellrelay/shipment';
import {
  entryOf,
  enterPastTotal,
  figuresCsv,
  figuresIn,
  playHistory,
  SitePolicies,
  storeHistory,
} from '@cellrelay/use-cases';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { airports } from '../../apps/ops/src/stack/open-stack.js';
import { rederiveStale } from '../../apps/ops/src/stack/rederive-stale.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { dryRun } from '../support/dry-world.js';
import { scenarioIn } from '../support/scenarios.js';

const all = { from: 2020, to: 2026, examples: true } as const;
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

/** Past the grants, as the owner may. */
async function asOwner(sql: string): Promise<void> {
  const owner = await openDatabase({ url: where.ownerUrl, folding });
  try {
    await owner.pool.query(sql);
  } finally {
    await owner.close();
  }
}

/** A scenario's shipment, played to its end: from Beijing to Houston, in 2024. */
async function fromScenario(name: string, into = database): Promise<void> {
  const { log, shipment } = await dryRun(scenarioIn(name));
  await storeHistory(into.shipments, { shipment, entries: log.map(({ text }) => entryOf(text)) });
}

const idOf = (number: number): ShipmentId => {
  const id = shipmentIdOf(`b0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('no id');
  return id;
};

/** A shipment whose donor is withdrawn before a flight was found, between these two countries. */
async function withdrawn(number: number, countries: { readonly from?: string; readonly to?: string }): Promise<void> {
  const shipment = idOf(number);
  const opening = openShipment(shipment);
  if (opening.name !== 'OpenShipment') throw new Error('another command');
  const { parties } = opening.data;
  const of = (country: string | undefined) => (country === undefined ? {} : { country });
  const commands: ShipmentCommand[] = [
    {
      ...opening,
      data: {
        ...opening.data,
        parties: {
          ...parties,
          collectionCentre: { ...parties.collectionCentre, ...of(countries.from) },
          transplantCentre: { ...parties.transplantCentre, ...of(countries.to) },
        },
      },
    },
    clearDonor(),
    { name: 'WithdrawDonor', data: { withdrawnAt: on('beijing', '08-20T10:00'), reason: 'ill' } },
  ];
  const moments = [openedAt, on('beijing', '08-16T11:00').at, on('beijing', '08-20T11:00').at];
  const steps = commands.map((command, index) => ({
    at: moments[index] as Instant,
    command,
    statedBy: coordinator,
    recordedBy: 'spec',
    id: `spec/${number}/${index}` as CommandId,
  }));
  await storeHistory(
    database.shipments,
    await playHistory(shipment, steps, { desks: rehearsal }, on('beijing', '08-21T10:00').at),
  );
}

const rehearsal = rehearsalDesks({ seed: 1, lines: [] }, airports);

async function programme(): Promise<void> {
  await fromScenario('case-a-day-one-enough.yaml');
  await fromScenario('case-a-day-two-needed.yaml');
  await withdrawn(1, { from: 'US', to: 'US' });
  await withdrawn(2, { from: 'CN', to: 'CN' });
  await withdrawn(3, {});
}

const enter = (more: object) =>
  enterPastTotal(
    database.figures,
    { year: 2022, country: 'US', product: 'HPC-A', count: 40, source: 'Yearly report', reason: 'Past years', ...more },
    'ana',
  );

describe('the table of a programme', () => {
  it('comes out by year and destination, domestic included, with what was entered for past years', async () => {
    await programme();
    await enter({});
    await enter({ count: 41, reason: 'One was left out' });
    await enter({ country: null, region: 'Europe', count: 12 });
    await enter({ country: 'DE', count: 3 });
    await enter({ country: 'DE', count: null, reason: 'Told twice' });
    const { items, years } = await figuresIn(database.figures, all);
    const table = items.map((line) => [
      line.year,
      line.country ?? line.region,
      line.how,
      line.shipments,
      line.domestic,
    ]);
    expect(table).toEqual([
      [2024, 'CN', 'counted', 1, 1],
      [2024, 'US', 'counted', 3, 1],
      [2024, 'America/Chicago', 'counted', 1, 0],
      [2022, 'US', 'entered', 41, null],
      [2022, 'Europe', 'entered', 12, null],
    ]);
    expect(years).toEqual([
      { year: 2024, counted: 5, entered: 0 },
      { year: 2022, counted: 0, entered: 53 },
    ]);
    expect(figuresCsv(await figuresIn(database.figures, all)).split('\r\n')).toHaveLength(7);
  });

  it('tells ages, doses, times kept and reasons', async () => {
    await programme();
    const { items } = await figuresIn(database.figures, all);
    // From 4 September 04:05Z: infused on the 5th at 10:40Z, and by the second shipment on the 6th at 10:40Z, its second bag (from the 5th, 04:05Z) at 11:25Z.
    const ages = [1835, 1880, 3275];
    expect(items.find(({ country, region }) => country === 'US' && region === null)).toMatchObject({
      infused: 2,
      stopped: 1,
      ageMinutes: { median: ages[1], p90: 1880 + (3275 - 1880) * 0.8, max: ages[2] },
      bagsEnded: 3,
      bagsInTarget: 2,
      bagsInLimit: 3,
      reasons: { 'donor-withdrawn': 1 },
      // Received on those days at 07:00Z.
      doorMinutes: { median: 220, p90: 220 + (265 - 220) * 0.8, max: 265 },
      ...{ withLogger: 0, withExcursion: 0, slackEaten: {} },
    });
  });

  it('tells excursions of those with a logger, and where trips lost most', async () => {
    await programme();
    const infused = `case when outcome = 'infused'`;
    await asOwner(`update cellrelay.figure set excursions = ${infused} then 2 else 0 end`);
    await asOwner(`update cellrelay.figure set slack_eater = ${infused} then 'departed' end`);
    await asOwner(`update cellrelay.figure set excursions = null where country = 'CN'`);
    const { items } = await figuresIn(database.figures, all);
    expect(items.map(({ withLogger, withExcursion, slackEaten }) => [withLogger, withExcursion, slackEaten])).toEqual([
      [0, 0, {}],
      [3, 2, { departed: 2 }],
      [1, 0, {}],
    ]);
  });

  it('leaves examples out unless they are asked for, and other years always', async () => {
    await programme();
    expect((await figuresIn(database.figures, { ...all, examples: false })).items).toEqual([]);
    expect((await figuresIn(database.figures, { ...all, to: 2023 })).items).toEqual([]);
  });
});

describe('the figures of a shipment', () => {
  it('are what its log makes of them; a row that is not is told by verify', async () => {
    await programme();
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
    await asOwner('update cellrelay.figure set year = 2023 where country is null');
    expect((await verify(database.pool, derivations)).differences).toMatchObject([{ what: 'row', at: 'figure' }]);
  });

  it('are derived anew with the rest of a shipment that another release left behind', async () => {
    await fromScenario('case-a-day-one-enough.yaml');
    await asOwner('delete from cellrelay.figure');
    await asOwner('update cellrelay.shipment set fold_version = 0');
    await rederiveStale(database, (_, error) => {
      throw error;
    });
    expect((await figuresIn(database.figures, all)).items).toHaveLength(1);
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
  });

  it('go with an example that is removed', async () => {
    await programme();
    await database.pool.query(`select cellrelay.remove_examples('spec')`);
    expect((await figuresIn(database.figures, all)).items).toEqual([]);
  });
});

const policy = { ...defaultPolicy, version: 'site-2' };
const body = { policy, owner: 'Medical director', approver: 'Quality manager', source: 'A review.' };

describe('what a site enters', () => {
  it('is changed by nobody, and a policy once entered is current', async () => {
    const policies = new SitePolicies(database.policies);
    expect(await policies.add(body, 'ana')).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await policies.add(body, 'ana')).toMatchObject({ ok: true, value: { repeated: true } });
    expect(await policies.current()).toEqual(policy);
    await enter({});
    for (const table of ['policy', 'past_total']) {
      const change = `update cellrelay.${table} set source = 'another'`;
      await expect(database.pool.query(change)).rejects.toThrow('permission denied');
      await expect(asOwner(change)).rejects.toThrow('append-only');
      await expect(asOwner(`delete from cellrelay.${table}`)).rejects.toThrow('append-only');
    }
  });

  it('is entered by the api alone', async () => {
    const worker = await openDatabase({ url: where.workerUrl, folding });
    await expect(new SitePolicies(worker.policies).add(body, 'ana')).rejects.toThrow('permission denied');
    expect(await new SitePolicies(worker.policies).versions()).toEqual(['default-1']);
    await worker.close();
  });

  it('is carried by a backup, with the figures, and goes on being counted behind it', async () => {
    await programme();
    await new SitePolicies(database.policies).add(body, 'ana');
    await enter({});
    const folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-spec-'));
    const other = await throwAwayDatabase({ empty: true });
    try {
      await backup(where.ownerUrl, path.join(folder, 'all'));
      await migrate(other.ownerUrl);
      expect(await restore(other.ownerUrl, path.join(folder, 'all'))).toMatchObject({
        policy: 1,
        figure: 5,
        past_total: 1,
      });
      const restored = await openDatabase({ url: other.apiUrl, folding });
      expect(await figuresIn(restored.figures, all)).toEqual(await figuresIn(database.figures, all));
      const policies = new SitePolicies(restored.policies);
      await policies.add({ ...body, policy: { ...policy, version: 'site-3' } }, 'ana');
      expect(await policies.versions()).toEqual(['site-3', 'site-2', 'default-1']);
      expect((await verify(restored.pool, derivations)).differences).toEqual([]);
      await restored.close();
    } finally {
      await other.drop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
