import type { Instant } from '@cellrelay/kernel';
import { courierObligations } from './courier.agenda.js';
import { evolveCourier, initialCourier } from './courier.evolve.js';
import type { CourierAgendaFacts, CourierState } from './courier.js';

const at = (text: string) => `2026-11-${text}:00.000Z` as Instant;
const contact = { name: 'Desk', phone: '+1 555 010 0100' };
const cargo = evolveCourier(
  initialCourier,
  {
    type: 'CargoBooked',
    v: 1,
    stage: 'courier',
    occurredAt: { at: at('20T10:00'), zone: 'UTC' as never },
    data: { carrier: 'EXAMPLE Air Cargo', waybill: '99912345675', shipperContact: contact, consigneeContact: contact },
  },
  at('20T10:05'),
);
const agendaFacts: CourierAgendaFacts = {
  ...{ countriesEntered: [], firstDay: null, lastDay: null, handedOver: false, frozen: true, openedAt: at('01T00:00') },
  ...{ collectionStartsAt: at('24T00:00'), courierDueDaysBefore: 10, positioning: null, courierRestHours: 24 },
  ...{ visaExpediteDays: 5, reportGraceMinutes: 45, shippingPostponed: null },
};
const owed = (state: CourierState, change: Partial<CourierAgendaFacts> = {}): Record<string, string> =>
  Object.fromEntries(courierObligations(state, { ...agendaFacts, ...change }).map((each) => [each.kind, each.dueAt]));

describe('the waybill of a unit that leaves on another day', () => {
  const bookedAt = at('20T10:05');
  const due = (change: Partial<CourierAgendaFacts>) => owed(cargo, change)['cargo-rebooking-due'];

  it('is booked anew, with time to do it', () => {
    const soon = { at: at('22T10:00'), times: 1 };
    expect(due({ shippingPostponed: soon })).toBe(at('22T10:45'));
    expect(due({ shippingPostponed: { ...soon, at: bookedAt } })).toBeDefined();
    expect(courierObligations(cargo, { ...agendaFacts, shippingPostponed: { ...soon, times: 2 } })).toMatchObject([
      { key: 'cargo-rebooking-due/2', offers: [{ command: 'BookCargo' }, { command: 'NominateCourier' }] },
    ]);
  });

  it('stands where it was booked since, or the unit has left, or a courier carries it', () => {
    expect(due({})).toBeUndefined();
    expect(due({ shippingPostponed: { at: at('01T00:00'), times: 1 } })).toBeUndefined();
    expect(due({ shippingPostponed: { at: at('22T10:00'), times: 1 }, handedOver: true })).toBeUndefined();
    expect(owed(initialCourier, { shippingPostponed: { at: at('22T10:00'), times: 1 } })).not.toHaveProperty(
      'cargo-rebooking-due',
    );
  });
});
