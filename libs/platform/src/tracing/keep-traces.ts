import { within } from '../clock/timers.js';
import { keepSpansBy } from './spans.js';

/** Where traces go, and what this process is called there. */
export interface Collector {
  /** Base address of a collector that speaks OTLP over HTTP. */
  readonly endpoint: string;
  readonly service: string;
}

/** Traces are sent in the background; a collector that is away loses them and nothing else. */
const bounds = { exportTimeoutMillis: 5_000, scheduledDelayMillis: 1_000, maxQueueSize: 4_096 } as const;

/** Nobody's end waits longer for a collector. */
const endsWithinMs = 2_000;

/**
 * Begins to keep traces and to send them to a collector. All that it takes is loaded only then. Further standard settings (OTEL_EXPORTER_OTLP_HEADERS,
 * OTEL_TRACES_SAMPLER and the like) are read by the packages themselves. `failed` is told what keeps
 * traces from being sent. Answers how to stop: what is still kept is sent first.
 */
export async function keepTraces(
  { endpoint, service }: Collector,
  failed: (reason: string) => void,
): Promise<() => Promise<void>> {
  const { diag, DiagLogLevel } = await import('@opentelemetry/api');
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { otelSpans } = await import('./otel-spans.js');
  const ignored = (): void => undefined;
  diag.setLogger(
    { error: (message) => failed(reasonIn(message)), warn: ignored, info: ignored, debug: ignored, verbose: ignored },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: bounds.exportTimeoutMillis,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter, bounds)],
  });
  provider.register();
  keepSpansBy(otelSpans);
  return () => {
    keepSpansBy(null);
    return within(endsWithinMs, provider.shutdown(), () => undefined);
  };
}

/** The packages hand on an error as JSON, with its stack. */
function reasonIn(message: string): string {
  try {
    const { name = '', message: said = '', code = '' } = JSON.parse(message) as Partial<Record<string, string>>;
    return [name, said, code].filter((each) => each !== '').join(' ');
  } catch {
    return message.split('\n', 1)[0] ?? '';
  }
}
