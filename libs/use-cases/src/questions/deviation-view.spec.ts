import { collected, counted, openedTrip, tripId, withSeats, bagOfDay1, houston, type Trip } from './example-trip.js';
import { accepted, flown, handedOver, infused, withCourier } from './example-way.js';
import { actionsOf } from './actions.js';
import { spearDraftView } from './deviation-view.js';
import { sentenceOfEvent } from './log-line.js';
import { spearDraft } from './deviation-views.js';
import { shipmentViewOf } from './shipment-view.js';
import { shipmentView } from './views.js';

const enough = () => counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000);
const whole = () => infused(accepted(flown(handedOver(enough()))));
const recalled = () =>
  whole().at('2026-11-26T00:00Z', 'OpenDeviation', {
    kind: 'recall',
    happenedAt: houston('2026-11-25T17:00'),
    words: 'The maker recalls the anticoagulant.',
    seriousness: 'serious',
  });
const viewOf = (trip: Trip) => shipmentViewOf(tripId, trip.state);
const actionsFor = (trip: Trip, command: string) =>
  actionsOf(trip.state).actions.filter((action) => action.command === command);

describe('the page of a shipment, after delivery', () => {
  it('fits its schema with deviations, counts on arrival and follow-ups', () => {
    const counts = { viabilityPercent: 90, cd34PerUl: 1600 };
    const trip = recalled().at('2026-11-26T00:05Z', 'RecordArrivalCount', {
      bag: bagOfDay1,
      countedAt: houston('2026-11-24T18:30'),
      ...counts,
    });
    expect(shipmentView.safeParse(viewOf(trip)).error).toBeUndefined();
    const { receipt } = viewOf(trip);
    expect(receipt.country).toBe('US');
    expect(receipt.bags).toMatchObject([
      {
        cd34PerUlAtOrigin: 2000,
        arrival: counts,
        lossPercent: 20,
        ended: {
          how: 'infusion',
          dose: [{ metric: 'CD34', per: 'kg', countedAt: 'arrival', unit: 'million CD34 per kg' }],
        },
      },
    ]);
    expect(receipt.followUps.map(({ day, answer }) => [day, answer])).toEqual([
      [28, null],
      [42, null],
      [100, null],
    ]);
  });

  it('shows points that nobody answered as open', () => {
    expect(viewOf(whole()).receipt.checks.map(({ found }) => found)).toEqual(
      viewOf(whole()).receipt.checks.map(() => null),
    );
  });

  it('says of a deviation who is still to be told, and where its draft is', () => {
    expect(viewOf(recalled()).deviations).toMatchObject([
      {
        id: 'D1',
        toTell: ['partner'],
        openedFrom: null,
        spearDraft: `/api/v1/shipments/${tripId}/deviations/D1/spear-draft`,
      },
    ]);
    expect(spearDraft.safeParse(spearDraftView(recalled().state, 'D1')).error).toBeUndefined();
    expect(spearDraftView(recalled().state, 'D1')?.product).toBe('PBSC (HPC-A)');
    expect(spearDraftView(recalled().state, 'D2')).toBeUndefined();
  });
});

