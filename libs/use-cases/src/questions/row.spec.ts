import { tripId, Trip, collected, counted, openedTrip, order, withSeats, beijing } from './example-trip.js';
import { accepted, collectedAgain, flown, handedOver, infused, withCourier } from './example-way.js';
import { rowOf } from './row.js';
import { rowView, stripNames } from './views.js';

const marksOf = (trip: Trip) => Object.fromEntries(viewOf(trip).strip.map(({ name, mark }) => [name, mark]));
const saysOf = (trip: Trip) => Object.fromEntries(viewOf(trip).strip.map(({ name, says }) => [name, says]));
const viewOf = (trip: Trip) => rowOf(tripId, trip.state).view;

const ready = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const enough = () => counted(collected(ready()), 2000);

describe('the strip of ten marks', () => {
  it('waits for the donor first and for nothing that has not begun', () => {
    const trip = new Trip().at('2026-11-02T08:00Z', 'OpenShipment', order);
    expect(marksOf(trip)).toEqual({
      ...Object.fromEntries(stripNames.map((name) => [name, 'not-yet'])),
      donor: 'waiting',
    });
    expect(viewOf(trip).sentence).toEqual({ text: 'Donor: clearance awaited', mark: 'waiting' });
    expect(saysOf(trip)).toMatchObject({ collection: 'on 23 Nov', flights: 'no plan yet' });
  });

  it('tells seats apart: asked for, held, ticketed', () => {
    expect(saysOf(openedTrip())['flights']).toBe('seats on 4 flights asked for');
    expect(marksOf(openedTrip())).toMatchObject({ flights: 'waiting', customs: 'waiting', xray: 'waiting' });
    expect(saysOf(enough())['flights']).toBe('ticketed');
    expect(marksOf(enough())['flights']).toBe('running');
  });

  it('tells borders and checkpoints in trouble, and what is arranged', () => {
    const now = '2026-11-20T01:00Z';
    const notifiedAt = beijing('2026-11-20T08:00');
    const told = openedTrip().at(now, 'RecordExemptionNotified', {
      exemption: '1/0/PEK',
      notifiedAt,
      told: 'Duty officer',
    });
    expect(saysOf(told)['xray']).toBe('1 of 4 arranged');
    const demanded = handedOver(enough()).at('2026-11-24T01:00Z', 'RecordXrayDemanded', {
      exemption: '1/0/PEK',
      demandedAt: beijing('2026-11-24T08:50'),
      by: 'Officer',
    });
    expect(viewOf(demanded).strip).toContainEqual({ name: 'xray', mark: 'trouble', says: 'X-ray demanded at PEK' });
  });

  it('runs while the collection runs', () => {
    const trip = openedTrip().at('2026-11-23T00:10Z', 'StartCollection', {
      day: 1,
      startedAt: beijing('2026-11-23T08:00'),
    });
    expect(marksOf(trip)['collection']).toBe('running');
    expect(viewOf(trip).sentence.text).toBe('Collection: day 1 running');
  });

  it('marks the stage of a standing alert as trouble, and says it', () => {
    const trip = counted(collected(openedTrip()), 1000);
    expect(marksOf(trip)).toMatchObject({ count: 'trouble', collection: 'done' });
    expect(saysOf(trip)['count']).toBe('short, 2.5: decision due');
    expect(viewOf(trip).sentence.mark).toBe('trouble');
    expect(viewOf(trip).sentence.text).toContain('Count: ');
  });

  it('waits for the second day once it is called up, and counts both days after it', () => {
    const trip = collectedAgain(counted(collected(openedTrip()), 1000));
    expect(saysOf(trip)).toMatchObject({ collection: 'both days done', count: 'enough, 6.4' });
    expect(viewOf(trip)).toMatchObject({ product: 'PBSC, 2 bags, 2–8 °C', oldestBag: { bag: 'day 1 bag' } });
  });

  it('says first of a cancelled one that it is, and what becomes of the cells', () => {
    const trip = enough().at('2026-11-23T07:00Z', 'CancelShipment', {
      ...{ by: 'transplant-centre', code: 'patient-died', words: 'told by the ward', cells: 'cryopreserve-at-origin' },
      statedAt: beijing('2026-11-23T14:50'),
      confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE' },
    });
    expect(viewOf(trip).sentence.text).toBe('Cancelled: the cells are cryopreserved where they are');
  });

  it('says of one that is cancelled while cells are collected that they are, and of one that was partly infused for whom', () => {
    const word = {
      ...{ by: 'transplant-centre', code: 'patient-died', words: 'told by the ward', cells: 'none' },
      confirmedBy: { person: 'Dr Second', organisation: 'EXAMPLE' },
    };
    const running = openedTrip()
      .at('2026-11-23T00:10Z', 'StartCollection', { day: 1, startedAt: beijing('2026-11-23T08:00') })
      .at('2026-11-23T01:00Z', 'CancelShipment', { ...word, statedAt: beijing('2026-11-23T08:50') });
    expect(viewOf(running).sentence.text).toBe('Cancelled while cells are collected');
    const { stages, ...rest } = infused(accepted(flown(handedOver(enough())))).state;
    const { cancellation } = running.state.stages.order;
    const partly = { ...rest, stages: { ...stages, order: { ...stages.order, cancellation } } };
    expect(rowOf(tripId, partly).view.sentence.text).toBe('Infused for R1; the rest was ended by a person');
  });

  it('marks a cancelled flight as trouble', () => {
    const trip = ready().at('2026-11-20T01:00Z', 'RecordFlightCancelled', {
      booking: '1.0/1',
      cancelledAt: beijing('2026-11-20T08:00'),
      reason: 'no crew',
    });
    expect(marksOf(trip)['flights']).toBe('trouble');
    expect(saysOf(trip)['flights']).toBe('UA 850 cancelled');
  });

  it('goes on to done, stage by stage', () => {
    expect(marksOf(enough())).toMatchObject({
      count: 'done',
      collection: 'done',
      courier: 'done',
      handover: 'not-yet',
    });
    expect(saysOf(enough())['count']).toBe('enough, 5.1');
    const over = handedOver(enough());
    expect(saysOf(over)['handover']).toBe('with the courier');
    const landed = flown(over);
    expect(saysOf(landed)['flights']).toBe('landed IAH');
    const at = accepted(landed);
    expect(marksOf(at)).toMatchObject({ handover: 'done', receipt: 'done', infusion: 'waiting' });
    const end = infused(at);
    expect(marksOf(end)).toMatchObject({ receipt: 'done', infusion: 'done' });
    expect(viewOf(end).status).toBe('closed');
  });

  it('waits for nothing any more once the shipment is stopped', () => {
    const trip = counted(collected(openedTrip()), 1000).at('2026-11-23T06:00Z', 'DecideOnCount', {
      decision: 'stop',
      decidedAt: beijing('2026-11-23T13:50'),
      wordOf: { role: 'transplant-physician', person: 'G. Example' },
      confirmedBy: { person: 'K. Example', organisation: 'EXAMPLE Registry' },
      reason: 'patient unfit',
    });
    expect(viewOf(trip).status).toBe('stopped');
    const marks = viewOf(trip).strip.map(({ mark }) => mark);
    expect(new Set(marks)).toEqual(new Set(['done', 'not-needed']));
  });
});

