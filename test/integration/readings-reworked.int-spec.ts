import pg from 'pg';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { plusMinutes } from '@cellrelay/kernel';
import { after } from '@cellrelay/platform';
import { IssueCommand, ReportReadings } from '@cellrelay/use-cases';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { loggerGround, minutely, steady, type LoggerGround } from '../support/logger-ground.js';

/** The same readings say something else once a logger was not in the box after all: whoever records that has them worked out anew. */

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
const mark = () => worker.readings.mark(ground.shipment);

/** The sweep of a worker, with nobody at work on any mark. */
async function swept(): Promise<void> {
  await owner.query(`update cellrelay.reading_mark set marked_at = marked_at - interval '1 minute'`);
  const failed: unknown[] = [];
  await new ReportReadings({
    store: worker.readings,
    shipments: worker.shipments,
    issue: new IssueCommand(worker.shipments, { committed: () => Promise.resolve() }),
    clock: worker.clock,
    failed: (_, error) => failed.push(error),
  }).sweep();
  expect(failed).toEqual([]);
}

describe('what readings imply', () => {
  it('is asked for by the binding itself, and by no report', async () => {
    expect(await mark()).not.toBeNull();
    await swept();
    expect(await mark()).toBeNull();
    const warm = minutely(plusMinutes(ground.heldFrom, 70), [...steady(60, 16), ...steady(30, 4)]);
    await ground.send(await ground.register('L-1'), warm);
    expect(await excursions()).toEqual(['ExcursionOpened', 'ExcursionEnded']);
    // The report was a command too, and the last one: had it asked for another, that would go on for ever.
    expect(await mark()).toBeNull();
  });

  it('is worked out anew when the logger was taken out before it grew warm', async () => {
    await ground.unbind('L-1', plusMinutes(ground.heldFrom, 60));
    expect(await excursions()).toEqual(['ExcursionOpened', 'ExcursionEnded']);
    await swept();
    expect(await excursions()).toEqual(['ExcursionOpened', 'ExcursionEnded', 'ExcursionWithdrawn']);
    expect(await mark()).toBeNull();
    const log = await ground.logged();
    await swept();
    expect(await ground.logged()).toEqual(log);
  });

  it('waits for a reading that is ahead of our clock, and says then what it says', async () => {
    await ground.bind('L-3');
    await swept();
    const token = await ground.register('L-3');
    const ahead = plusMinutes(await worker.clock.now(), 0.05);
    const answer = await ground.send(token, [{ at: ahead, celsius: -1 }]);
    expect(answer.body.kept).toBe(1);
    expect(await ground.logged()).not.toContain('IceSeen');
    expect(await mark()).not.toBeNull();
    await new Promise<void>((resolve) => after(3_200, resolve));
    await swept();
    expect(await ground.logged()).toContain('IceSeen');
  });

  it('is looked at again when the logger would count as silent, and not before', async () => {
    const { rows } = await owner.query<{ minutes: number }>(
      `select extract(epoch from try_after - cellrelay.wall_clock())::float8 / 60 as minutes from cellrelay.reading_mark`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.minutes).toBeGreaterThan(28);
    expect(rows[0]?.minutes).toBeLessThanOrEqual(30);
  });

  it('is not, without its mark', async () => {
    await ground.bind('L-2');
    await ground.send(await ground.register('L-2'), minutely(plusMinutes(ground.heldFrom, 70), steady(60, 16)));
    const told = await excursions();
    expect(told).toContain('ExcursionOpened');
    await ground.unbind('L-2', plusMinutes(ground.heldFrom, 60));
    await owner.query('delete from cellrelay.reading_mark');
    await swept();
    expect(await excursions()).toEqual(told);
  });
});
