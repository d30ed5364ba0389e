import {
  isSealed,
  mayKnow,
  type CountDecided,
  type RecordedLine,
  type Shipment,
  type Standing,
} from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { DecisionView } from './decision-views.js';
import { decisionSaid, roleSaid } from './decision-words.js';

type Taken = DecisionView['taken'][number];

const undecided: ReadonlySet<string> = new Set(['awaited', 'short', 'one-short']);

/** Whether a decision can be on record. Where a count has come, or was judged anew, after an earlier one, only the log tells. */
export function mayBeDecided({ stages }: Pick<Shipment, 'stages'>): boolean {
  const { status, decidedBy, plan, acceptedFor, stoppedFor, judgedAnewAt, counts } = stages['cell-count'];
  const traces = [!undecided.has(status), decidedBy !== null, plan !== null, judgedAnewAt !== null, counts.length > 1];
  return traces.includes(true) || acceptedFor.length > 0 || stoppedFor.length > 0;
}

/** What was decided so far, oldest first. Names are for the operator's people, words for whom they were sealed for, and for which recipients for whoever knows their doses. */
export function decisionsTaken(
  log: readonly RecordedLine[],
  { organisation }: Acting,
  held: readonly Standing[],
): Taken[] {
  const told = { all: organisation.kind === 'operator', doses: mayKnow(held, 'counted-dose') };
  return log.flatMap(({ event }) => (event.type === 'CountDecided' ? [takenBy(event, told)] : []));
}

function takenBy(
  { data, occurredAt }: CountDecided,
  { all, doses }: { readonly all: boolean; readonly doses: boolean },
): Taken {
  const { decision, wordOf, role, confirmedBy, recipients, reason } = data;
  const byRule = role === null;
  return {
    what: decisionSaid[decision],
    who: roleSaid[role ?? 'rule'],
    person: byRule || !all ? null : wordOf.person,
    confirmedBy: all && confirmedBy !== null ? `${confirmedBy.person}, ${confirmedBy.organisation}` : null,
    recipients: doses ? listed(recipients) : null,
    at: occurredAt.at,
    reason: !byRule && (all || isSealed(reason)) ? reason : null,
  };
}

function listed(recipients: CountDecided['data']['recipients']): string[] | null {
  return recipients === null ? null : [...recipients];
}
