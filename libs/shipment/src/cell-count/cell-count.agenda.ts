import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { mayCollectAgain } from './cell-count.checks.js';
import { unitOf } from '../products.js';
import type { CellCountAgendaFacts, CellCountState, DayCount, DoseVerdict, RecipientVerdict } from './cell-count.js';

/** Owed: the count of each day that has been collected, and a decision while a count is short. */
export function cellCountObligations(state: CellCountState, facts: CellCountAgendaFacts): readonly Deadline[] {
  const undecided = shortCount(state) ?? countWithoutSecondDay(state, facts);
  if (undecided !== undefined) return [decisionDue(undecided, state, facts)];
  if (state.status !== 'awaited' && state.status !== 'collecting-again') return [];
  return facts.collected
    .filter(({ day }) => !state.counts.some((count) => count.day === day))
    .map((collected) => countDue(collected, facts));
}

/** A short count is critical until it is decided on, and again when the second day that was decided on comes to nothing. */
export function cellCountCauses(state: CellCountState, facts: CellCountAgendaFacts): readonly Cause[] {
  const lost = countWithoutSecondDay(state, facts);
  if (lost !== undefined) return [secondDayLost(lost, state, facts)];
  const short = shortCount(state);
  if (short === undefined) return [];
  return [
    {
      key: `count-short/${short.day}`,
      stage: 'cell-count',
      // With a fresh donation the second day waits for the word; of a banked unit it is known weeks ahead.
      severity: facts.banked ? 'warning' : 'critical',
      wrong: `The cells ${facts.banked ? 'in the unit' : 'counted'} are too few. ${state.verdicts.filter(isShort).map(shortfallOf).join(' ')}`,
      follows: mayCollectAgain(state, facts.secondDayAvailable)
        ? 'Collect again, accept less, or stop: the second day waits for the word.'
        : facts.banked
          ? 'Accept less, or stop: another unit is another order.'
          : 'Accept less, or stop: no further day can be collected.',
      until: decisionDueAt(short, facts),
      offers: offersFor(state, facts),
    },
  ];
}

/** What a decision is owed on: a day's count, or the bank's figures of a unit. */
type Undecided = Pick<DayCount, 'day' | 'recordedAt'>;

function shortCount({ status, counts, judged }: CellCountState): Undecided | undefined {
  if (status !== 'short') return undefined;
  return judged === null ? counts.at(-1) : { day: 1, recordedAt: judged.recordedAt };
}

/** The first day's count, where it was decided to collect again and no second day comes any more. */
function countWithoutSecondDay(state: CellCountState, facts: CellCountAgendaFacts): DayCount | undefined {
  return state.status === 'collecting-again' && !facts.secondDayComing ? state.counts.at(-1) : undefined;
}

function secondDayLost(count: DayCount, state: CellCountState, facts: CellCountAgendaFacts): Cause {
  return {
    key: 'second-day-lost',
    stage: 'cell-count',
    severity: 'critical',
    wrong: 'It was decided to collect again, and there is no second day any more.',
    follows: `The day ${count.day} bags age. Accept less, or stop.`,
    offers: offersFor(state, facts),
  };
}

function isShort(verdict: RecipientVerdict): boolean {
  return !verdict.meetsRequest || !verdict.meetsRegistryFloor;
}

function shortfallOf({ recipient, doses, meetsRequest }: RecipientVerdict): string {
  if (meetsRequest)
    return `${recipient} gets ${doses.map((each) => `${each.dose} ${unitOf(each)}`).join(' and ')}, as requested but below the registry's own floor.`;
  const short = doses.filter((each) => !each.meetsRequest).map(shortDose);
  return `${recipient} gets ${short.join(' and ')}.`;
}

function shortDose(verdict: DoseVerdict): string {
  const { dose, requested, minimum, meetsMinimum } = verdict;
  return `${dose} of ${requested} ${unitOf(verdict)}${meetsMinimum ? '' : `, below the minimum of ${minimum}`}`;
}

function countDue({ day, endedAt }: CellCountAgendaFacts['collected'][number], facts: CellCountAgendaFacts): Deadline {
  return {
    does: 'ring',
    kind: 'count-due',
    key: `count-due/${day}`,
    stage: 'cell-count',
    dueAt: plusMinutes(endedAt, facts.countDueMinutes),
    owner: 'collection-centre',
    what: `Record the day ${day} count`,
    severity: 'warning',
    overdue: {
      wrong: `No count of day ${day} is recorded.`,
      follows: 'No plan can be confirmed or stood down without it.',
    },
    offers: [{ command: 'RecordCellCount', label: `Record the day ${day} count`, prefill: { day } }],
  };
}

function decisionDue(short: Undecided, state: CellCountState, facts: CellCountAgendaFacts): Deadline {
  return {
    does: 'ring',
    kind: 'decision-due',
    key: `decision-due/${short.day}`,
    stage: 'cell-count',
    dueAt: decisionDueAt(short, facts),
    owner: 'coordinator',
    what: `Get the decision on ${facts.banked ? 'the unit' : `the day ${short.day} count`}`,
    severity: 'critical',
    overdue: {
      wrong: facts.banked
        ? 'Nobody has decided on the unit, whose cells are too few.'
        : `Nobody has decided on the short day ${short.day} count.`,
      follows: facts.banked
        ? 'No plan can be confirmed, and another unit takes time to find.'
        : 'The cells age, and the second day and its seats cannot be kept much longer.',
    },
    offers: offersFor(state, facts),
  };
}

/** At the policy's hour on the collection day; a count that comes late leaves the grace to decide. */
function decisionDueAt(short: Undecided, facts: CellCountAgendaFacts): Instant {
  const graceEnds = plusMinutes(short.recordedAt, facts.decisionGraceMinutes);
  return latest([graceEnds, ...(facts.decisionAt === null ? [] : [facts.decisionAt])]) ?? graceEnds;
}

function offersFor(state: CellCountState, facts: CellCountAgendaFacts): readonly Offer[] {
  const again = offer('collect-again', 'collection-physician', 'Collect again tomorrow');
  const less = offer('accept-less', 'transplant-physician', 'Accept less');
  const stop = offer('stop', 'transplant-physician', 'Stop');
  return mayCollectAgain(state, facts.secondDayAvailable) ? [again, less, stop] : [less, stop];
}

function offer(decision: string, role: string, label: string): Offer {
  return { command: 'DecideOnCount', label, prefill: { decision, wordOf: { role, person: '' } } };
}
