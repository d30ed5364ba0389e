import type { Instant } from '@cellrelay/kernel';
import type { Acting } from '../people/acting.js';
import type { Owner } from '../people/own-account.port.js';

/** What somebody wants in their calendar: everything that they see, or only what is theirs to do. */
export const calendarScopes = ['all', 'tasks'] as const;

export type CalendarScope = (typeof calendarScopes)[number];

/** One entry as it stands in a calendar, without what marks its changes. */
export interface CalendarItem {
  /** Made of the shipment's id and the agenda item's key or the booking's id, so that it is the same however often the entry moves. */
  readonly uid: string;
  /** Empty of what is about no shipment. */
  readonly shipment: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly tentative: boolean;
  /** It rings before its end. */
  readonly urgent: boolean;
  readonly overdue: boolean;
}

/** An entry as a calendar was told of it last. */
export interface ToldItem {
  readonly item: CalendarItem;
  /** Rises with each change of the entry and never falls: the revision of the calendar in which it changed last. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly cancelled: boolean;
}

/** All that a calendar was told last. */
export interface CalendarTold {
  /** Rises with every change of the whole, for as long as the account is there. */
  readonly revision: number;
  /** Whole seconds, later with each revision: calendars know no finer time. */
  readonly changedAt: Instant;
  /** As whom and what they were told it. What was told to somebody else is not called off before them. */
  readonly as: string;
  readonly items: readonly ToldItem[];
}

/** Whose address it is, and what was told by it. */
export interface CalendarAddress {
  readonly account: string;
  readonly acting: Acting;
  readonly scope: CalendarScope;
  readonly told: CalendarTold;
}

/** One's own calendar, without its address, which was shown once. */
export interface OwnCalendar {
  readonly scope: CalendarScope;
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** Addresses of calendars, one of an account at most, known by the SHA-256 of their token; and what each was told. */
export interface CalendarStore {
  own(account: string): Promise<OwnCalendar | null>;
  /** In the place of the address before, which is good for nothing from then on. Null where the account has ended. */
  make(
    owner: Owner,
    calendar: { readonly tokenHash: string; readonly scope: CalendarScope },
  ): Promise<OwnCalendar | null>;
  /** False where there is none. */
  end(owner: Owner): Promise<boolean>;
  /** The address of that token, of an account that stands; notes that it was used, at most once a minute. */
  find(tokenHash: string): Promise<CalendarAddress | null>;
  /** Keeps what is told now in the place of the revision before. False, and nothing kept, where another one is kept by now. */
  tell(
    address: { readonly account: string; readonly tokenHash: string; readonly before: number },
    told: CalendarTold,
  ): Promise<boolean>;
}
