import fc from 'fast-check';
import { millisOf, plusMinutes } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';
import { agendaOf, causesOf } from './agenda.js';
import { says } from './case-a.examples.js';
import { clockedBags } from './overview.js';
import type { Shipment } from './shipment.js';
import type { Story } from './story.examples.js';
import type { Stay } from './temperature/temperature.js';
import { recordedLight } from './recorded-light.js';
import { forecastOf } from './shipment-forecast.js';
import { temperatureReport } from './temperature-report.js';
import {
  exampleLogger,
  onTheWay,
  packedAt,
  read,
  readings,
  reports,
  saysOfLoggers,
  boxOf,
  steady,
} from './thermal.examples.js';

const by = (...celsius: readonly number[]) => readings([exampleLogger, read(0, ...celsius)]);
const typesOf = (story: Story, from = 0) => story.log.slice(from).map(({ event }) => event.type);
const temperatureOf = ({ shipment }: Story) => shipment.stages.temperature;
const causeKeys = (story: Story) => causesOf(story.shipment).map(({ key }) => key);
const at = (minutes: number) => plusMinutes(packedAt, minutes);

/** Two hours in band, so that the packing is over. */
const cooled = steady(13);

describe('what readings imply', () => {
  it('is no excursion, ice or heat while they stay in band, and by what is left to lose a doubt of the dose, once', () => {
    const story = onTheWay();
    reports(story, by(...cooled), 130);
    expect(temperatureOf(story)).toMatchObject({ excursions: [], flags: [] });
    // 5.55 million per kg were counted, of 5: a tenth may be lost until the infusion.
    expect(temperatureOf(story).lights).toMatchObject([{ kind: 'recipient', light: 'amber' }]);
    expect(reports(story, by(...cooled), 131)).toBe(0);
  });

  it('is an excursion, told once, however often it is looked at, and its end once', () => {
    const story = onTheWay();
    const warm = by(...cooled, 7, 9, 10, 11, 11);
    const before = story.log.length;
    expect(reports(story, warm, 170)).toBeGreaterThan(0);
    expect(typesOf(story, before).filter((type) => type.startsWith('Excursion'))).toEqual(['ExcursionOpened']);
    expect(causeKeys(story)).toContain('excursion/X1');
    expect(reports(story, warm, 175)).toBe(0);
    const over = by(...cooled, 7, 9, 10, 11, 11, 6, 5, 5);
    reports(story, over, 205);
    expect(typesOf(story, before).filter((type) => type.startsWith('Excursion'))).toEqual([
      'ExcursionOpened',
      'ExcursionEnded',
    ]);
    // From 8 °C on the way from 7 to 9 to 8 °C on the way from 11 to 6: 5 minutes, three readings, 6 minutes.
    expect(temperatureOf(story).excursions).toEqual([
      expect.objectContaining({
        id: 'X1',
        from: at(135),
        until: at(176),
        minutes: 41,
        extremeCelsius: 11,
        grade: 'amber',
      }),
    ]);
    expect(reports(story, over, 210)).toBe(0);
  });

  it('keeps its alert as grave as it was until the centre has decided, and ends it by itself then', () => {
    const story = onTheWay();
    reports(story, by(...cooled, 9, 10, 11, 11), 170);
    const severity = () => causesOf(story.shipment).find(({ key }) => key === 'excursion/X1')?.severity;
    expect(severity()).toBe('warning');
    reports(story, by(...cooled, 9, 10, 11, 11, 6, 5, 5), 200);
    expect(severity()).toBe('warning');
    story.says(at(24 * 60 + 40), says.deliver(at(24 * 60 + 40)));
    story.says(
      at(24 * 60 + 50),
      says.receive(
        at(24 * 60 + 50),
        clockedBags(story.shipment).map(({ id }) => id),
      ),
    );
    expect(severity()).toBe('warning');
    story.says(at(24 * 60 + 60), says.accept(at(24 * 60 + 60)));
    expect(severity()).toBeUndefined();
    expect(story.shipment.stages.alert.alerts.find(({ cause }) => cause.key === 'excursion/X1')?.status).toBe(
      'resolved',
    );
  });

  it('is told as what it was where its logger is read out when the box was opened already', () => {
    const story = onTheWay();
    const [arrived, opened] = [at(24 * 60 + 40), at(24 * 60 + 50)];
    story.says(arrived, says.deliver(arrived));
    story.says(
      opened,
      says.receive(
        opened,
        clockedBags(story.shipment).map(({ id }) => id),
      ),
    );
    const before = story.log.length;
    reports(story, by(...cooled, ...steady(30, 16), ...steady(20)), 24 * 60 + 55);
    expect(typesOf(story, before)).toEqual(expect.arrayContaining(['ExcursionOpened', 'ExcursionEnded']));
    const cause = causesOf(story.shipment).find(({ key }) => key === 'excursion/X1');
    expect(cause).toMatchObject({ severity: 'critical', offers: [{ command: 'OpenDeviation' }] });
    expect(agendaOf(story.shipment).map(({ key }) => key)).toContainEqual(
      expect.stringMatching(/^tell\/excursion\/X1/),
    );
  });

  it('is not told of the time in which the box is let cool, but ice and heat are', () => {
    const story = onTheWay();
    reports(story, by(20, 18, 15, 12, 9, 7, 5, ...steady(4)), 110);
    expect(temperatureOf(story)).toMatchObject({ excursions: [], flags: [] });
    expect(temperatureOf(story).lights.filter(({ kind }) => kind === 'bag')).toEqual([]);
    const hot = by(31, 18, 15, 12, 9, 7, 5, ...steady(4));
    expect(reports(story, hot, 111)).toBeGreaterThan(0);
    expect(causeKeys(story)).toContain(`heat/${exampleLogger}`);
  });

  it('passes over what is too short, and over too short a return', () => {
    const story = onTheWay();
    reports(story, readings([exampleLogger, [...read(0, ...cooled), ...read(124, 8.4), ...read(127, 5, 5, 5)]]), 160);
    expect(temperatureOf(story).excursions).toEqual([]);
    const flapping = readings([
      exampleLogger,
      [...read(0, ...cooled), ...read(130, 9, 9), ...read(145, 7.9), ...read(150, 9, 9, 6, 5, 5)],
    ]);
    reports(story, flapping, 200);
    expect(temperatureOf(story).excursions).toHaveLength(1);
  });

  it('goes by the warmest of several loggers, and counts an excursion of two once', () => {
    const story = onTheWay();
    story.says(at(70), saysOfLoggers.bind(at(70), boxOf(story.shipment), 'LOG-EXAMPLE-2', 'by-file'));
    const both = readings(
      [exampleLogger, read(0, ...steady(20))],
      ['LOG-EXAMPLE-2', read(75, 5, 5, 5, 9, 10, 10, 9, 5, 5)],
    );
    reports(story, both, 190);
    expect(temperatureOf(story).excursions).toHaveLength(1);
    const warm = readings(
      [exampleLogger, read(0, ...steady(10), 5, 9, 9, 9, 5, 5)],
      ['LOG-EXAMPLE-2', read(75, 5, 5, 5, 9, 10, 10, 9, 5, 5)],
    );
    const other = onTheWay();
    other.says(at(70), saysOfLoggers.bind(at(70), boxOf(other.shipment), 'LOG-EXAMPLE-2', 'by-file'));
    reports(other, warm, 190);
    expect(temperatureOf(other).excursions).toHaveLength(1);
  });

  it('does not count what a logger read before it was bound, or after', () => {
    const story = onTheWay();
    story.says(at(100), saysOfLoggers.unbind(at(100)));
    reports(story, by(...steady(11), 20, 20, 20, 20), 150);
    expect(temperatureOf(story).excursions).toEqual([]);
    // Control: bound still, it would have been.
    const bound = onTheWay();
    reports(bound, by(...steady(11), 20, 20, 20, 20), 150);
    expect(temperatureOf(bound).excursions).toHaveLength(1);
  });

  it.each([
    ['a second logger that is good', 'LOG-EXAMPLE-2', steady(30)],
    ['one that shows heat besides', 'LOG-EXAMPLE-2', steady(30, 12)],
  ])('keep the light red for ice on one probe beside %s, as the alert does', (_, second, celsius) => {
    const story = onTheWay();
    const icy = [exampleLogger, read(0, ...cooled, -150, 5, 5)] as const;
    reports(story, readings(icy), 160);
    story.says(at(165), saysOfLoggers.bind(at(165), boxOf(story.shipment), second, 'live'));
    const both = readings(icy, [second, read(160, ...celsius)]);
    reports(story, both, 460);
    expect(causesOf(story.shipment).find(({ key }) => key === `ice/${exampleLogger}`)?.severity).toBe('critical');
    expect(recordedLight(story.shipment)).toBe('red');
    const { bags, light } = forecastOf(story.shipment, both, story.now);
    expect(light).toBe('red');
    expect(bags[0]?.findings.map(({ code }) => code)).toContain('frozen');
    expect(bags[0]?.travelled?.coldestCelsius).toBe(-150);
    expect(temperatureOf(story).lights.filter(({ kind }) => kind === 'bag')).toMatchObject([{ light: 'red' }]);
    // Control: without the first logger nothing is as cold as ice.
    const alone = forecastOf(story.shipment, readings([second, read(160, ...celsius)]), story.now);
    expect(alone.bags[0]?.findings.map(({ code }) => code)).not.toContain('frozen');
  });

  it('flags ice, which stands until the centre has decided', () => {
    const story = onTheWay();
    reports(story, by(...cooled, 1, 0.4), 150);
    expect(temperatureOf(story).flags).toEqual([
      { kind: 'ice', logger: exampleLogger, box: boxOf(story.shipment), from: at(130), extremeCelsius: 0 },
    ]);
    reports(story, by(...cooled, 1, 0.4, 5, 5), 170);
    expect(causesOf(story.shipment).find(({ key }) => key === `ice/${exampleLogger}`)?.severity).toBe('critical');
  });

  it('moves the light of a bag, and of a recipient who may fall short, and says by which constants', () => {
    const story = onTheWay();
    reports(story, by(...cooled, ...steady(60, 22)), 740);
    const { lights } = temperatureOf(story);
    expect(lights.map(({ kind, light }) => [kind, light])).toEqual([
      ['bag', 'red'],
      ['recipient', 'amber'],
    ]);
    expect(causeKeys(story)).toContain('forecast-short/R1');
    const crossed = story.log.map(({ event }) => event).filter(({ type }) => type === 'ForecastCrossed');
    expect(crossed[0]?.data).toMatchObject({ was: null, basis: { constants: 'shipped-1', policy: 'default-1' } });
  });

  it('withdraws an excursion that late readings show to be none, and names the same one when it is another length', () => {
    const story = onTheWay();
    // A gap of two hours is filled with its warmer end (viability.md R4).
    const gap = [...read(0, ...cooled), ...read(240, 9, 5, 5, 5)];
    reports(story, readings([exampleLogger, gap]), 280);
    expect(temperatureOf(story).excursions).toMatchObject([{ id: 'X1', from: at(120) }]);
    const late = [...read(0, ...cooled), ...read(130, ...steady(11)), ...read(240, 9, 9, 5, 5, 5)];
    reports(story, readings([exampleLogger, late]), 290);
    expect(temperatureOf(story).excursions).toMatchObject([{ id: 'X1', from: at(237.5) }]);
    const none = [...read(0, ...cooled), ...read(130, ...steady(15))];
    reports(story, readings([exampleLogger, none]), 300);
    expect(temperatureOf(story).excursions).toEqual([]);
    expect(typesOf(story)).toContain('ExcursionWithdrawn');
  });

  it('is refused when another report has overtaken it', () => {
    const story = onTheWay();
    const early = temperatureReport(story.shipment, by(...cooled, 9, 10, 11), at(150));
    reports(story, by(...cooled, 9, 10, 11, 12), 160);
    if (early === null) throw new Error('nothing was found');
    expect(story.tries({ name: 'RecordTemperature', data: early })).toBe('report-overtaken');
  });
});

