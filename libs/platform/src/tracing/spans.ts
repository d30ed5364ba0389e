import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Link,
  type Span,
} from '@opentelemetry/api';
import { masked } from '../logging/masked.js';

/** What is said of a piece of work: ids, kinds, figures. Never who anybody is, and nothing that somebody said. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Adds what has become known meanwhile. */
export type Note = (facts: SpanFacts) => void;

export interface SpanOptions {
  readonly facts: SpanFacts;
  /** `begins`: a trace of its own, which points at the work that `after` marks. `serves`: somebody outside waits for it; `calls`: it waits for somebody. */
  readonly how?: keyof typeof kinds;
  readonly after?: string | undefined;
}

const tracer = trace.getTracer('cellrelay');
const kinds = {
  within: SpanKind.INTERNAL,
  begins: SpanKind.CONSUMER,
  serves: SpanKind.SERVER,
  calls: SpanKind.CLIENT,
} as const;

/** Does a piece of work under a span. Where no traces are kept, just does it. Of an error only its name is said: its words may be anybody's. */
export function spanned<T>(name: string, options: SpanOptions, work: (note: Note) => Promise<T>): Promise<T> {
  const { facts, how = 'within', after } = options;
  const around = how === 'begins' ? ROOT_CONTEXT : context.active();
  const link = linkTo(after);
  const settings = { kind: kinds[how], attributes: named(facts), ...(link ? { links: [link] } : {}) };
  return tracer.startActiveSpan(name, settings, around, (span) => ended(span, work));
}

async function ended<T>(span: Span, work: (note: Note) => Promise<T>): Promise<T> {
  try {
    return await work((facts) => span.setAttributes(named(facts)));
  } catch (error) {
    const what = error instanceof Error ? error.name : 'error';
    span.setStatus({ code: SpanStatusCode.ERROR, message: what });
    throw error;
  } finally {
    span.end();
  }
}

/** Says more of the work under way. */
export function noted(facts: SpanFacts): void {
  trace.getActiveSpan()?.setAttributes(named(facts));
}

/** The work under way as a mark to be found by later, in the form of W3C's traceparent; undefined where no traces are kept. */
export function markHere(): string | undefined {
  const here = trace.getActiveSpan()?.spanContext();
  if (here === undefined || !trace.isSpanContextValid(here)) return undefined;
  return `00-${here.traceId}-${here.spanId}-0${here.traceFlags & TraceFlags.SAMPLED}`;
}

const markForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/;

function linkTo(mark: string | undefined): Link | undefined {
  const [, traceId, spanId, flags] = markForm.exec(mark ?? '') ?? [];
  if (traceId === undefined || spanId === undefined) return undefined;
  return { context: { traceId, spanId, traceFlags: Number(flags), isRemote: true } };
}

function named(facts: SpanFacts): Record<string, string | number | boolean> {
  const said: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(facts))
    if (value !== undefined)
      said[name.includes('.') ? name : `cellrelay.${name}`] = typeof value === 'string' ? masked(value) : value;
  return said;
}
