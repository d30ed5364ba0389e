import { correctionOf, defaultPolicy, type RecordedEvent } from '@cellrelay/shipment';
import { collected, counted, exampleAirports, openedTrip, tripId, withSeats } from '../questions/example-trip.js';
import { accepted, flown, handedOver, infused, withCourier } from '../questions/example-way.js';
import { bodyOf } from './body-of.js';
import { parseCommandBody } from './parse-command-body.js';

const ready = withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const trip = infused(accepted(flown(handedOver(counted(collected(ready), 2000)))));
const context = { shipment: tripId, airports: exampleAirports, policy: defaultPolicy };
const facts = trip.events.flatMap((event) => {
  const correction = correctionOf(event as RecordedEvent);
  return 'not' in correction ? [] : [{ type: event.type, ...correction }];
});

describe('the body of a command that was recorded', () => {
  it.each(facts.map((fact) => [fact.type, fact] as const))('%s says that command again', (_type, { command, data }) => {
    const read = parseCommandBody(command, bodyOf(data), context);
    const { policy: _policy, ...said } = (read.ok ? read.value.data : {}) as Record<string, unknown>;
    expect(read.ok ? said : read.error).toEqual({ ...data });
  });

  it('states times to the second, in the clock that they were read in', () => {
    const at = { at: '2026-11-23T00:05:09.120Z', zone: 'Asia/Shanghai' };
    expect(bodyOf({ clearedAt: at } as never)).toEqual({
      clearedAt: { local: '2026-11-23T08:05:09', zone: 'Asia/Shanghai', offset: '+08:00' },
    });
  });

  it('names airports by their codes', () => {
    const [leg] = trip.state.stages['flight-booking'].plans[0]?.legs ?? [];
    expect(bodyOf({ flight: leg?.flight } as never)).toEqual({
      flight: {
        designator: 'UA 850',
        from: 'PEK',
        to: 'ORD',
        departsLocal: '2026-11-24T10:00',
        departsOffset: '+08:00',
        arrivesLocal: '2026-11-24T09:30',
        arrivesOffset: '-06:00',
      },
    });
  });
});
