import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { verify } from '@cellrelay/adapter-postgres';
import { exampleShipment, issueOne, openShipment, proposePlan } from '@cellrelay/testkit';
import pg from 'pg';
import { derivations } from '../../apps/ops/src/stack/folding.js';
import {
  openApiStack,
  openWorkerStack,
  type ApiStack,
  type StackOptions,
  type WorkerStack,
} from '../../apps/ops/src/stack/open-stack.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { timed } from './support/eventually.js';
import { plainEnvironment } from './support/ops-process.js';
import { callsOfPlan, heldSeats, planShipments, recorded, seatsHeld } from './support/seats.js';
import { soon, stackOn } from './support/stacks.js';

/** The plan for the other day of what planShipments opened. */
const [, second] = broughtNear([openShipment(), proposePlan(2)], '2024-09-04', 100) as [
  never,
  ReturnType<typeof proposePlan>,
];

/** Longer than an early bell is put back, which is ten seconds. */
const rightAgainMs = 15_000;

let where: ThrowAwayDatabase;
beforeEach(async () => (where = await throwAwayDatabase()));
afterEach(() => where.drop());

/** Starts one side of the software with this process's clock put off, and answers with what it said and whether it works. */
async function startedOff(
  side: 'api' | 'worker',
  byMs: number,
): Promise<{ readonly works: boolean; readonly said: string }> {
  const shifted = `data:text/javascript,const now=Date.now;Date.now=()=>now()+(${byMs})`;
  const program = ['--no-warnings', '--import', shifted, '--import', './test/support/typescript.mjs'];
  const child = spawn(process.execPath, [...program, 'apps/ops/src/main.ts', side], {
    env: plainEnvironment({ DATABASE_URL: where.ownerUrl, PORT: '0', CELLRELAY_LOG: 'json' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const works = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Ctrl-C ends it')) resolve(true);
      });
    child.once('close', () => resolve(false));
  });
  const answer = await works;
  if (answer) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  return { works: answer, said };
}

describe('a process whose clock is five minutes off', () => {
  it.each([
    ['api', 300_000],
    ['worker', -300_000],
  ] as const)('%s is refused at its start, with how much it is off (%d ms)', async (side, byMs) => {
    const { works, said } = await startedOff(side, byMs);
    expect(works).toBe(false);
    expect(said).toContain(`clock is 300.0 s ${byMs > 0 ? 'behind' : 'ahead of'} this computer's`);
  });

  it('works where it is right, the control, and is warned where it is half a minute off', async () => {
    expect((await startedOff('worker', 0)).said).not.toContain('clocks-differ');
    const warned = await startedOff('worker', 30_000);
    expect(warned.works).toBe(true);
    expect(warned.said).toContain('clocks-differ');
  });
});

describe('a database whose clock is put back', () => {
  let opened: (ApiStack | WorkerStack)[] = [];
  afterEach(async () => {
    await Promise.all(opened.map((stack) => stack.close()));
    opened = [];
  });

  /** The clock that shipments live by, so many minutes after the true one. */
  async function putTo(minutes: number): Promise<void> {
    const owner = new pg.Client({ connectionString: where.ownerUrl });
    await owner.connect();
    await owner.query(
      `create or replace function cellrelay.clock() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${minutes} minutes'''`,
    );
    await owner.end();
  }

  async function recordedAts(pool: ApiStack['api']['pool']): Promise<readonly string[]> {
    const found = await pool.query<{ at: string }>(
      `select text::json ->> 'recordedAt' as at from cellrelay.event where shipment = $1 order by seq`,
      [exampleShipment()],
    );
    return found.rows.map((row) => row.at);
  }

  /** Bells are met while the clock is an hour back, put back for later, and the clock is right again. */
  async function putBackAndRight(more: Partial<StackOptions> = {}): Promise<ApiStack> {
    const stack = await openApiStack(stackOn(where, []));
    opened.push(stack);
    await planShipments(stack.issue, 1);
    await putTo(-60);
    opened.push(await openWorkerStack(stackOn(where, [], { ...soon, ...more })));
    await setTimeout(3_000);
    expect(await heldSeats(stack.api.shipments)).toBe(0);
    await putTo(0);
    return stack;
  }

  it('rings nothing early and loses nothing; no line is recorded before the one above it', async () => {
    const stack = await putBackAndRight();
    const { ms } = await timed(() => seatsHeld(stack.api.shipments));
    expect(ms).toBeLessThan(rightAgainMs);
    expect(await recorded(stack.api.pool, exampleShipment())).toMatchObject({ SeatsHeld: callsOfPlan });
    const ats = await recordedAts(stack.api.pool);
    expect([...ats].sort()).toEqual(ats);
    expect((await verify(stack.api.pool, derivations)).differences).toEqual([]);
  });

  it('stays silent when it is right again where early bells wait for all of the hour, the control', async () => {
    const stack = await putBackAndRight({ longestEarlyMs: Infinity });
    await setTimeout(rightAgainMs);
    expect(await heldSeats(stack.api.shipments)).toBe(0);
  });

  it('records at the moment of the line above where the clock shows an earlier one, which is the control', async () => {
    const stack = await openApiStack(stackOn(where, []));
    opened.push(stack);
    await planShipments(stack.issue, 1);
    const last = (await recordedAts(stack.api.pool)).at(-1)!;
    await putTo(-60);
    const accepted = await issueOne(stack.issue, exampleShipment(), second, 'second-plan');
    expect(accepted).toMatchObject({ kind: 'accepted' });
    expect((await stack.api.clock.now()) < last).toBe(true);
    expect((await recordedAts(stack.api.pool)).at(-1)).toBe(last);
  });
});
