import {
  backupTable,
  collectionOver,
  conditioningTable,
  donorClearanceTable,
  donorSteps,
  donorStepTable,
  isBanked,
  orderOf,
  type Backup,
  type Conditioning,
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The donor's clearance, the record before it, the patients' conditioning and the backups. */
export function donorSubjects(shipment: Shipment): readonly Subject[] {
  return [
    ...clearanceSubjects(shipment),
    ...stepSubjects(shipment),
    ...conditioningSubjects(shipment),
    ...backupSubjects(shipment),
  ];
}

function clearanceSubjects(shipment: Shipment): readonly Subject[] {
  const banked = isBanked(shipment);
  const over = collectionOver(shipment);
  const reason = banked
    ? 'The unit has left its bank.'
    : 'All that is to be collected has been: decide on the count instead.';
  return [
    {
      table: donorClearanceTable,
      state: shipment.stages['donor-clearance'].status,
      about: null,
      commands: ['ClearDonor', 'ReleaseUnit', 'SuspendDonor', 'WithdrawDonor', 'DecideOnSuspension'],
      prefill: {},
      zone: orderOf(shipment).details.parties.donorRegistry.zone,
      forms: {
        DecideOnSuspension: [
          form({ decision: 'keep' }, { label: 'Keep the seats' }),
          form({ decision: 'give-up' }, { label: 'Give the seats up' }),
        ],
        ...(banked
          ? { ClearDonor: 'The bank releases its unit.' }
          : { ReleaseUnit: 'The cells are yet to be collected.' }),
        ...(over
          ? {
              ClearDonor: reason,
              ReleaseUnit: reason,
              SuspendDonor: reason,
              WithdrawDonor: reason,
              DecideOnSuspension: reason,
            }
          : {}),
      },
    },
  ];
}

function stepSubjects(shipment: Shipment): readonly Subject[] {
  const { steps } = shipment.stages['donor-clearance'];
  return donorSteps.map((step) => {
    const known = steps.find((each) => each.step === step);
    const at = known?.at ?? null;
    return {
      table: donorStepTable,
      state: known === undefined ? 'not-recorded' : 'recorded',
      about: step,
      commands: ['RecordDonorStep'],
      prefill: { step, at: at === null ? null : asStated(at), ...(known?.on == null ? {} : { on: known.on }) },
      zone: orderOf(shipment).details.parties.donorRegistry.zone,
    };
  });
}

function conditioningSubjects(shipment: Shipment): readonly Subject[] {
  const { details } = orderOf(shipment);
  const { conditioning, words } = shipment.stages['donor-clearance'];
  const everCleared = words.some(({ word }) => word === 'cleared' || word === 'released');
  return details.recipients.map(({ ref }) => {
    const known = conditioning.find(({ recipient }) => recipient === ref);
    return {
      table: conditioningTable,
      state: known?.status ?? 'not-planned',
      about: ref,
      commands: ['PlanConditioning', 'RecordConditioningStarted'],
      prefill: { recipient: ref },
      zone: details.parties.transplantCentre.zone,
      forms: {
        PlanConditioning: [conditioningPlan(known)],
        RecordConditioningStarted: [conditioningStart(known, everCleared)],
      },
    };
  });
}

/** The first plan, another one, or that it has not begun after all: what changes a record says why. */
function conditioningPlan(known: Conditioning | undefined): Form {
  if (known?.startedAt != null)
    return form({}, { label: 'Correct: the conditioning has not begun', shape: { needs: ['reason'] } });
  if (known?.plannedStartAt == null) return form({}, { shape: { without: ['reason'] } });
  const plannedStartAt = asStated(known.plannedStartAt);
  return form({ plannedStartAt }, { label: 'Move the planned conditioning', shape: { needs: ['reason'] } });
}

/** While no clearance was ever said, the start is taken with why it was begun all the same (S129). */
function conditioningStart(known: Conditioning | undefined, everCleared: boolean): Form {
  const needs = everCleared ? [] : ['despite'];
  if (known?.startedAt == null) return form({}, { shape: { needs, without: ['reason'] } });
  const [startedAt, despite] = [asStated(known.startedAt), known.despite];
  return form(
    { startedAt, ...(despite === null ? {} : { despite }) },
    { label: 'Correct the start of conditioning', shape: { needs: [...needs, 'reason'] } },
  );
}

/** Called upon already, a backup can only be said to be confirmed. */
const confirming = form({}, { label: 'Record that the backup is confirmed', shape: { needs: ['confirmedBy'] } });

/** The backups that are named, and one that is not yet. */
function backupSubjects(shipment: Shipment): readonly Subject[] {
  const { zone } = orderOf(shipment).details.parties.donorRegistry;
  const named = shipment.stages['donor-clearance'].backups;
  const commands = ['NameBackup', 'CallUponBackup', 'WithdrawBackup'] as const;
  const about = ({ kind, reference }: Backup): Subject['about'] => `backup ${kind} ${reference}`;
  return [
    { table: backupTable, state: 'not-named', about: null, commands, prefill: {}, zone },
    ...named.map((backup): Subject => {
      const { kind, reference, readyBy, status: state } = backup;
      return {
        table: backupTable,
        state,
        about: about(backup),
        commands,
        prefill: { reference },
        zone,
        forms: {
          NameBackup: [form({ kind, readyBy })],
          ...(state === 'called-upon' ? { CallUponBackup: [confirming] } : {}),
        },
      };
    }),
  ];
}
