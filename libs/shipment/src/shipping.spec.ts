import { localDateOf, type Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { defined, proposal, says, utc } from './case-a.examples.js';
import { fold } from './fold.js';
import { saysOfUnit, unitByCourier, unitId, unitLeftBehind } from './frozen.examples.js';
import { dayOneEnough, type Line } from './journeys.examples.js';
import { owedCommands } from './process.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

const told = (lines: readonly Line[]): Story =>
  lines.reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const until = (lines: readonly Line[], name: string): Story =>
  told(
    lines.slice(
      0,
      lines.findIndex(([, command]) => command.name === name),
    ),
  );
/** Released, its plan confirmed, booked as cargo. */
const asCargo = () => until(unitLeftBehind, 'ChargeShipper').passTo(utc('08-25T00:00'));
const postponed = (day: string, at = utc('08-26T02:00')) => asCargo().says(at, saysOfUnit.postponed(at, day));
const keys = ({ shipment }: Story) => agendaOf(shipment).map(({ key }) => key);
const causes = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const planOf = ({ shipment }: Story) => shipment.stages['flight-booking'].plans.find(({ plan }) => plan === 1);
const shipOn = ({ shipment }: Story) => shipment.stages.order.details?.unit?.shipOn;
const said = (change: object): ShipmentCommand => {
  const command = saysOfUnit.postponed(utc('08-25T00:00'), '2024-09-06');
  return { ...command, data: { ...command.data, ...change } } as ShipmentCommand;
};

describe('the day on which a banked unit leaves its bank', () => {
  it('is another once it is postponed, and the order says so', () => {
    const story = postponed('2024-09-06');
    expect(shipOn(story)).toBe('2024-09-06');
    expect(story.shipment.stages.order.details?.collectionDays).toEqual([]);
    expect(fold(story.log)).toEqual(story.shipment);
    expect(owedCommands(story.shipment)).toEqual([]);
    expect(shipOn(postponed('2024-09-03'))).toBe('2024-09-03');
  });

  it('stands the confirmed plan down, gives its seats up and lets a new one be confirmed for the new day', () => {
    const story = postponed('2024-09-06');
    expect(planOf(story)?.status).toBe('stood-down');
    story.passTo(utc('08-26T12:00'));
    const seats = story.shipment.stages['flight-booking'].bookings.map(({ status }) => status);
    expect(seats.filter((status) => status === 'held' || status === 'ticketed')).toEqual([]);
    expect(keys(story)).toContain('plan-due/1');
    story.says(utc('08-26T13:00'), proposal(1, 'over-sfo', 2));
    expect(planOf(story)?.status).toBe('confirmed');
  });

  it('is told to everybody, and the waybill is booked anew', () => {
    const story = postponed('2024-09-06');
    expect(keys(story)).toEqual(expect.arrayContaining(['postponement-told/1', 'cargo-rebooking-due/1']));
    story.says(utc('08-26T03:00'), saysOfUnit.book(utc('08-26T02:50')));
    story.says(utc('08-26T03:10'), { name: 'RecordPostponementTold', data: { toldAt: utcTime(utc('08-26T03:05')) } });
    expect(keys(story).filter((key) => /^(postponement-told|cargo-rebooking-due)/.test(key))).toEqual([]);
    const carried = until(unitByCourier, 'ChargeShipper');
    carried.says(carried.now, saysOfUnit.postponed(carried.now, '2024-09-06'));
    expect(keys(carried).filter((key) => key.startsWith('cargo-rebooking-due'))).toEqual([]);
  });

  it('is too late for the conditioning, flights or none', () => {
    expect(causes(postponed('2024-09-06'))).not.toContain('arrival-after-conditioning');
    const late = postponed('2024-09-12');
    const [cause] = causesOf(late.shipment).filter(({ key }) => key === 'arrival-after-conditioning');
    expect(cause).toMatchObject({ severity: 'critical', offers: [{ command: 'PostponeShipping' }] });
    expect(cause?.wrong).toMatch(/^By the day on which it leaves its bank/);
    late.says(utc('08-26T03:00'), saysOfUnit.postponed(utc('08-26T03:00'), '2024-09-05'));
    expect(causes(late)).not.toContain('arrival-after-conditioning');
  });

  it.each<[string, object]>([
    ['nothing-postponed', { shipOn: '2024-09-04' }],
    ['collection-day-absurd', { shipOn: '2024-08-01' }],
    ['collection-day-absurd', { shipOn: '2028-08-01' }],
    ['in-the-future', { postponedAt: utcTime(utc('08-30T00:00')) }],
    ['text-missing', { reason: ' ' }],
    ['text-missing', { wordOf: { party: 'other', person: '' } }],
  ])('is not moved so: %s, by %j', (code, change) => {
    expect(asCargo().tries(said(change))).toBe(code);
  });

  it('stays once the unit has left, and where nothing leaves any more', () => {
    const left = until(unitByCourier, 'DeliverToCentre');
    expect(left.tries(saysOfUnit.postponed(left.now, '2024-09-06'))).toBe('unit-has-left');
    expect(causes(left)).not.toContain('arrival-after-conditioning');
    const withdrawn = asCargo();
    withdrawn.says(withdrawn.now, says.withdraw(withdrawn.now));
    expect(withdrawn.tries(said({}))).toMatch(/^(unit-not-to-leave|shipment-ended)$/);
  });

  it('is of a unit alone, and a unit is not collected', () => {
    const fresh = told(dayOneEnough.slice(0, 3));
    expect(fresh.tries(saysOfUnit.postponed(fresh.now, '2024-09-06'))).toBe('no-banked-unit');
    const postponing: ShipmentCommand = {
      name: 'PostponeCollection',
      data: {
        newDays: [defined(localDateOf('2024-09-06'))],
        postponedAt: utcTime(utc('08-25T00:00')),
        reason: 'fever',
        wordOf: { party: 'other', person: 'A' },
      },
    };
    expect(asCargo().tries(postponing)).toBe('nothing-to-collect');
  });

  it('may be another although its box is packed already', () => {
    const packed = until(unitLeftBehind, 'RecordCargoAccepted');
    expect(packed.shipment.stages['courier-handoff'].packed?.bags).toEqual([unitId]);
    expect(packed.tries(saysOfUnit.postponed(packed.now, '2024-09-05'))).toBeUndefined();
    expect(fold(packed.log)).toEqual(packed.shipment);
  });
});

function utcTime(at: Instant) {
  return { at, zone: 'UTC' as never };
}