describe('the row', () => {
  it('says what travels, from where to where, and fits its schema', () => {
    expect(viewOf(openedTrip())).toMatchObject({
      product: 'PBSC, 2–8 °C',
      from: { city: 'Beijing' },
      to: { zone: 'America/Chicago' },
    });
    expect(viewOf(enough()).product).toBe('PBSC, 1 bag, 2–8 °C');
    for (const trip of [openedTrip(), enough(), handedOver(enough())]) {
      expect(rowView.safeParse(viewOf(trip)).error).toBeUndefined();
    }
  });

  it('shows the planned start of the clock, then the governing bag with its forecast, then neither', () => {
    expect(viewOf(openedTrip())).toMatchObject({ clockPlannedAt: '2026-11-23T05:00:00.000Z', oldestBag: null });
    expect(viewOf(collected(openedTrip()))).toMatchObject({
      clockPlannedAt: null,
      oldestBag: {
        bag: 'day 1 bag',
        startsAt: '2026-11-23T04:00:00.000Z',
        limitAt: '2026-11-26T04:00:00.000Z',
        infusionForecastAt: '2026-11-25T03:15:00.000Z',
      },
    });
    expect(viewOf(infused(accepted(flown(handedOver(enough())))))).toMatchObject({
      clockPlannedAt: null,
      oldestBag: null,
    });
  });

  it('has what is due next, and the worst alert’s weight', () => {
    const row = rowOf(tripId, counted(collected(openedTrip()), 1000).state);
    expect(row).toMatchObject({ live: true, example: true, severity: 3 });
    expect(row.nextDueAt).toBe(row.view.dueNext?.dueAt);
    expect(row.view.alerts).toHaveLength(1);
  });

  it('is found by reference, city, GRID, courier and flight, and shows no GRID', () => {
    const row = rowOf(tripId, enough().state);
    for (const word of ['cr-26-0412', 'houston', '6939xyz000123456731', 'c. example', 'ua850', 'iah']) {
      expect(row.searchText).toContain(word);
    }
    expect(JSON.stringify(row.view)).not.toContain('6939XYZ');
  });

  it('belongs to the board’s lists by what stands', () => {
    const tags = (trip: Trip) => rowOf(tripId, trip.state).searchText.match(/view:\w+/g) ?? [];
    expect(tags(counted(collected(openedTrip()), 1000))).toEqual(['view:urgent', 'view:mine', 'view:decisions']);
    expect(tags(handedOver(enough()))).toContain('view:air');
    expect(tags(enough())).not.toContain('view:air');
  });

  it('names bags of one day by their division', () => {
    const trip = openedTrip()
      .at('2026-11-23T00:10Z', 'StartCollection', { day: 1, startedAt: beijing('2026-11-23T08:00') })
      .at('2026-11-23T04:10Z', 'EndCollection', {
        day: 1,
        endedAt: beijing('2026-11-23T12:00'),
        din: 'G1234 98 654321 00 H',
        bags: ['S1128VA0', 'S1128VB0'].map((productCode) => ({ productCode, volumeMl: 90, recipient: 'R1' })),
      });
    expect(viewOf(trip)).toMatchObject({ product: 'PBSC, 2 bags, 2–8 °C', oldestBag: { bag: 'day 1 bag A0' } });
  });
});
