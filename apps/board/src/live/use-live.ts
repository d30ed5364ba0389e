import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Row } from '../api/types.js';
import { signedOut } from '../api/client.js';
import { holdLine } from './live-line.js';
import { rowChanged, rowsMissed } from './row-changes.js';

/** Changes come in bursts; what they make stale is asked for once per burst, and no oftener than each second, however long it lasts. */
const GATHER = 300;
const SELDOM = 1_000;
const ASK = 5_000;

interface Change {
  readonly shipment: string;
  readonly revision: number;
  readonly row: Row | null;
}

/** Keeps everything on the page current while it is mounted: rows are told as they come, the rest is asked for anew. There is no line for whoever sees no shipment:
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
        if (change === undefined) return;
        rowChanged(change.row);
        stale.shipment(change.shipment);
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
  let askedAt = Number.NEGATIVE_INFINITY;
  const shipments = new Set<unknown>();
  const flush = () => {
    timer = undefined;
    askedAt = performance.now();
    const moved = new Set(shipments);
    shipments.clear();
    void client.invalidateQueries({
      predicate: ({ queryKey: [what, id] }) => listed.has(what) || (what === 'shipment' && moved.has(id)),
    });
  };
  return {
    all: () => {
      rowsMissed();
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    },
    shipment: (id: string) => {
      shipments.add(id);
      timer ??= window.setTimeout(flush, Math.max(GATHER, askedAt + SELDOM - performance.now()));
    },
    stop: () => window.clearTimeout(timer),
  };
}

/** What is asked of all shipments at once: a change of any makes it stale. */
const listed: ReadonlySet<unknown> = new Set(['shipments', 'tasks', 'alerts', 'downtimes']);

function changeOf(data: string): Change | undefined {
  try {
    const change = JSON.parse(data) as Partial<Change>;
    return typeof change.shipment === 'string' ? (change as Change) : undefined;
  } catch {
    // A message that cannot be read still says that something moved; the next change or reopening asks anew.
    return undefined;
  }
}
