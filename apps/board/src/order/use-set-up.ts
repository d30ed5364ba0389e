import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Known } from '../act/body.js';
import type { DraftGroup } from '../act/drafts.js';
import { newKey, sendCommand } from '../act/send-command.js';
import { api } from '../api/client.js';
import type { Airport, Command } from '../api/types.js';
import { now } from '../time/now.js';
import { actsOf, type Act } from './acts.js';
import { finishedSetUp, keepSetUp, keptSetUp } from './kept-set-ups.js';
import { sendSetUp } from './send-set-up.js';
import type { LogLine } from './set-meanwhile.js';
import { withDraft, type SetUp } from './set-up.js';
import { missingIn, type Missing } from './standing.js';

/** A set-up in hand: how it stands, and what can be done with it. */
export interface InHand {
  readonly setUp: SetUp;
  readonly acts: readonly Act[];
  readonly missing: readonly Missing[];
  readonly busy: boolean;
  /** False: the browser keeps nothing, so that a reload loses what is typed. */
  readonly kept: boolean;
  readonly put: (next: SetUp) => void;
  readonly type: (act: string, draft: DraftGroup) => void;
  readonly learnAirports: (found: readonly Airport[]) => void;
  /** Sends everything that is ready, and answers how it stands then. */
  readonly send: () => Promise<SetUp>;
}

async function actionsOf(id: string) {
  try {
    return (await api.GET('/api/v1/shipments/{id}/actions', { params: { path: { id } } })).data ?? null;
  } catch {
    return null;
  }
}

async function logOf(id: string): Promise<readonly LogLine[] | null> {
  const lines: LogLine[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 500, ...(cursor === null ? {} : { cursor }) };
    const page = await pageOfLog(id, query);
    if (page === null) return null;
    lines.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return lines;
}

async function pageOfLog(id: string, query: { readonly limit: number; readonly cursor?: string }) {
  try {
    return (await api.GET('/api/v1/shipments/{id}/log', { params: { path: { id }, query } })).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps every change at once, before anything can be sent of it. */
export function useSetUp(begin: SetUp, commands: readonly Command[]): InHand {
  const client = useQueryClient();
  const [setUp, setSetUp] = useState(begin);
  const [kept, setKept] = useState(true);
  const [busy, setBusy] = useState(false);
  const newest = useRef(begin);
  const keep = useCallback((next: SetUp) => {
    newest.current = next;
    setSetUp(next);
    const done = keepSetUp(next);
    setKept(done);
    return done;
  }, []);
  const acts = useMemo(() => actsOf(setUp, commands), [setUp, commands]);
  const known = knownOf(setUp);
  const learnAirports = useCallback((found: readonly Airport[]) => {
    const fresh = found.filter(({ iata }) => newest.current.airports[iata] === undefined);
    if (fresh.length === 0) return;
    const more = Object.fromEntries(fresh.map(({ iata, city, zone }) => [iata, { city, zone }]));
    newest.current = { ...newest.current, airports: { ...newest.current.airports, ...more } };
    setSetUp(newest.current);
  }, []);
  const send = async () => {
    if (busy) return newest.current;
    setBusy(true);
    // What is typed meanwhile stays: of what was sent only its outcomes are new.
    const told = (after: SetUp) => keep({ ...newest.current, opened: after.opened, outcomes: after.outcomes });
    const line = { send: sendCommand, actions: actionsOf, log: logOf, newKey, keep: told, known };
    await inTurn(begin.id, async () => told(await sendSetUp(asKept(newest.current), acts, line))).finally(() =>
      setBusy(false),
    );
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    return newest.current;
  };
  return {
    ...{ setUp, acts, busy, kept, learnAirports, send },
    missing: missingIn(acts, setUp, known),
    put: (next) => void keep(asKept(next)),
    type: (act, draft) => void keep(asKept(withDraft(newest.current, act, draft))),
  };
}

/** With the outcomes as another tab may have kept them since: a key that is under way there must not be lost here. */
function asKept(setUp: SetUp): SetUp {
  const kept = keptSetUp(setUp.id, setUp.account) ?? finishedSetUp(setUp.id, setUp.account);
  return kept === undefined ? setUp : { ...setUp, opened: kept.opened || setUp.opened, outcomes: kept.outcomes };
}

/** One tab at a time sends, where the browser can see to it; elsewhere the same keys make what is sent twice act once. */
function inTurn(id: string, work: () => Promise<unknown>): Promise<unknown> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks === undefined ? work() : locks.request(`cellrelay.set-up.${id}`, work);
}

function knownOf({ airports }: SetUp): Known {
  return { now: now(), zoneOfAirport: (iata) => airports[iata.toUpperCase()]?.zone };
}
