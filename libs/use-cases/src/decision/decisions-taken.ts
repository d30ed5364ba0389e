import { isSealed, type CountDecided, type RecordedLine } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { DecisionView } from './decision-views.js';
import { decisionSaid, roleSaid } from './decision-words.js';

type Taken = DecisionView['taken'][number];

/** What was decided so far, oldest first. Names are for the operator's people, and words for whom they were sealed for. */
export function decisionsTaken(log: readonly RecordedLine[], { organisation }: Acting): Taken[] {
  const all = organisation.kind === 'operator';
  return log.flatMap(({ event }) => (event.type === 'CountDecided' ? [takenBy(event, all)] : []));
}

function takenBy({ data, occurredAt }: CountDecided, all: boolean): Taken {
  const { decision, wordOf, role, confirmedBy, recipients, reason } = data;
  const byRule = role === null;
  return {
    what: decisionSaid[decision],
    who: roleSaid[role ?? 'rule'],
    person: byRule || !all ? null : wordOf.person,
    confirmedBy: all && confirmedBy !== null ? `${confirmedBy.person}, ${confirmedBy.organisation}` : null,
    recipients: recipients === null ? null : [...recipients],
    at: occurredAt.at,
    reason: !byRule && (all || isSealed(reason)) ? reason : null,
  };
}
