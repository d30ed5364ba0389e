import { instantOf, type Instant } from '@cellrelay/kernel';
import type { Acting } from '../people/acting.js';
import { tripId, type Trip } from '../questions/example-trip.js';
import type { Clock } from '../ports.js';
import { CalendarFeeds } from './calendar-feeds.js';
import type { CalendarAddress, CalendarScope, CalendarStore, CalendarTold } from './calendar.port.js';

/** For the specs beside this file: feeds over one trip in memory. */

export function moment(text: string): Instant {
  const found = instantOf(text);
  if (found === undefined) throw new Error(`no moment: ${text}`);
  return found;
}

export const nothingTold: CalendarTold = { revision: 0, changedAt: moment('1970-01-01T00:00:00Z'), as: '', items: [] };

/** One address over one trip. What is told is kept as the database keeps it: in the place of the revision before, or not at all. */
export class OneCalendar implements Pick<CalendarStore, 'find' | 'tell'> {
  told = nothingTold;
  now = moment('2026-11-07T00:00:00.500Z');
  /** Called before a telling is kept. */
  before: () => Promise<void> = () => Promise.resolve();
  readonly feeds: CalendarFeeds;

  constructor(
    readonly trip: Trip,
    public acting: Acting,
    readonly scope: CalendarScope = 'all',
  ) {
    const clock: Clock = { now: () => Promise.resolve(this.now) };
    const items = [{ shipment: tripId, revision: 1, row: null as never }];
    this.feeds = new CalendarFeeds({
      ...{ calendars: this, clock },
      shipments: { loadAll: (ids) => Promise.resolve(ids.map((shipment) => ({ shipment, state: this.trip.state }))) },
      board: { list: () => Promise.resolve({ ok: true, value: { items, next: null, total: 1 } }) },
    });
  }

  find(): Promise<CalendarAddress> {
    const { acting, scope, told } = this;
    return Promise.resolve({ account: 'one', acting, scope, told });
  }

  async tell({ before }: { readonly before: number }, told: CalendarTold): Promise<boolean> {
    await this.before();
    if (this.told.revision !== before) return false;
    this.told = told;
    return true;
  }

  async text(): Promise<string> {
    return (await this.feeds.of('hash', 'https://relay.example.org'))?.text ?? '';
  }
}
