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
import type { Note, SpanFacts, SpanKeeper, SpanOptions } from './spans.js';

const kinds = {
  within: SpanKind.INTERNAL,
  begins: SpanKind.CONSUMER,
  serves: SpanKind.SERVER,
  calls: SpanKind.CLIENT,
} as const;

/** Spans of OpenTelemetry. Of an error only its name is said: its words may be anybody's. */
export const otelSpans: SpanKeeper = { spanned, noted, mark };

function spanned<T>(name: string, options: SpanOptions, work: (note: Note) => Promise<T>): Promise<T> {
  const { facts, how = 'within', after } = options;
  const around = how === 'begins' ? ROOT_CONTEXT : context.active();
  const link = linkTo(after);
  const settings = { kind: kinds[how], attributes: named(facts), ...(link ? { links: [link] } : {}) };
  return trace.getTracer('cellrelay').startActiveSpan(name, settings, around, (span) => ended(span, work));
}

async function ended<T>(span: Span, work: (note: Note) => Promise<T>): Promise<T> {
  try {
    return await work((facts) => span.setAttributes(named(facts)));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
    throw error;
  } finally {
    span.end();
  }
}

function noted(facts: SpanFacts): void {
  trace.getActiveSpan()?.setAttributes(named(facts));
}

function mark(): string | undefined {
  const here = trace.getActiveSpan()?.spanContext();
  if (here === undefined || !trace.isSpanContextValid(here)) return undefined;
  return `00-${here.traceId}-${here.spanId}-0${here.traceFlags & TraceFlags.SAMPLED}`;
}

const markForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/;

function linkTo(hungBy: string | undefined): Link | undefined {
  const [, traceId, spanId, flags] = markForm.exec(hungBy ?? '') ?? [];
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