describe('what may be done after the shipment has ended', () => {
  it.each(['GradeDeviation', 'RecordPartnerTold', 'RecordRapidAlert', 'RecordSpearSubmitted'])(
    '%s, on each deviation',
    (command) => {
      expect(actionsFor(recalled(), command)).toMatchObject([
        { subject: 'deviation D1', prefill: { deviation: 'D1' } },
      ]);
    },
  );

  it('closing a deviation only once everybody has been told who is to be', () => {
    expect(actionsFor(recalled(), 'CloseDeviation')).toEqual([]);
    const why = actionsOf(recalled().state).notNow.find(({ command }) => command === 'CloseDeviation')?.why;
    expect(why).toBe('Whoever is to be told of it has not been told.');
    const toldAt = houston('2026-11-25T18:05');
    const told = recalled()
      .at('2026-11-26T00:10Z', 'RecordPartnerTold', {
        ...{ deviation: 'D1', registry: 'donor-registry', who: 'EXAMPLE Duty officer', how: 'telephone', toldAt },
      })
      .at('2026-11-26T00:11Z', 'RecordRapidAlert', { deviation: 'D1', to: 'EXAMPLE Authority', toldAt });
    expect(actionsFor(told, 'CloseDeviation')).toMatchObject([{ prefill: { deviation: 'D1' } }]);
  });

  it('answers to follow-ups, one form a day', () => {
    expect(actionsFor(whole(), 'RecordFollowUp').map(({ subject }) => subject)).toEqual([
      'R1, day 28',
      'R1, day 42',
      'R1, day 100',
    ]);
  });

  it('corrections of what is recorded, with what is recorded in the form', () => {
    expect(actionsFor(whole(), 'CorrectInfusionStart')).toMatchObject([
      { prefill: { bag: bagOfDay1, how: 'infusion', startedAt: { local: '2026-11-24T20:00' } } },
    ]);
    expect(actionsFor(recalled(), 'CorrectDeviation')).toMatchObject([
      { prefill: { deviation: 'D1', kind: 'recall' } },
    ]);
  });

  it('asks the checklist point by point, none of them answered', () => {
    const delivered = flown(handedOver(enough())).at('2026-11-24T23:20Z', 'DeliverToCentre', {
      deliveredAt: houston('2026-11-24T17:15'),
      givenBy: 'C. Example',
      takenBy: 'F. Example',
      seal: 'S-100',
    });
    const [action] = actionsFor(delivered, 'RecordReceipt');
    expect(action?.prefill['answers']).toEqual(
      viewOf(delivered).receipt.checks.map(({ id }) => ({ item: id, found: 'not-checked' })),
    );
    const sentences = viewOf(delivered).receipt.checks.map(({ id, text }) => ({ const: id, title: text }));
    expect(sentences.length).toBeGreaterThan(0);
    expect(action?.fields).toMatchObject({
      properties: { answers: { items: { properties: { item: { 'x-names': true, anyOf: sentences } } } } },
    });
  });

  it('says what became of the fact that opened it, and takes its closing without a grade once it is none', () => {
    const read = (trip: Trip, boxCelsius: number) =>
      trip.at('2026-11-25T13:00Z', 'CorrectReceipt', {
        receivedAt: houston('2026-11-24T17:30'),
        ...{ boxCelsius, sealIntact: true, reason: 'misread', evidence: 'logger' },
      });
    const [warm, cooler] = [read(whole(), 9.4), read(read(whole(), 9.4), 8.6)];
    const gone = read(read(whole(), 9.4), 5.5);
    const shown = [warm, cooler, gone].map((trip) => viewOf(trip).deviations[0]?.fact?.reads);
    expect(shown).toEqual(['as-opened', 'corrected', 'gone']);
    expect(viewOf(recalled()).deviations[0]?.fact).toBeNull();
    expect(shipmentView.safeParse(viewOf(gone)).error).toBeUndefined();
    expect([warm, gone].map((trip) => actionsFor(trip, 'CloseDeviation').length)).toEqual([0, 1]);
    expect(sentenceOfEvent(gone.events.findLast(({ type }) => type === 'CorrectedFactFollowed')!)).toMatch(
      /^Deviation D1: the fact that opened it was corrected, and is no deviation any more\. It was: “The box was at 9\.4 °C/,
    );
    const said = (says: string | null, why: 'corrected' | 'done-since') => {
      const event = gone.events.findLast(({ type }) => type === 'CorrectedFactFollowed');
      if (event?.type !== 'CorrectedFactFollowed') throw new Error('nothing followed');
      const { was } = event.data;
      return sentenceOfEvent({
        ...event,
        data: { ...event.data, says: says === null ? null : { ...was, words: says }, why },
      });
    };
    expect(said(null, 'done-since')).toMatch(
      /^Deviation D1: what opened it was taken back, and is no deviation any more\./,
    );
    expect(said('b', 'done-since')).toMatch(/^Deviation D1 follows its fact, which is so again: “b” instead of/);
    expect(said('b', 'corrected')).toMatch(/^Deviation D1 follows its fact, which was corrected: “b” instead of/);
  });
});
