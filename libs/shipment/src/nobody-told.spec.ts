import { opening, utc } from './case-a.examples.js';
import { causesOf } from './agenda.js';
import { Story } from './story.examples.js';
import { everythingSaid } from './walk.examples.js';

const openedAt = utc('08-12T14:30');

function said(story: Story, name: string) {
  const command = everythingSaid(story.shipment, story.now)
    .flat()
    .find((each) => each.name === name);
  if (command === undefined) throw new Error(`${name} is not among what can be said`);
  return command;
}

const standing = (story: Story) =>
  story.shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);

it('that nobody could be told goes with the last alert that was to be told', () => {
  const story = new Story(openedAt).says(openedAt, opening);
  story.tries(said(story, 'PlanConditioning'));
  story.tries(said(story, 'WithdrawDonor'));
  const key = 'tell/conditioning-must-not-begin#1/1.1';
  expect(story.tries({ name: 'ParkItem', data: { key, reason: 'no answer' } })).toBeUndefined();
  expect(standing(story)).toContain('nobody-told');
  expect(story.tries(said(story, 'CancelShipment'))).toBeUndefined();
  expect(standing(story)).toEqual(causesOf(story.shipment).map((cause) => cause.key));
  expect(standing(story)).not.toContain('nobody-told');
});
