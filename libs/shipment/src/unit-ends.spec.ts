import type { Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { fatesNow } from './cancelling-now.js';
import { houston, says, utc } from './case-a.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { saysOfUnit, unitByCourier, unitId } from './frozen.examples.js';
import type { Line } from './journeys.examples.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';
import { isUnitHeld } from './unit-facts.js';

function told(lines: readonly Line[], until: string): Story {
  return lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(lines[0]?.[0] ?? utc(until)));
}

const orderOfStory = ({ shipment }: Story) => shipment.stages.order.status;
const owed = ({ shipment }: Story) => agendaOf(shipment).map(({ key }) => key);
const causes = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const outcomeOf = ({ log }: Story) =>
  log.flatMap(({ event }) => (event.type === 'ShipmentClosed' ? [event.data.outcome] : [])).at(-1);
const conditionedAt = utc('08-29T14:00');
const charged = '09-03T10:00';
const inTheAir = '09-04T07:10';
const accepted = '09-05T07:30';

/** Delivered, received, accepted and put into the tank of wherever the box went. */
function storedThere(story: Story): Story {
  const at = (time: string): Instant => utc(`09-05T${time}`);
  return story
    .says(at('06:50'), says.deliver(at('06:50')))
    .says(at('07:00'), saysOfUnit.received(at('07:00'), -182))
    .says(at('07:30'), says.accept(at('07:30')))
    .says(at('07:50'), saysOfUnit.stored(at('07:50')));
}

describe('a banked unit whose shipment is cancelled', () => {
  it('is no cells before its shipper is charged, and free at once', () => {
    const story = told(unitByCourier, '09-02T11:40');
    expect(fatesNow(story.shipment)).toEqual(['none']);
    story.says(story.now, says.cancel(story.now, 'none', true));
    expect(orderOfStory(story)).toBe('cancelled');
    expect(isUnitHeld(story.shipment)).toBe(false);
  });

  it('is asked about once its shipper is charged, and stays with its bank on the word of who cancels', () => {
    const story = told(unitByCourier, charged);
    expect(fatesNow(story.shipment)).toEqual(['cryopreserve-at-origin', 'deliver-anyway', 'discarded-by-centre']);
    expect(story.copy().tries(says.cancel(story.now, 'none', true))).toBe('fate-of-cells-missing');
    expect(story.copy().tries(says.cancel(story.now, 'cryopreserve-at-origin'))).toBe('second-person-needed');
    const gone = story.copy().says(story.now, says.cancel(story.now, 'discarded-by-centre', true));
    expect(isUnitHeld(gone.shipment)).toBe(true);
    story.says(story.now, says.cancel(story.now, 'cryopreserve-at-origin', true));
    expect(orderOfStory(story)).toBe('cancelled');
    expect(isUnitHeld(story.shipment)).toBe(false);
    // It is frozen already: nobody is to freeze it.
    expect(owed(story)).not.toContainEqual(expect.stringContaining('freezing-due'));
  });

  it.each([inTheAir, accepted])('is asked about after it has left its bank, at %s', (at) => {
    const story = told(unitByCourier, at);
    expect(fatesNow(story.shipment)).toEqual(['deliver-anyway', 'discarded-by-centre']);
    expect(story.tries(says.cancel(story.now, 'none', true))).toBe('fate-of-cells-missing');
    expect(orderOfStory(story)).toBe('open');
  });

  it('keeps its clock, its custody and its shipment until it is dealt with', () => {
    const story = told(unitByCourier, inTheAir);
    story.says(story.now, says.cancel(story.now, 'deliver-anyway', true));
    expect(orderOfStory(story)).toBe('open');
    expect(owed(story)).toEqual(expect.arrayContaining(['shipper-hold/SHIPPER-1', 'delivery-due/1']));
    expect(isUnitHeld(story.shipment)).toBe(true);
    storedThere(story);
    expect(orderOfStory(story)).toBe('cancelled');
    expect(isUnitHeld(story.shipment)).toBe(true);
  });

  it('is held for good where it is discarded on its way', () => {
    const story = told(unitByCourier, inTheAir);
    story.says(story.now, says.cancel(story.now, 'discarded-by-centre', true));
    expect(orderOfStory(story)).toBe('cancelled');
    expect(isUnitHeld(story.shipment)).toBe(true);
  });

  it('is free again when it was sent back and is in its bank’s tank', () => {
    const story = told(unitByCourier, inTheAir);
    story.says(story.now, says.cancel(story.now, 'deliver-anyway', true));
    story.says(utc('09-04T08:00'), saysOfBags.divert(utc('09-04T08:00'), 'return'));
    expect(isUnitHeld(story.shipment)).toBe(true);
    storedThere(story);
    expect(orderOfStory(story)).toBe('cancelled');
    expect(isUnitHeld(story.shipment)).toBe(false);
  });
});

