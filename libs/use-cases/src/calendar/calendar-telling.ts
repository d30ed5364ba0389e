import { instantFromMillis, latest, millisOf, minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import { canonicalText } from '../log/chain.js';
import type { CalendarItem, CalendarTold, ToldItem } from './calendar.port.js';

const dayMinutes = 24 * 60;

/** How far a calendar reaches: what is past, or far off, is on the board. An overdue deadline stays as long as it is owed. */
export const calendarReach = {
  daysBack: 30,
  daysAhead: 400,
  /** How long an entry that was called off stays as such. Programs ask for a calendar daily at the least; one that did not ask for this long drops the entry itself. */
  daysCancelled: 7,
  mostItems: 500,
  mostShipments: 200,
} as const;

/** What stands now, for whoever it is told to. */
export interface Standing {
  readonly as: string;
  readonly items: readonly CalendarItem[];
  /** The shipments that they see. Of any other nothing is said, not even that an entry is called off. */
  readonly shipments: ReadonlySet<string>;
  /** Shipments that were not looked at, being too many. */
  readonly shipmentsLeft: number;
}

/**
 * What a calendar is told now, after what it was told before: the same object where nothing has changed. An entry that has changed, come, or was called off carries the new
 * revision as its sequence; one that is owed but out of reach leaves in silence.
 */
export function tellingOf(before: CalendarTold, now: Instant, standing: Standing): CalendarTold {
  const known = before.as === standing.as ? before.items : [];
  const next = { sequence: before.revision + 1, changedAt: later(before.changedAt, now) };
  const { kept, cut } = withinReach(standing, now);
  const met = new Map(known.map((told) => [told.item.uid, told]));
  const owed = new Set([...standing.items, ...cut].map(({ uid }) => uid));
  const called = known
    .filter(({ item }) => !owed.has(item.uid) && standing.shipments.has(item.shipment))
    .map((told): ToldItem => (told.cancelled ? told : { ...told, ...next, cancelled: true }))
    .filter(({ changedAt }) => minutesBetween(changedAt, now) <= calendarReach.daysCancelled * dayMinutes);
  const items = [...[...kept, ...cut].map((item) => toldOf(met.get(item.uid), item, next)), ...called].sort(byTime);
  const same = known === before.items && canonicalText(items) === canonicalText(before.items);
  return same ? before : { revision: next.sequence, changedAt: next.changedAt, as: standing.as, items };
}

function toldOf(
  before: ToldItem | undefined,
  item: CalendarItem,
  next: Pick<ToldItem, 'sequence' | 'changedAt'>,
): ToldItem {
  const same = before !== undefined && !before.cancelled && canonicalText(before.item) === canonicalText(item);
  return same ? before : { item, ...next, cancelled: false };
}

/** A second later than before at least, so that no two revisions have one time, in whole seconds. */
function later(before: Instant, now: Instant): Instant {
  const second = instantFromMillis(Math.floor(millisOf(now) / 1000) * 1000);
  return latest([second, instantFromMillis(millisOf(before) + 1000)]) ?? second;
}

function byTime(a: ToldItem, b: ToldItem): number {
  const [left, right] = [a, b].map(({ item }) => `${item.startsAt} ${item.uid}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

interface Reach {
  readonly kept: readonly CalendarItem[];
  /** An entry that says where the calendar was cut; none where it was not. */
  readonly cut: readonly CalendarItem[];
}

/** What is to come before what is over, the nearest first, as many as there may be. */
function withinReach({ items, shipmentsLeft }: Standing, now: Instant): Reach {
  const [from, to] = [-calendarReach.daysBack, calendarReach.daysAhead].map((days) =>
    plusMinutes(now, days * dayMinutes),
  );
  const near = items.filter((each) => (each.endsAt >= (from ?? now) || each.overdue) && each.startsAt <= (to ?? now));
  const ahead = near.filter(({ endsAt }) => endsAt >= now).sort((a, b) => order(a.startsAt, b.startsAt));
  const past = near.filter(({ endsAt }) => endsAt < now).sort((a, b) => order(b.startsAt, a.startsAt));
  const kept = [...ahead, ...past].slice(0, calendarReach.mostItems);
  return { kept, cut: cutAt(kept, near.length - kept.length, shipmentsLeft) };
}

function order(a: Instant, b: Instant): number {
  return a < b ? -1 : Number(a > b);
}

function cutAt(kept: readonly CalendarItem[], items: number, shipments: number): readonly CalendarItem[] {
  const last = latest(kept.map(({ startsAt }) => startsAt));
  if (last === undefined || items + shipments === 0) return [];
  const what = [items === 0 ? [] : [`${items} entries`], shipments === 0 ? [] : [`${shipments} shipments`]].flat();
  return [
    {
      uid: 'cut@cellrelay',
      shipment: '',
      startsAt: last,
      endsAt: plusMinutes(last, 15),
      summary: `CellRelay: this calendar is cut, ${what.join(' and ')} more`,
      description: 'Not everything is in this calendar. The board has all of it.',
      location: null,
      ...{ tentative: false, urgent: false, overdue: false },
    },
  ];
}
