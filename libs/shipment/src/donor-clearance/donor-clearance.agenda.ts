import { earliest, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Deadline } from '../obligation.js';
import { firstConditioningAt } from './donor-clearance.conditioning.js';
import type { Conditioning, DonorClearanceAgendaFacts, DonorClearanceState } from './donor-clearance.js';
import {
  conditioningOffers,
  giveUpSeats,
  keepSeats,
  nameBackup,
  postponing,
  wordsFor,
} from './donor-clearance.offers.js';

export { donorClearanceCauses } from './donor-clearance.causes.js';

const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

/** Owed around the donor: the clearance, a decision on a suspension, a backup, and word of each conditioning. */
export function donorClearanceObligations(
  state: DonorClearanceState,
  facts: DonorClearanceAgendaFacts,
): readonly Deadline[] {
  return [
    ...clearanceDue(state, facts),
    ...suspensionDecisionDue(state, facts),
    ...backupDue(state, facts),
    ...state.conditioning.flatMap((each) => conditioningStartDue(each, facts)),
  ];
}

const owed = { does: 'ring', stage: 'donor-clearance', owner: 'coordinator' } as const;

/** Nobody can have done anything before the shipment was opened. */
function notBeforeOpening(dueAt: Instant, facts: DonorClearanceAgendaFacts): Instant {
  return latest([dueAt, plusMinutes(facts.openedAt, facts.reportGraceMinutes)]) ?? dueAt;
}

/** So many days before the collection, and before the first planned conditioning, which it must precede (S129). */
function clearanceDue(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Deadline[] {
  if (['cleared', 'released', 'withdrawn'].includes(state.status) || !facts.moreToCollect) return [];
  const words = wordsFor(facts);
  const usual = plusMinutes(facts.collectionStartsAt, -facts.clearanceDueDaysBefore * dayMinutes);
  const conditioningAt = firstConditioningAt(state);
  const before =
    conditioningAt === undefined
      ? usual
      : (earliest([usual, plusMinutes(conditioningAt, -facts.clearanceBeforeConditioningHours * hourMinutes)]) ??
        usual);
  return [
    {
      ...owed,
      kind: 'clearance-due',
      key: 'clearance-due',
      dueAt: notBeforeOpening(before, facts),
      what: words.what,
      severity: 'warning',
      overdue: { wrong: words.wrong, follows: words.follows },
      offers: state.status === 'suspended' ? [words.give, words.withdraw] : [words.give, words.suspend, words.withdraw],
    },
  ];
}

/** How many times the donor has been suspended: each suspension is an occasion of its own. */
function suspensions({ words }: DonorClearanceState): number {
  return words.filter(({ word }) => word === 'suspended').length;
}

/** While it still costs nothing somebody says what becomes of the seats; until then they stay. */
function suspensionDecisionDue(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Deadline[] {
  const { status, since, suspensionDecision } = state;
  const { seatsGiveUpBy, suspensionDecisionHoursBefore: hours } = facts;
  if (status !== 'suspended' || since === null || suspensionDecision !== null || seatsGiveUpBy === null) return [];
  const soonest = plusMinutes(since.at, facts.reportGraceMinutes);
  return [
    {
      ...owed,
      kind: 'suspension-decision-due',
      key: `suspension-decision-due/${suspensions(state)}`,
      dueAt: latest([soonest, plusMinutes(seatsGiveUpBy, -hours * hourMinutes)]) ?? soonest,
      what: 'Decide on the seats while the donor is suspended',
      severity: 'warning',
      overdue: {
        wrong: 'The donor is suspended, and nobody has decided on the seats.',
        follows: 'Soon they can no longer be given up free of charge.',
      },
      offers: [keepSeats, giveUpSeats, postponing(facts)],
    },
  ];
}

/** Without a backup the median delay after a failed workup is 18 weeks; with one it is under two in half of the cases (S131). */
function backupDue(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Deadline[] {
  const conditioningAt = firstConditioningAt(state);
  const named = state.backups.some(({ status }) => status !== 'withdrawn');
  if (conditioningAt === undefined || named || !facts.moreToCollect) return [];
  const usual = plusMinutes(conditioningAt, -facts.backupDueDaysBeforeConditioning * dayMinutes);
  return [
    {
      ...owed,
      kind: 'backup-due',
      key: 'backup-due',
      dueAt: notBeforeOpening(usual, facts),
      what: 'Name a backup donor or product',
      severity: 'notice',
      overdue: {
        wrong: 'Conditioning is planned, and no backup is named.',
        follows: 'If the cells do not come, the search begins then: 18 weeks at the median without a backup (S131).',
      },
      offers: [nameBackup],
    },
  ];
}

function conditioningStartDue(conditioning: Conditioning, facts: DonorClearanceAgendaFacts): readonly Deadline[] {
  const { status, plannedStartAt, recipient } = conditioning;
  if (status !== 'planned' || plannedStartAt === null) return [];
  return [
    {
      ...owed,
      owner: 'transplant-centre',
      kind: 'conditioning-start-due',
      key: `conditioning-start-due/${recipient}`,
      dueAt: notBeforeOpening(plusMinutes(plannedStartAt.at, facts.reportGraceMinutes), facts),
      what: `Record whether the conditioning of ${recipient} has started`,
      severity: 'warning',
      overdue: {
        wrong: `It is not known whether the conditioning of ${recipient} has started.`,
        follows: 'From then on the patient depends on the cells, and everything that breaks is an emergency.',
      },
      offers: conditioningOffers(conditioning),
    },
  ];
}
