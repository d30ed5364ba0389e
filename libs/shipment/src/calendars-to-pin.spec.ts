import type { HolidayCalendar, HolidayLookup } from '@cellrelay/itinerary';
import type { LocalDate } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { bringsPlans } from './calendars-to-pin.js';
import { proposal, utc } from './case-a.examples.js';
import { decide } from './decide.js';
import { emptyShipment, fold } from './fold.js';
import { dayOneEnough, dayTwoNeeded, openedWith, type Line } from './journeys.examples.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { LoggedEvent, Shipment, ShipmentCommand, ShipmentEvent } from './shipment.js';
import { Story } from './story.examples.js';
import { everythingSaid } from './walk.examples.js';

/** 4 September 2024 is a Wednesday; in this invented calendar the Monday and the Tuesday before it are off. */
const american: HolidayCalendar = {
  country: 'US',
  from: '2024-07-30' as LocalDate,
  to: '2024-11-04' as LocalDate,
  weekend: [6, 7],
  holidays: [
    { date: '2024-09-02' as LocalDate, name: 'EXAMPLE Day' },
    { date: '2024-09-03' as LocalDate, name: 'EXAMPLE Day 2' },
  ],
  workingWeekendDays: [],
  version: 'EXAMPLE 1',
  source: 'an invented collection',
  mark: 'G',
};

type Asked = Parameters<HolidayLookup>[0];
const asked: Asked[] = [];
const lookup: HolidayLookup = (each) => {
  asked.push(each);
  return each.country === 'US' ? { ...american, from: each.from, to: each.to } : null;
};
beforeEach(() => asked.splice(0));

const statedBy = { person: 'Coordinator', organisation: 'EXAMPLE Registry', how: 'telephone' } as const;
const proposedAt = utc('08-13T02:00');
const opened = (policy: Partial<Policy> = {}): Shipment =>
  openedWith(dayOneEnough, { policy: { ...defaultPolicy, ...policy } })
    .filter(([at]: Line) => at < proposedAt)
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30'))).shipment;

interface Moved {
  readonly shipment: Shipment;
  readonly events: readonly ShipmentEvent[];
}

const moved = (shipment: Shipment, command: ReturnType<typeof proposal>, holidays?: HolidayLookup): Moved => {
  const decision = decide(command, shipment, { now: proposedAt, statedBy, holidays });
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value;
};
const pins = ({ events }: Moved) => events.flatMap((each) => (each.type === 'CalendarsPinned' ? [each.data] : []));
const owed = ({ shipment }: Moved, key: string) => agendaOf(shipment).find((each) => each.key === key);
const importAnswer = 'customs-answer-due/US-import-SFO';
const importAsking = 'submit-customs-request/US-import-SFO/1';

