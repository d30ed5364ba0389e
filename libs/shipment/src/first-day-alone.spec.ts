import { agendaOf } from './agenda.js';
import { says, utc } from './case-a.examples.js';
import { oneTwinShort, openedWith, twinsServed, type Line } from './journeys.examples.js';
import { defaultPolicy } from './policy.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

const told = (lines: readonly Line[]): Story =>
  lines.reduce((story, [when, command]) => story.says(when, command), new Story(utc('08-12T14:30')));
const count = ({ shipment }: Story) => shipment.stages['cell-count'];
const plans = ({ shipment }: Story) => shipment.stages['flight-booking'].plans.map(({ status }) => status);
const owed = (story: Story) => agendaOf(story.shipment).map(({ key }) => key);
const at = utc('09-04T05:30');

describe('the first day’s bags flying alone', () => {
  const policy = { ...defaultPolicy, travelTogether: { value: 'may-part', source: 'EXAMPLE', mark: 'site' } } as const;

  it('is refused where the policy keeps the days together', () => {
    expect(told(oneTwinShort).tries(says.decide(at, 'ship-day-1-early'))).toBe('bags-travel-together');
  });

  it('confirms plan 1, leaves the second day reserved, and owes the shipment that follows, even after the end', () => {
    const story = told(openedWith(oneTwinShort, { policy })).says(at, says.decide(at, 'ship-day-1-early'));
    expect(count(story)).toMatchObject({ status: 'shipped-early', plan: 1 });
    expect(plans(story)).toEqual(['confirmed', 'stood-down']);
    expect(story.shipment.stages.collection.days.map(({ status }) => status)).toEqual(['ended', 'reserved']);
    expect(owed(story)).toContain('follow-up-shipment-due');
    expect(owed(story)).toContain('box-packed-due/1');
    for (const [when, command] of twinsServed.slice(-7)) story.says(when, command);
    expect(story.shipment.stages.order.status).toBe('closed');
    expect(owed(story)).toContain('follow-up-shipment-due');
    story.says(story.now, { name: 'RecordFollowUpShipment', data: { reference: 'EX-24-0009' } });
    expect(owed(story)).not.toContain('follow-up-shipment-due');
    expect(count(story).followUp?.reference).toBe('EX-24-0009');
    const again: ShipmentCommand = { name: 'RecordFollowUpShipment', data: { reference: 'EX-24-0009' } };
    expect(story.tries(again)).toBe('recorded-already');
  });

  it('need no donor any more: what becomes of the second day is the following shipment’s concern', () => {
    const alone = () => told(openedWith(oneTwinShort, { policy })).says(at, says.decide(at, 'ship-day-1-early'));
    expect(alone().tries(says.suspend(at))).toBe('cells-already-collected');
    expect(owed(alone())).not.toContain('clearance-due');
    const cancelled = alone()
      .says(at, { name: 'RecordFollowUpShipment', data: { reference: 'EX-24-0009' } })
      .says(at, says.cancel(at, 'deliver-anyway', true));
    expect(cancelled.shipment.stages.collection.days.map(({ status }) => status)).toEqual(['ended', 'reserved']);
  });
});
