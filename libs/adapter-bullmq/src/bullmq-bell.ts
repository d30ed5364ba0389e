import type { Bell, BellRequest } from '@cellrelay/use-cases';
import { queueNames, type BellConnection, type BellJob, type BellQueue } from './connection.js';

/** A job's id: item and revision. Not only digits and without a colon, as BullMQ demands; the same id is never added twice. */
export function jobIdOf({ id, revision }: BellJob): string {
  return `${id}_${revision}`;
}

type Side = keyof typeof queueNames;

/** Hangs bells in BullMQ. One already hung for the same item and revision is kept; losing them all loses nothing. */
export class BullmqBell implements Bell {
  private readonly queues: Readonly<Record<Side, BellQueue>>;

  constructor(connection: BellConnection) {
    this.queues = { ring: connection.queue(queueNames.ring), call: connection.queue(queueNames.call) };
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
