import { collectionDayTable } from './collection/collection.transitions.js';
import { systemCommandNames } from './commands.js';
import { notAllowedNow, openToPersons } from './deciding.js';
import { planTable } from './flight-booking/flight-booking.transitions.js';
import { nameInWords } from './names-in-words.js';
import { stageTables } from './tables.js';
import { statesOf } from './transitions.js';

describe('what a refusal says is allowed', () => {
  it('leaves out what only the process sends', () => {
    const refused = notAllowedNow(planTable, { command: 'RecordArrival', state: 'proposed', what: 'Plan 1' });
    expect(refused?.allowed).toEqual(['ProposePlan', 'RebookLeg']);
    expect(refused?.sentence).toBe(
      'Plan 1 is proposed, so this cannot be done now: record arrival. What can be done now: propose plan; rebook leg.',
    );
  });

  it('does not call a thing ended that the process still moves', () => {
    const refused = notAllowedNow(collectionDayTable, {
      command: 'StartCollection',
      state: 'unplanned',
      what: 'Collection day 2',
    });
    expect(refused?.allowed).toEqual([]);
    expect(refused?.sentence).toBe(
      'Collection day 2 is unplanned, so this cannot be done now: start collection. That follows from other facts.',
    );
  });

  it.each(stageTables)('names no command of the process, whatever $table.subject is', ({ table }) => {
    for (const state of statesOf(table)) {
      for (const name of systemCommandNames) {
        expect(openToPersons(table, state)).not.toContain(name);
        const refused = notAllowedNow(table, { command: 'Nothing', state, what: 'It' });
        expect(refused?.sentence).not.toMatch(new RegExp(`[:;] ${nameInWords(name)}[;.]`));
      }
    }
  });
});
