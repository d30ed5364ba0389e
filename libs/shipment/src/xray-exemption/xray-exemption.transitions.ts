import type { TransitionTable } from '../transitions.js';
import type { ExemptionStatus, XrayExemptionCommand, XrayExemptionState } from './xray-exemption.js';

/** How an exemption may stand when the box comes to its checkpoint. */
const before = ['wanted', 'requested', 'notified', 'granted', 'refused'] as const;

/**
 * One exemption at one checkpoint. What happened to the box is taken whatever had been answered: an exemption may be dishonoured,
 * and a search by hand be granted on the spot.
 */
export const exemptionTable: TransitionTable<ExemptionStatus, XrayExemptionCommand['name']> = {
  subject: 'one X-ray exemption',
  initial: 'wanted',
  terminal: [],
  moves: [
    { command: 'CoverCheckpoints', from: ['wanted'], to: ['wanted', 'withdrawn'] },
    { command: 'CoverCheckpoints', from: ['requested'], to: ['requested', 'to-withdraw'] },
    { command: 'CoverCheckpoints', from: ['notified'], to: ['notified', 'to-withdraw'] },
    { command: 'CoverCheckpoints', from: ['granted'], to: ['granted', 'to-withdraw'] },
    { command: 'CoverCheckpoints', from: ['refused'], to: ['refused', 'withdrawn'] },
    { command: 'CoverCheckpoints', from: ['to-withdraw'], to: ['to-withdraw', 'wanted'] },
    { command: 'CoverCheckpoints', from: ['withdrawn'], to: ['withdrawn', 'wanted'] },
    { command: 'RecordExemptionRequested', from: ['wanted', 'requested', 'notified'], to: ['requested'] },
    { command: 'RecordExemptionRequested', from: ['granted'], to: ['granted'] },
    { command: 'RecordExemptionRequested', from: ['refused'], to: ['refused'] },
    { command: 'RecordExemptionRequested', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordExemptionNotified', from: ['wanted', 'requested', 'notified', 'refused'], to: ['notified'] },
    { command: 'RecordExemptionNotified', from: ['granted'], to: ['granted'] },
    { command: 'RecordExemptionNotified', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    {
      command: 'RecordExemptionGranted',
      from: ['wanted', 'requested', 'notified', 'refused', 'granted'],
      to: ['granted'],
    },
    { command: 'RecordExemptionGranted', from: ['demanded'], to: ['demanded'] },
    { command: 'RecordExemptionGranted', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    {
      command: 'RecordExemptionRefused',
      from: ['wanted', 'requested', 'notified', 'granted', 'refused'],
      to: ['refused'],
    },
    { command: 'RecordExemptionRefused', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'AskExemptionAgain', from: ['refused'], to: ['wanted'] },
    { command: 'RecordExemptionWithdrawn', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'RecordExemptionWithdrawn', from: ['wanted', 'requested', 'notified', 'granted'], to: ['wanted'] },
    { command: 'RecordExemptionWithdrawn', from: ['refused'], to: ['refused'] },
    { command: 'RecordXrayDemanded', from: [...before, 'demanded', 'honoured'], to: ['demanded'] },
    { command: 'RecordDemandEscalated', from: ['demanded'], to: ['demanded'] },
    { command: 'RecordSearchedByHand', from: [...before, 'demanded'], to: ['honoured'] },
    { command: 'RecordScanned', from: [...before, 'demanded', 'honoured'], to: ['scanned'] },
    { command: 'RecordScanDecision', from: ['scanned'], to: ['scanned'] },
  ],
};

/** Checkpoints that nobody had planned for: they are known only when the box has met them. */
export const unplannedCheckpointTable: TransitionTable<'none-met' | 'met', XrayExemptionCommand['name']> = {
  subject: 'the unplanned checkpoints',
  initial: 'none-met',
  terminal: [],
  moves: [{ command: 'RecordUnplannedCheckpoint', from: ['none-met', 'met'], to: ['met'] }],
};

/** Whether the box has met a checkpoint that nobody had planned for. */
export function unplannedStateOf({ exemptions }: XrayExemptionState): 'none-met' | 'met' {
  return exemptions.some(({ kind }) => kind === 'unplanned') ? 'met' : 'none-met';
}
