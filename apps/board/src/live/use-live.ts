import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Row } from '../api/types.js';
import { signedOut } from '../api/client.js';
import { patchRows } from '../api/questions.js';
import { holdLine } from './live-line.js';

/** Changes come in bursts; what they make stale is asked for once per burst. */
const GATHER = 300;
const ASK = 5_000;

interface Change {
  readonly shipment: string;
  readonly revision: number;
  readonly row: Row | null;
}

/** Keeps everything on the page current while it is mounted: rows at once, the rest asked for anew. There is no line for whoever sees no shipment:
 * their page asks now and then whether they are signed in still. */
export function useLive(hears: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!hears) return asking(client);
    const stale = gathered(client);
    const stop = holdLine({
      open: () => stale.all(),
      message: (message) => {
        if (message.event === 'signed-out') signedOut();
        const change = changeOf(message.data);
        if (change?.row != null) patchRows(client, change.row);
        if (change !== undefined) stale.shipment(change.shipment);
      },
    });
    return () => {
      stop();
      stale.stop();
    };
  }, [client, hears]);
}

function asking(client: QueryClient): () => void {
  const timer = window.setInterval(() => void client.invalidateQueries({ queryKey: ['me'] }), ASK);
  return () => window.clearInterval(timer);
}

function gathered(client: QueryClient) {
  let timer: number | undefined;
  const shipments = new Set<string>();
  const flush = () => {
    timer = undefined;
    for (const id of shipments) void client.invalidateQueries({ queryKey: ['shipment', id] });
    shipments.clear();
    for (const key of ['shipments', 'tasks', 'alerts', 'downtimes']) void client.invalidateQueries({ queryKey: [key] });
  };
  return {
    all: () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' }),
    shipment: (id: string) => {
      shipments.add(id);
      timer ??= window.setTimeout(flush, GATHER);
    },
    stop: () => window.clearTimeout(timer),
  };
}

function changeOf(data: string): Change | undefined {
  try {
    const change = JSON.parse(data) as Partial<Change>;
    return typeof change.shipment === 'string' ? (change as Change) : undefined;
  } catch {
    // A message that cannot be read still says that something moved; the next change or reopening asks anew.
    return undefined;
  }
}
