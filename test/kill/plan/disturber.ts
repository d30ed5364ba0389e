import { pause } from '@cellrelay/platform';
import type { Post } from '../process/post.js';
import type { RunningProcess } from '../process/running-process.js';
import type { Tally } from '../report/tally.js';
import { actOf, workerOf, type Targets } from './acts.js';
import { blowInWords, type Blow } from './blow.js';
import type { RoundPlan, TimedBlow } from './round-plan.js';

/** What the blows fall on, and where they are counted. */
export type DisturberParts = Targets & { readonly tally: Tally };

/** Lets the blows of a round fall when their time comes. */
export class Disturber {
  private readonly left: TimedBlow[];
  private readonly underWay = new Set<Promise<void>>();
  private readonly struck = new Map<RunningProcess, { readonly blow: Blow; readonly forMs: number }>();
  private over = false;
  /** How many blows fell; the others missed, or their point was never reached. */
  fell = 0;

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
    this.count(found.blow);
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
    if (blow.kind === 'worker-struck') return this.arm(workerOf(this.parts.crew, blow.who), blow);
    if (blow.kind === 'api-struck') return this.arm(this.parts.crew.api, blow);
    await actOf(blow)(this.parts);
    this.count(blow);
  }

  private arm({ process }: Post, blow: Extract<Blow, { kind: 'worker-struck' | 'api-struck' }>): void {
    const { strike, forMs } = blow;
    this.struck.set(process, { blow, forMs });
    process.arm(strike);
    if (strike.how === 'dies') void process.ended.then(() => (this.over ? undefined : this.count(blow)));
  }

  private count(blow: Blow): void {
    this.fell += 1;
    this.parts.tally.add(blowInWords(blow));
  }
}
