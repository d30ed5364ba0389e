import { inZone } from '@cellrelay/kernel';
import { decided, inTheFuture, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  RecordUnplannedCheckpoint,
  UnplannedCheckpointPassed,
  XrayExemptionEvent,
  XrayExemptionFacts,
  XrayExemptionState,
} from './xray-exemption.js';

/** A checkpoint that nobody had planned for: what happened there is taken once the courier has the box. */
export function decideUnplanned(
  { data }: RecordUnplannedCheckpoint,
  state: XrayExemptionState,
  facts: XrayExemptionFacts,
): Decision<XrayExemptionEvent> {
  const { airport, passedAt, what, reason } = data;
  const plan = facts.boxOnItsWay?.plan ?? 1;
  const problem =
    inTheFuture(passedAt, facts.now, '/passedAt') ??
    notOnItsWay(data, facts) ??
    plannedFor(data, plan, state) ??
    notWorded(reason, 'The reason', '/reason');
  return decided(problem, () => [
    {
      type: 'UnplannedCheckpointPassed',
      v: 1,
      stage: 'xray-exemption',
      occurredAt: passedAt,
      data: { exemption: unplannedIdOf(state, plan, airport), plan, airport, what, reason },
    } satisfies UnplannedCheckpointPassed,
  ]);
}

/** The plan that the box travels by, the number of such a checkpoint, and its airport: 1/x1/ICN. */
function unplannedIdOf({ exemptions }: XrayExemptionState, plan: 1 | 2, airport: string): string {
  return `${plan}/x${exemptions.filter(({ kind }) => kind === 'unplanned').length + 1}/${airport}`;
}

function notOnItsWay(
  { airport, passedAt }: RecordUnplannedCheckpoint['data'],
  { boxOnItsWay }: XrayExemptionFacts,
): Refusal | undefined {
  const code = 'box-not-there-yet';
  if (boxOnItsWay === null) {
    const sentence = `The box has not come to ${airport}: the courier does not have it on a confirmed plan.`;
    return { code, sentence, at: '/airport' };
  }
  if (boxOnItsWay.since <= passedAt.at) return undefined;
  const sentence = `The box cannot have been at ${airport} before the courier took it at ${inZone(boxOnItsWay.since, passedAt.zone)}.`;
  return { code, sentence, at: '/passedAt' };
}

const over: ReadonlySet<string> = new Set(['honoured', 'scanned', 'to-withdraw', 'withdrawn']);

/** What happens at a checkpoint that is still ahead by the plan is recorded of that checkpoint, or it would stay owed. */
function plannedFor(
  { airport }: RecordUnplannedCheckpoint['data'],
  plan: 1 | 2,
  { exemptions }: XrayExemptionState,
): Refusal | undefined {
  const planned = exemptions.filter((each) => each.airport === airport && each.plan === plan && !over.has(each.status));
  if (planned.length === 0) return undefined;
  const allowed = planned.map(({ id }) => id);
  const sentence = `The checkpoint at ${airport} is planned for: record it of exemption ${allowed.join(' or ')}.`;
  return { code: 'checkpoint-is-planned', sentence, at: '/airport', allowed };
}
