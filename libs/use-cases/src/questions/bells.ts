import { millisOf } from '@cellrelay/kernel';
import type { Owner } from '@cellrelay/shipment';
import {
  lateMs,
  type BellStanding,
  type Downtime,
  type DowntimeItem,
  type DowntimeStore,
} from '../bell/downtime.port.js';
import type { BellsView, DowntimeView } from './bells-views.js';
import { shownInOf } from './places.js';
import { owner } from './views.js';

/** A digest is to be read: of more downtimes the newest, of more that fell due the most urgent of each owner, with how many there are. */
const most = { downtimes: 5, itemsEach: 25 } as const;

/** How bells stand, whatever the clock does. */
export async function bellsStand(store: Pick<DowntimeStore, 'standing'>): Promise<Omit<BellsView, 'clock'>> {
  const standing = await store.standing(lateMs);
  return { ringing: areRinging(standing), since: standing.beat?.wellAt ?? null };
}

/** A sweep has come by within the last minute, and nothing is overdue by more than that. */
export function areRinging({ now, beat, overdue }: BellStanding): boolean {
  return beat !== null && !overdue && millisOf(now) - millisOf(beat.at) <= lateMs;
}

/** What somebody has not read of yet, of whatever fell due while bells rang late or not at all: one digest, whosever it was. */
export async function digestFor(
  store: Pick<DowntimeStore, 'unread'>,
  account: string,
): Promise<{ readonly items: readonly DowntimeView[] }> {
  return { items: (await store.unread(account, most)).map(downtimeViewOf) };
}

function downtimeViewOf({ id, from, to, totals, items }: Downtime): DowntimeView {
  const ownedBy = (each: Owner) => items.filter(({ obligation }) => obligation.owner === each).map(itemView);
  const owners = owner.options.flatMap((each) => {
    const total = totals[each] ?? 0;
    return total === 0 ? [] : [{ owner: each, total, items: ownedBy(each) }];
  });
  return { id, from, to, total: owners.reduce((sum, { total }) => sum + total, 0), owners };
}

function itemView({
  shipment,
  obligation,
  row,
  stillOwed,
}: DowntimeItem): DowntimeView['owners'][number]['items'][number] {
  const { key, what, does, dueAt, severity } = obligation;
  return {
    shipment,
    reference: row.reference,
    route: `${row.from.city} → ${row.to.city}`,
    ...{ key, what, dueAt, stillOwed },
    does: does === 'call' ? 'call' : 'ring',
    shownIn: shownInOf(obligation, row),
    severity: severity ?? null,
  };
}
