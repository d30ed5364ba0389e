import { installReplayClock, openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment, issueAll, openedAt, openShipment, proposePlan } from '@cellrelay/testkit';
import { IssueCommand, noRelay } from '@cellrelay/use-cases';
import { createLogger } from '@cellrelay/platform';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { Opened } from '../../apps/ops/src/stack/opened.js';
import { rederiveStale } from '../../apps/ops/src/stack/rederive-stale.js';
import { bringLatecomersUpToDate, keepUpToDate } from '../../apps/ops/src/start/before-work.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

const shipment = exampleShipment();
let where: ThrowAwayDatabase;
let database: Database;

beforeEach(async () => {
  where = await throwAwayDatabase();
  // Case A's dates are meant from when it is opened.
  await (await installReplayClock(where.ownerUrl, openedAt)).close();
  database = await openDatabase({ url: where.workerUrl, folding });
  await issueAll(new IssueCommand(database.shipments, noRelay), shipment, [openShipment(), proposePlan(1)]);
  await leftBehind();
});
afterEach(async () => {
  await database.close();
  await where.drop();
});

/** As a release would leave it that knew nothing of one obligation, and owed another that is none any more. */
async function leftBehind(): Promise<void> {
  await database.pool.query('update cellrelay.shipment set fold_version = 0');
  await database.pool.query(`update cellrelay.agenda_item set closed_at = opened_at where key = 'clearance-due'`);
  await database.pool.query(
    `insert into cellrelay.agenda_item (shipment, key, due_at, stage, kind, does, owner, offered, obligation, opened_at)
     select shipment, 'no-more', due_at, stage, kind, does, owner, offered, jsonb_set(obligation::jsonb, '{key}', '"no-more"')::json, opened_at
     from cellrelay.agenda_item where key = 'plan-due/2' on conflict (shipment, key) do update set closed_at = null`,
  );
}

const keys = async (): Promise<readonly string[]> =>
  (
    await database.pool.query<{ key: string }>(
      'select key from cellrelay.agenda_item where closed_at is null order by key',
    )
  ).rows.map((row) => row.key);

const unexpected = (): never => {
  throw new Error('nothing was to fail');
};

describe('a shipment that another release left behind', () => {
  it('owes what this release derives, once it is derived anew; its log is as it was', async () => {
    const before = await database.shipments.log(shipment, 0, 1_000);
    expect(await keys()).toContain('no-more');
    expect(await rederiveStale(database, unexpected)).toBe(1);
    expect(await keys()).toContain('clearance-due');
    expect(await keys()).not.toContain('no-more');
    expect(await database.shipments.log(shipment, 0, 1_000)).toEqual(before);
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
    expect(await rederiveStale(database, unexpected)).toBe(0);
  });

  it('owes it after its next command too', async () => {
    await issueAll(new IssueCommand(database.shipments, noRelay), shipment, [proposePlan(2)], 'next');
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
  });

  it('is found by those who look again and again while processes of the earlier release work on', async () => {
    const told: string[] = [];
    const logger = createLogger({ level: 'info', form: 'json', write: (line) => told.push(line) });
    const ended = bringLatecomersUpToDate(database, logger, 50);
    while (!told.join().includes('shipments-rederived')) await new Promise((resolve) => setTimeout(resolve, 20));
    await ended();
    expect(await keys()).toContain('clearance-due');
  });

  it('is brought forward by whatever answers bells, at its start and for as long as it runs; closing breaks it off', async () => {
    const told: string[] = [];
    const logger = createLogger({ level: 'info', form: 'json', write: (line) => told.push(line) });
    const opened = new Opened();
    await keepUpToDate(database, logger, { opened, ending: () => false }, 50);
    expect(await keys()).toContain('clearance-due');
    await leftBehind();
    expect(await keys()).not.toContain('clearance-due');
    while (!(await keys()).includes('clearance-due')) await new Promise((resolve) => setTimeout(resolve, 20));
    await opened.end();
    await leftBehind();
    expect(await rederiveStale(database, unexpected, 'earlier', () => true)).toBe(0);
    expect(await keys()).not.toContain('clearance-due');
  });

  it('that cannot be brought forward is told of once, however often it is looked at', async () => {
    const told: string[] = [];
    const logger = createLogger({ level: 'info', form: 'json', write: (line) => told.push(line) });
    let looks = 0;
    const shipments: Database['shipments'] = Object.assign(Object.create(database.shipments) as Database['shipments'], {
      stale: (after: unknown) => Promise.resolve(after === null ? [shipment] : []),
      commit: () => {
        looks += 1;
        return Promise.reject(new Error('version 9'));
      },
    });
    const ended = bringLatecomersUpToDate({ shipments }, logger, 10);
    while (looks < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    await ended();
    expect(told.filter((line) => line.includes('shipment-not-rederived'))).toHaveLength(1);
  });

  it('is left alone by them where a later release wrote it, and would be brought back by a start: the control', async () => {
    await database.pool.query(`update cellrelay.shipment set fold_version = $1`, [folding.version + 1]);
    expect(await rederiveStale(database, unexpected, 'earlier')).toBe(0);
    expect(await keys()).toContain('no-more');
    expect(await rederiveStale(database, unexpected)).toBe(1);
  });

  it('that cannot be folded is told of, and left as it is', async () => {
    const faulty = await openDatabase({
      url: where.workerUrl,
      folding: {
        ...folding,
        refold: () => {
          throw new RangeError('version 9');
        },
      },
    });
    const failed: string[] = [];
    expect(await rederiveStale(faulty, (id, error) => failed.push(`${id}: ${String(error)}`))).toBe(0);
    expect(failed).toEqual([`${shipment}: RangeError: version 9`]);
    await faulty.close();
  });
});
