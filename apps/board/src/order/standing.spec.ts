import type { Refusal } from '../api/refusal.js';
import type { Command } from '../api/types.js';
import { actsOf, OPEN } from './acts.js';
import { freshSetUp, withDraft, withOutcome, type SetUp } from './set-up.js';
import { isFinished, missingIn, standingOf, stepText } from './standing.js';

const text = { type: 'string' };
const object = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties) });
const command = (name: string, properties: object) => ({ name, fields: object(properties) }) as unknown as Command;
const commands = [
  command(OPEN, { reference: text, collectionStartsAtClock: text, parties: object({ donorRegistry: text }) }),
  command('NominateCourier', { courier: text }),
  command('ProposePlan', { plan: { enum: [1, 2] }, groundMinutesAfter: { type: 'integer' } }),
];
const known = { now: 0, zoneOfAirport: () => undefined };
const refusal: Refusal = {
  ...{ code: 'no', title: 'No', detail: 'It cannot be.', allowed: [], standsIfConfirmed: false },
  fields: [{ pointer: '/parties/donorRegistry', detail: 'It cannot be.', allowed: [] }],
};

function stepsOf(setUp: SetUp) {
  const acts = actsOf(setUp, commands);
  const missing = missingIn(acts, setUp, known);
  const of = (step: 'order' | 'parties' | 'dates' | 'courier' | 'plans') => stepText(step, acts, setUp, missing);
  return { order: of('order'), parties: of('parties'), dates: of('dates'), courier: of('courier'), plans: of('plans') };
}

const fresh = freshSetUp('a', 'me');
const filled = withDraft(fresh, OPEN, {
  ...{ reference: 'EX-1', collectionStartsAtClock: '08:00' },
  parties: { donorRegistry: 'EXAMPLE' },
});

describe('how the steps of a new shipment stand', () => {
  it('counts what is missing where it is asked for, and leaves for later what nobody has ticked', () => {
    const later = { courier: 'left for later', plans: 'left for later' };
    expect(stepsOf(fresh)).toEqual({ order: '1 missing', parties: '1 missing', dates: '1 missing', ...later });
    expect(stepsOf(filled)).toEqual({ order: 'filled in', parties: 'filled in', dates: 'filled in', ...later });
    expect(stepsOf(withDraft(filled, 'plan 2', { on: 'yes' })).plans).toBe('1 missing');
  });

  it('says of a refused opening in which step the blamed field is, and of the others that they are filled in', () => {
    const refused = withOutcome(filled, OPEN, { refusal });
    expect(stepsOf(refused)).toMatchObject({ order: 'filled in', parties: 'refused', dates: 'filled in' });
  });

  it('asks for nothing of what is under way or done, and is finished once nothing wanted is left', () => {
    const pending = withOutcome(fresh, OPEN, { pending: { key: 'k', revision: null, body: {} } });
    expect(missingIn(actsOf(pending, commands), pending, known)).toEqual([]);
    const [open] = actsOf(pending, commands);
    expect(standingOf(open!, pending, [])).toBe('unknown');
    const opened = { ...withOutcome(filled, OPEN, { done: true }), opened: true };
    expect(isFinished(actsOf(opened, commands), opened)).toBe(true);
    const withPlan = withDraft(opened, 'plan 1', { on: 'yes', groundMinutesAfter: '90' });
    expect(isFinished(actsOf(withPlan, commands), withPlan)).toBe(false);
    const done = withOutcome(withPlan, 'plan 1', { done: true });
    expect(isFinished(actsOf(done, commands), done)).toBe(true);
  });
});