const temperature = fc.double({ min: -3, max: 40, noNaN: true }).map((celsius) => Math.round(celsius * 10) / 10);
const history = fc.array(temperature, { minLength: 4, maxLength: 40 });

describe('any readings', () => {
  it('leave every deadline but the looking after loggers where it was', () => {
    fc.assert(
      fc.property(history, (celsius) => {
        const [quiet, told] = [onTheWay(), onTheWay()];
        const minutes = celsius.length * 10;
        quiet.passTo(at(minutes));
        reports(told, by(...celsius), minutes);
        expect(deadlines(told.shipment)).toEqual(deadlines(quiet.shipment));
      }),
      { numRuns: 20 },
    );
  });

  it('say nothing new when they are looked at again', () => {
    fc.assert(
      fc.property(history, (celsius) => {
        const story = onTheWay();
        reports(story, by(...celsius), celsius.length * 10);
        expect(temperatureReport(story.shipment, by(...celsius), story.now)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('end in the same record in whichever batches they come', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (celsius, order) => {
        const [whole, parts] = [onTheWay(), onTheWay()];
        const all = read(0, ...celsius);
        const minutes = celsius.length * 10;
        reports(whole, readings([exampleLogger, all]), minutes);
        for (const some of growing(all, order)) reports(parts, readings([exampleLogger, some]), minutes);
        expect(standing(parts)).toEqual(standing(whole));
      }),
      { numRuns: 40 },
    );
  });
});

/** Alerts are told; all else that is owed is by the clock. */
function deadlines(shipment: Shipment): readonly (readonly [string, string])[] {
  return agendaOf(shipment)
    .filter(({ kind }) => kind !== 'tell')
    .map(({ key, dueAt }) => [key, dueAt] as const);
}

/** Every third reading, then the next third, in that order; in the end all. */
function growing(all: readonly Reading[], order: readonly number[]): readonly (readonly Reading[])[] {
  const thirds = [0, 1, 2].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
  return thirds.map((_, nth) => all.filter((_reading, at) => thirds.slice(0, nth + 1).includes(at % 3)));
}

function standing(story: Story) {
  const { excursions, flags, lights } = temperatureOf(story);
  const stays = excursions
    .map(({ id: _id, ...stay }): Stay => stay)
    .sort((a, b) => millisOf(a.from) - millisOf(b.from) || (a.side < b.side ? -1 : 1));
  return {
    stays,
    flags: [...flags].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    lights: lights
      .filter(({ light }) => light !== 'green')
      .map(({ id, light }) => [id, light])
      .sort(),
  };
}
