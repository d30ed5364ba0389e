import { instantFromMillis } from '@cellrelay/kernel';
import type { BellRequest } from '@cellrelay/use-cases';
import type { OpenItem } from './open-items.js';

/** Where bells are hung. */
export interface HangsBells {
  arm(requests: readonly BellRequest[]): Promise<void>;
  waiting(): Promise<number>;
}

/** A bell that has not been answered is hung again so soon, as the sweep does in use. */
const againAfterMs = 150;

/** Hangs the bells of a round, and hangs each again until it has been answered. */
export class BellRinger {
  /** How many bells were hung for the first time. */
  rung = 0;
  /** How many bells were hung again while the queue knew of none: without that they would never have rung. */
  lost = 0;
  private readonly hungAtMs = new Map<string, number>();

  constructor(
    private readonly bells: HangsBells,
    private readonly hangsAgain: boolean,
  ) {}

  /** Hangs those of these bells that are not hung, or not since a while. What cannot be hung is hung at the next look. */
  async hang(items: readonly OpenItem[]): Promise<void> {
    const now = performance.now();
    const due = items.filter((item) => this.isWanted(item, now));
    if (due.length === 0) return;
    try {
      if (due.some((item) => this.hungAtMs.has(nameOf(item)))) await this.countLost();
      await this.bells.arm(due.map(bellOf));
    } catch {
      return;
    }
    for (const item of due) {
      if (!this.hungAtMs.has(nameOf(item))) this.rung += 1;
      this.hungAtMs.set(nameOf(item), performance.now());
    }
  }

  private isWanted(item: OpenItem, nowMs: number): boolean {
    const hung = this.hungAtMs.get(nameOf(item));
    return hung === undefined || (this.hangsAgain && nowMs - hung > againAfterMs);
  }

  private async countLost(): Promise<void> {
    if ((await this.bells.waiting()) === 0) this.lost += 1;
  }
}

function nameOf({ bell }: OpenItem): string {
  return `${bell.id}_${bell.revision}`;
}

function bellOf({ bell, ringsAtMs }: OpenItem): BellRequest {
  return { ...bell, dueAt: instantFromMillis(ringsAtMs), waitMs: 0 };
}

/** Loses every tenth of what is hung, and says nothing of it. */
export function losing(bells: HangsBells): HangsBells {
  let asked = 0;
  return {
    arm: (requests) => ((asked += 1) % 10 === 0 ? Promise.resolve() : bells.arm(requests)),
    waiting: () => bells.waiting(),
  };
}
