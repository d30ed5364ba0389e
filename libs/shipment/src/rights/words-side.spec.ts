import type { Standing } from './standings.js';
import { wordsSideOf } from './words-side.js';

describe('the side that words are written for', () => {
  it.each<[readonly Standing[], string, string]>([
    [['collection-centre/coordinator'], 'OpenDeviation', 'donor'],
    [['donor-registry/physician'], 'SuspendDonor', 'donor'],
    [['transplant-centre/physician'], 'DecideOnCount', 'patient'],
    [['courier-company/courier'], 'OpenDeviation', 'operator'],
    // A registry that stands on both sides writes for the one whose command it is, and else for neither.
    [['donor-registry/coordinator', 'patient-registry/coordinator'], 'WithdrawBackup', 'patient'],
    [['donor-registry/coordinator', 'patient-registry/coordinator'], 'OpenDeviation', 'operator'],
    [['operator/coordinator'], 'SuspendDonor', 'donor'],
    [['operator/coordinator'], 'RefuseProduct', 'patient'],
    [['operator/coordinator'], 'DecideOnCount', 'operator'],
    [['operator/coordinator'], 'CancelShipment', 'operator'],
    [['operator/coordinator'], 'RecordFlightCancelled', 'operator'],
    [[], 'NoCommand', 'operator'],
  ])('%j with %s: %s', (held, command, side) => {
    expect(wordsSideOf(held, command)).toBe(side);
  });
});
