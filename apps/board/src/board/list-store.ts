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
  private span: Span = { first: 0, last: 0 };
  private shown: ListShown = { total: undefined, moved: 0, error: null, order: 0 };
  private asking = false;
  private stopped = true;
  private askedAt = Number.NEGATIVE_INFINITY;
  private asked: ReturnType<typeof setTimeout> | undefined;
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
  }

  /** What waits takes its place. */
  settle(): void {
    this.rows.settle();
    this.reorder();
  }

  /** A row has changed, or is gone; where it stands now is the server's to say. */
  change(row: Row | null): void {
    if (row !== null) this.changed.set(row.id, row);
    this.drawn ??= setTimeout(() => this.draw(), DRAW);
    this.outdate();
  }

  /** Anything may have changed. */
  outdate(): void {
    this.rows.outdate();
    this.askIn(Math.max(SOON, this.askedAt + SELDOM - performance.now()));
  }

  /** Asks at once for the first rows that are looked at. */
  begin(): void {
    this.stopped = false;
    this.rows.outdate();
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

  private askIn(millis: number): void {
    if (this.stopped) return;
    this.asked ??= setTimeout(() => {
      this.asked = undefined;
      void this.askMissing();
    }, millis);
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
    else if (this.rows.missing(this.span) !== undefined) this.askIn(REST);
  }

  /** Figures that are there stay when asking again fails. */
  private async fetch({ first, last }: Span): Promise<boolean> {
    try {
      const page = await this.ask({ skip: first * PAGE, limit: (last - first + 1) * PAGE });
      this.rows.put({ page: first, items: page.items, total: page.total });
      this.tell(page.items);
      this.reorder(null);
      return true;
    } catch (error) {
      this.reorder(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  }
}
