import fc from 'fast-check';
import { plusMinutes } from '@cellrelay/kernel';
import type { Light, Reading } from '@cellrelay/viability';
import { dayOneEnough, type Line } from './journeys.examples.js';
import { forecastOf } from './shipment-forecast.js';
import type { Shipment } from './shipment.js';
import type { Story } from './story.examples.js';
import { silentFrom } from './thermal-history.js';
import type { ReadingsByLogger } from './thermal-series.js';
import { exampleLogger, onTheWay, packedAt, read, readings, reports, steady } from './thermal.examples.js';

const at = (minutes: number) => plusMinutes(packedAt, minutes);

/** The trip with so many cells counted. */
function counted(cd34PerUl: number): Story {
  const lines = dayOneEnough.slice(0, 13).map((line): Line => {
    const [moment, command] = line;
    if (command.name !== 'RecordCellCount') return line;
    const bags = command.data.bags.map((bag) => ({ ...bag, cd34PerUl }));
    return [moment, { ...command, data: { ...command.data, bags } }];
  });
  return onTheWay('by-file', lines);
}

const heardUntil = (minutes: number, celsius = 5): ReadingsByLogger =>
  readings([exampleLogger, read(0, ...steady(Math.floor(minutes / 10) + 1, celsius))]);

const lightAt = (shipment: Shipment, all: ReadingsByLogger, minutes: number): Light | undefined => {
  const [found] = forecastOf(shipment, all, at(minutes)).recipients;
  return found?.findings.find(({ from }) => from === 'model')?.light;
};

let found: number | undefined;

/** Likely to be enough while its logger is heard, and in doubt when it is not. */
function nearTheLine(): Story {
  found ??= countNearTheLine();
  return counted(found);
}

function countNearTheLine(): number {
  const counts = Array.from({ length: 60 }, (_, nth) => 1640 + nth * 20);
  const all = heardUntil(130);
  const near = counts.find((count) => {
    const { shipment } = counted(count);
    return lightAt(shipment, all, 135) === 'green' && lightAt(shipment, all, 175) === 'amber';
  });
  if (near === undefined) throw new Error('no count lies at the line');
  return near;
}

const crossings = (story: Story) =>
  story.log.flatMap(({ event }) =>
    event.type === 'ForecastCrossed' && event.data.kind === 'recipient' ? [event.data] : [],
  );

describe('the light of a dose near its line', () => {
  it('is on record as what a page shows at that moment, the first one out of none', () => {
    const story = nearTheLine();
    const all = heardUntil(130);
    expect(silentFrom(story.shipment, all, at(135))).toBe(plusMinutes(at(160), 1 / 60_000));
    reports(story, all, 135);
    expect(crossings(story)).toEqual([]);
    reports(story, all, 161);
    expect(crossings(story)).toMatchObject([{ was: null, light: 'amber' }]);
    expect(lightAt(story.shipment, all, 161)).toBe('amber');
    expect(silentFrom(story.shipment, all, at(161))).toBeNull();
  });

  it('is told once, however often its logger is silent and heard again', () => {
    const story = nearTheLine();
    for (const minutes of [160, 220, 280, 340, 400, 460]) {
      reports(story, heardUntil(minutes), minutes + 5);
      reports(story, heardUntil(minutes), minutes + 45);
      expect(lightAt(story.shipment, heardUntil(minutes), minutes + 45)).toBe('amber');
    }
    // The first doubt, and at most once for each whole hour for which the request holds less.
    expect(crossings(story)).toHaveLength(1);
    // Control: without the doubt on record it would be green each time that it is heard.
    const { temperature } = story.shipment.stages;
    const forgotten = {
      ...story.shipment,
      stages: { ...story.shipment.stages, temperature: { ...temperature, lights: [] } },
    };
    expect(lightAt(forgotten, heardUntil(460), 465)).toBe('green');
  });

  it('makes no line of the log for each batch of readings that tremble', () => {
    const tremble = fc.array(fc.double({ min: 4.5, max: 5.5, noNaN: true }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(tremble, (celsius) => {
        const story = nearTheLine();
        const all: readonly Reading[] = read(0, ...celsius);
        all.forEach((_, nth) => reports(story, readings([exampleLogger, all.slice(0, nth + 1)]), nth * 10 + 1));
        expect(crossings(story).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 3 },
    );
  });
});
