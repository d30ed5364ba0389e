import { latest, plusMinutes } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import type { DonorClearanceAgendaFacts, DonorClearanceState } from './donor-clearance.js';

const clear: Offer = { command: 'ClearDonor', label: 'Record the clearance', prefill: {} };
const release: Offer = { command: 'ReleaseUnit', label: "Record the bank's release", prefill: {} };
const suspend: Offer = { command: 'SuspendDonor', label: 'Suspend the donor', prefill: {} };
const withdraw: Offer = { command: 'WithdrawDonor', label: 'Withdraw the donor', prefill: {} };

/** What is awaited, in words: a donor is cleared, a unit released by its bank. */
function wordsFor({ banked }: DonorClearanceAgendaFacts) {
  return banked
    ? {
        ...{
          give: release,
          suspend: { ...suspend, label: 'Hold the unit back' },
          withdraw: { ...withdraw, label: 'Withdraw the unit' },
        },
        what: "Record the bank's release of the unit",
        wrong: 'The bank has not released the unit.',
        follows: 'No plan is confirmed and no tickets are bought, and the unit does not leave.',
        ...{ who: 'The unit', until: 'The unit cannot leave until its bank releases it again.' },
      }
    : {
        ...{ give: clear, suspend, withdraw },
        what: "Record the donor's clearance",
        wrong: 'The donor is not cleared.',
        follows: "The patient's conditioning must not begin, and collection cannot start.",
        ...{ who: 'The donor', until: 'Collection cannot start until the donor is cleared again.' },
      };
}

/** Owed until the donor is cleared, or the unit released: the clearance, so many days before the collection, or a grace after the opening where that is later. */
export function donorClearanceObligations(
  state: DonorClearanceState,
  facts: DonorClearanceAgendaFacts,
): readonly Deadline[] {
  if (['cleared', 'released', 'withdrawn'].includes(state.status) || !facts.moreToCollect) return [];
  const words = wordsFor(facts);
  const usual = plusMinutes(facts.collectionStartsAt, -facts.clearanceDueDaysBefore * 24 * 60);
  return [
    {
      does: 'ring',
      kind: 'clearance-due',
      key: 'clearance-due',
      stage: 'donor-clearance',
      dueAt: latest([usual, plusMinutes(facts.openedAt, facts.reportGraceMinutes)]) ?? usual,
      owner: 'coordinator',
      what: words.what,
      severity: 'warning',
      overdue: { wrong: words.wrong, follows: words.follows },
      offers: state.status === 'suspended' ? [words.give, words.withdraw] : [words.give, words.suspend, words.withdraw],
    },
  ];
}

/** A donor who is suspended or withdrawn is critical for as long as that stands and a day is waiting or running. */
export function donorClearanceCauses(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  if (!facts.moreToCollect) return [];
  const base = { stage: 'donor-clearance', severity: 'critical' } as const;
  if (state.status === 'suspended') {
    const { who, until, give, withdraw: end } = wordsFor(facts);
    const wrong = `${who} is suspended: ${reasonOf(state)}.`;
    return [
      {
        ...base,
        key: 'donor-suspended',
        wrong,
        follows: until,
        until: facts.collectionStartsAt,
        offers: [give, end],
      },
    ];
  }
  if (state.status === 'withdrawn') {
    const wrong = `The donor is withdrawn: ${reasonOf(state)}.`;
    return [
      {
        ...base,
        key: 'donor-withdrawn',
        wrong,
        follows: 'Record the end of the collection that is running; what it yielded is decided on the count.',
        offers: [],
      },
    ];
  }
  return [];
}

function reasonOf({ reason }: DonorClearanceState): string {
  return (reason ?? 'no reason given').trim().replace(/\.$/, '');
}
