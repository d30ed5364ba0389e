import type { LocalDate } from '@cellrelay/kernel';
import { utc } from './case-a.examples.js';
import { factToCorrect } from './corrections-of-lines.js';
import { unitLeftBehind } from './frozen.examples.js';
import type { OpenShipment } from './order/order.js';
import { Story } from './story.examples.js';

/** A unit that was ordered and has its flights, with its order corrected so. */
function orderCorrected(change: (unit: NonNullable<OpenShipment['data']['unit']>) => object) {
  const story = new Story(utc('08-12T14:30'));
  for (const [at, command] of unitLeftBehind.filter(([at]) => at <= utc('08-20T00:00'))) story.says(at, command);
  const opened = story.log.find(({ event }) => event.type === 'ShipmentOpened');
  const fact = factToCorrect(opened?.seq ?? 0, story.log);
  if (!fact.ok || fact.value.said.name !== 'OpenShipment') throw new Error('the order was not found');
  const { said } = fact.value;
  if (said.data.unit === null) throw new Error('no unit was ordered');
  const unit = { ...said.data.unit, ...change(said.data.unit) };
  const corrected = { ...said, data: { ...said.data, unit } } as OpenShipment;
  const data = { fact: fact.value.fact, corrected, reason: 'mistyped', evidence: 'the order form' };
  return { refused: story.tries({ name: 'CorrectFact', data }), story };
}

it('what a unit holds can be corrected in its order', () => {
  const { refused, story } = orderCorrected(({ tncE8 }) => ({ tncE8: tncE8 + 1 }));
  expect(refused).toBeUndefined();
  expect(story.shipment.stages['flight-booking'].plans.map(({ status }) => status)).toContain('confirmed');
});

it('the day on which it leaves its bank is moved by its own command, with all that hangs on it', () => {
  const { refused } = orderCorrected(() => ({ shipOn: '2024-09-06' as LocalDate }));
  expect(refused).toBe('moved-not-corrected');
});
