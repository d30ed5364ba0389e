import { plusMinutes, type LocalDate } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { defined, says, utc } from './case-a.examples.js';
import type { Visa } from './courier-papers.js';
import { expressPapers } from './custody.examples.js';
import { dayOneEnough } from './journeys.examples.js';
import { Story } from './story.examples.js';

/** The second courier's visa, from the planning of the relay on: the box goes by San Francisco to Houston. */

const plannedAt = utc('08-27T00:00');
const relayed = (visa: Partial<Visa> = {}): Story => {
  const story = dayOneEnough
    .filter(([at]) => at < plannedAt)
    .reduce((told, [at, command]) => told.says(at, command), new Story(utc('08-12T14:30')));
  return story.says(plannedAt, planned(visa));
};
const planned = (visa: Partial<Visa>) => {
  const visas = expressPapers.visas.map((each) => ({ ...each, ...visa }));
  return says.planRelay(plannedAt, { ...expressPapers, visas });
};
const due = ({ shipment }: Story) => agendaOf(shipment).find(({ key }) => key === 'relay-visa-expedite-due/US')?.dueAt;
const troubles = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);

describe('a relay’s courier whose visa is not held', () => {
  it('is a trouble, and a visa by express is to be called in days before the box lands where they wait', () => {
    const story = relayed();
    const { bookings } = story.shipment.stages['flight-booking'];
    const landings = bookings.filter(({ flight }) => flight.to.iata === 'SFO').map(({ flight }) => flight.arrivesAt.at);
    expect(due(story)).toBe(plusMinutes(defined(landings.sort()[0]), -5 * 24 * 60));
    expect(troubles(story)).toContain('relay-papers/SFO');
    const rung = story.copy().passTo(plusMinutes(defined(due(story)), 5));
    expect(troubles(rung)).toContain('overdue/relay-visa-expedite-due/US');
    rung.says(rung.now, planned({ standing: 'applied' }));
    expect([due(rung), troubles(rung).filter((key) => /relay/.test(key))]).toEqual([undefined, ['relay-papers/SFO']]);
  });

  it('is none any more once it is held for long enough', () => {
    const held = (until: string) => relayed({ standing: 'held', until: until as LocalDate });
    expect([due(held('2024-12-31')), troubles(held('2024-12-31'))]).toEqual([undefined, []]);
    expect(troubles(held('2024-09-01'))).toEqual(['relay-papers/SFO']);
  });
});
