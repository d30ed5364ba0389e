import { setTimeout } from 'node:timers/promises';

const lookEveryMs = 50;
const mostLooks = 20;
const lullMs = 25;

/**
 * Deadlines before words about them: when very many fall due at once, each makes an alert that somebody is to be told of, and telling of the first would keep the
 * last from being recorded. While more than half of the places for deadlines are taken, a telling waits, a second at the most.
 */
export class GiveWay {
  private ring = 0;
  private fullAtMs = -Infinity;

  constructor(private readonly places: number) {}

  /** Counts the deadline while it is being answered. */
  async ringing<T>(answer: () => Promise<T>): Promise<T> {
    this.ring += 1;
    this.note();
    try {
      return await answer();
    } finally {
      this.note();
      this.ring -= 1;
    }
  }

  async toRings(): Promise<void> {
    for (let looks = 0; looks < mostLooks && this.isFull(); looks += 1) await setTimeout(lookEveryMs);
  }

  private note(): void {
    if (this.ring > this.places / 2) this.fullAtMs = performance.now();
  }

  /** Also between two that ring at once: the next ones are being fetched. */
  private isFull(): boolean {
    this.note();
    return performance.now() - this.fullAtMs < lullMs;
  }
}
