import pg from 'pg';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { plusMinutes, type ShipmentId } from '@cellrelay/kernel';
import { IssueCommand, ReportReadings, TakeReadings } from '@cellrelay/use-cases';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { loggerGround, minutely, steady, type LoggerGround } from '../support/logger-ground.js';

/** Whoever takes readings may die before what they imply is on record: a worker does the rest. */

let ground: LoggerGround;
let owner: pg.Pool;
let worker: Database;
beforeAll(async () => {
  ground = await loggerGround();
  owner = new pg.Pool({ connectionString: ground.api.own.ownerUrl, max: 1 });
  owner.on('error', () => undefined);
  worker = await openDatabase({ url: ground.api.own.workerUrl, folding });
  await ground.bind('L-1');
}, 120_000);
afterAll(async () => {
  await owner.end();
  await worker.close();
  await ground.close();
});

const excursions = async () => (await ground.logged()).filter((type) => type.startsWith('Excursion'));
/** Nobody is at work on them any more. */
const idle = () => owner.query(`update cellrelay.reading_mark set marked_at = marked_at - interval '1 minute'`);

/** Takes readings of an hour far too warm, and dies before they are worked out. */
async function takenAndLost(from: number): Promise<void> {
  const { database } = ground.api;
  const intake = new TakeReadings({
    store: database.readings,
    shipments: database.shipments,
    clock: database.clock,
    work: () => Promise.reject(new Error('the process died here')),
    failed: () => undefined,
  });
  const by = { kind: 'device', organisation: { id: 'office', kind: 'operator' } } as const;
  const readings = minutely(plusMinutes(ground.heldFrom, from), [...steady(60, 16), ...steady(30, 4)]);
  const verdicts = await intake.take({ logger: 'L-1', by }, readings);
  expect(verdicts.every(({ kind }) => kind === 'kept')).toBe(true);
}

function reports(failed: ShipmentId[] = [], shipments: Pick<Database['shipments'], 'load'> = worker.shipments) {
  return new ReportReadings({
    store: worker.readings,
    shipments,
    issue: new IssueCommand(worker.shipments, { committed: () => Promise.resolve() }),
    clock: worker.clock,
    failed: (shipment) => failed.push(shipment),
  });
}

describe('readings whose taker died before they were worked out', () => {
  it('are worked out by the sweep, once, and by no sweep before that', async () => {
    await takenAndLost(70);
    expect(await excursions()).toEqual([]);
    await reports().sweep();
    // Somebody may be at work on them still.
    expect(await excursions()).toEqual([]);
    await idle();
    await reports().sweep();
    expect(await excursions()).toEqual(['ExcursionOpened', 'ExcursionEnded']);
    const log = await ground.logged();
    await idle();
    await reports().sweep();
    expect(await ground.logged()).toEqual(log);
    expect(await worker.readings.mark(ground.shipment)).toBeNull();
  });

  it('are lost to the record without their mark', async () => {
    const log = await ground.logged();
    await takenAndLost(260);
    await owner.query('delete from cellrelay.reading_mark');
    await idle();
    await reports().sweep();
    expect(await ground.logged()).toEqual(log);
  });

  it('wait, and are tried again, where the sweep fails', async () => {
    await takenAndLost(400);
    await idle();
    const failed: ShipmentId[] = [];
    await reports(failed, { load: () => Promise.reject(new Error('the database is away')) }).sweep();
    expect(failed).toEqual([ground.shipment]);
    expect(await worker.readings.mark(ground.shipment)).toMatchObject({ tries: 1 });
    const log = await ground.logged();
    await reports().sweep();
    expect(await ground.logged()).toEqual(log);
    await owner.query('update cellrelay.reading_mark set try_after = null');
    await reports().sweep();
    expect((await ground.logged()).length).toBeGreaterThan(log.length);
  });
});
