import { plusMinutes, type Zone } from '@cellrelay/kernel';
import { causesOf } from '../agenda.js';
import { says, utc } from '../case-a.examples.js';
import type { Cause } from '../obligation.js';
import { clockedBags, governingBag } from '../overview.js';
import type { Story } from '../story.examples.js';
import { exampleLogger, onTheWay, packedAt, read, readings, reports, steady } from '../thermal.examples.js';

const at = (minutes: number) => plusMinutes(packedAt, minutes);
const by = (...celsius: readonly number[]) => readings([exampleLogger, read(0, ...celsius)]);
const cooled = steady(13);
const limitOf = ({ shipment }: Story) => governingBag(shipment)?.clock.limitAt;
const rawMoment = /\d{4}-\d{2}-\d{2}T/;

function causeOf({ shipment }: Story, key: string): Cause {
  const found = causesOf(shipment).find((cause) => cause.key === key);
  if (found === undefined) throw new Error(`${key} does not stand`);
  return found;
}

describe('an excursion’s alert', () => {
  it('says until when it gets worse: amber by itself, then red with all before it, then the limit', () => {
    const story = onTheWay();
    reports(story, by(...cooled, 10, 10), 145);
    const { from, grade } = story.shipment.stages.temperature.excursions[0] ?? {};
    if (from === undefined) throw new Error('there is no excursion');
    expect(grade).toBe('green');
    expect(causeOf(story, 'excursion/X1').until).toBe(plusMinutes(from, 30));
    reports(story, by(...cooled, ...steady(6, 10)), 175);
    expect(causeOf(story, 'excursion/X1').until).toBe(plusMinutes(from, 240));
    reports(story, by(...cooled, ...steady(30, 10)), 415);
    expect(causeOf(story, 'excursion/X1')).toMatchObject({ severity: 'critical', until: limitOf(story) });
  });

  it('counts what was out of band before', () => {
    const story = onTheWay();
    reports(story, by(...cooled, ...steady(8, 10), ...steady(6), ...steady(7, 10)), 335);
    const [first, second] = story.shipment.stages.temperature.excursions;
    expect(first?.minutes).toBeGreaterThan(60);
    expect(causeOf(story, 'excursion/X2').until).toBe(plusMinutes(second?.from ?? at(0), 240 - (first?.minutes ?? 0)));
  });

  it('tells moments to the minute in the clock of a place, and whole minutes', () => {
    const story = onTheWay();
    reports(story, by(...cooled, 9, 10, 10, 10, 6, 5, 5), 200);
    const { wrong, until } = causeOf(story, 'excursion/X1');
    expect(wrong).toMatch(
      / was warmer than ordered for \d+ minutes from 2024-09-04 \d\d:\d\d in Houston, up to 10 °C\.$/,
    );
    expect(until).toBe(limitOf(story));
  });
});

describe('ice, heat and silence', () => {
  it('say until when the word on the cells is of use, and no raw moment', () => {
    const story = onTheWay();
    reports(story, by(...cooled, 0.4, 5, 31, 5), 175);
    for (const key of [`ice/${exampleLogger}`, `heat/${exampleLogger}`]) {
      const cause = causeOf(story, key);
      expect(cause.until).toBe(limitOf(story));
      expect(`${cause.wrong} ${JSON.stringify(cause.offers)}`).not.toMatch(rawMoment);
      expect(cause.wrong).toContain(' in Houston');
    }
  });

  const silentSince = (minutes: number): Cause => {
    const story = onTheWay('live');
    story.now = at(130);
    const since = { at: at(minutes), zone: 'UTC' as Zone };
    expect(story.tries({ name: 'RecordLoggerSilent', data: { logger: exampleLogger, since } })).toBeUndefined();
    const cause = causeOf(story, `logger-silent/${exampleLogger}`);
    const { validatedHoldHours: hold } = story.shipment.stages['courier-handoff'].boxNow ?? {};
    expect(cause.until).toBe(hold == null ? limitOf(story) : plusMinutes(packedAt, hold * 60));
    return cause;
  };

  it('of a logger: until its box holds no longer, or the limit; in the clock of where the box was', () => {
    expect(silentSince(70).wrong).toMatch(/^No reading of logger \S+ in box \S+ is on record since/);
    expect(silentSince(70).wrong).toMatch(/since 2024-09-04 \d\d:\d\d in Houston\.$/);
    expect(silentSince(30).wrong).toMatch(/since 2024-09-04 14:40 in Beijing\.$/);
  });
});

describe('a dose that may fall short', () => {
  const doubtful = (): Story => {
    const story = onTheWay();
    reports(story, by(...cooled), 130);
    return story;
  };

  it('says until when the request holds, and what can still be done', () => {
    const story = doubtful();
    const [light] = story.shipment.stages.temperature.lights;
    const { until, offers } = causeOf(story, 'forecast-short/R1');
    expect(until).toBe(light?.holdsUntil ?? limitOf(story));
    expect(until).toBeDefined();
    expect(offers.map(({ command }) => command)).toEqual(expect.arrayContaining(['RebookLeg', 'OpenDeviation']));
  });

  it('offers the count on arrival once the box was opened', () => {
    const story = doubtful();
    story.says(at(24 * 60 + 40), says.deliver(at(24 * 60 + 40)));
    const opened = at(24 * 60 + 50);
    story.says(
      opened,
      says.receive(
        opened,
        clockedBags(story.shipment).map(({ id }) => id),
      ),
    );
    const commands = causeOf(story, 'forecast-short/R1').offers.map(({ command }) => command);
    expect(commands).toEqual(['RecordArrivalCount', 'OpenDeviation']);
  });

  it('is said by the count alone where the cells were counted short, and the light is amber all the same', () => {
    const story = doubtful();
    story.now = at(140);
    expect(story.tries(says.correctCount(utc('09-04T05:20'), 1200))).toBeUndefined();
    reports(story, by(...cooled), 141);
    expect(story.shipment.stages.temperature.lights).toMatchObject([{ light: 'amber', countedShort: true }]);
    expect(causesOf(story.shipment).map(({ key }) => key)).not.toContain('forecast-short/R1');
    expect(causesOf(story.shipment).map(({ key }) => key)).toContain('count-short/1');
  });
});
