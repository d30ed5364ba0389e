import type { CorrectionOffer } from '@cellrelay/shipment';
import { answered, factOf, ownAction, played, type Played } from '../../../../test/support/facts-to-correct.js';
import { scenarioFiles } from '../../../../test/support/scenarios.js';

const words = { reason: 'Read again.', evidence: 'The paper it was read from' };

/** What a form sends that nobody has changed. */
function unchanged(story: Played, offer: CorrectionOffer): object | undefined {
  if (offer.command !== 'CorrectFact') return ownAction(story, offer)?.prefill;
  const { fact, command, body } = factOf(story, offer);
  return { fact, command, body };
}

describe.each(scenarioFiles)('%s', (name) => {
  it('offers a form for whatever can be corrected, which corrects nothing when it is sent unchanged', async () => {
    const story = await played(name);
    const answers = story.offers.map((offer) => {
      const body = unchanged(story, offer);
      const answer = body === undefined ? 'no form' : answered(story, offer.command, { ...body, ...words });
      return `${JSON.stringify(offer)} ${answer}`;
    });
    expect(answers.filter((answer) => !answer.includes('"code":"nothing-corrected"'))).toEqual([]);
    expect(answers.length).toBeGreaterThan(1);
  });
});
