import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { beijing, houston, utc } from './case-a.examples.js';
import { sharedShipment, withoutFigures } from './disclosure.js';
import { withoutPatient } from './disclosure.patient.js';
import { evidenceFor } from './evidence.js';
import type { Evidence } from './evidence.said.js';
import { dayOneEnough } from './journeys.examples.js';
import type { Shipment } from './shipment.js';
import { Story } from './story.examples.js';
import { exampleLogger, onTheWay, read, readings, reports, steady } from './thermal.examples.js';

/** Collected, counted, packed and handed over in Beijing. */
const inBeijing = (): Story =>
  dayOneEnough.slice(0, 13).reduce((story, [at, say]) => story.says(at, say), new Story(utc('08-12T14:30')));

/** The ocean flight put off by so many minutes, said at 09:00Z. */
function putOff(minutes: number): Story {
  const at = utc('09-04T09:00');
  const moved = (of: Instant, zone: typeof beijing) => ({ at: plusMinutes(of, minutes), zone });
  return inBeijing().says(at, {
    name: 'RecordFlightEstimate',
    data: {
      ...{ booking: '1.0/1', statedAt: { at, zone: beijing } },
      ...{ departsAt: moved(utc('09-04T11:30'), beijing), arrivesAt: moved(utc('09-04T23:00'), houston) },
    },
  });
}

function evidenceIn(shipment: Shipment, kind: string): readonly Evidence[] {
  const alert = shipment.stages.alert.alerts.findLast(({ cause }) => cause.key.startsWith(kind));
  if (alert === undefined) throw new Error(`no ${kind} was raised`);
  return evidenceFor(shipment, alert);
}

describe('by what an alert stands', () => {
  it('is what was owed and when, of a deadline that was missed', () => {
    const story = new Story(utc('08-12T14:30')).says(...dayOneEnough[0]!);
    story.passTo(utc('08-30T00:00'));
    const found = evidenceIn(story.shipment, 'overdue/clearance-due');
    expect(found).toEqual([{ says: expect.stringMatching(/^Due: /) as string, at: expect.any(String) as string }]);
    expect(Date.parse(found[0]?.at ?? '')).toBeLessThan(Date.parse(story.now));
  });

  it('is the timetable beside what is known, of a connection', () => {
    expect(evidenceIn(putOff(120).shipment, 'connection-too-short')).toEqual([
      { says: expect.stringMatching(/lands by its timetable$/) as string, at: utc('09-04T23:00') },
      { says: expect.stringMatching(/is estimated to land$/) as string, at: utc('09-05T01:00') },
      { says: expect.stringMatching(/leaves by its timetable$/) as string, at: utc('09-05T01:45') },
      { says: 'Least time between the two: 120 minutes; there are 45', at: null },
    ]);
  });

  it('is the bag’s lines and what eats the most, of a trip that gets too late', () => {
    const found = evidenceIn(putOff(60 * 60).shipment, 'infusion-after');
    expect(found.map(({ says }) => says)).toEqual([
      ...['Infusion is expected', 'Target of the bag', 'Limit of the bag'],
      ...[expect.stringMatching(/by the plan$/), expect.stringMatching(/as expected now \(3600 minutes later\)$/)],
    ]);
    expect(found.every(({ at }) => at !== null)).toBe(true);
  });

  it('is what was measured, of an excursion', () => {
    const story = onTheWay();
    reports(story, readings([exampleLogger, [...read(0, ...steady(6)), ...read(60, ...steady(12, 12))]]), 175);
    expect(evidenceIn(story.shipment, 'excursion')).toMatchObject([
      { says: 'Out of the ordered band from' },
      { says: 'The warmest reading: 12 °C', at: null },
      { says: expect.stringMatching(/^Ordered: -?\d+ to \d+ °C$/) as string },
      { says: 'Worked out from the readings as of' },
    ]);
  });

  it('is not told of what has ended', () => {
    const story = putOff(120);
    const [alert] = story.shipment.stages.alert.alerts.filter(({ cause }) => cause.key.startsWith('connection'));
    expect(evidenceFor(story.shipment, { ...alert!, status: 'resolved' })).toEqual([]);
  });
});

describe('whoever is told the kind of an alert alone', () => {
  it('is told none of its evidence; whoever may know its words is', () => {
    const { shipment } = putOff(60 * 60);
    const shared = sharedShipment(shipment);
    expect(evidenceIn(shared, 'infusion-after')).toHaveLength(5);
    for (const told of [withoutFigures(shared), withoutPatient(shared)])
      for (const alert of told.stages.alert.alerts.filter(({ cause }) => cause.stage === 'receipt'))
        expect(evidenceFor(told, alert)).toEqual([]);
  });
});