describe('a banked unit that was sent elsewhere', () => {
  const conditioned: readonly Line[] = [
    ...unitByCourier.filter(([at]) => at < conditionedAt),
    [conditionedAt, says.conditioned(conditionedAt, 'the unit is sure')],
    ...unitByCourier.filter(([at]) => at > conditionedAt),
  ];
  const sent = (lines: readonly Line[], kind: 'divert' | 'return') =>
    storedThere(told(lines, inTheAir).says(utc('09-04T08:00'), saysOfBags.divert(utc('09-04T08:00'), kind)));

  it.each([
    ['return', 'patient-conditioned/returned', false],
    ['divert', 'patient-conditioned/frozen-at-centre/R1', true],
  ] as const)('does not end over a conditioned patient by itself: %s', (kind, alert, held) => {
    const story = sent(conditioned, kind);
    expect([orderOfStory(story), causes(story)]).toEqual(['open', [alert]]);
    story.says(story.now, says.cancel(story.now, 'none', true));
    expect([orderOfStory(story), outcomeOf(story), causes(story)]).toEqual([
      'cancelled',
      'cancelled',
      ['patient-conditioned/cancelled'],
    ]);
    expect(isUnitHeld(story.shipment)).toBe(held);
  });

  it('stops its shipment where it is back at its bank and nobody depends on it, and is free again', () => {
    const story = sent(unitByCourier, 'return');
    expect([orderOfStory(story), outcomeOf(story), causes(story)]).toEqual(['stopped', 'stopped', []]);
    expect(isUnitHeld(story.shipment)).toBe(false);
  });

  it('closes its shipment in another centre’s tank where nobody depends on it', () => {
    const story = sent(unitByCourier, 'divert');
    expect([orderOfStory(story), outcomeOf(story)]).toEqual(['closed', 'stored']);
    expect(isUnitHeld(story.shipment)).toBe(true);
  });

  it('ends its shipment as infused where it is corrected that it was, and is no alert in the tank of its own centre', () => {
    const corrected = (how: 'infusion' | 'stored-frozen', at: Instant): ShipmentCommand => ({
      name: 'CorrectInfusionStart',
      data: {
        ...{ bag: unitId, startedAt: { at, zone: houston }, how, volumeInfusedMl: null },
        ...{ reason: 'the wrong form', evidence: 'laboratory sheet' },
      },
    });
    const at = utc('09-05T07:50');
    const away = sent(conditioned, 'divert').says(utc('09-05T09:00'), corrected('infusion', at));
    expect([orderOfStory(away), outcomeOf(away), causes(away)]).toEqual(['closed', 'infused', []]);
    away.says(utc('09-05T10:00'), corrected('stored-frozen', at));
    expect([orderOfStory(away), causes(away)]).toEqual(['closed', ['patient-conditioned/frozen-at-centre/R1']]);
    const own = storedThere(told(conditioned, inTheAir)).says(utc('09-05T09:00'), corrected('infusion', at));
    own.says(utc('09-05T10:00'), corrected('stored-frozen', at));
    expect([orderOfStory(own), causes(own)]).toEqual(['closed', []]);
  });

  it('is as before where it is in the tank of its own centre', () => {
    const story = storedThere(told(conditioned, inTheAir));
    expect([orderOfStory(story), outcomeOf(story), causes(story)]).toEqual(['closed', 'stored', []]);
  });
});

describe('a banked unit that is not used', () => {
  const left = (story: Story) => story.says(utc('09-05T07:50'), says.leave(utc('09-05T07:50'), unitId));

  it('is not used up: its shipment stops, and it is free again', () => {
    const story = left(told(unitByCourier, accepted));
    expect([orderOfStory(story), outcomeOf(story)]).toEqual(['stopped', 'stopped']);
    expect(isUnitHeld(story.shipment)).toBe(false);
  });

  it('is the shipment’s while that is open, and by its last end after it', () => {
    const open = told(unitByCourier, accepted);
    expect(isUnitHeld(open.shipment)).toBe(true);
    const infused = storedThere(told(unitByCourier, inTheAir)).says(
      utc('09-20T15:00'),
      says.infuse(utc('09-20T15:00'), unitId),
    );
    expect(isUnitHeld(infused.shipment)).toBe(true);
  });
});
