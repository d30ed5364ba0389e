import type { Offer } from '../obligation.js';
import type { Backup, Conditioning, DonorClearanceAgendaFacts } from './donor-clearance.js';

export const clear: Offer = { command: 'ClearDonor', label: 'Record the clearance', prefill: {} };
const release: Offer = { command: 'ReleaseUnit', label: "Record the bank's release", prefill: {} };
export const suspend: Offer = { command: 'SuspendDonor', label: 'Suspend the donor', prefill: {} };
export const withdraw: Offer = { command: 'WithdrawDonor', label: 'Withdraw the donor', prefill: {} };
export const nameBackup: Offer = { command: 'NameBackup', label: 'Name a backup', prefill: {} };
export const postpone: Offer = { command: 'PostponeCollection', label: 'Postpone the collection', prefill: {} };
export const collectOnDayTwo: Offer = {
  command: 'StartCollection',
  label: 'Record the start of day 2',
  prefill: { day: 2 },
};
const postponeShipping: Offer = {
  command: 'PostponeShipping',
  label: 'Let the unit leave its bank on another day',
  prefill: {},
};
/** Of a collection, or of a banked unit's leaving. */
export function postponing({ banked }: Pick<DonorClearanceAgendaFacts, 'banked'>): Offer {
  return banked ? postponeShipping : postpone;
}
export const cancel: Offer = { command: 'CancelShipment', label: 'Cancel the shipment', prefill: {} };
export const freeze: Offer = {
  command: 'CryopreserveAtOrigin',
  label: 'Freeze the cells where they were collected',
  prefill: {},
};
export const divert: Offer = { command: 'DivertShipment', label: 'Send the box elsewhere', prefill: {} };
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
  return `backup ${kind} ${reference}, ready by ${readyBy}${stands[status] ?? ''}`;
}

const stands: Readonly<Partial<Record<Backup['status'], string>>> = {
  'called-upon': ' and called upon',
  confirmed: ', called upon and confirmed',
};

/** Asking for the backup, or that it comes. */
export function callUpon({ kind, reference, status }: Backup): Offer {
  const label = `${status === 'named' ? 'Call upon' : 'Record who confirms'} the backup ${kind} ${reference}`;
  return { command: 'CallUponBackup', label, prefill: { reference } };
}

/** The start of a planned conditioning, or another time for it. */
export function conditioningOffers({ recipient }: Conditioning): readonly Offer[] {
  return [
    { command: 'RecordConditioningStarted', label: `Conditioning of ${recipient} has started`, prefill: { recipient } },
    { command: 'PlanConditioning', label: `Conditioning of ${recipient} is moved`, prefill: { recipient } },
  ];
}

/** What is awaited and what stands in its way, in words and offers: a donor is cleared, a unit released by its bank. */
interface Words {
  readonly give: Offer;
  readonly suspend: Offer;
  readonly withdraw: Offer;
  readonly what: string;
  readonly wrong: string;
  readonly follows: string;
  readonly who: string;
  readonly whileSuspended: string;
  readonly missing: string;
}

const ofDonor: Words = {
  ...{ give: clear, suspend, withdraw },
  what: "Record the donor's clearance",
  wrong: 'The donor is not cleared.',
  follows: "The patient's conditioning must not begin, and collection cannot start.",
  who: 'The donor',
  whileSuspended: 'Collection cannot start until the donor is cleared again.',
  missing: 'The donor is not cleared',
};

const ofUnit: Words = {
  give: release,
  suspend: { ...suspend, label: 'Hold the unit back' },
  withdraw: { ...withdraw, label: 'Withdraw the unit' },
  what: "Record the bank's release of the unit",
  wrong: 'The bank has not released the unit.',
  follows: 'No plan is confirmed and no tickets are bought, and the unit does not leave.',
  who: 'The unit',
  whileSuspended: 'The unit cannot leave until its bank releases it again.',
  missing: 'The bank has not released the unit',
};

/** The words for what is ordered. */
export function wordsFor({ banked }: Pick<DonorClearanceAgendaFacts, 'banked'>): Words {
  return banked ? ofUnit : ofDonor;
}
