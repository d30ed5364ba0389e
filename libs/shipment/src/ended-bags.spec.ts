import { causesOf } from './agenda.js';
import { bagOfDay, dins, houston, says, utc } from './case-a.examples.js';
import { endedBags } from './ended-bags.js';
import { saysOfBags } from './decisions.examples.js';
import { dayOneEnough } from './journeys.examples.js';
import type { ShipmentCommand } from './shipment.js';
import { spearDraftOf } from './spear-draft.js';
import { Story } from './story.examples.js';

/** Collected until 04:05, infused the next day at 10:40. */
const infused = (): Story =>
  dayOneEnough.reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));

describe('the bags whose clocks ended', () => {
  it('are as old as the corrected end of collection makes them', () => {
    const story = infused();
    expect(endedBags(story.shipment)).toMatchObject([{ bag: bagOfDay(1), ageMinutes: 1835 }]);
    story.says(story.now, says.correctEnd(utc('09-04T02:05')));
    expect(endedBags(story.shipment)).toMatchObject([{ bag: bagOfDay(1), ageMinutes: 1955 }]);
    story.says(story.now, {
      name: 'OpenDeviation',
      data: {
        kind: 'other',
        words: 'the end of collection was mistyped',
        seriousness: null,
        happenedAt: { at: story.now, zone: houston },
      },
    });
    expect(spearDraftOf(story.shipment, 'D1')?.bags).toMatchObject([{ ended: { ageMinutes: 1955 } }]);
  });

  it('gave what the corrected count says', () => {
    const story = infused();
    expect(endedBags(story.shipment)[0]?.dose?.figures).toMatchObject([{ dose: 5.5548, countedAt: 'origin' }]);
    story.says(story.now, says.correctCount(utc('09-04T05:15'), 820));
    expect(endedBags(story.shipment)[0]?.dose?.figures).toMatchObject([{ dose: 2.7774, countedAt: 'origin' }]);
  });
});

/** Counted whole on arrival with 800 per µL of 1640, then split at the transplant centre. */
describe('a bag that was counted on arrival and split after it', () => {
  const at = utc('09-05T08:00');
  const [whole, first] = [bagOfDay(1), `${dins[1]}/S1128VA0`];
  const counted = (cd34PerUl: number) => ({
    bag: whole,
    countedAt: { at, zone: houston },
    ...{ viabilityPercent: null, cd34PerUl, wbcE9PerL: null, cd3PerUl: null, method: null },
  });
  const recounted = (cd34PerUl: number): ShipmentCommand => ({
    name: 'CorrectArrivalCount',
    data: { ...counted(cd34PerUl), reason: 'mistyped', evidence: 'laboratory sheet' },
  });
  const split = () =>
    dayOneEnough
      .slice(0, -1)
      .reduce((story, [time, command]) => story.says(time, command), new Story(utc('08-12T14:30')))
      .says(at, { name: 'RecordArrivalCount', data: counted(800) })
      .says(
        at,
        saysOfBags.split(
          at,
          whole,
          [
            ['S1128VA0', 110, 'R1'],
            ['S1128VB0', 100, 'R1'],
          ],
          'transplant-centre',
        ),
      );
  const losses = ({ shipment }: Story) =>
    causesOf(shipment)
      .map(({ key }) => key)
      .filter((key) => key.startsWith('arrival-loss'));

  it('gives by that count, and warns of the loss once', () => {
    const story = split();
    expect(losses(story)).toEqual([`arrival-loss/${whole}`]);
    story.says(at, says.infuse(at, first));
    expect(story.shipment.stages.receipt.ended[0]?.dose?.figures).toMatchObject([{ countedAt: 'arrival' }]);
    expect(endedBags(story.shipment)[0]?.dose?.figures).toMatchObject([{ dose: 1.4193, countedAt: 'arrival' }]);
  });

  it('has that count corrected, by which its parts gave what they gave', () => {
    const story = split().says(at, says.infuse(at, first)).says(at, recounted(1640));
    expect(losses(story)).toEqual([]);
    expect(endedBags(story.shipment)[0]?.dose?.figures).toMatchObject([{ dose: 2.9096, countedAt: 'arrival' }]);
    expect(story.tries({ name: 'RecordArrivalCount', data: counted(800) })).toBe('arrival-counted-already');
  });
});
