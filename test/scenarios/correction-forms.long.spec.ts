import type { CorrectionOffer } from '@cellrelay/shipment';
import { commandCatalogue, fieldsOf, isPersonCommand } from '@cellrelay/use-cases';
import { bodyFrom } from '../../apps/board/src/act/body.js';
import { correctionOf } from '../../apps/board/src/act/correction.js';
import { groupDraft } from '../../apps/board/src/act/drafts.js';
import { formOf } from '../../apps/board/src/act/form-model.js';
import { answered, factOf, ownAction, played, type Played } from '../support/facts-to-correct.js';
import { airports, scenarioFiles } from '../support/scenarios.js';

/** The commands as the board has them from the API. */
const commands = commandCatalogue
  .map(({ name, stage, title, grave }) => ({ name, stage, title, grave }))
  .flatMap((entry) => (isPersonCommand(entry.name) ? [{ ...entry, fields: fieldsOf(entry.name) }] : []));

const words = { reason: 'Read again.', evidence: 'The paper it was read from' };
const known = { now: 0, zoneOfAirport: (iata: string) => airports.find(iata)?.zone };

type Form = Pick<NonNullable<ReturnType<typeof correctionOf>>, 'fields' | 'prefill'>;

function formFor(story: Played, offer: CorrectionOffer): Form | undefined {
  return offer.command === 'CorrectFact' ? correctionOf(factOf(story, offer), commands) : ownAction(story, offer);
}

/** What the board sends of a form in which only the reason and the evidence were typed. */
function sentBy({ fields, prefill }: Form): object {
  const form = formOf(fields);
  const { value, wrong } = bodyFrom(form, { ...groupDraft(form, prefill, 'UTC'), ...words }, known);
  return wrong.length === 0 ? (value as object) : { wrong };
}

describe.each(scenarioFiles)('the forms that correct the facts of %s', (name) => {
  it('correct nothing when only the reason is typed', async () => {
    const story = await played(name);
    const answers = story.offers.map((offer) => {
      const form = formFor(story, offer);
      const answer = form === undefined ? 'no form' : answered(story, offer.command, sentBy(form));
      return `${JSON.stringify(offer)} ${answer}`;
    });
    expect(answers.filter((answer) => !answer.includes('"code":"nothing-corrected"'))).toEqual([]);
  });
});