describe('a plan that is proposed', () => {
  it('pins the holidays of the countries it touches, from now until two months after its last landing', () => {
    const plan = moved(opened(), proposal(1), lookup);
    expect(pins(plan)).toEqual([{ calendars: [american], without: [] }]);
    expect(asked).toEqual([{ country: 'US', from: '2024-07-30', to: '2024-11-04' }]);
  });

  it('asks of no country whose days the policy has: a site’s own calendar wins', () => {
    moved(opened({ workingDayCalendars: [] }), proposal(1), lookup);
    expect(asked.map(({ country }) => country)).toEqual(['CN', 'US']);
    const own = { ...american, year: 2024, holidays: ['2024-08-30'], mark: 'site' as const };
    const { from: _from, to: _to, weekend: _weekend, ...calendar } = own;
    asked.splice(0);
    const plan = moved(
      opened({ workingDayCalendars: [...defaultPolicy.workingDayCalendars, calendar] }),
      proposal(1),
      lookup,
    );
    expect(asked).toEqual([]);
    expect(pins(plan)).toEqual([{ calendars: [], without: [] }]);
    expect(owed(plan, importAnswer)?.dueAt).toBe('2024-09-03T23:00:00.000Z');
  });

  it('says of which country nothing is known, and asks no more', () => {
    const first = moved(opened(), proposal(1, 'over-icn'), lookup);
    expect(pins(first)).toEqual([{ calendars: [american], without: ['KR'] }]);
    expect(owed(first, 'submit-customs-request/KR-transit-ICN/1')?.basis).toContain('No holidays of KR are known for');
    asked.splice(0);
    expect(pins(moved(first.shipment, proposal(2), lookup))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('asks again when another plan reaches beyond what is pinned', () => {
    const first = moved(opened(), proposal(1), (each) => ({ ...american, ...each, to: '2024-09-30' as LocalDate }));
    const again = moved(first.shipment, proposal(2), lookup);
    expect(pins(again)).toMatchObject([{ calendars: [{ country: 'US', to: '2024-11-05' }] }]);
    expect(again.shipment.stages['customs-clearance'].pinned?.calendars).toHaveLength(1);
  });

  it('pins nothing where nobody looked anything up, and its days are counted as they were before', () => {
    const plan = moved(opened(), proposal(1));
    expect(pins(plan)).toEqual([]);
    expect(owed(plan, importAnswer)?.dueAt).toBe('2024-09-03T23:00:00.000Z');
    expect(owed(plan, importAnswer)).not.toHaveProperty('basis');
    expect(owed(plan, importAsking)?.dueAt).toBe('2024-08-28T23:00:00.000Z');
  });

  it('pins nothing anew when it is proposed as it stands', () => {
    const { shipment } = moved(opened(), proposal(1), lookup);
    expect(pins(moved(shipment, proposal(1), lookup))).toEqual([]);
  });
});

describe('a command that brings plans', () => {
  const countriesOf = ({ stages }: Shipment) =>
    new Set(stages['flight-booking'].bookings.flatMap(({ flight }) => [flight.from.country, flight.to.country])).size;

  it('alone takes a shipment to another country, of all that can be said at steps all along a journey', () => {
    const brought = new Set<ShipmentCommand['name']>();
    const story = new Story(utc('08-12T14:30'));
    for (const [index, [at, command]] of dayTwoNeeded.entries()) {
      story.says(at, command);
      if (index % 4 !== 2) continue;
      for (const word of everythingSaid(story.shipment, at).flat()) {
        const otherwise = story.copy();
        otherwise.tries(word);
        if (countriesOf(otherwise.shipment) > countriesOf(story.shipment)) brought.add(word.name);
      }
    }
    expect(brought.has('ProposePlan')).toBe(true);
    expect([...brought].filter((name) => !bringsPlans({ name } as ShipmentCommand))).toEqual([]);
  });
});

describe('what is due by pinned holidays', () => {
  const plan = () => moved(opened(), proposal(1), lookup);

  it('is asked for so many working days ahead of the border', () => {
    expect(owed(plan(), importAsking)?.dueAt).toBe('2024-08-26T23:00:00.000Z');
    expect(owed(plan(), 'request-exemption/1/1/SFO/1')?.dueAt).toBe('2024-08-27T01:45:00.000Z');
  });

  it('is answered a working day before it, when the office is open', () => {
    const answer = owed(plan(), importAnswer);
    expect(answer?.dueAt).toBe('2024-08-30T23:00:00.000Z');
    expect(answer).toMatchObject({
      overdue: { wrong: expect.stringContaining('a working day before the crossing') as string },
    });
    expect(owed(plan(), 'exemption-answer-due/1/1/SFO')?.dueAt).toBe('2024-08-31T01:45:00.000Z');
  });

  it('names the days off that moved it, and whose calendar says so', () => {
    expect(owed(plan(), importAnswer)?.basis).toBe(
      '1 working day of US before 2024-09-04. Not worked: 2024-09-02 EXAMPLE Day, 2024-09-03 EXAMPLE Day 2. Calendar: EXAMPLE 1 (an invented collection).',
    );
  });

  it('counts every day where the policy does', () => {
    const leadDaysCounted = { value: 'calendar-days', source: 'EXAMPLE', mark: 'site' } as const;
    const answer = owed(moved(opened({ leadDaysCounted }), proposal(1), lookup), importAnswer);
    expect(answer?.dueAt).toBe('2024-09-03T23:00:00.000Z');
  });

  it('is told by the log alone', () => {
    const before = opened();
    const { events, shipment } = moved(before, proposal(1), lookup);
    const log: LoggedEvent[] = events.map((event, index) => ({
      seq: before.revision + 1 + index,
      recordedAt: proposedAt,
      event,
    }));
    const pinned = log.filter(({ event }) => event.type === 'CalendarsPinned');
    expect(fold(pinned).stages['customs-clearance'].pinned).toEqual(shipment.stages['customs-clearance'].pinned);
    expect(emptyShipment.stages['customs-clearance'].pinned).toBeNull();
  });
});

describe('a region that the policy names for an airport', () => {
  const holidayRegions = { value: { SFO: 'US-CA' }, source: 'EXAMPLE', mark: 'site' } as const;
  const californian: HolidayCalendar = {
    ...american,
    country: 'US-CA',
    holidays: [...american.holidays, { date: '2024-08-30' as LocalDate, name: 'EXAMPLE Day of the region' }],
  };
  const regional: HolidayLookup = (each) => {
    asked.push(each);
    return each.country === 'US-CA' ? { ...californian, ...each } : { ...american, ...each };
  };

  it('has its own calendar pinned beside the country’s, which other airports go by', () => {
    const plan = moved(opened({ holidayRegions }), proposal(1), regional);
    expect(asked.map(({ country }) => country)).toEqual(['US', 'US-CA']);
    expect(pins(plan)).toMatchObject([{ calendars: [{ country: 'US' }, { country: 'US-CA' }], without: [] }]);
    asked.splice(0);
    expect(pins(moved(plan.shipment, proposal(2), regional))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('goes by what the site has entered of its country, and is not looked up then', () => {
    const { from: _from, to: _to, weekend: _weekend, ...own } = { ...american, year: 2024, holidays: ['2024-08-30'] };
    const workingDayCalendars = [...defaultPolicy.workingDayCalendars, { ...own, mark: 'site' as const }];
    const plan = moved(opened({ holidayRegions, workingDayCalendars }), proposal(1), regional);
    expect(asked).toEqual([]);
    expect(owed(plan, importAnswer)?.dueAt).toBe('2024-09-03T23:00:00.000Z');
  });

  it('is looked up when a policy that names it is adopted, where calendars were pinned before', () => {
    const policy = { ...defaultPolicy, version: 'site-2', holidayRegions };
    const data = { policy, reason: 'EXAMPLE: the region was named', wordOf: 'EXAMPLE Director' };
    const adopt = { name: 'AdoptPolicy', data } as never;
    const pinned = moved(opened(), proposal(1), regional);
    const adopted = moved(pinned.shipment, adopt, regional);
    expect(pins(adopted)).toMatchObject([{ calendars: [{ country: 'US-CA' }], without: [] }]);
    expect(owed(adopted, importAnswer)?.dueAt).toBe('2024-08-29T23:00:00.000Z');
    expect(pins(moved(moved(opened(), proposal(1)).shipment, adopt, regional))).toEqual([]);
  });

  it('moves what is due there, and says whose days off they are', () => {
    const answer = owed(moved(opened({ holidayRegions }), proposal(1), regional), importAnswer);
    expect(answer?.dueAt).toBe('2024-08-29T23:00:00.000Z');
    expect(answer?.basis).toBe(
      '1 working day of US-CA before 2024-09-04. Not worked: 2024-08-30 EXAMPLE Day of the region, 2024-09-02 EXAMPLE Day, 2024-09-03 EXAMPLE Day 2. Calendar: EXAMPLE 1 (an invented collection).',
    );
    expect(owed(moved(opened(), proposal(1), regional), importAnswer)?.dueAt).toBe('2024-08-30T23:00:00.000Z');
  });
});
