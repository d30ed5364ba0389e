import type { Bell, BellRequest } from '@cellrelay/use-cases';
import { onPostgres, queueNames, type BellConnection } from './connection.js';

/** What a job carries: ids only. Whether the item is due, and whose it is, the database decides when the bell rings. */
export interface BellJob {
  readonly id: string;
  readonly revision: number;
}

/** A job's id: item and revision. Not only digits and without a colon, as BullMQ demands; the same id is never added twice. */
export function jobIdOf({ id, revision }: BellJob): string {
  return `${id}_${revision}`;
}

type Side = keyof typeof queueNames;

/** Hangs bells in BullMQ. One already hung for the same item and revision is kept; losing them all loses nothing. */
export class BullmqBell implements Bell {
  private readonly queues: Readonly<Record<Side, InstanceType<typeof onPostgres.Queue<BellJob>>>>;

  constructor(connection: BellConnection, failed: (error: unknown) => void) {
    const open = (side: Side): InstanceType<typeof onPostgres.Queue<BellJob>> => {
      const queue = new onPostgres.Queue<BellJob>(queueNames[side], { connection: connection.pool });
      queue.on('error', failed);
      return queue;
    };
    this.queues = { ring: open('ring'), call: open('call') };
  }

  async arm(requests: readonly BellRequest[]): Promise<void> {
    for (const side of ['ring', 'call'] as const) {
      const jobs = requests.filter((each) => each.does === side).map(jobOf);
      if (jobs.length > 0) await this.queues[side].addBulk(jobs);
    }
  }

  /** Bells that wait or are being answered. */
  async waiting(): Promise<number> {
    const counts = await Promise.all(
      Object.values(this.queues).map((queue) =>
        queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized'),
      ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Forgets every bell, as a lost queue would. For tests of what the sweep brings back. */
  async forgetAll(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.obliterate({ force: true })));
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}

function jobOf(request: BellRequest): {
  name: string;
  data: BellJob;
  opts: { jobId: string; delay: number; removeOnComplete: true; removeOnFail: true; attempts: number };
} {
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
    },
  };
}
