/** What is said of a piece of work: ids, kinds, figures. Never who anybody is, and nothing that somebody said. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Adds what has become known meanwhile. */
export type Note = (facts: SpanFacts) => void;

export interface SpanOptions {
  readonly facts: SpanFacts;
  /** `begins`: a trace of its own, which points at the work that `after` marks. `serves`: somebody outside waits for it; `calls`: it waits for somebody. */
  readonly how?: 'within' | 'begins' | 'serves' | 'calls';
  readonly after?: string | undefined;
}

/** Whatever keeps spans. */
export interface SpanKeeper {
  spanned<T>(name: string, options: SpanOptions, work: (note: Note) => Promise<T>): Promise<T>;
  noted(facts: SpanFacts): void;
  mark(): string | undefined;
}

let keeper: SpanKeeper | null = null;
const unheard: Note = () => undefined;

/** From here on spans are kept by this one, or by nobody: then they cost nothing, and no package is loaded for them. */
export function keepSpansBy(one: SpanKeeper | null): void {
  keeper = one;
}

/** Does a piece of work under a span. Where no traces are kept, just does it. */
export function spanned<T>(name: string, options: SpanOptions, work: (note: Note) => Promise<T>): Promise<T> {
  return keeper === null ? work(unheard) : keeper.spanned(name, options, work);
}

/** Says more of the work under way. */
export function noted(facts: SpanFacts): void {
  keeper?.noted(facts);
}

/** The work under way as a mark to be found by later, in the form of W3C's traceparent; undefined where no traces are kept. */
export function markHere(): string | undefined {
  return keeper?.mark();
}
