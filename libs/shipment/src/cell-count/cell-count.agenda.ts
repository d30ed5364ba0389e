import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { unitOf } from '../products.js';
import { mayCollectAgain } from './cell-count.checks.js';
import type { CellCountAgendaFacts, CellCountState, DayCount, DoseVerdict, RecipientVerdict } from './cell-count.js';
import { undecidedFor } from './cell-count.standing.js';
import { thresholdCauses } from './cell-count.thresholds.js';

/** Owed: the count of each day that has been collected, and a decision while a count is short. */
export function cellCountObligations(state: CellCountState, facts: CellCountAgendaFacts): readonly Deadline[] {
  const follows = state.status === 'shipped-early' ? followUpDue(state, facts) : [];
  if (facts.freezingSince !== null) return [...facts.toFreeze.map((each) => freezingDue(each, facts)), ...follows];
  const undecided = shortCount(state, facts.noneUsed) ?? countWithoutSecondDay(state, facts);
  if (undecided !== undefined) return [decisionDue(undecided, state, facts)];
  if (state.status === 'shipped-early') return follows;
  if (state.status !== 'awaited' && state.status !== 'collecting-again') return [];
  return facts.collected
    .filter(({ day }) => !state.counts.some((count) => count.day === day))
    .map((collected) => countDue(collected, facts));
}

/**
 * A short count is critical until it is decided on, and again when the second day that was decided on comes to nothing. A figure below a threshold is a notice
 * until the box has left.
 */
export function cellCountCauses(state: CellCountState, facts: CellCountAgendaFacts): readonly Cause[] {
  const stays = facts.handedOver || facts.freezingSince !== null || state.status === 'stopped';
  return [...undecidedCauses(state, facts), ...(stays ? [] : thresholdCauses(facts.belowThresholds))];
}

function undecidedCauses(state: CellCountState, facts: CellCountAgendaFacts): readonly Cause[] {
  const lost = countWithoutSecondDay(state, facts);
  if (lost !== undefined) return [secondDayLost(lost, state, facts)];
  const short = shortCount(state, facts.noneUsed);
  if (short === undefined) return [];
  return [
    {
      key: `count-short/${short.day}`,
      stage: 'cell-count',
      // With a fresh donation the second day waits for the word; of a banked unit it is known weeks ahead.
      severity: facts.banked ? 'warning' : 'critical',
      wrong: `${headOf(state, facts)} ${shortOf(state).map(shortfallOf).join(' ')}`,
      follows: followsOf(state, facts),
      until: decisionDueAt(short, state, facts),
      offers: offersFor(state, facts),
    },
  ];
}

/** Where some are served, they are named: the word that is asked for is about the others. */
function headOf(state: CellCountState, { banked }: CellCountAgendaFacts): string {
  if (state.status !== 'one-short') return `The cells ${banked ? 'in the unit' : 'counted'} are too few.`;
  const short = undecidedFor(state);
  const served = state.verdicts
    .map(({ recipient }) => recipient)
    .filter((ref) => !short.includes(ref) && !state.stoppedFor.includes(ref));
  return `${served.join(' and ')} ${served.length === 1 ? 'is' : 'are'} served, ${short.join(' and ')} ${short.length === 1 ? 'is' : 'are'} not.`;
}

function shortOf(state: CellCountState): readonly RecipientVerdict[] {
  const refs = undecidedFor(state);
  return state.verdicts.filter(({ recipient }) => refs.includes(recipient));
}

function followsOf(state: CellCountState, facts: CellCountAgendaFacts): string {
  const share = state.status === 'one-short' && facts.opened?.bagsLeft !== false ? 'Split or re-allot a bag, ' : '';
  if (facts.opened !== null)
    return said(
      share === '' ? 'accept less: no other cells are there.' : `${share}or accept less: the box has arrived.`,
    );
  if (facts.handedOver) return said(`${share}accept less: the box is on its way.`);
  if (mayCollectAgain(state, facts.secondDayAvailable))
    return said(`${share}collect again, accept less, or stop: the second day waits for the word.`);
  if (facts.banked) return 'Accept less, or stop: another unit is another order.';
  return said(`${share}accept less, or stop: no further day can be collected.`);
}

