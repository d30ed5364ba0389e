import { agendaOf } from '@cellrelay/shipment';
import { actionsOf } from './actions.js';
import { beijing, collected, counted, houston, openedTrip, type Trip, tripId, withSeats } from './example-trip.js';
import { bag, oneShort } from './example-twins.js';
import { flown, handedOver, withCourier } from './example-way.js';
import { sentenceOfEvent } from './log-line.js';
import { shipmentViewOf } from './shipment-view.js';
import { shipmentView } from './views.js';

/** Two recipients, and the decisions that change what becomes of the cells, as the board asks for them and tells them. */

const confirmedBy = { person: 'K. Example', organisation: 'EXAMPLE Registry' };
const wordOf = { role: 'transplant-physician', person: 'G. Example' };

const split = (trip: Trip) =>
  trip.at('2026-11-23T06:00Z', 'SplitBag', {
    bag: bag('A0'),
    parts: [
      { productCode: 'S1128VAa', volumeMl: 175, recipient: 'R1' },
      { productCode: 'S1128VAb', volumeMl: 25, recipient: 'R2' },
    ],
    splitAt: beijing('2026-11-23T13:50'),
    where: 'collection-centre',
    by: 'Cell Laboratory',
  });
const decide = (trip: Trip, body: Readonly<Record<string, unknown>>) =>
  trip.at('2026-11-23T06:00Z', 'DecideOnCount', {
    ...{ decidedAt: beijing('2026-11-23T13:50'), wordOf, reason: 'too few' },
    ...body,
  });
const frozen = () =>
  counted(collected(openedTrip()), 2000).at('2026-11-23T06:00Z', 'CryopreserveAtOrigin', {
    ...{ decidedAt: beijing('2026-11-23T13:50'), wordOf, confirmedBy, reason: 'infection' },
  });
const withFlights = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const diverted = (body: Readonly<Record<string, unknown>> = {}) =>
  handedOver(counted(collected(withFlights()), 2000)).at('2026-11-24T02:30Z', 'DivertShipment', {
    ...{ kind: 'divert', to: { name: 'Centre C', city: 'Chicago', zone: 'America/Chicago' } },
    ...{ decidedAt: beijing('2026-11-24T10:20'), wordOf, confirmedBy, reason: 'moved' },
    ...body,
  });

const forms = (trip: Trip, command: string) => actionsOf(trip.state).actions.filter((each) => each.command === command);
const whyNot = (trip: Trip, command: string) =>
  actionsOf(trip.state).notNow.find((each) => each.command === command)?.why;
const standings = (trip: Trip) =>
  shipmentViewOf(tripId, trip.state).recipients.map(({ standing, bags }) => [standing, ...bags]);
const said = (trip: Trip) => trip.events.map(sentenceOfEvent);

describe('two recipients on their page', () => {
  it('stand each with their bags and with what is decided for them', () => {
    expect(standings(oneShort())).toEqual([
      ['served', 'day 1 bag A0'],
      ['short', 'day 1 bag B0'],
    ]);
    expect(standings(split(oneShort()))).toEqual([
      ['served', 'day 1 bag Aa'],
      ['served', 'day 1 bag Ab', 'day 1 bag B0'],
    ]);
    expect(standings(decide(oneShort(), { decision: 'accept-less' }))[1]).toEqual(['less accepted', 'day 1 bag B0']);
    expect(standings(decide(oneShort(), { decision: 'stop', confirmedBy }))[1]).toEqual(['stopped']);
    expect(shipmentView.safeParse(shipmentViewOf(tripId, split(oneShort()).state)).error).toBeUndefined();
  });

  it('are not served by bags that are not used, nor do those stand in the doses', () => {
    const trip = oneShort()
      .at('2026-11-23T06:00Z', 'CryopreserveAtOrigin', {
        ...{ decidedAt: beijing('2026-11-23T13:50'), wordOf, confirmedBy, reason: 'infection' },
      })
      .at('2026-11-23T06:30Z', 'RecordNotUsedAtOrigin', {
        ...{ bag: bag('A0'), decidedAt: beijing('2026-11-23T14:20'), reason: 'leaked' },
        wordOf: { role: 'collection-physician', person: 'H. Example' },
      });
    expect(standings(trip)).toEqual([
      ['not served', 'day 1 bag A0'],
      ['short', 'day 1 bag B0'],
    ]);
    const { recipients } = shipmentViewOf(tripId, trip.state);
    expect(recipients.map(({ doses }) => doses[0]?.dose)).toEqual([0, 4.2857]);
  });

  it('have their bags by name on the time line, which tells of the split', () => {
    const { timeline } = shipmentViewOf(tripId, split(oneShort()).state);
    const said = timeline.map(({ what }) => what);
    expect(said).toContain('A day 1 bag split in 2');
    expect(said.filter((what) => what.startsWith('Target of'))).toEqual([
      'Target of the day 1 bag Aa',
      'Target of the day 1 bag Ab',
      'Target of the day 1 bag B0',
    ]);
    const owed = agendaOf(split(oneShort()).state).filter(({ kind }) => kind === 'bag-limit');
    expect(owed.map(({ what }) => what)).toEqual([
      'Limit of the day 1 bag Aa',
      'Limit of the day 1 bag Ab',
      'Limit of the day 1 bag B0',
    ]);
  });

  it('are named by the strip, and by the forms of the decision', () => {
    const count = shipmentViewOf(tripId, oneShort().state).strip.find(({ name }) => name === 'count');
    expect(count?.says).toBe('R2 short, 4.2: decision due');
    expect(forms(oneShort(), 'DecideOnCount').map(({ label, prefill }) => [label, prefill['recipients']])).toEqual([
      ['Collect again', undefined],
      ['Accept less for R2', ['R2']],
      ['Stop for R2', ['R2']],
    ]);
    const [stop] = forms(oneShort(), 'DecideOnCount').slice(-1);
    expect(stop?.consequences).toEqual([
      'No cells are meant for R2 any more: their bags stay behind.',
      'The cells of R1 fly once nobody else is short.',
    ]);
  });
});

