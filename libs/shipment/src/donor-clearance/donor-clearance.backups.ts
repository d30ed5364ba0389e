import { atNow, decided, inTheFuture, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  BackupCommand,
  BackupStatus,
  CallUponBackup,
  DonorClearanceEvent,
  DonorClearanceFacts,
  DonorClearanceState,
  NameBackup,
} from './donor-clearance.js';
import { backupTable } from './donor-clearance.transitions.js';

/** A GRID, a DIN with product code, or a registry's own number: capitals, digits and joints, and never without a digit, as names are. */
const referenceForm = /^(?=.*\d)[A-Z0-9][A-Z0-9/.-]{2,39}$/;

/** Names what could be had instead, calls upon it, or takes it back. */
export function decideOnBackup(
  command: BackupCommand,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  const { reference } = command.data;
  const status = state.backups.find((each) => each.reference === reference)?.status ?? 'not-named';
  const problem =
    unknown(command, state) ??
    notAllowedNow(backupTable, { command: command.name, state: status, what: `Backup ${reference}` }) ??
    problemOf(command, status, facts);
  return decided(problem, () => [eventOf(command, facts)]);
}

function unknown({ name, data }: BackupCommand, { backups }: DonorClearanceState): Refusal | undefined {
  if (name === 'NameBackup' || backups.some((each) => each.reference === data.reference)) return undefined;
  const allowed = backups.map((each) => each.reference);
  return { code: 'no-such-backup', sentence: `There is no backup ${data.reference}.`, at: '/reference', allowed };
}

function problemOf(command: BackupCommand, status: BackupStatus, facts: DonorClearanceFacts): Refusal | undefined {
  switch (command.name) {
    case 'NameBackup':
      return referenceProblem(command.data, facts);
    case 'CallUponBackup':
      return calledUponProblem(command.data, status, facts);
    case 'WithdrawBackup':
      return notWorded(command.data.reason, 'The reason', '/reason');
  }
}

/** Asked again, somebody has said that it comes: else nothing is new. */
function calledUponProblem(
  { reference, calledUponAt, confirmedBy }: CallUponBackup['data'],
  status: BackupStatus,
  { now }: DonorClearanceFacts,
): Refusal | undefined {
  const future = inTheFuture(calledUponAt, now, '/calledUponAt');
  if (future !== undefined) return future;
  if (confirmedBy !== null) return notWorded(confirmedBy, 'Who confirms the backup', '/confirmedBy', 200);
  if (status !== 'called-upon') return undefined;
  const sentence = `Backup ${reference} is called upon already: say who has confirmed that it comes.`;
  return { code: 'called-upon-already', sentence, at: '/confirmedBy' };
}

function referenceProblem({ reference }: NameBackup['data'], { donorGrid }: DonorClearanceFacts): Refusal | undefined {
  if (reference === donorGrid) {
    const sentence = 'That is the GRID of the donor of this shipment, who cannot stand in for himself or herself.';
    return { code: 'backup-is-the-donor', sentence, at: '/reference' };
  }
  if (referenceForm.test(reference)) return undefined;
  const sentence =
    'A backup goes by a GRID, a DIN with product code or a registry reference, in capitals and digits without spaces; never by a name.';
  return { code: 'backup-reference-malformed', sentence, at: '/reference' };
}

function eventOf(command: BackupCommand, facts: DonorClearanceFacts): DonorClearanceEvent {
  const envelope = { v: 1, stage: 'donor-clearance', occurredAt: atNow(facts.now) } as const;
  switch (command.name) {
    case 'NameBackup':
      return { ...envelope, type: 'BackupNamed', data: command.data };
    case 'CallUponBackup': {
      const { calledUponAt, reference, confirmedBy } = command.data;
      const data = confirmedBy === null ? { reference } : { reference, confirmedBy };
      return { ...envelope, type: 'BackupCalledUpon', occurredAt: calledUponAt, data };
    }
    case 'WithdrawBackup':
      return { ...envelope, type: 'BackupWithdrawn', data: command.data };
  }
}
