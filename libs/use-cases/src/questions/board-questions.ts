import { ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { agendaOf, factToCorrect, type Refusal } from '@cellrelay/shipment';
import { loggedEventOf } from '../log/entry.js';
import type { Acting } from '../people/acting.js';
import type { ShipmentStore, StoredEntry } from '../ports.js';
import type { BoardStore, OpenItem, PageOf } from '../questions.port.js';
import { actionsPlaced, type Actions } from './actions.js';
import { alertPage, type AlertsQuery } from './alert-page.js';
import { spearDraftView } from './deviation-view.js';
import { dueItemOf } from './due-item.js';
import { factToCorrectView } from './fact-to-correct.js';
import { filterOf, pagingOf, type ListQuery, type TasksQuery } from './list-query.js';
import { logPage, shipmentPage } from './pages-of-one.js';
import { ReaderQuestions, type ReadersQuestions } from './reader-questions.js';
import type { AlertView, DueItemView, FactToCorrectView, LogLineView, RowView, ShipmentView } from './views.js';

type SpearDraftView = NonNullable<ReturnType<typeof spearDraftView>>;
type Page<Item> = Result<PageOf<Item>, Refusal>;

/** More open items than one shipment ever has; they are read in pages of this. */
const agendaPage = 200;

/**
 * Everything the board asks. Reads only, and everything a reader sees comes from committed rows. A cursor that is none is
 * refused; a shipment that there is not is undefined.
 */
export class BoardQuestions {
  constructor(
    private readonly shipments: ShipmentStore,
    private readonly board: BoardStore,
  ) {}

  /** The same questions as somebody who may not see and do all: only what they may is there. The operator's coordinator may. */
  as(reader: Acting): ReadersQuestions {
    const all = reader.organisation.kind === 'operator' && reader.role === 'coordinator';
    return all ? this : new ReaderQuestions(this.shipments, this.board, reader);
  }

  /** The list's rows, the most urgent first. */
  async list(query: ListQuery): Promise<Page<RowView>> {
    const page = await this.board.list(filterOf(query), pagingOf(query));
    return page.ok ? ok({ ...page.value, items: page.value.items.map(({ row }) => row) }) : page;
  }

  /** One shipment's page. */
  async shipment(id: ShipmentId): Promise<ShipmentView | undefined> {
    const state = await this.shipments.load(id);
    return state === null ? undefined : shipmentPage(this.shipments, id, state);
  }

  /** The draft of a deviation's S(P)EAR. Null: the shipment has no such deviation. */
  async spearDraft(id: ShipmentId, deviation: string): Promise<SpearDraftView | null | undefined> {
    const state = await this.shipments.load(id);
    return state === null ? undefined : (spearDraftView(state, deviation) ?? null);
  }

  /** The log after a line, oldest first; `next` is the line to go on after. */
  async log(id: ShipmentId, after: number, limit: number): Promise<PageOf<LogLineView> | undefined> {
    const state = await this.shipments.load(id);
    if (state === null) return undefined;
    return logPage(await this.wholeLog(id), state, { after, limit });
  }

  /** What the form that corrects the fact on that line begins with, refused where it is not corrected so. */
  async correction(id: ShipmentId, line: number): Promise<Result<FactToCorrectView, Refusal> | undefined> {
    const state = await this.shipments.load(id);
    if (state === null) return undefined;
    const log = (await this.wholeLog(id)).map(({ text }) => loggedEventOf(text));
    const found = factToCorrect(line, log);
    return found.ok ? ok(factToCorrectView(found.value, state)) : found;
  }

  private wholeLog(id: ShipmentId): Promise<readonly StoredEntry[]> {
    return this.shipments.log(id, 0, Number.MAX_SAFE_INTEGER);
  }

  /** All that a shipment owes, what is due first before the rest. */
  async agenda(id: ShipmentId): Promise<readonly DueItemView[] | undefined> {
    const known = await this.board.rows([id]);
    if (known.length === 0) return undefined;
    return (await this.openItemsOf(id)).map(dueItemOf);
  }

  /** What may be done now, each with its form, and why the rest may not. */
  async actions(id: ShipmentId): Promise<Actions | undefined> {
    const state = await this.shipments.load(id);
    return state === null ? undefined : actionsPlaced(state, agendaOf(state));
  }

  /** What people can settle now, on all shipments: what is due first before the rest. */
  async tasks({ owner, limit, cursor }: TasksQuery): Promise<Page<DueItemView>> {
    const filter = { tasks: true, ...(owner === undefined ? {} : { owner }) };
    const page = await this.board.openItems(filter, { cursor: cursor ?? null, limit });
    return page.ok ? ok({ ...page.value, items: page.value.items.map(dueItemOf) }) : page;
  }

  /** The alerts of all shipments, shipment by shipment in the list's order. */
  async alerts(query: AlertsQuery): Promise<Page<AlertView>> {
    return alertPage({ shipments: this.shipments, board: this.board }, query);
  }

  private async openItemsOf(shipment: ShipmentId): Promise<readonly OpenItem[]> {
    const found: OpenItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<OpenItem> = await this.board.openItems({ shipment }, { cursor, limit: agendaPage });
      if (!page.ok) throw new Error(`the store does not know its own cursor: ${page.error.sentence}`);
      found.push(...page.value.items);
      cursor = page.value.next;
    } while (cursor !== null);
    return found;
  }
}