describe('the bags', () => {
  it('can be split and allotted while they are in hand, each by a form that names the recipients', () => {
    const [form] = forms(oneShort(), 'SplitBag');
    expect(form?.prefill).toMatchObject({
      ...{ bag: bag('A0'), where: 'collection-centre', splitAt: { zone: 'Asia/Shanghai' } },
      parts: [{ recipient: 'R1' }, { recipient: 'R2' }],
    });
    expect(forms(oneShort(), 'AllotBag').map(({ prefill }) => prefill['recipient'])).toEqual(['R2', 'R1']);
    const one = counted(collected(openedTrip()), 2000);
    expect(whyNot(one, 'AllotBag')).toBe('There is one recipient only.');
    expect(forms(one, 'SplitBag')[0]?.prefill).toMatchObject({ parts: [{ recipient: 'R1' }, { recipient: 'R1' }] });
    expect(whyNot(handedOver(counted(collected(withCourier(openedTrip())), 2000)), 'SplitBag')).toBe(
      'The bags are in a packed box.',
    );
    expect(whyNot(openedTrip(), 'SplitBag')).toContain('now: ');
  });

  it('are frozen where they were collected only when that is decided', () => {
    expect(whyNot(oneShort(), 'RecordCryopreservedAtOrigin')).toContain('not decided');
    expect(forms(frozen(), 'RecordCryopreservedAtOrigin')).toHaveLength(1);
    const trip = frozen().at('2026-11-23T07:00Z', 'RecordCryopreservedAtOrigin', {
      bag: bag('A0'),
      startedAt: beijing('2026-11-23T14:50'),
    });
    expect(trip.state.stages.order.status).toBe('closed');
    const { strip } = shipmentViewOf(tripId, trip.state);
    expect(new Set(strip.map(({ mark }) => mark))).toEqual(new Set(['done', 'not-needed']));
    const happened = shipmentViewOf(tripId, trip.state).timeline.map(({ what }) => what);
    expect(happened).toContain('Freezing of the day 1 bag began');
  });
});

describe('a diverted box', () => {
  it('can be sent elsewhere while the courier has it, and is told and delivered in the clock of the new place', () => {
    expect(whyNot(oneShort(), 'DivertShipment')).toBe('The courier does not have the box.');
    expect(forms(diverted(), 'DivertShipment').map(({ label }) => label)).toEqual(['Divert the box', 'Return the box']);
    expect(shipmentViewOf(tripId, diverted().state)).toMatchObject({ to: { city: 'Chicago' } });
    const home = diverted({ kind: 'return', to: null });
    expect(shipmentViewOf(tripId, home.state)).toMatchObject({ to: { city: 'Beijing' } });
    expect(forms(home, 'DeliverToCentre')[0]?.prefill).toMatchObject({ deliveredAt: { zone: 'Asia/Shanghai' } });
    const there = flown(diverted()).at('2026-11-24T23:30Z', 'DeliverToCentre', {
      ...{ deliveredAt: houston('2026-11-24T17:00'), givenBy: 'C. Example', takenBy: 'L. Example', seal: 'S-100' },
    });
    const happened = shipmentViewOf(tripId, there.state).timeline.map(({ what }) => what);
    expect(happened).toEqual(expect.arrayContaining(['Diverted to Centre C', 'Delivered to Centre C']));
  });
});

it('is told in the field’s words', () => {
  const allotted = oneShort().at('2026-11-23T06:00Z', 'AllotBag', {
    ...{ bag: bag('A0'), recipient: 'R2', allottedAt: beijing('2026-11-23T13:50') },
    ...{ wordOf, reason: 'R2 first' },
  });
  expect(said(split(oneShort()))).toEqual(
    expect.arrayContaining([
      'Bag S1128VA0 split by Cell Laboratory at the collection centre: bag S1128VAa of 175 mL for R1, bag S1128VAb of 25 mL for R2.',
      'Judged anew by the bags that are to be used, as they are allotted: R1 5 of 5 million CD34 per kg, R2 5 of 5 million CD34 per kg.',
    ]),
  );
  expect(said(allotted)).toContain('Bag S1128VA0 is for R2 and no longer for R1, on the word of G. Example: R2 first');
  expect(said(decide(oneShort(), { decision: 'stop', confirmedBy }))).toContain(
    'Stop for R2, on the word of G. Example, confirmed by K. Example (EXAMPLE Registry): too few',
  );
  expect(said(frozen())).toContain(
    'Freeze the cells where they were collected, on the word of G. Example, confirmed by K. Example (EXAMPLE Registry): infection',
  );
  expect(said(diverted())).toContain(
    'Diverted to Centre C, Chicago, on the word of G. Example, confirmed by K. Example (EXAMPLE Registry): moved',
  );
});
