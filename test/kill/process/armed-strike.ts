import type { StorePoint } from '@cellrelay/adapter-postgres';
import type { FaultPoint } from '@cellrelay/use-cases';
import pg from 'pg';
import type { Said, Strike } from './messages.js';

/** Lets this very process die or stop at a point that was named beforehand. */
export class ArmedStrike {
  private strike: Strike | null = null;
  private counted = 0;

  constructor(private readonly say: (said: Said, sent: () => void) => void) {}

  arm(strike: Strike | null): void {
    this.strike = strike;
    this.counted = 0;
  }

  /** To be called at every point that there is. */
  readonly reach = (point: FaultPoint | StorePoint): Promise<void> => this.comeTo(point);

  /** Any statement that goes to the database, of ours or of the queue's, is a moment to die at. */
  watchStatements(): void {
    const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
    const send = prototype.query;
    const come = (): void => void this.comeTo('statement');
    prototype.query = function (this: unknown, ...args: unknown[]): unknown {
      const sent = send.apply(this, args);
      // Died at once, the statement may not have left the process; a little later its answer is on its way.
      if (Math.random() < 0.5) come();
      else setImmediate(() => setImmediate(come));
      return sent;
    };
  }

  private async comeTo(at: Strike['at']): Promise<void> {
    const { strike } = this;
    if (strike?.at !== at) return;
    this.counted += 1;
    if (this.counted !== strike.count) return;
    this.strike = null;
    if (strike.how === 'stops') await this.stop();
    else await die();
  }

  private async stop(): Promise<void> {
    await new Promise<void>((sent) => this.say({ said: 'stops' }, sent));
    process.kill(process.pid, 'SIGSTOP');
  }
}

/** Dies as by a power cut: nothing is flushed, nothing is closed, nothing after this line runs. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
}
