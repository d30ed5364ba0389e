import { ok, type Result } from '@cellrelay/kernel';
import type { Refusal, Shipment } from '@cellrelay/shipment';
import type { OwnShipments } from '../people/reader.js';
import type { ShipmentStore } from '../ports.js';
import type { BoardStore, ListedShipment, PageOf } from '../questions.port.js';
import { alertViewOf } from './alert-view.js';
import { alertFor } from './disclosed.js';
import { lateAlertsOf } from './late-alerts.js';
import type { Seen } from './seen.js';
import { standingAlerts } from './standing-alerts.js';
import type { AlertView } from './views.js';

export interface AlertsQuery {
  /** True: those whose cause still stands. False: the resolved ones too. */
  readonly standing: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Stores {
  readonly shipments: ShipmentStore;
  readonly board: BoardStore;
  /** The shipments in which whoever asks stands; left out where that is all. */
  readonly own?: OwnShipments | undefined;
  /** What they may know of one; left out where that is all. */
  readonly seen?: (state: Shipment) => Seen | undefined;
}

/** Shipments read at once: with their states in hand, a page of alerts is cut out of them. */
const shipmentsAtOnce = 50;

/**
 * A page of alerts. Alerts live in their shipments, so the pages go along the list of shipments, and a cursor is the list's own
 * with the number of that page's alerts already told. `total` counts the alerts that stand, whether or not resolved ones are asked for.
 */
export async function alertPage(stores: Stores, query: AlertsQuery): Promise<Result<PageOf<AlertView>, Refusal>> {
  const place = placeOf(query.cursor);
  const filter = { own: stores.own, ...(query.standing ? { minSeverity: 1 } : {}) };
  const page = await stores.board.list(filter, { cursor: place.list, limit: shipmentsAtOnce });
  if (!page.ok) return page;
  const all = (await Promise.all(page.value.items.map((listed) => alertsIn(stores, listed, query.standing)))).flat();
  const end = place.told + query.limit;
  const next =
    end < all.length ? cursorOf(place.list, end) : page.value.next === null ? null : cursorOf(page.value.next, 0);
  return ok({ items: all.slice(place.told, end), next, total: await standingIn(stores) });
}

async function alertsIn(
  { shipments, seen = seenWhole }: Stores,
  { shipment }: ListedShipment,
  standing: boolean,
): Promise<readonly AlertView[]> {
  const whole = await shipments.load(shipment);
  const found = whole === null ? undefined : seen(whole);
  if (found === undefined) return [];
  const { state, held } = found;
  const alerts = standing ? standingAlerts(state) : newestFirst(state);
  const late = await lateAlertsOf(shipments, shipment, state);
  return alerts.map((alert) => alertFor(held, alertViewOf(shipment, state, alert, late)));
}

const seenWhole = (state: Shipment): Seen => ({ held: ['operator/coordinator'], state });

function newestFirst(state: Shipment) {
  return [...state.stages.alert.alerts].reverse();
}

async function standingIn({ board, own }: Stores): Promise<number> {
  let [total, cursor]: [number, string | null] = [0, null];
  do {
    const page: Awaited<ReturnType<BoardStore['list']>> = await board.list(
      { minSeverity: 1, own },
      { cursor, limit: 500 },
    );
    if (!page.ok) return total;
    total += page.value.items.reduce((sum, { row }) => sum + row.alerts.length, 0);
    cursor = page.value.next;
  } while (cursor !== null);
  return total;
}

/** `<told>~<cursor of the list>`; without a cursor of the list, its first page. */
function cursorOf(list: string | null, told: number): string {
  return `${told}~${list ?? ''}`;
}

function placeOf(cursor: string | undefined): { readonly list: string | null; readonly told: number } {
  if (cursor === undefined) return { list: null, told: 0 };
  const found = /^(\d{1,6})~(.*)$/s.exec(cursor);
  // What is no cursor of ours goes on to the store, which refuses it.
  if (found === null) return { list: cursor, told: 0 };
  return { list: found[2] === '' ? null : (found[2] ?? null), told: Number(found[1]) };
}
