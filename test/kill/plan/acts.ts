import { pause } from '@cellrelay/platform';
import type { ThrowAwayDatabase } from '../../support/database.js';
import { query } from '../../support/embedded-postgres-process.js';
import type { Lane } from '../ground/lane.js';
import type { Crew } from '../process/crew.js';
import type { Post } from '../process/post.js';
import type { RunningProcess } from '../process/running-process.js';
import type { Blow, BlowKind } from './blow.js';

/** What blows fall on. */
export interface Targets {
  readonly lane: Lane;
  readonly crew: Crew;
  readonly database: ThrowAwayDatabase;
  /** Empties the queues. */
  readonly forgetBells: () => Promise<void>;
}

/** Blows that fall at once; struck is a process later, where it comes to its point. */
type ActKind = Exclude<BlowKind, 'worker-struck' | 'api-struck'>;
type Of<Kind extends BlowKind> = Extract<Blow, { kind: Kind }>;

/** Each lets a blow fall, and resolves when it has passed. */
const acts: { readonly [Kind in ActKind]: (targets: Targets, blow: Of<Kind>) => Promise<void> | void } = {
  'worker-killed': ({ crew }, { who }) => workerOf(crew, who).process.kill(),
  'all-workers-killed': ({ crew }) => crew.workers.forEach((post) => post.process.kill()),
  'worker-held': ({ crew }, { who, forMs }) => held([workerOf(crew, who)], forMs),
  'all-workers-held': ({ crew }, { forMs }) => held(crew.workers, forMs),
  'worker-asked-to-end': ({ crew }, { who }) => endedGently(workerOf(crew, who).process),
  'api-killed': ({ crew }) => crew.api.process.kill(),
  'api-held': ({ crew }, { forMs }) => held([crew.api], forMs),
  'bells-forgotten': ({ forgetBells }) => forgetBells(),
  'redis-killed': ({ lane }, { forMs }) => redisKilled(lane, forMs),
  'redis-held': ({ lane }, { forMs }) => redisHeld(lane, forMs),
  'postgres-killed': ({ lane }) => lane.killPostgres(),
  'postgres-crashed': ({ database }) => crashed(database),
  'connections-dropped': ({ database }, { of }) => dropped(database, of),
};

/** What a blow does. */
export function actOf(blow: Of<ActKind>): (targets: Targets) => Promise<void> {
  const act = acts[blow.kind] as (targets: Targets, blow: Of<ActKind>) => Promise<void> | void;
  return async (targets) => act(targets, blow);
}

export function workerOf({ workers }: Crew, who: number): Post {
  const post = workers[who % workers.length];
  if (post === undefined) throw new Error('there are no workers');
  return post;
}

async function held(posts: readonly Post[], forMs: number): Promise<void> {
  const processes = posts.map((post) => post.process);
  processes.forEach((process) => process.hold());
  await pause(forMs);
  processes.forEach((process) => process.letGo());
}

/** As a deployment does: it finishes what it has, and goes. */
async function endedGently(process: RunningProcess): Promise<void> {
  await process.close().catch(() => undefined);
  process.kill();
}

async function redisKilled({ redis }: Lane, forMs: number): Promise<void> {
  await redis.kill();
  await pause(forMs);
  await redis.again();
}

async function redisHeld({ redis }: Lane, forMs: number): Promise<void> {
  redis.hold();
  await pause(forMs);
  redis.letGo();
}

/** One process of the server dies, and the server takes all connections down and recovers. */
async function crashed({ superuserUrl }: ThrowAwayDatabase): Promise<void> {
  const pids = await query(superuserUrl, backends('%'));
  const pid = Number(pids[0]?.[0]);
  if (pid > 0) process.kill(pid, 'SIGKILL');
}

async function dropped({ superuserUrl }: ThrowAwayDatabase, of: string): Promise<void> {
  await query(superuserUrl, `select pg_terminate_backend(pid) from (${backends(of)}) as found`);
}

function backends(of: string): string {
  return `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like '${of}' order by random()`;
}
