import { pause } from '@cellrelay/platform';
import type { ThrowAwayDatabase } from '../../support/database.js';
import { query } from '../../support/embedded-postgres-process.js';
import type { Lane } from '../ground/lane.js';
import type { Crew } from '../process/crew.js';
import type { Post } from '../process/post.js';
import type { RunningProcess } from '../process/running-process.js';
import type { Tally } from '../report/tally.js';
import { blowInWords, type Blow } from './blow.js';
import type { RoundPlan, TimedBlow } from './round-plan.js';

export interface DisturberParts {
  readonly lane: Lane;
  readonly crew: Crew;
  readonly database: ThrowAwayDatabase;
  readonly tally: Tally;
  /** Empties the queues. */
  readonly forgetBells: () => Promise<void>;
}

/** Lets the blows of a round fall when their time comes. */
export class Disturber {
  private readonly left: TimedBlow[];
  private readonly underWay = new Set<Promise<void>>();
  private readonly struck = new Map<RunningProcess, { readonly blow: Blow; readonly forMs: number }>();
  private over = false;

  constructor(
    private readonly parts: DisturberParts,
    plan: Pick<RoundPlan, 'blows'>,
  ) {
    this.left = [...plan.blows];
  }

  /** So much of the round is done: what is to fall by now falls. */
  came(share: number): void {
    for (let next = this.left[0]; next !== undefined && next.atShare <= share; next = this.left[0]) {
      this.left.shift();
      const falling = this.fall(next).finally(() => this.underWay.delete(falling));
      this.underWay.add(falling);
    }
  }

  /** A process has come to its point and stops itself. */
  stops(process: RunningProcess): void {
    const found = this.struck.get(process);
    if (found === undefined || this.over) return;
    this.parts.tally.add(blowInWords(found.blow));
    void pause(found.forMs).then(() => process.letGo());
  }

  /** Resolves when all that fell has passed. Nothing falls any more. */
  async end(): Promise<void> {
    this.over = true;
    this.left.length = 0;
    await Promise.all(this.underWay);
  }

  private async fall({ waitMs, blow }: TimedBlow): Promise<void> {
    await pause(waitMs);
    // A server that is just being killed cannot be asked to drop connections: then that blow misses.
    await this.strike(blow).catch(() => this.parts.tally.add('blows that missed'));
  }

  private async strike(blow: Blow): Promise<void> {
    if (blow.kind === 'worker-struck') return this.arm(this.worker(blow.who), blow, blow);
    if (blow.kind === 'api-struck') return this.arm(this.parts.crew.api, blow, blow);
    await this.act(blow);
    this.parts.tally.add(blowInWords(blow));
  }

  private act(blow: Exclude<Blow, { kind: 'worker-struck' | 'api-struck' }>): Promise<void> {
    const { crew, lane, forgetBells } = this.parts;
    switch (blow.kind) {
      case 'worker-killed':
        return Promise.resolve(this.worker(blow.who).process.kill());
      case 'all-workers-killed':
        return Promise.resolve(crew.workers.forEach((post) => post.process.kill()));
      case 'worker-held':
        return held([this.worker(blow.who)], blow.forMs);
      case 'all-workers-held':
        return held(crew.workers, blow.forMs);
      case 'worker-asked-to-end':
        return endedGently(this.worker(blow.who).process);
      case 'api-killed':
        return Promise.resolve(crew.api.process.kill());
      case 'api-held':
        return held([crew.api], blow.forMs);
      case 'bells-forgotten':
        return forgetBells();
      case 'redis-killed':
        return redisAway(lane, 'kill', blow.forMs);
      case 'redis-held':
        return redisAway(lane, 'hold', blow.forMs);
      case 'postgres-killed':
        return Promise.resolve(lane.killPostgres());
      case 'postgres-crashed':
        return this.crashPostgres();
      case 'connections-dropped':
        return this.dropConnections(blow.of);
    }
  }

  private arm(
    { process }: Post,
    blow: Extract<Blow, { kind: 'worker-struck' | 'api-struck' }>,
    { strike, forMs }: Pick<Extract<Blow, { kind: 'worker-struck' }>, 'strike' | 'forMs'>,
  ): void {
    this.struck.set(process, { blow, forMs });
    process.arm(strike);
    if (strike.how === 'dies')
      void process.ended.then(() => (this.over ? undefined : this.parts.tally.add(blowInWords(blow))));
  }

  private worker(who: number): Post {
    const post = this.parts.crew.workers[who % this.parts.crew.workers.length];
    if (post === undefined) throw new Error('there are no workers');
    return post;
  }

  /** One process of the server dies, and the server takes all connections down and recovers. */
  private async crashPostgres(): Promise<void> {
    const pids = await query(this.parts.database.superuserUrl, backends('%'));
    const pid = Number(pids[0]?.[0]);
    if (pid > 0) process.kill(pid, 'SIGKILL');
  }

  private async dropConnections(of: string): Promise<void> {
    await query(this.parts.database.superuserUrl, `select pg_terminate_backend(pid) from (${backends(of)}) as found`);
  }
}

function backends(of: string): string {
  return `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like '${of}'`;
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

async function redisAway({ redis }: Lane, how: 'kill' | 'hold', forMs: number): Promise<void> {
  if (how === 'kill') await redis.kill();
  else redis.hold();
  await pause(forMs);
  if (how === 'hold') redis.letGo();
  await redis.again();
}
