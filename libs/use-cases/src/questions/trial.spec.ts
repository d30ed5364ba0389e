import { actionsOf } from './actions.js';
import { rowOf } from './row.js';
import { shipmentViewOf } from './shipment-view.js';
import { collected, counted, openedTrip, tripId, withSeats } from './example-trip.js';
it('x', () => {
  const trip = counted(collected(withSeats(openedTrip(), '1.0/1')), 1000);
  const r = rowOf(tripId, trip.state);
  console.log(JSON.stringify(r, null, 1));
  const v = shipmentViewOf(tripId, trip.state);
  console.log(v.timeline.map((t) => `${t.at} ${t.kind} ${t.tone} ${t.what} ${t.shownIn.city}`).join('\n'));
  const a = actionsOf(trip.state);
  console.log(a.actions.map((x) => `${x.command} | ${x.label} | ${x.subject} | ${JSON.stringify(x.prefill)} | ${x.consequences.join(' ')}`).join('\n'));
  console.log(a.notNow.map((x) => `${x.command} | ${x.why}`).join('\n'));
  let t = performance.now(); for (let i = 0; i < 200; i++) rowOf(tripId, trip.state); console.log('rowOf ms', (performance.now() - t) / 200);
  t = performance.now(); for (let i = 0; i < 200; i++) actionsOf(trip.state); console.log('actions ms', (performance.now() - t) / 200);
});
