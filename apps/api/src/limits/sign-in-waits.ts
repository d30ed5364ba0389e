interface Tries {
  count: number;
  lastAt: number;
}

/** How many tries are free, and how long a wait becomes at most. */
export interface Patience {
  readonly freeTries: number;
  readonly longestMs: number;
}

const atOnePlace: Patience = { freeTries: 3, longestMs: 60_000 };
const forgottenAfterMs = 15 * 60_000;
const most = 10_000;

/**
 * Growing waits for wrong passwords, counted by account and caller's address together: whoever guesses waits, and the account's owner at
 * another address does not. At the same address a minute is the longest, since locking a coordinator out at night was held to be the worse harm.
 */
export class SignInWaits {
  private readonly tries = new Map<string, Tries>();

  /** `ticks` answers milliseconds that only grow. */
  constructor(
    private readonly ticks: () => number,
    private readonly patience = atOnePlace,
  ) {}

  /** Begins a try: 0 when it may be made, else the seconds to wait. Counts as failed until `succeeded`, so that many at once gain nothing. */
  begin(key: string): number {
    const now = this.ticks();
    const tries = this.standing(key, now);
    const waitMs = tries.lastAt + waitAfter(tries.count, this.patience) - now;
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    this.keep(key, { count: tries.count + 1, lastAt: now });
    return 0;
  }

  succeeded(key: string): void {
    this.tries.delete(key);
  }

  /** The try that was begun last was none: it does not count. */
  forgive(key: string): void {
    const tries = this.tries.get(key);
    if (tries !== undefined) this.tries.set(key, { ...tries, count: tries.count - 1 });
  }

  private standing(key: string, now: number): Tries {
    const tries = this.tries.get(key);
    return tries === undefined || now - tries.lastAt > forgottenAfterMs ? { count: 0, lastAt: now } : tries;
  }

  private keep(key: string, tries: Tries): void {
    this.tries.delete(key);
    this.tries.set(key, tries);
    const oldest = this.tries.size > most ? this.tries.keys().next().value : undefined;
    if (oldest !== undefined) this.tries.delete(oldest);
  }
}

function waitAfter(count: number, { freeTries, longestMs }: Patience): number {
  return count < freeTries ? 0 : Math.min(1000 * 2 ** (count - freeTries), longestMs);
}
