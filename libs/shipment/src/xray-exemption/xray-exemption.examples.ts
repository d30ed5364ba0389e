import { mustBe, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { xrayExemptionObligations } from './xray-exemption.agenda.js';
import { decideXrayExemption } from './xray-exemption.decide.js';
import { evolveXrayExemption, initialXrayExemption } from './xray-exemption.evolve.js';
import type {
  CoverCheckpoints,
  Exemption,
  ExemptionStatus,
  XrayExemptionAgendaFacts,
  XrayExemptionCommand,
  XrayExemptionFacts,
  XrayExemptionState,
} from './xray-exemption.js';

/** Checkpoints, and what airport security can say and do at them: for the specs of this stage. */
const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
export const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
export const now = at('12T12:00').at;
export const facts: XrayExemptionFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'desk' },
  boxOnItsWay: { plan: 1, since: at('12T11:00').at },
};

type Checkpoint = CoverCheckpoints['data']['checkpoints'][number];
export const beijing: Checkpoint = {
  ...{ plan: 1, leg: 0, airport: 'PEK', passesAt: at('23T10:00').at },
  ...{ kind: 'departure', answer: 'in-advance' },
};
export const transfer: Checkpoint = {
  ...beijing,
  leg: 1,
  airport: 'ORD',
  passesAt: at('24T02:00').at,
  kind: 'transfer',
};
/** Where no answer is to be had in advance. */
export const onTheSpot: Checkpoint = { ...beijing, answer: 'on-arrival' };
export const later: Checkpoint = { ...beijing, passesAt: at('23T14:00').at };
export const exemption = '1/0/PEK';

export const cover = (...checkpoints: Checkpoint[]): XrayExemptionCommand => ({
  name: 'CoverCheckpoints',
  data: { checkpoints },
});
export const requested = (expected = '14T09:00'): XrayExemptionCommand => ({
  name: 'RecordExemptionRequested',
  data: { exemption, requestedAt: at('12T09:00'), answerExpectedAt: at(expected) },
});
export const granted = (reference = 'X-1'): XrayExemptionCommand => ({
  name: 'RecordExemptionGranted',
  data: { exemption, grantedAt: at('12T10:00'), reference },
});
export const refused = (reason = 'not known here'): XrayExemptionCommand => ({
  name: 'RecordExemptionRefused',
  data: { exemption, refusedAt: at('12T10:00'), reason },
});
export const again = (reason = 'hotline called'): XrayExemptionCommand => ({
  name: 'AskExemptionAgain',
  data: { exemption, reason },
});
export const withdrawn = (): XrayExemptionCommand => ({
  name: 'RecordExemptionWithdrawn',
  data: { exemption, withdrawnAt: at('12T11:00') },
});
export const notified = (told = 'Duty officer'): XrayExemptionCommand => ({
  name: 'RecordExemptionNotified',
  data: { exemption, notifiedAt: at('12T10:30'), told },
});
export const demanded = (by = 'Officer at the machine', time = '12T11:20'): XrayExemptionCommand => ({
  name: 'RecordXrayDemanded',
  data: { exemption, demandedAt: at(time), by },
});
export const escalated = (
  to = 'Shift leader',
  level: 'supervisor' | 'hotline' = 'supervisor',
): XrayExemptionCommand => ({
  name: 'RecordDemandEscalated',
  data: { exemption, escalatedAt: at('12T11:25'), level, to },
});
export const unplanned = (
  change: Partial<Extract<XrayExemptionCommand, { name: 'RecordUnplannedCheckpoint' }>['data']> = {},
): XrayExemptionCommand => ({
  name: 'RecordUnplannedCheckpoint',
  data: { airport: 'ICN', passedAt: at('12T11:30'), what: 'scanned', reason: 'diverted', ...change },
});
export const searched = (time = '12T11:30'): XrayExemptionCommand => ({
  name: 'RecordSearchedByHand',
  data: { exemption, searchedAt: at(time) },
});
export const scanned = (reason = 'not to be persuaded'): XrayExemptionCommand => ({
  name: 'RecordScanned',
  data: { exemption, scannedAt: at('12T11:40'), reason },
});
export const word = (physician = 'Physician One', reason = 'no effect known (S12)'): XrayExemptionCommand => ({
  name: 'RecordScanDecision',
  data: { exemption, decidedAt: at('12T11:50'), decision: 'use', physician, reason },
});

export const after = (state: XrayExemptionState, ...commands: XrayExemptionCommand[]): XrayExemptionState =>
  commands.reduce(
    (folded, command) =>
      mustBe(decideXrayExemption(command, folded, facts)).reduce(
        (each, event) => evolveXrayExemption(each, event, now),
        folded,
      ),
    state,
  );
export const given = (...history: XrayExemptionCommand[]): XrayExemptionState =>
  after(initialXrayExemption, ...history);
export const only = (state: XrayExemptionState): Exemption => {
  const [first] = state.exemptions;
  if (first === undefined) throw new Error('no exemption');
  return first;
};
export const states: Record<ExemptionStatus, XrayExemptionState> = {
  wanted: given(cover(beijing)),
  requested: given(cover(beijing), requested()),
  granted: given(cover(beijing), requested(), granted()),
  refused: given(cover(beijing), requested(), refused()),
  'to-withdraw': given(cover(beijing), requested(), cover()),
  withdrawn: given(cover(beijing), requested(), cover(), withdrawn()),
  notified: given(cover(beijing), notified()),
  demanded: given(cover(beijing), requested(), granted(), demanded()),
  honoured: given(cover(beijing), requested(), granted(), searched()),
  scanned: given(cover(beijing), requested(), granted(), scanned()),
};

export const agendaFacts: XrayExemptionAgendaFacts = {
  exemptionLeadDays: 5,
  leadTimes: { counted: 'calendar-days', calendars: [], airports: {}, pinned: false, answerDueWorkingDays: 1 },
  boxOnItsWay: null,
  atCentreAt: at('25T06:00').at,
  notUsedOffers: [],
};
export const owed = (state: XrayExemptionState, exemptionLeadDays = 5): Record<string, string> =>
  Object.fromEntries(
    xrayExemptionObligations(state, { ...agendaFacts, exemptionLeadDays }).map((each) => [each.key, each.dueAt]),
  );
