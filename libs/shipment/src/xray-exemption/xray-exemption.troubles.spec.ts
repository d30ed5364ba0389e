import { tableFaults } from '../transitions.js';
import { xrayExemptionCauses } from './xray-exemption.agenda.js';
import { decideXrayExemption } from './xray-exemption.decide.js';
import type { XrayExemptionCommand } from './xray-exemption.js';
import { unplannedCheckpointTable, unplannedStateOf } from './xray-exemption.transitions.js';
import {
  after,
  agendaFacts,
  at,
  beijing,
  cover,
  escalated,
  exemption,
  facts,
  later,
  only,
  owed,
  searched,
  states,
  unplanned,
  word,
} from './xray-exemption.examples.js';

describe('troubles at the checkpoints', () => {
  it('stand while a refusal does', () => {
    const [cause] = xrayExemptionCauses(states.refused, agendaFacts);
    expect(cause).toMatchObject({
      key: `exemption-refused/${exemption}/1`,
      severity: 'warning',
      until: beijing.passesAt,
    });
    expect(cause?.offers.map((offer) => offer.command)).toEqual([
      'AskExemptionAgain',
      'RecordExemptionGranted',
      'RecordExemptionNotified',
    ]);
    expect(xrayExemptionCauses(after(states.refused, searched()), agendaFacts)).toEqual([]);
  });

  it('leaves a scanned box to the physician, and stands until the word is recorded', () => {
    const [cause] = xrayExemptionCauses(states.scanned, agendaFacts);
    expect(cause).toMatchObject({ key: `scanned/${exemption}`, severity: 'critical' });
    const decided = after(states.scanned, word());
    expect(only(decided)).toMatchObject({
      status: 'scanned',
      scanDecision: { decision: 'use', physician: 'Physician One' },
    });
    expect(xrayExemptionCauses(decided, agendaFacts)).toEqual([]);
  });

  it('stand while security insists, with the search, both levels above and the scan under protest', () => {
    const [cause] = xrayExemptionCauses(states.demanded, agendaFacts);
    expect(cause).toMatchObject({ key: `xray-demanded/${exemption}`, severity: 'critical' });
    expect(cause?.offers.map(({ command, prefill }) => [command, prefill['level']].filter(Boolean).join(' '))).toEqual([
      'RecordSearchedByHand',
      'RecordDemandEscalated supervisor',
      'RecordDemandEscalated hotline',
      'RecordScanned',
    ]);
    const taken = after(states.demanded, escalated(), escalated('Night desk', 'hotline'));
    expect(only(taken).demand?.escalations.map(({ level }) => level)).toEqual(['supervisor', 'hotline']);
    expect(xrayExemptionCauses(taken, agendaFacts)[0]?.wrong).toContain('It was taken to Night desk (hotline).');
    expect(xrayExemptionCauses(after(taken, searched()), agendaFacts)).toEqual([]);
  });

  it('stand when the cells are not to be used, until there is another word', () => {
    const no: XrayExemptionCommand = {
      name: 'RecordScanDecision',
      data: {
        exemption,
        decidedAt: at('12T11:50'),
        decision: 'do-not-use',
        physician: 'Dr One',
        reason: 'three passes',
      },
    };
    const refusedUse = after(states.scanned, no);
    expect(xrayExemptionCauses(refusedUse, agendaFacts)).toMatchObject([
      { key: `scanned-not-used/${exemption}`, severity: 'critical', offers: [{ command: 'RecordScanDecision' }] },
    ]);
    expect(xrayExemptionCauses(after(refusedUse, word()), agendaFacts)).toEqual([]);
  });
});

describe('a checkpoint that nobody had planned for', () => {
  it('is known by what happened there, and asks for the physician’s word on a scan', () => {
    const state = after(states.granted, unplanned());
    expect(state.exemptions.at(-1)).toMatchObject({ id: '1/x1/ICN', kind: 'unplanned', leg: null, status: 'scanned' });
    expect(xrayExemptionCauses(state, agendaFacts)).toMatchObject([{ key: 'scanned/1/x1/ICN' }]);
    expect(Object.keys(owed(state))).toEqual(['scan-decision-due/1/x1/ICN']);
  });

  it('asks for nothing when the box was searched by hand', () => {
    const state = after(states.granted, unplanned({ what: 'searched' }), unplanned({ what: 'searched' }));
    expect(state.exemptions.slice(1).map(({ id, status }) => `${id} ${status}`)).toEqual([
      '1/x1/ICN honoured',
      '1/x2/ICN honoured',
    ]);
    expect(owed(state)).toEqual({});
  });

  it('stays when plans change', () => {
    const state = after(states.granted, unplanned());
    expect(after(state, cover(later)).exemptions.at(-1)).toEqual(state.exemptions.at(-1));
  });

  it('may be one that was passed before', () => {
    expect(decideXrayExemption(unplanned({ airport: 'PEK' }), states.honoured, facts).ok).toBe(true);
  });

  it('was not met before the courier took the box', () => {
    expect(decideXrayExemption(unplanned({ passedAt: at('12T10:59') }), states.granted, facts)).toMatchObject({
      error: { code: 'box-not-there-yet', at: '/passedAt' },
    });
    expect(decideXrayExemption(unplanned(), states.granted, { ...facts, boxOnItsWay: null })).toMatchObject({
      error: { code: 'box-not-there-yet', at: '/airport' },
    });
  });

  it('moves its own little table', () => {
    expect(tableFaults(unplannedCheckpointTable)).toEqual([]);
    expect(unplannedStateOf(states.granted)).toBe('none-met');
    expect(unplannedStateOf(after(states.granted, unplanned()))).toBe('met');
  });
});
