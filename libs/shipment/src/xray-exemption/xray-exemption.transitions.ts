import type { TransitionTable } from '../transitions.js';
import type { ExemptionStatus, XrayExemptionCommand } from './xray-exemption.js';

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
    { command: 'CoverCheckpoints', from: ['granted'], to: ['granted', 'to-withdraw'] },
    { command: 'CoverCheckpoints', from: ['refused'], to: ['refused', 'withdrawn'] },
    { command: 'CoverCheckpoints', from: ['to-withdraw'], to: ['to-withdraw', 'wanted'] },
    { command: 'CoverCheckpoints', from: ['withdrawn'], to: ['withdrawn', 'wanted'] },
    { command: 'RecordExemptionRequested', from: ['wanted', 'requested'], to: ['requested'] },
    { command: 'RecordExemptionRequested', from: ['granted'], to: ['granted'] },
    { command: 'RecordExemptionRequested', from: ['refused'], to: ['refused'] },
    { command: 'RecordExemptionRequested', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordExemptionGranted', from: ['wanted', 'requested', 'refused', 'granted'], to: ['granted'] },
    { command: 'RecordExemptionGranted', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordExemptionRefused', from: ['wanted', 'requested', 'granted', 'refused'], to: ['refused'] },
    { command: 'RecordExemptionRefused', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'AskExemptionAgain', from: ['refused'], to: ['wanted'] },
    { command: 'RecordExemptionWithdrawn', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'RecordExemptionWithdrawn', from: ['wanted', 'requested', 'granted'], to: ['wanted'] },
    { command: 'RecordExemptionWithdrawn', from: ['refused'], to: ['refused'] },
    { command: 'RecordSearchedByHand', from: ['wanted', 'requested', 'granted', 'refused'], to: ['honoured'] },
    { command: 'RecordScanned', from: ['wanted', 'requested', 'granted', 'refused', 'honoured'], to: ['scanned'] },
    { command: 'RecordScanDecision', from: ['scanned'], to: ['scanned'] },
  ],
};
