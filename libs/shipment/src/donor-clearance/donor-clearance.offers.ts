import type { Offer } from '../obligation.js';
import type { Backup, Conditioning } from './donor-clearance.js';

export const clear: Offer = { command: 'ClearDonor', label: 'Record the clearance', prefill: {} };
export const suspend: Offer = { command: 'SuspendDonor', label: 'Suspend the donor', prefill: {} };
export const withdraw: Offer = { command: 'WithdrawDonor', label: 'Withdraw the donor', prefill: {} };
export const nameBackup: Offer = { command: 'NameBackup', label: 'Name a backup', prefill: {} };
export const postpone: Offer = { command: 'PostponeCollection', label: 'Postpone the collection', prefill: {} };
export const cancel: Offer = { command: 'CancelShipment', label: 'Cancel the shipment', prefill: {} };
export const acceptProduct: Offer = {
  command: 'AcceptProduct',
  label: 'Accept it after all, with its deviation',
  prefill: {},
};
export const keepSeats: Offer = {
  command: 'DecideOnSuspension',
  label: 'Keep the seats',
  prefill: { decision: 'keep' },
};
export const giveUpSeats: Offer = {
  command: 'DecideOnSuspension',
  label: 'Give the seats up',
  prefill: { decision: 'give-up' },
};

/** The backup by what it is: "backup donor 9991…, ready by 2024-09-20". */
export function backupSaid({ kind, reference, readyBy, status }: Backup): string {
  return `backup ${kind} ${reference}, ready by ${readyBy}${status === 'called-upon' ? ' and called upon' : ''}`;
}

/** Asking for the backup. */
export function callUpon({ kind, reference }: Backup): Offer {
  return { command: 'CallUponBackup', label: `Call upon the backup ${kind} ${reference}`, prefill: { reference } };
}

/** The start of a planned conditioning, or another time for it. */
export function conditioningOffers({ recipient }: Conditioning): readonly Offer[] {
  return [
    { command: 'RecordConditioningStarted', label: `Conditioning of ${recipient} has started`, prefill: { recipient } },
    { command: 'PlanConditioning', label: `Conditioning of ${recipient} is moved`, prefill: { recipient } },
  ];
}
