import type { Page } from '../watch/watch-server.js';

/** The figures of a process, in the text form of Prometheus. */
export interface Figures {
  page(): Promise<Page>;
}

/** Begins to keep the process's own figures: memory, event loop, garbage. What keeps them is loaded only then. */
export async function openFigures(): Promise<Figures> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { page: async () => ({ type: registry.contentType, text: await registry.metrics() }) };
}
