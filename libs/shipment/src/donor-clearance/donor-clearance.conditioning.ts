import { earliest, inZone, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, inTheFuture, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  Conditioning,
  ConditioningCommand,
  DonorClearanceEvent,
  DonorClearanceFacts,
  DonorClearanceState,
  PlanConditioning,
  RecordConditioningStarted,
} from './donor-clearance.js';
import { conditioningTable } from './donor-clearance.transitions.js';

/** The recipient's conditioning as far as it is known. */
export function conditioningOf({ conditioning }: DonorClearanceState, recipient: string): Conditioning {
  const known = conditioning.find((each) => each.recipient === recipient);
  return known ?? { recipient, status: 'not-planned', plannedStartAt: null, startedAt: null, despite: null };
}

/** When the first conditioning that has not begun is to begin; undefined while none is planned. */
export function firstConditioningAt({ conditioning }: DonorClearanceState): Instant | undefined {
  return earliest(
    conditioning.flatMap(({ status, plannedStartAt }) =>
      status === 'planned' && plannedStartAt !== null ? [plannedStartAt.at] : [],
    ),
  );
}

/** Plans a recipient's conditioning, takes its start, or corrects either. */
export function decideOnConditioning(
  command: ConditioningCommand,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  const known = conditioningOf(state, command.data.recipient);
  const what = `The conditioning of ${known.recipient}`;
  const problem =
    noSuchRecipient(command.data.recipient, facts) ??
    notAllowedNow(conditioningTable, { command: command.name, state: known.status, what });
  if (problem !== undefined) return decided(problem, () => []);
  return command.name === 'PlanConditioning' ? plan(command, known, facts) : start(command, known, { state, facts });
}

function noSuchRecipient(recipient: string, { recipients }: DonorClearanceFacts): Refusal | undefined {
  if (recipients.includes(recipient)) return undefined;
  const sentence = `There is no recipient ${recipient} in the order. There is ${recipients.join(', ')}.`;
  return { code: 'no-such-recipient', sentence, at: '/recipient', allowed: recipients };
}

function plan(
  { data }: PlanConditioning,
  known: Conditioning,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  const was = known.startedAt ?? known.plannedStartAt;
  const same = known.status === 'planned' && known.plannedStartAt?.at === data.plannedStartAt.at;
  const problem = uncorrected({ same, was, reason: data.reason, at: '/plannedStartAt' });
  return decided(problem, () => [
    {
      type: 'ConditioningPlanned',
      v: 1,
      stage: 'donor-clearance',
      occurredAt: atNow(facts.now),
      data: { ...data, was },
    },
  ]);
}

function start(
  { data }: RecordConditioningStarted,
  known: Conditioning,
  { state, facts }: { readonly state: DonorClearanceState; readonly facts: DonorClearanceFacts },
): Decision<DonorClearanceEvent> {
  const { recipient, startedAt, despite, reason } = data;
  const was = known.startedAt;
  const same = was?.at === startedAt.at;
  const problem =
    inTheFuture(startedAt, facts.now, '/startedAt') ??
    uncorrected({ same, was, reason, at: '/startedAt' }) ??
    withoutClearance(data, state) ??
    (despite === null ? undefined : notWorded(despite, 'Why without clearance', '/despite'));
  return decided(problem, () => [
    {
      type: 'ConditioningStarted',
      v: 1,
      stage: 'donor-clearance',
      occurredAt: startedAt,
      data: { recipient, was, despite, reason },
    },
  ]);
}

interface Correction {
  readonly same: boolean;
  readonly was: ZonedInstant | null;
  readonly reason: string | null;
  readonly at: string;
}

function uncorrected({ same, was, reason, at }: Correction): Refusal | undefined {
  if (was === null) return undefined;
  const known = inZone(was.at, was.zone);
  if (same) return { code: 'nothing-corrected', sentence: `${known} is recorded already.`, at };
  return notWorded(reason ?? '', `The reason for correcting ${known}`, '/reason');
}

/** Clearance must precede conditioning (S129). What has happened all the same is taken, with why it was done. */
function withoutClearance(
  { startedAt, despite, recipient }: RecordConditioningStarted['data'],
  state: DonorClearanceState,
): Refusal | undefined {
  if (despite !== null || clearedAt(state, startedAt)) return undefined;
  const sentence =
    `No clearance of the donor stood at ${inZone(startedAt.at, startedAt.zone)}, and it must precede conditioning. ` +
    `If the conditioning of ${recipient} has begun all the same, say why it was begun despite that.`;
  return { code: 'conditioning-before-clearance', sentence, at: '/despite', allowed: ['ClearDonor'] };
}

/** Whether a clearance, or a bank's release, stood at that moment, by the words on record. */
function clearedAt({ words }: DonorClearanceState, { at }: ZonedInstant): boolean {
  const word = words.findLast((each) => each.at.at <= at)?.word;
  return word === 'cleared' || word === 'released';
}
