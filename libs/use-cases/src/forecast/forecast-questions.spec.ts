import type { ShipmentId } from '@cellrelay/kernel';
import type { Acting } from '../people/acting.js';
import { collected, counted, openedTrip, tripId, withSeats, type Trip } from '../questions/example-trip.js';
import { handedOver, withCourier } from '../questions/example-way.js';
import { ForecastQuestions, type ReadingsOfShipment } from './forecast-questions.js';
import { forecastView } from './forecast-views.js';

/** It rests on counts, set points and clocks then. */
const noReadings: ReadingsOfShipment = () => Promise.resolve(new Map());

const ready = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const enough = () => counted(collected(ready()), 2000);

const coordinator: Acting = {
  person: 'Coordinator',
  role: 'coordinator',
  organisation: { id: 'operator', name: 'EXAMPLE Operator', kind: 'operator' },
  courier: null,
};
const stranger: Acting = { ...coordinator, organisation: { id: 'nobody', name: 'EXAMPLE', kind: 'registry' } };

async function asked(trip: Trip, reader: Acting = coordinator) {
  const { state } = trip;
  const shipments = { load: (id: ShipmentId) => Promise.resolve(id === tripId ? state : null) };
  const now = state.recordedAt;
  if (now === null) throw new Error('nothing was recorded');
  return new ForecastQuestions(shipments, noReadings, () => Promise.resolve(now)).forecast(tripId, reader);
}

describe('the forecast of a shipment', () => {
  it('is of no bag while nothing is collected', async () => {
    expect(await asked(ready())).toMatchObject({ bags: [], recipients: [] });
  });

  it('rests on counts, set point and clocks without readings, says so, and keeps to its schema', async () => {
    const view = await asked(handedOver(enough()));
    expect(forecastView.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      bags: [{ measured: false, estimated: true, minutesOutOfBand: 0, survival: { planned: {}, worst: {} } }],
      recipients: [{ dose: { planned: {} } }],
    });
    expect(view?.said).toContain(
      'Decision support. Modelled from published averages; band = between-laboratory 90 %. Not a release test.',
    );
    expect(view?.said.filter((sentence) => sentence.includes('probe'))).toEqual([]);
  });

  it('is not there for whoever stands nowhere in it', async () => {
    expect(await asked(enough(), stranger)).toBeUndefined();
  });
});
