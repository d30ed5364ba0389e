import { bagOfDay, houston, says, utc } from './case-a.examples.js';
import { endedBags } from './ended-bags.js';
import { dayOneEnough } from './journeys.examples.js';
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
