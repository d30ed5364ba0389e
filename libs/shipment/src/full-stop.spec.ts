import { causesOf } from './agenda.js';
import { opening, says, utc } from './case-a.examples.js';
import { oneStop } from './full-stop.js';
import { Story } from './story.examples.js';

describe('a sentence that ends with free words', () => {
  it.each([
    ['The donor is suspended: fever..', 'The donor is suspended: fever.'],
    ['Refused: why now?. Ask again.', 'Refused: why now? Ask again.'],
    ['Refused: form 3.1 is missing.', 'Refused: form 3.1 is missing.'],
    ['They trailed off....', 'They trailed off....'],
  ])('ends once: %s', (text, once) => expect(oneStop(text)).toBe(once));

  it('ends once in an alert', () => {
    const at = utc('08-20T09:00');
    const story = new Story(utc('08-12T14:30')).says(utc('08-12T14:30'), opening);
    story.says(at, {
      name: 'SuspendDonor',
      data: { suspendedAt: { at, zone: opening.data.parties.donorRegistry.zone }, reason: 'The centre insisted.' },
    });
    expect(causesOf(story.shipment).map((cause) => cause.wrong)).toContain(
      'The donor is suspended: The centre insisted.',
    );
    expect(story.tries(says.clear(at))).toBeUndefined();
  });
});
