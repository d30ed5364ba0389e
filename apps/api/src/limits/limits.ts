import { monotonicMillis } from '@cellrelay/platform';
import { NameWaits } from './name-waits.js';
import { SignInWaits } from './sign-in-waits.js';
import { TokenBuckets, type Rate } from './token-bucket.js';

/** How much of everything is taken from one caller. */
export interface LimitFigures {
  /** Every request, by the caller's address; an office behind one address shares it. */
  readonly perAddress: Rate;
  /** Requests of one session. */
  readonly perSession: Rate;
  /** Tries to sign in, by the caller's address. */
  readonly signIn: Rate;
  /** Looks at links and what is sent by them, by the caller's address: of its own, so that neither locks the other out. */
  readonly byLink: Rate;
  /** Fetches of one calendar; and of calendars that there are not, by the caller's address: services that fetch for many people come from few. */
  readonly calendar: Rate;
  /** Looks at how papers stand, by the caller's address: of its own, as for links. */
  readonly papers: Rate;
  /** Deliveries of one device; each may hold thousands of readings. */
  readonly perLogger: Rate;
  /** Milliseconds after which a handler's answer is given up. */
  readonly answerMs: number;
  readonly streams: number;
  readonly streamsPerSession: number;
}

export const standardLimits: LimitFigures = {
  perAddress: { burst: 400, perSecond: 80 },
  perSession: { burst: 150, perSecond: 30 },
  signIn: { burst: 20, perSecond: 0.2 },
  byLink: { burst: 20, perSecond: 0.2 },
  calendar: { burst: 60, perSecond: 0.2 },
  papers: { burst: 30, perSecond: 0.5 },
  perLogger: { burst: 30, perSecond: 1 },
  // An answer that takes longer is of no use to who waits; the database itself cancels a statement at 30 s.
  answerMs: 15_000,
  streams: 200,
  streamsPerSession: 8,
};

/** The counters of one running API. */
export class Limits {
  readonly perAddress: TokenBuckets;
  readonly perSession: TokenBuckets;
  readonly signIn: TokenBuckets;
  readonly byLink: TokenBuckets;
  readonly calendar: TokenBuckets;
  readonly papers: TokenBuckets;
  readonly perLogger: TokenBuckets;
  readonly waits: SignInWaits;
  readonly nameWaits: NameWaits;

  constructor(
    readonly figures: LimitFigures,
    ticks: () => number = monotonicMillis,
  ) {
    this.perAddress = new TokenBuckets(figures.perAddress, ticks);
    this.perSession = new TokenBuckets(figures.perSession, ticks);
    this.signIn = new TokenBuckets(figures.signIn, ticks);
    this.byLink = new TokenBuckets(figures.byLink, ticks);
    this.calendar = new TokenBuckets(figures.calendar, ticks);
    this.papers = new TokenBuckets(figures.papers, ticks);
    this.perLogger = new TokenBuckets(figures.perLogger, ticks);
    this.waits = new SignInWaits(ticks);
    this.nameWaits = new NameWaits(ticks);
  }
}
