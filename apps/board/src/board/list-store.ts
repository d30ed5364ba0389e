import type { Row, RowPage } from '../api/types.js';
import { ListWindow, PAGE, type Span } from './list-window.js';

/** What is looked at is asked for once the eye rests on it. */
const REST = 80;
/** Changes are drawn that often at most: so fast nobody reads, however many come. */
const DRAW = 250;
/** After changes the order is asked for soon, and then no oftener than this. */
const SOON = 300;
const SELDOM = 1_000;
/** What did not come is tried again after this. */
const AGAIN = 3_000;
/** So many pages go into one question. */
const TOGETHER = 2;

/** Asks the server for rows of the list: so many, after so many. */
type AskRows = (from: { readonly skip: number; readonly limit: number }) => Promise<RowPage>;

/** What is drawn of a list but its rows. */
interface ListShown {
  readonly total: number | undefined;
  readonly moved: number;
  readonly error: Error | null;
  /** Another with each change of the order. */
  readonly order: number;
}

/**
 * One list as it is shown: asks for the pages that are looked at, takes changes as they come, and tells whoever draws it what to draw anew: of a change its row alone.
 */
export class ListStore {
  private readonly rows = new ListWindow<Row>();
  private readonly listeners = new Set<() => void>();
  private readonly rowListeners = new Map<string, Set<() => void>>();
  private readonly changed = new Map<string, Row>();
  /** Rows that changed while an answer was on its way, and which change it was. */
  private readonly meanwhile = new Map<string, { readonly row: Row; readonly change: number }>();
  private changes = 0;
  private underWay = 0;
  private span: Span = { first: 0, last: 0 };
  private shown: ListShown = { total: undefined, moved: 0, error: null, order: 0 };
  private asking = false;
  private stopped = true;
  private askedAt = Number.NEGATIVE_INFINITY;
  private asked: ReturnType<typeof setTimeout> | undefined;
  private askAt = Number.POSITIVE_INFINITY;
  private drawn: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: AskRows) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): ListShown => this.shown;

  subscribeRow(id: string, listener: () => void): () => void {
    const own = this.rowListeners.get(id) ?? new Set();
    this.rowListeners.set(id, own.add(listener));
    return () => {
      own.delete(listener);
      if (own.size === 0 && this.rowListeners.get(id) === own) this.rowListeners.delete(id);
    };
  }

  row(id: string): Row | undefined {
    return this.rows.row(id);
  }

  idAt(place: number): string | undefined {
    return this.rows.idAt(place);
  }

  placeOf(id: string): number | undefined {
    return this.rows.placeOf(id);
  }

  known(): readonly string[] {
    return this.rows.known();
  }

  /** These pages are looked at now. */
  look(span: Span): void {
    this.span = span;
    this.rows.keepNear(span);
    if (this.rows.missing(span) !== undefined) this.askIn(REST);
  }

  /** A hand is on the list, or has left it. */
  hold(hand: boolean): void {
    this.rows.hold(hand);
    this.reorder();
    this.askForGaps();
  }

  /** What waits takes its place. */
  settle(): void {
    this.rows.settle();
    this.reorder();
    this.askForGaps();
  }

  /** A row has changed, or is gone; where it stands now is the server's to say. */
  change(row: Row | null): void {
    if (row !== null) this.changed.set(row.id, row);
    this.drawn ??= setTimeout(() => this.draw(), DRAW);
    this.outdate();
    if (row !== null && this.underWay > 0) this.meanwhile.set(row.id, { row, change: this.changes });
  }

  /** Anything may have changed. */
  outdate(): void {
    this.doubt();
    this.askIn(this.seldom());
  }

  /** Asks at once for the first rows that are looked at. */
  begin(): void {
    this.stopped = false;
    this.doubt();
    this.askIn(0);
  }

  /** Asks for nothing more. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.asked);
    clearTimeout(this.drawn);
    this.asked = this.drawn = undefined;
  }

  /** Rows from the first on are fetched until so many are known, for whoever prints the list. */
  async fill(limit: number): Promise<void> {
    for (let page = 0; page * PAGE < Math.min(limit, this.rows.total ?? limit); page += TOGETHER)
      await this.fetch({ first: page, last: page + TOGETHER - 1 });
  }

  private draw(): void {
    this.drawn = undefined;
    const rows = [...this.changed.values()];
    this.changed.clear();
    rows.forEach((row) => this.rows.take(row));
    this.tell(rows);
  }

  private tell(rows: readonly Row[]): void {
    for (const { id } of rows) this.rowListeners.get(id)?.forEach((listen) => listen());
  }

  private reorder(error: Error | null = this.shown.error): void {
    this.shown = { total: this.rows.total, moved: this.rows.moved, error, order: this.shown.order + 1 };
    this.listeners.forEach((listen) => listen());
  }

  /** Answers that are on their way may be of before this. */
  private doubt(): void {
    this.changes += 1;
    this.rows.outdate();
  }

  private seldom(): number {
    return Math.max(SOON, this.askedAt + SELDOM - performance.now());
  }

  /** The sooner of two wishes counts: who scrolls on a busy board does not wait for its next turn. */
  private askIn(millis: number): void {
    const at = performance.now() + millis;
    if (this.stopped || (this.asked !== undefined && this.askAt <= at)) return;
    clearTimeout(this.asked);
    this.askAt = at;
    this.asked = setTimeout(() => {
      this.asked = undefined;
      void this.askMissing();
    }, millis);
  }

  /** Empty places that are looked at are asked for at once; what is shown and may be old has its turn. */
  private askForGaps(): void {
    if (this.rows.missing(this.span) === undefined) return;
    this.askIn(this.rows.hasGaps(this.span) ? REST : this.seldom());
  }

  /** One question at a time; what is looked at by then is asked for after it. */
  private async askMissing(): Promise<void> {
    const missing = this.rows.missing(this.span);
    if (missing === undefined || this.asking) return;
    this.asking = true;
    this.askedAt = performance.now();
    const came = await this.fetch({ first: missing.first, last: Math.min(missing.last, missing.first + TOGETHER - 1) });
    this.asking = false;
    if (!came) this.askIn(AGAIN);
    else this.askForGaps();
  }

  /** Figures that are there stay when asking again fails. */
  private async fetch({ first, last }: Span): Promise<boolean> {
    const before = this.changes;
    this.underWay += 1;
    try {
      const page = await this.ask({ skip: first * PAGE, limit: (last - first + 1) * PAGE });
      const items = page.items.map((item) => this.newest(item, before));
      this.rows.put({ page: first, items, total: page.total });
      // It may tell how things stood before a change that came while it was asked for.
      if (this.changes !== before) this.rows.outdate();
      this.tell(items);
      this.reorder(null);
      return true;
    } catch (error) {
      this.reorder(error instanceof Error ? error : new Error(String(error)));
      return false;
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) this.meanwhile.clear();
    }
  }

  private newest(item: Row, before: number): Row {
    const known = this.meanwhile.get(item.id);
    return known !== undefined && known.change > before ? known.row : item;
  }
}
