import type { Bell, BellRequest } from '@cellrelay/use-cases';
import {
  isTelling,
  queueNames,
  type BellConnection,
  type BellJob,
  type BellQueue,
  type BellToAdd,
  type QueueName,
  type QueueSide,
} from './connection.js';

/** A job's id: item and revision. Not only digits and without a colon, as BullMQ demands; the same id is never added twice. */
export function jobIdOf({ id, revision }: BellJob): string {
  return `${id}_${revision}`;
}

/** Bells of one queue. */
export interface BellDepth {
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
}

/** Telling of alerts stands behind whatever else desks are called for, unless they are critical: seats run out, and of warnings there may be thousands at once. */
const behindOtherCalls = 10;

/** Hangs bells in BullMQ. One already hung for the same item and revision is kept; losing them all loses nothing. */
export class BullmqBell implements Bell {
  private readonly queues: Readonly<Record<QueueSide, BellQueue>>;

  constructor(
    private readonly connection: BellConnection,
    /** A mark of the work under way, which whoever answers is handed with the bell. */
    private readonly mark: () => string | undefined = () => undefined,
  ) {
    this.queues = { ring: connection.queue(queueNames.ring), call: connection.queue(queueNames.call) };
  }

  async arm(requests: readonly BellRequest[]): Promise<void> {
    const mark = this.mark();
    for (const side of ['ring', 'call'] as const) {
      const jobs = requests.filter((each) => each.does === side).map((each) => jobOf(each, mark));
      await hang(this.queues[side], jobs);
    }
  }

  reach(): Promise<void> {
    return this.connection.reach();
  }

  /** Bells that wait or are being answered. */
  async waiting(): Promise<number> {
    const depths = Object.values(await this.depth());
    return depths.reduce((sum, { waiting, delayed, active }) => sum + waiting + delayed + active, 0);
  }

  /** How many bells hang in each queue: to be answered now, later, or being answered. */
  async depth(): Promise<Readonly<Record<QueueName, BellDepth>>> {
    return { bells: await depthOf(this.queues.ring), outbound: await depthOf(this.queues.call) };
  }

  /** Forgets every bell, as a lost queue would. For tests of what the sweep brings back. */
  async forgetAll(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.obliterate({ force: true })));
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}

/** On PostgreSQL many at once are cheap and one in that way is not: BullMQ makes two tables for it, and drops them. */
async function hang(queue: BellQueue, jobs: readonly BellToAdd[]): Promise<void> {
  const [first] = jobs;
  if (first === undefined) return;
  if (jobs.length === 1) await queue.add(first.name, first.data, first.opts);
  else await queue.addBulk([...jobs]);
}

async function depthOf(queue: BellQueue): Promise<BellDepth> {
  const counts = await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active');
  const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
  return { waiting: waiting + prioritized, delayed, active };
}

function jobOf(request: BellRequest, mark: string | undefined): BellToAdd {
  const data = { id: request.id, revision: request.revision };
  return {
    name: request.stage,
    data,
    opts: {
      jobId: jobIdOf(data),
      delay: Math.max(0, Math.ceil(request.waitMs)),
      removeOnComplete: true,
      removeOnFail: true,
      attempts: 1,
      ...(isTelling(request.does, request.stage) && request.urgent !== true ? { priority: behindOtherCalls } : {}),
      ...(mark === undefined ? {} : { telemetry: { metadata: mark } }),
    },
  };
}
