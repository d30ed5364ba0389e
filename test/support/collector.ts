import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it was sent. */
export interface SentSpan {
  readonly service: string;
  readonly trace: string;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly failed: boolean;
  readonly facts: Readonly<Record<string, string>>;
  /** Spans of other traces that it points at. */
  readonly links: readonly { readonly trace: string; readonly span: string }[];
}

interface Wire {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly WireFact[] };
    readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[];
  }[];
}
interface WireFact {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface WireSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status?: { readonly code?: number };
  readonly attributes?: readonly WireFact[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
}

/** A collector of traces on this machine, which speaks OTLP over HTTP as JSON. */
export interface Collector {
  readonly url: string;
  readonly spans: readonly SentSpan[];
  /** All that was sent, as it came. */
  readonly raw: readonly string[];
  close(): Promise<void>;
}

/** Starts one. */
export async function startCollector(): Promise<Collector> {
  const spans: SentSpan[] = [];
  const raw: string[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      if (req.url !== '/v1/traces') return res.writeHead(404).end();
      raw.push(body);
      spans.push(...spansIn(JSON.parse(body) as Wire));
      return res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    raw,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function spansIn({ resourceSpans }: Wire): readonly SentSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = factsOf(resource.attributes)['service.name'] ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => sentOf(span, service)));
  });
}

function sentOf(span: WireSpan, service: string): SentSpan {
  return {
    service,
    trace: span.traceId,
    id: span.spanId,
    parent: span.parentSpanId ?? null,
    name: span.name,
    failed: span.status?.code === 2,
    facts: factsOf(span.attributes ?? []),
    links: (span.links ?? []).map((link) => ({ trace: link.traceId, span: link.spanId })),
  };
}

function factsOf(facts: readonly WireFact[]): Readonly<Record<string, string>> {
  return Object.fromEntries(facts.map(({ key, value }) => [key, String(Object.values(value)[0])]));
}
