import { isSealed, mayKnow, type CountDecided, type RecordedLine, type Standing } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { DecisionView } from './decision-views.js';
import { decisionSaid, roleSaid } from './decision-words.js';

type Taken = DecisionView['taken'][number];

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
    recipients: recipients === null || !doses ? null : [...recipients],
    at: occurredAt.at,
    reason: !byRule && (all || isSealed(reason)) ? reason : null,
  };
}
