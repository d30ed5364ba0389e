import { setTimeout } from 'node:timers/promises';
import { openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { callsDue, callsOfPlan, heldSeats, recorded, seatsHeld } from './support/seats.js';
import { startSide, type SideProcess, type SideTask } from './support/side-process.js';

const shipment = exampleShipment();
const sides: SideProcess[] = [];
let where: ThrowAwayDatabase;
let database: Database;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.workerUrl, folding });
});
afterEach(async () => {
  for (const side of sides.splice(0)) await side.kill();
  await database.close();
  await where.drop();
});

function side(task: Partial<SideTask> & Pick<SideTask, 'side'>): SideProcess {
  const started = startSide({ urls: where, ...task });
  sides.push(started);
  return started;
}

const planned = () => side({ side: 'api' }).said('planned');
/** Under which keys the airline was asked for seats. */
const asked = (of: SideProcess): readonly string[] => of.effects().filter((key) => key.includes('/hold-seats/'));
const verified = async () => (await verify(database.pool, derivations)).differences;

describe('a worker killed between effect and outcome', () => {
  it('leaves its item to another, who asks the desk under the same key and records the outcome once', async () => {
    await planned();
    const first = side({ side: 'worker', dies: { at: 'after-effect', count: 1 } });
    expect(await first.ended).toBe('SIGKILL');
    expect(await heldSeats(database.shipments)).toBeLessThan(callsOfPlan);
    const second = side({ side: 'worker' });
    await seatsHeld(database.shipments);
    expect(await recorded(database.pool, shipment)).toMatchObject({ SeatsHeld: callsOfPlan });
    // Asked twice for the seat whose outcome was lost, under one key each time: what a desk goes by to act once.
    expect(asked(second)).toEqual(expect.arrayContaining([...asked(first)]));
    expect(new Set([...asked(first), ...asked(second)]).size).toBe(callsOfPlan);
    expect(await verified()).toEqual([]);
  });

  it('with nobody to take the lease over leaves the call unmade in our books, the control', async () => {
    await planned();
    const only = side({ side: 'worker', dies: { at: 'after-effect', count: 1 } });
    expect(await only.ended).toBe('SIGKILL');
    await setTimeout(2_000);
    expect(only.effects().length).toBeGreaterThan(0);
    expect(await heldSeats(database.shipments)).toBeLessThan(callsOfPlan);
    expect(await callsDue(database.agenda)).toBeGreaterThan(0);
  });
});

describe('an api killed after its commit, before it told of the bells', () => {
  it('has lost nothing: a worker’s sweep finds the bells that nobody hung', async () => {
    const api = side({ side: 'api', dies: { at: 'after-commit', count: 2 } });
    expect(await api.ended).toBe('SIGKILL');
    expect(await callsDue(database.agenda)).toBe(callsOfPlan);
    side({ side: 'worker' });
    await seatsHeld(database.shipments);
    expect(await verified()).toEqual([]);
  });

  it('would have lost them without the sweep, the control: a worker that only listens calls nobody', async () => {
    const api = side({ side: 'api', dies: { at: 'after-commit', count: 2 } });
    expect(await api.ended).toBe('SIGKILL');
    const deaf = side({ side: 'worker', sweeps: false });
    await deaf.said('works');
    await setTimeout(3_000);
    expect(asked(deaf)).toEqual([]);
    expect(await callsDue(database.agenda)).toBe(callsOfPlan);
  });
});
