import { z } from 'zod';
import type { Airports } from '../ports.js';
import type { Wires } from './command-wire.js';
import { line, longText, oneOrTwo, orNone, wholeNumber } from './fields.js';
import { flight } from './flight-field.js';
import { zonedTime } from './zoned-time.js';

const booking = z
  .string()
  .regex(/^[12]\.\d{1,2}\/\d{1,3}$/, 'as 1.0/1: plan, leg from 0, and which booking of it')
  .meta({ title: 'Booking', description: 'Plan, leg and occasion, as 1.0/1' });
const leg = wholeNumber({ title: 'Leg', description: 'Counted from 0', unit: 'leg', least: 0, most: 9 });
const record = line('Booking record', 40);

function planWires(airports: Airports): Wires<'ProposePlan' | 'RebookLeg'> {
  const oneLeg = z
    .strictObject({
      flight: flight(airports, 'Flight'),
      fallback: orNone(flight(airports, 'Fallback flight'), { title: 'Fallback flight' }),
    })
    .meta({ title: 'Leg' });
  return {
    ProposePlan: {
      title: 'Propose a plan',
      schema: z.strictObject({
        plan: oneOrTwo('Plan for collection day'),
        legs: z.array(oneLeg).min(1).max(6).meta({ title: 'Legs' }),
        groundMinutesAfter: wholeNumber({
          title: 'From landing to the transplant centre',
          unit: 'minutes',
          least: 0,
          most: 1440,
        }),
        lateReason: orNone(longText('Why it may be late'), {
          title: 'Why it may be late',
          description: 'Only where a bag would come in after its limit: the transplant centre’s reason',
        }),
      }),
    },
    RebookLeg: {
      title: 'Rebook a leg',
      schema: z.strictObject({
        plan: oneOrTwo('Plan'),
        leg,
        flight: orNone(flight(airports, 'New flight'), {
          title: 'New flight',
          description: 'Empty: the leg’s fallback',
        }),
        reason: longText('Reason'),
      }),
      grave: 'The seats on the flight until now are given up, and seats on the new one are asked for.',
    },
  };
}

type SeatCommand =
  'RecordSeatsHeld' | 'RecordSeatsRefused' | 'RecordSeatsTicketed' | 'RecordSeatsGivenUp' | 'RecordHoldLapsed';

const seatWires: Wires<SeatCommand> = {
  RecordSeatsHeld: {
    title: 'Record that the seats are held',
    schema: z.strictObject({
      booking,
      heldAt: zonedTime('Held since'),
      holdLapsesAt: zonedTime('Held until'),
      giveUpBy: zonedTime('Free to give up until'),
      record,
    }),
  },
  RecordSeatsRefused: {
    title: 'Record that there are no seats',
    schema: z.strictObject({ booking, refusedAt: zonedTime('Refused at'), reason: longText('Reason') }),
  },
  RecordSeatsTicketed: {
    title: 'Record that the seats are ticketed',
    schema: z.strictObject({ booking, ticketedAt: zonedTime('Ticketed at'), record }),
  },
  RecordSeatsGivenUp: {
    title: 'Record that the seats are given up',
    schema: z.strictObject({ booking, givenUpAt: zonedTime('Given up at') }),
  },
  RecordHoldLapsed: {
    title: 'Record that the hold lapsed',
    schema: z.strictObject({ booking, lapsedAt: zonedTime('Lapsed at') }),
  },
};

const flownWires: Wires<
  'RecordFlightCancelled' | 'RecordFlightEstimate' | 'RecordDeparture' | 'RecordArrival' | 'RecordNotLoaded'
> = {
  RecordNotLoaded: {
    title: 'Record that the unit was not loaded',
    schema: z.strictObject({ booking, notLoadedAt: zonedTime('Not loaded at'), reason: longText('Reason') }),
  },
  RecordFlightCancelled: {
    title: 'Record a cancelled flight',
    schema: z.strictObject({ booking, cancelledAt: zonedTime('Told at'), reason: longText('What the airline says') }),
  },
  RecordFlightEstimate: {
    title: 'Record the airline’s estimate',
    schema: z.strictObject({
      booking,
      statedAt: zonedTime('Told at'),
      departsAt: zonedTime('Departs'),
      arrivesAt: zonedTime('Arrives'),
    }),
  },
  RecordDeparture: {
    title: 'Record the departure',
    schema: z.strictObject({ booking, departedAt: zonedTime('Departed at') }),
  },
  RecordArrival: {
    title: 'Record the landing',
    schema: z.strictObject({ booking, arrivedAt: zonedTime('Landed at') }),
  },
};

/** How the flight booking's commands come in; airports are looked up in the directory. */
export function flightBookingWires(airports: Airports) {
  return { ...planWires(airports), ...seatWires, ...flownWires };
}
