import { ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import {
  commandRights,
  mayIssue,
  standingsAmong,
  type Obligation,
  type Refusal,
  type Shipment,
} from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import { ownShipmentsOf, type OwnShipments } from '../people/reader.js';
import type { ShipmentStore } from '../ports.js';
import type { BoardStore, OpenItem, PageOf } from '../questions.port.js';
import { actionsPlaced, type Actions } from './actions.js';
import { alertPage, type AlertsQuery } from './alert-page.js';
import { actionsFor, dueItemFor, shipmentFor } from './disclosed.js';
import { ownFilterOf, pagingOf, type ListQuery, type TasksQuery } from './list-query.js';
import { shipmentPage } from './pages-of-one.js';
import { rowViewOf } from './row.js';
import { agendaSeen, seenBy, type Seen } from './seen.js';
import type { AlertView, DueItemView, RowView, ShipmentView } from './views.js';

type Page<Item> = Result<PageOf<Item>, Refusal>;

/** What is asked of shipments by whoever may not see and do all. */
export interface ReadersQuestions {
  list(query: ListQuery): Promise<Page<RowView>>;
  shipment(id: ShipmentId): Promise<ShipmentView | undefined>;
  agenda(id: ShipmentId): Promise<readonly DueItemView[] | undefined>;
  actions(id: ShipmentId): Promise<Actions | undefined>;
  tasks(query: TasksQuery): Promise<Page<DueItemView>>;
  alerts(query: AlertsQuery): Promise<Page<AlertView>>;
}

/** The board for one reader: the shipments in which they stand, what they may know of them, and what they may do. Any other shipment is not there. */
export class ReaderQuestions implements ReadersQuestions {
  constructor(
    private readonly shipments: ShipmentStore,
    private readonly board: BoardStore,
    private readonly reader: Acting,
  ) {}

  async list(query: ListQuery): Promise<Page<RowView>> {
    const page = await this.board.list(ownFilterOf(query, this.reader), pagingOf(query));
    return page.ok ? ok({ ...page.value, items: page.value.items.map(({ row }) => row) }) : page;
  }

  async shipment(id: ShipmentId): Promise<ShipmentView | undefined> {
    const seen = await this.seen(id);
    return seen && shipmentFor(seen, await shipmentPage(this.shipments, id, seen.state, agendaSeen(seen)));
  }

  async agenda(id: ShipmentId): Promise<readonly DueItemView[] | undefined> {
    const seen = await this.seen(id);
    if (seen === undefined) return undefined;
    const row = rowViewOf(id, seen.state, undefined);
    return agendaSeen(seen).map((obligation) => itemOf(seen, { id: '', shipment: id, obligation, row, ...untried }));
  }

  async actions(id: ShipmentId): Promise<Actions | undefined> {
    const seen = await this.seen(id);
    return seen && actionsFor(seen.held, actionsPlaced(seen.state, agendaSeen(seen)));
  }

  /** Only what can be settled by a command of theirs. */
  async tasks({ owner, limit, cursor }: TasksQuery): Promise<Page<DueItemView>> {
    const own = ownShipmentsOf(this.reader);
    // The operator's people who are not its coordinators settle nothing.
    if (own === undefined) return ok({ items: [], next: null, total: 0 });
    const filter = {
      tasks: true,
      own,
      settledBy: settling(this.reader, own),
      ...(owner === undefined ? {} : { owner }),
    };
    const page = await this.board.openItems(filter, { cursor: cursor ?? null, limit });
    if (!page.ok) return page;
    const states = await this.shipments.loadAll([...new Set(page.value.items.map(({ shipment }) => shipment))]);
    const known = new Map(states.map(({ shipment, state }) => [shipment, state]));
    return ok({
      ...page.value,
      items: page.value.items.flatMap((item) => this.taskOf(item, known.get(item.shipment))),
    });
  }

  async alerts(query: AlertsQuery): Promise<Page<AlertView>> {
    const seen = (state: Shipment): Seen | undefined => seenBy(this.reader, state);
    const stores = { shipments: this.shipments, board: this.board, own: ownShipmentsOf(this.reader), seen };
    return alertPage(stores, query);
  }

  private taskOf(item: OpenItem, state: Shipment | undefined): readonly DueItemView[] {
    const seen = state && seenBy(this.reader, state);
    const obligation = seen && sameAs(item.obligation, agendaSeen(seen));
    if (seen === undefined || obligation === undefined) return [];
    const told = itemOf(seen, { ...item, obligation });
    return told.offers.length === 0 ? [] : [told];
  }

  private async seen(id: ShipmentId): Promise<Seen | undefined> {
    const state = await this.shipments.load(id);
    return state === null ? undefined : seenBy(this.reader, state);
  }
}

/** Which commands they may issue for which part, as the store is asked. */
function settling(reader: Acting, { holder, parts }: OwnShipments): readonly string[] {
  return parts.flatMap((part) => {
    const held = standingsAmong(reader, [{ part, holder }]);
    return Object.keys(commandRights).flatMap((command) => (mayIssue(held, command) ? [`${part} ${command}`] : []));
  });
}

/** How often a bell has tried what is nobody's business outside. */
const untried = { revision: 0, attempts: 0, parked: null };

function itemOf({ held }: Seen, item: OpenItem): DueItemView {
  return dueItemFor(held, { ...item, ...untried });
}

/** What is owed, in the words that may be read. A key that ends with words of somebody's own is found by its kind and its time. */
function sameAs(owed: Obligation, among: readonly Obligation[]): Obligation | undefined {
  return (
    among.find(({ key }) => key === owed.key) ??
    among.find(({ kind, dueAt }) => kind === owed.kind && dueAt === owed.dueAt)
  );
}
