import { latest, plusMinutes } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import type { DonorClearanceAgendaFacts, DonorClearanceState } from './donor-clearance.js';

const clear: Offer = { command: 'ClearDonor', label: 'Record the clearance', prefill: {} };
const suspend: Offer = { command: 'SuspendDonor', label: 'Suspend the donor', prefill: {} };
const withdraw: Offer = { command: 'WithdrawDonor', label: 'Withdraw the donor', prefill: {} };

/** Owed until the donor is cleared: the clearance, so many days before the collection, or a grace after the opening where that is later. */
export function donorClearanceObligations(
  state: DonorClearanceState,
  facts: DonorClearanceAgendaFacts,
): readonly Deadline[] {
  if (state.status === 'cleared' || state.status === 'withdrawn' || !facts.moreToCollect) return [];
  const usual = plusMinutes(facts.collectionStartsAt, -facts.clearanceDueDaysBefore * 24 * 60);
  return [
    {
      does: 'ring',
      kind: 'clearance-due',
      key: 'clearance-due',
      stage: 'donor-clearance',
      dueAt: latest([usual, plusMinutes(facts.openedAt, facts.reportGraceMinutes)]) ?? usual,
      owner: 'coordinator',
      what: "Record the donor's clearance",
      severity: 'warning',
      overdue: {
        wrong: 'The donor is not cleared.',
        follows: "The patient's conditioning must not begin, and collection cannot start.",
      },
      offers: state.status === 'suspended' ? [clear, withdraw] : [clear, suspend, withdraw],
    },
  ];
}

/** A donor who is suspended or withdrawn is critical for as long as that stands and a day is waiting or running. */
export function donorClearanceCauses(state: DonorClearanceState, facts: DonorClearanceAgendaFacts): readonly Cause[] {
  if (!facts.moreToCollect) return [];
  const base = { stage: 'donor-clearance', severity: 'critical' } as const;
  if (state.status === 'suspended') {
    const wrong = `The donor is suspended: ${reasonOf(state)}.`;
    const follows = 'Collection cannot start until the donor is cleared again.';
    return [
      { ...base, key: 'donor-suspended', wrong, follows, until: facts.collectionStartsAt, offers: [clear, withdraw] },
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
