import { mustBe, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import type { CourierPapers } from '../courier-papers.js';
import { courierCauses } from './courier.agenda.js';
import { decideCourier } from './courier.decide.js';
import { evolveCourier, initialCourier } from './courier.evolve.js';
import type { CourierAgendaFacts, CourierCommand, CourierPerson, CourierState } from './courier.js';

/** What the pool had on record of courier and substitute when they were nominated, against a journey that ends on 25 November. */

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const day = (text: string): LocalDate => text as LocalDate;
const journey = {
  countriesEntered: ['US'],
  firstDay: day('2026-11-21'),
  lastDay: day('2026-11-25'),
  handedOver: false,
  frozen: false,
};
const facts = {
  now: at('20T12:00').at,
  statedBy: { person: 'A', organisation: 'B', how: 'mail' },
  ...journey,
} as const;
const agendaFacts: CourierAgendaFacts = {
  ...journey,
  openedAt: at('01T08:00').at,
  collectionStartsAt: at('23T00:00').at,
  courierDueDaysBefore: 10,
  positioning: null,
  courierRestHours: 24,
  visaExpediteDays: 5,
  reportGraceMinutes: 45,
  shippingPostponed: null,
};

const lasting: CourierPapers = {
  trainedUntil: day('2026-11-25'),
  passportValidUntil: day('2026-11-25'),
  visas: [{ country: 'US', standing: 'held', until: day('2026-11-25') }],
};
const person = (name: string, papers: CourierPapers | null): CourierPerson => ({
  ...{ name, company: 'Example', phone: `+1 555 ${name}`, poolId: null, basedIn: null, restUntil: null, alsoOn: [] },
  papers,
});
const nominated = (courier: CourierPapers | null, substitute: CourierPapers | null): CourierState =>
  after(initialCourier, {
    name: 'NominateCourier',
    data: { courier: person('01', courier), substitute: person('02', substitute), nominatedAt: at('20T09:00') },
  });
const checked: CourierCommand = {
  name: 'RecordCourierFit',
  data: { ...lasting, lastJourneyEndedAt: null, checkedAt: at('20T10:00') },
};
const sent: CourierCommand = {
  name: 'SendSubstitute',
  data: { reason: 'ill', nextSubstitute: person('03', null), decidedAt: at('20T10:00') },
};
function after(state: CourierState, command: CourierCommand): CourierState {
  return mustBe(decideCourier(command, state, facts)).reduce(
    (folded, event) => evolveCourier(folded, event, facts.now),
    state,
  );
}
const causes = (state: CourierState, change: Partial<CourierAgendaFacts> = {}) =>
  courierCauses(state, { ...agendaFacts, ...change });
const keysOf = (...asked: Parameters<typeof causes>) => causes(...asked).map(({ key }) => key);

describe('papers that are known before the check', () => {
  it('trouble nobody while they last to the last day, are not stated, or no plan says when that is', () => {
    expect(keysOf(nominated(lasting, lasting))).toEqual([]);
    expect(keysOf(nominated(null, null))).toEqual([]);
    const gone = { ...lasting, trainedUntil: day('2020-01-01') };
    expect(keysOf(nominated(gone, gone), { lastDay: null })).toEqual([]);
  });

  it.each<[string, Partial<CourierPapers>]>([
    ['the training', { trainedUntil: day('2026-11-24') }],
    ['the passport', { passportValidUntil: day('2026-11-24') }],
    ['the visa for US', { visas: [{ country: 'US', standing: 'held', until: day('2026-11-24') }] }],
  ])('warn where %s runs out under way, of the courier and of the substitute', (what, change) => {
    const short = { ...lasting, ...change };
    expect(causes(nominated(short, short))).toMatchObject([
      {
        key: 'courier-papers',
        severity: 'warning',
        wrong: `By what is on record of the courier, ${what} runs out under way.`,
      },
      { key: 'substitute-papers', wrong: `By what is on record of the substitute, ${what} runs out under way.` },
    ]);
    expect(keysOf(nominated(short, short), { handedOver: true })).toEqual([]);
  });

  it('give way to the check of the courier, and go with the substitute who is sent', () => {
    const short = { ...lasting, trainedUntil: day('2026-11-24') };
    expect(keysOf(after(nominated(short, null), checked))).toEqual([]);
    expect(keysOf(after(nominated(null, short), sent))).toEqual(['courier-papers']);
    expect(keysOf(after(nominated(short, lasting), sent))).toEqual([]);
  });
});
