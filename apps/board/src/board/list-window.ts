import { movedBetween } from './moved-between.js';

/** So many rows are asked for at once, and forgotten at once. */
export const PAGE = 50;
/** So many pages are kept, those nearest to what is looked at. */
const KEPT = 20;

/** Something that the server lists. */
interface Listed {
  readonly id: string;
}

/** What the server said of a stretch of the list, of one moment. */
interface Stretch<Item> {
  /** The first page of it. */
  readonly page: number;
  readonly items: readonly Item[];
  readonly total: number;
}

/** Pages from the first to the last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

interface Page {
  ids: readonly (string | undefined)[];
  stale: boolean;
  /** What it would hold if no hand were on the list. */
  waiting: readonly string[] | undefined;
}

/**
 * The part of a long list that is known: pages by their place, and the newest content of each row in them. A place that is not known is empty until its page comes.
 * While a hand is on the list rows that are shown keep their places; where they would stand waits. It asks nothing and draws nothing.
 */
export class ListWindow<Item extends Listed> {
  private readonly pages = new Map<number, Page>();
  private readonly contents = new Map<string, Item>();
  private count: number | undefined;
  private counted = 0;
  private hand = false;

  /** How many rows the list has; undefined before the first answer. */
  get total(): number | undefined {
    return this.count;
  }

  /** How many rows would stand elsewhere without the hand. */
  get moved(): number {
    const held = [...this.pages.values()].filter(({ waiting }) => waiting !== undefined);
    const shown = held.flatMap(({ ids }) => ids.filter((id) => id !== undefined));
    return movedBetween(
      shown,
      held.flatMap(({ waiting }) => waiting ?? []),
    );
  }

  idAt(place: number): string | undefined {
    return this.pages.get(pageOf(place))?.ids[place % PAGE];
  }

  row(id: string): Item | undefined {
    return this.contents.get(id);
  }

  /** Where a row stands, if that is known. */
  placeOf(id: string): number | undefined {
    for (const [page, { ids }] of this.pages) {
      const at = ids.indexOf(id);
      if (at >= 0) return page * PAGE + at;
    }
    return undefined;
  }

  /** All rows that are known, by their places. */
  known(): readonly string[] {
    const pages = [...this.pages].sort(([a], [b]) => a - b);
    return pages.flatMap(([, { ids }]) => ids.filter((id) => id !== undefined));
  }

  /** Takes what the server said. Where a hand is on the list, pages that are shown already let it wait. */
  put({ page, items, total }: Stretch<Item>): void {
    items.forEach((item) => this.keep(item));
    this.counted = total;
    const end = page + Math.max(1, Math.ceil(items.length / PAGE));
    for (let at = page; at < end; at += 1) this.putPage(at, idsOf(items, at - page));
    if (!this.hand || this.count === undefined) this.settle();
  }

  private putPage(at: number, ids: readonly string[]): void {
    const kept = this.hand ? this.keptUnderHand(at, ids) : ids;
    if (sameIds(kept, ids)) this.show(at, ids);
    else this.pages.set(at, { ids: kept, stale: false, waiting: ids });
  }

  /** What stays where it is: the page as it is shown, or of a page that comes only now those rows that are not shown elsewhere. */
  private keptUnderHand(at: number, ids: readonly string[]): Page['ids'] {
    const shown = this.pages.get(at);
    if (shown !== undefined) return shown.ids;
    const elsewhere = new Set([...this.pages.values()].flatMap((page) => page.ids));
    return ids.map((id) => (elsewhere.has(id) ? undefined : id));
  }

  /** A row stands in one place only: where it was before is empty, and to be asked for again. */
  private show(at: number, ids: readonly string[]): void {
    const here = new Set<string | undefined>(ids);
    for (const [other, page] of this.pages) {
      if (other === at || !page.ids.some((id) => id !== undefined && here.has(id))) continue;
      page.ids = page.ids.map((id) => (here.has(id) ? undefined : id));
      page.stale = true;
    }
    this.pages.set(at, { ids, stale: false, waiting: undefined });
  }

  /** The newest content of a row that is known; any other is not kept. */
  take(item: Item): void {
    if (this.contents.has(item.id)) this.keep(item);
  }

  /** What says the same stays the same thing, so that nobody draws it anew. */
  private keep(item: Item): void {
    const known = this.contents.get(item.id);
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(item)) this.contents.set(item.id, item);
  }

  /** A hand is on the list, or has left it: then what waited takes its place. */
  hold(hand: boolean): void {
    this.hand = hand;
    if (!hand) this.settle();
  }

  /** What waits takes its place. */
  settle(): void {
    this.count = this.counted;
    for (const [at, { waiting }] of [...this.pages]) if (waiting !== undefined) this.show(at, waiting);
    const last = pageOf(Math.max(0, this.count - 1));
    for (const at of [...this.pages.keys()]) if (at > last) this.pages.delete(at);
  }

  /** The order may be another by now: what is known is shown until it is asked for again. */
  outdate(): void {
    for (const page of this.pages.values()) page.stale = true;
  }

  /** Which of these pages are to be asked for, from the first to the last of them; undefined: none. */
  missing({ first, last }: Span): Span | undefined {
    const end = this.count === undefined ? last : Math.min(last, pageOf(Math.max(0, this.count - 1)));
    const wanted = range(first, end).filter((at) => this.pages.get(at)?.stale ?? true);
    const [from, to] = [wanted[0], wanted.at(-1)];
    return from === undefined || to === undefined ? undefined : { first: from, last: to };
  }

  /** Whether among these pages there are places with nothing to show that asking would fill. */
  hasGaps(span: Span): boolean {
    const missing = this.missing(span);
    if (missing === undefined) return false;
    return range(missing.first, missing.last).some((at) => {
      const page = this.pages.get(at);
      return page === undefined || (page.waiting === undefined && page.ids.includes(undefined));
    });
  }

  /** Forgets what lies farthest from these pages, so that a list of any length takes the same room. */
  keepNear({ first, last }: Span): void {
    if (this.pages.size <= KEPT) return;
    const middle = (first + last) / 2;
    const byDistance = [...this.pages.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const at of byDistance.slice(KEPT)) this.pages.delete(at);
    const kept = new Set([...this.pages.values()].flatMap(({ ids, waiting }) => [...ids, ...(waiting ?? [])]));
    for (const id of [...this.contents.keys()]) if (!kept.has(id)) this.contents.delete(id);
  }
}

export function pageOf(place: number): number {
  return Math.floor(place / PAGE);
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function idsOf(items: readonly Listed[], page: number): readonly string[] {
  return items.slice(page * PAGE, (page + 1) * PAGE).map(({ id }) => id);
}

function sameIds(a: Page['ids'], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
