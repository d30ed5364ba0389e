/** How many at once, and how many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets by key, in memory. The least recently used keys are forgotten beyond `most`, so that callers cannot fill memory with keys. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /** `ticks` answers milliseconds that only grow. */
  constructor(
    private readonly rate: Rate,
    private readonly ticks: () => number,
    private readonly most = 10_000,
  ) {}

  /** Takes one; answers 0, or the seconds after which one will be there. */
  take(key: string): number {
    const now = this.ticks();
    const tokens = this.tokensOf(key, now);
    const left = tokens >= 1 ? tokens - 1 : tokens;
    this.keep(key, { tokens: left, at: now });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / this.rate.perSecond);
  }

  private tokensOf(key: string, now: number): number {
    const bucket = this.buckets.get(key);
    if (bucket === undefined) return this.rate.burst;
    return Math.min(this.rate.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.rate.perSecond);
  }

  private keep(key: string, bucket: Bucket): void {
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const oldest = this.buckets.size > this.most ? this.buckets.keys().next().value : undefined;
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
