import { inZone, localDateAt, ruleTime, type LocalDate, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import { decided, inTheFuture, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  DonorClearanceEvent,
  DonorClearanceFacts,
  DonorClearanceState,
  DonorStepName,
  RecordDonorStep,
  StepMoment,
} from './donor-clearance.js';

type Named = DonorStepName | 'cleared';

/**
 * What each step comes after, whatever the registry. Typing, examination and the signed consent have no order among themselves: registries differ, and
 * in case C typing and examination overlap. The clearance is the last of all.
 */
const comesAfter: Readonly<Record<Named, readonly Named[]>> = {
  registered: [],
  contacted: ['registered'],
  typed: ['registered', 'contacted'],
  examined: ['registered', 'contacted'],
  consented: ['registered', 'contacted'],
  cleared: ['registered', 'contacted', 'typed', 'examined', 'consented'],
};

/** Takes a step of the donor's record, or corrects it. A contradiction with another step is refused with both values. */
export function decideOnStep(
  { data }: RecordDonorStep,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  const { step, on, at, reason } = data;
  const known = state.steps.find((each) => each.step === step);
  const was = known === undefined ? null : { on: known.on, at: known.at };
  const problem = notOneMoment(data) ?? notYet(data, facts) ?? uncorrected(data, was) ?? outOfOrder(step, data, state);
  return decided(problem, () => [
    {
      type: 'DonorStepRecorded',
      v: 1,
      stage: 'donor-clearance',
      occurredAt: at ?? beginningOf(on, facts.registryZone),
      data: { step, on, was, reason },
    },
  ]);
}

function beginningOf(on: LocalDate | null, zone: Zone): ZonedInstant {
  if (on === null) throw new Error('a step has a day or a moment');
  return { at: ruleTime(on, '00:00', zone), zone };
}

function notOneMoment({ on, at }: StepMoment): Refusal | undefined {
  if ((on === null) !== (at === null)) return undefined;
  const sentence = 'State the day, or the moment where it is known: one of the two.';
  return { code: 'day-or-moment', sentence, at: '/on', allowed: ['on', 'at'] };
}

function notYet({ on, at }: StepMoment, { now, registryZone }: DonorClearanceFacts): Refusal | undefined {
  if (at !== null) return inTheFuture(at, now, '/at');
  if (on === null || on <= localDateAt(now, registryZone)) return undefined;
  return {
    code: 'in-the-future',
    sentence: `${on} has not come yet; only what has happened can be recorded.`,
    at: '/on',
  };
}

function uncorrected(given: RecordDonorStep['data'], was: StepMoment | null): Refusal | undefined {
  if (was === null) return undefined;
  if (given.on === was.on && given.at?.at === was.at?.at) {
    const sentence = `"${given.step}" ${said(was)} is recorded already.`;
    return { code: 'nothing-corrected', sentence };
  }
  return notWorded(given.reason ?? '', `The reason for correcting "${given.step}" ${said(was)}`, '/reason');
}

function outOfOrder(step: Named, moment: StepMoment, state: DonorClearanceState): Refusal | undefined {
  const field = moment.at === null ? '/on' : '/at';
  for (const other of momentsOf(state)) {
    const wrong = comesAfter[step].includes(other.step)
      ? isBefore(moment, other)
      : comesAfter[other.step].includes(step) && isBefore(other, moment);
    if (wrong) return contradiction({ ...moment, step }, other, field);
  }
  return undefined;
}

interface Moment extends StepMoment {
  readonly step: Named;
}

function contradiction(given: Moment, other: Moment, at: string): Refusal {
  const [first, then] = comesAfter[given.step].includes(other.step) ? [other, given] : [given, other];
  const sentence =
    `"${given.step}" ${said(given)} contradicts "${other.step}" ${said(other)}: ` +
    `${first.step} comes before ${then.step}. One of the two is wrong.`;
  return { code: 'steps-out-of-order', sentence, at };
}

/** The steps on record and the last clearance, which those before it are held against. */
function momentsOf({ steps, words }: DonorClearanceState): readonly Moment[] {
  const cleared = words.findLast(({ word }) => word === 'cleared');
  return [...steps, ...(cleared === undefined ? [] : [{ step: 'cleared' as const, on: null, at: cleared.at }])];
}

/** Two moments are compared as such; where only a day is known of one, by their days. */
function isBefore(a: StepMoment, b: StepMoment): boolean {
  if (a.at !== null && b.at !== null) return a.at.at < b.at.at;
  return dayOf(a) < dayOf(b);
}

function dayOf({ on, at }: StepMoment): string {
  return at === null ? (on ?? '') : localDateAt(at.at, at.zone);
}

function said({ on, at }: StepMoment): string {
  return at === null ? `on ${on}` : `at ${inZone(at.at, at.zone)}`;
}

/** What is wrong with a clearance against the steps that come before it. */
export function clearedBeforeStep(clearedAt: ZonedInstant, { steps }: DonorClearanceState): Refusal | undefined {
  const given: Moment = { step: 'cleared', on: null, at: clearedAt };
  const later = steps.find((step) => isBefore(given, step));
  return later === undefined ? undefined : contradiction(given, later, '/clearedAt');
}
