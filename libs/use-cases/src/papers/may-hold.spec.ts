import { kindsOfPaper } from '@cellrelay/paperwork';
import { mayAsk, standings, type Standing } from '@cellrelay/shipment';
import { mayHold } from './may-hold.js';

const heldBy = (standing: Standing) => kindsOfPaper.filter((kind) => mayHold([standing], kind));

describe('who may hold a paper', () => {
  it('is for all papers the operator', () => {
    expect(heldBy('operator/coordinator')).toEqual([...kindsOfPaper]);
  });

  it('is for what tells of the donor nobody who carries the box, and for counts and outcome nobody of the donor’s side', () => {
    const ofDonor = ['contents-statement', 'packing-record', 'receipt-form', 'product-document', 'spear-draft'];
    expect(heldBy('courier-company/courier').filter((kind) => ofDonor.includes(kind))).toEqual([]);
    expect(heldBy('courier-company/courier')).toContain('security-letter');
    const ofPatient = ['product-document', 'receipt-form', 'temperature-record', 'spear-draft'];
    for (const standing of ['collection-centre/coordinator', 'donor-registry/coordinator'] as const)
      expect(heldBy(standing).filter((kind) => ofPatient.includes(kind))).toEqual([]);
    expect(heldBy('collection-centre/coordinator')).toContain('packing-record');
    for (const registry of ['donor-registry/coordinator', 'patient-registry/physician'] as const)
      expect(heldBy(registry)).toEqual([]);
    expect(heldBy('transplant-centre/physician')).toEqual(expect.arrayContaining(['product-document', 'receipt-form']));
  });

  it('is, of a draft of a report, exactly who may ask for it', () => {
    const holders = standings.filter((standing) => mayHold([standing], 'spear-draft'));
    expect(holders).toEqual(standings.filter((standing) => mayAsk([standing], 'getSpearDraft')));
    expect([...holders].sort()).toEqual(['operator/auditor', 'operator/coordinator']);
  });

  it('is nobody who sees no shipment: administrators and screeners hold none', () => {
    const unseeing = standings.filter((standing) => /\/(administrator|screener)$/.test(standing));
    expect(unseeing.length).toBeGreaterThan(5);
    for (const standing of unseeing) expect([standing, heldBy(standing)]).toEqual([standing, []]);
  });

  it('is, of a data sheet for an application, either centre, which tells of the donor’s tests as their statement does', () => {
    const holders = standings.filter((standing) => mayHold([standing], 'application-data-sheet'));
    expect(holders).toEqual(standings.filter((standing) => mayHold([standing], 'contents-statement')));
  });

  it('is nobody without a standing', () => {
    expect(kindsOfPaper.filter((kind) => mayHold([], kind))).toEqual([]);
  });
});