function said(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What a decision is owed on: a day's count, or the bank's figures of a unit. */
type Undecided = Pick<DayCount, 'day' | 'recordedAt'>;

function shortCount({ status, counts, judged }: CellCountState, noneUsed: boolean): Undecided | undefined {
  if (noneUsed) return undefined;
  if (status !== 'short' && status !== 'one-short') return undefined;
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
    dueAt: decisionDueAt(short, state, facts),
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

/** At the policy's hour on the collection day; a count that comes late, or doses that are judged anew, leave the grace to decide. */
function decisionDueAt(short: Undecided, { judgedAnewAt }: CellCountState, facts: CellCountAgendaFacts): Instant {
  const judgedAt = latest([short.recordedAt, ...(judgedAnewAt === null ? [] : [judgedAnewAt])]) ?? short.recordedAt;
  const graceEnds = plusMinutes(judgedAt, facts.decisionGraceMinutes);
  return latest([graceEnds, ...(facts.decisionAt === null ? [] : [facts.decisionAt])]) ?? graceEnds;
}

/** Each bag is to be frozen at once: its clock runs until then. */
function freezingDue({ bag, since }: CellCountAgendaFacts['toFreeze'][number], facts: CellCountAgendaFacts): Deadline {
  return {
    does: 'ring',
    kind: 'freezing-due',
    key: `freezing-due/${bag}`,
    stage: 'cell-count',
    dueAt: plusMinutes(since, facts.countDueMinutes),
    owner: 'collection-centre',
    what: `Record the freezing of ${bag}`,
    severity: 'warning',
    overdue: { wrong: `No start of cryopreservation of ${bag} is recorded.`, follows: 'Its clock goes on until then.' },
    offers: [
      { command: 'RecordCryopreservedAtOrigin', label: `Record the freezing of ${bag}`, prefill: { bag } },
      { command: 'RecordNotUsedAtOrigin', label: `Record that ${bag} is not used`, prefill: { bag } },
    ],
  };
}

/** The second day's cells go by a shipment of their own, which is to be opened before that day comes. */
function followUpDue({ followUp }: CellCountState, facts: CellCountAgendaFacts): readonly Deadline[] {
  if (followUp === null || followUp.reference !== null) return [];
  return [
    {
      does: 'ring',
      kind: 'follow-up-shipment-due',
      key: 'follow-up-shipment-due',
      stage: 'cell-count',
      dueAt: plusMinutes(followUp.since, facts.reportGraceMinutes),
      owner: 'coordinator',
      what: 'Open the shipment for the second day',
      severity: 'critical',
      overdue: {
        wrong: 'No shipment is opened for the second day’s cells.',
        follows: 'They have no flights, no permits and no courier.',
      },
      offers: [{ command: 'RecordFollowUpShipment', label: 'Record its reference', prefill: {} }],
    },
  ];
}

/** The words on the count that are waited for, the best first; none where it is decided on. */
export function waysToDecide(state: CellCountState, facts: CellCountAgendaFacts): readonly Offer[] {
  const waits =
    facts.freezingSince === null && (shortCount(state, facts.noneUsed) ?? countWithoutSecondDay(state, facts));
  return waits ? offersFor(state, facts) : [];
}

/** The best first. Where several recipients are ordered the offers name those that the word is asked for. */
function offersFor(state: CellCountState, facts: CellCountAgendaFacts): readonly Offer[] {
  const recipients = state.verdicts.length > 1 && state.status !== 'collecting-again' ? undecidedFor(state) : null;
  const again = offer('collect-again', 'collection-physician', 'Collect again tomorrow');
  const less = offer('accept-less', 'transplant-physician', 'Accept less', recipients);
  const stop = offer('stop', 'transplant-physician', 'Stop', recipients);
  if (facts.handedOver) return [less];
  if (!mayCollectAgain(state, facts.secondDayAvailable)) return [less, stop];
  const early = offer('ship-day-1-early', 'transplant-physician', 'Let day 1 fly alone');
  return [again, less, ...(facts.daysMayPart ? [early] : []), stop];
}

function offer(decision: string, role: string, label: string, recipients: readonly string[] | null = null): Offer {
  const about = recipients === null ? {} : { recipients };
  return {
    command: 'DecideOnCount',
    label: recipients === null ? label : `${label} for ${recipients.join(' and ')}`,
    prefill: { decision, wordOf: { role, person: '' }, ...about },
  };
}
