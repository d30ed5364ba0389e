import { mustBe, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import type { ReleaseFirstRule } from '../policy.js';
import { customsClearanceObligations } from './customs-clearance.agenda.js';
import { decideCustomsClearance } from './customs-clearance.decide.js';
import { evolveCustomsClearance, initialCustomsClearance } from './customs-clearance.evolve.js';
import type {
  BorderRules,
  CoverBorders,
  CustomsClearanceAgendaFacts,
  CustomsClearanceCommand,
  CustomsClearanceFacts,
  CustomsClearanceState,
  CustomsRequest,
  CustomsRequestStatus,
} from './customs-clearance.js';

/** One request at one border, and what customs, the process and the calendar can say of it: for the specs of this stage. */
const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
export const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
export const now = at('12T12:00').at;
export const rule: ReleaseFirstRule = {
  country: 'CN',
  direction: 'export',
  releaseFirst: true,
  regularisationWorkingDays: 10,
  inForceFrom: '2026-11-01',
  inForceTo: '2026-11-30',
  source: 'EXAMPLE',
  mark: 'site',
};
export const rules: BorderRules = { releaseFirstRules: [rule], zones: { PEK: zone } };
export const facts: CustomsClearanceFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'desk' },
  ...rules,
};

export type Border = CoverBorders['data']['borders'][number];
export const planOne = { plan: 1 as const, date: '2026-11-23' as LocalDate, crossingAt: at('23T10:00').at };
export const planTwo = { plan: 2 as const, date: '2026-11-24' as LocalDate, crossingAt: at('24T10:00').at };
export const leaving = (...covers: Border['covers']): Border => ({
  country: 'CN',
  direction: 'export',
  airport: 'PEK',
  covers,
});
export const entering = (...covers: Border['covers']): Border => ({
  country: 'US',
  direction: 'import',
  airport: 'IAH',
  covers,
});
export const request = 'CN-export-PEK';

export const cover = (...borders: Border[]): CustomsClearanceCommand => ({ name: 'CoverBorders', data: { borders } });
export const submitted = (expected = '14T09:00'): CustomsClearanceCommand => ({
  name: 'RecordCustomsSubmitted',
  data: { request, submittedAt: at('12T09:00'), answerExpectedAt: at(expected) },
});
export const granted = (permit = 'P-1', until?: string): CustomsClearanceCommand => ({
  name: 'RecordCustomsGranted',
  data: { request, grantedAt: at('12T10:00'), permit, ...(until === undefined ? {} : { validUntil: at(until) }) },
});
export const escalated = (to = 'Head of the office', reason = 'the plan cannot move'): CustomsClearanceCommand => ({
  name: 'RecordCustomsEscalated',
  data: { request, escalatedAt: at('12T11:00'), to, reason },
});
export const lapse: CustomsClearanceCommand = { name: 'LapsePermit', data: { request } };
export const releasedFirst = (time = '12T11:30', commitment = 'papers within ten days'): CustomsClearanceCommand => ({
  name: 'RecordReleasedFirst',
  data: { request, releasedAt: at(time), commitment },
});
export const regularised = (time = '12T11:50', reference = 'REG-1'): CustomsClearanceCommand => ({
  name: 'RecordRegularised',
  data: { request, regularisedAt: at(time), reference },
});
export const refused = (reason = 'form missing'): CustomsClearanceCommand => ({
  name: 'RecordCustomsRefused',
  data: { request, refusedAt: at('12T10:00'), reason },
});
export const again = (reason = 'form added'): CustomsClearanceCommand => ({
  name: 'AskCustomsAgain',
  data: { request, reason },
});
export const withdrawn = (): CustomsClearanceCommand => ({
  name: 'RecordCustomsWithdrawn',
  data: { request, withdrawnAt: at('12T11:00') },
});
export const cleared = (time = '12T11:30'): CustomsClearanceCommand => ({
  name: 'RecordCustomsCleared',
  data: { request, clearedAt: at(time) },
});

export const after = (state: CustomsClearanceState, ...commands: CustomsClearanceCommand[]): CustomsClearanceState =>
  commands.reduce(
    (folded, command) =>
      mustBe(decideCustomsClearance(command, folded, facts)).reduce(
        (each, event) => evolveCustomsClearance(each, event, now),
        folded,
      ),
    state,
  );
export const given = (...history: CustomsClearanceCommand[]): CustomsClearanceState =>
  after(initialCustomsClearance, ...history);
export const only = (state: CustomsClearanceState): CustomsRequest => {
  const [first] = state.requests;
  if (first === undefined) throw new Error('no request');
  return first;
};
export const states: Record<CustomsRequestStatus, CustomsClearanceState> = {
  wanted: given(cover(leaving(planOne))),
  submitted: given(cover(leaving(planOne)), submitted()),
  granted: given(cover(leaving(planOne)), submitted(), granted()),
  refused: given(cover(leaving(planOne)), submitted(), refused()),
  'to-withdraw': given(cover(leaving(planOne)), submitted(), cover()),
  withdrawn: given(cover(leaving(planOne)), submitted(), cover(), withdrawn()),
  lapsed: given(cover(leaving(planOne)), submitted(), granted('P-1', '20T10:00'), lapse),
  'to-be-regularised': given(cover(leaving(planOne)), submitted(), releasedFirst()),
  cleared: given(cover(leaving(planOne)), submitted(), granted(), cleared()),
};

export const agendaFacts: CustomsClearanceAgendaFacts = {
  ...rules,
  permitLapseNoticeDays: 2,
  customsLeadDays: 5,
  leadTimes: { counted: 'calendar-days', calendars: [], airports: {}, pinned: false, answerDueWorkingDays: 1 },
  reportGraceMinutes: 45,
  confirmedPlan: 1,
  departedFrom: {},
  landedAt: {},
};
export const owed = (
  state: CustomsClearanceState,
  change: Partial<CustomsClearanceAgendaFacts> = {},
): Record<string, string> =>
  Object.fromEntries(
    customsClearanceObligations(state, { ...agendaFacts, ...change }).map((each) => [each.key, each.dueAt]),
  );
export const kinds = (state: CustomsClearanceState): string[] =>
  customsClearanceObligations(state, agendaFacts).map((each) => each.kind);
