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
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Subject } from './action-subject.js';

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
  const { conditioning } = shipment.stages['donor-clearance'];
  return details.recipients.map(({ ref }) => ({
    table: conditioningTable,
    state: conditioning.find(({ recipient }) => recipient === ref)?.status ?? 'not-planned',
    about: ref,
    commands: ['PlanConditioning', 'RecordConditioningStarted'],
    prefill: { recipient: ref },
    zone: details.parties.transplantCentre.zone,
  }));
}

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
        forms: { NameBackup: [form({ kind, readyBy })] },
      };
    }),
  ];
}
