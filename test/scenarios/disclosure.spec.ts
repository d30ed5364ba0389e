import { freeTextFields, keyFields, withheld } from '@cellrelay/shipment';
import { commandCatalogue, type StoredEntry } from '@cellrelay/use-cases';
import { dryRun } from '../support/dry-world.js';
import { answersOf, boardOf, standingAs } from '../support/one-board.js';
import { freeFieldsOf } from '../support/other-words.js';
import { scenarioFiles, scenarioIn } from '../support/scenarios.js';
import { after, expectAlike, outside, toldTwice } from '../support/twice-told.js';

/** One in six of them; disclosure.long.spec.ts looks at all. */
const some = scenarioFiles.filter((_, index) => index % 6 === 0);

describe('the names of fields that hold free words', () => {
  it('are all there are in any command', () => {
    const names = commandCatalogue.flatMap(({ name }) => freeFieldsOf(name)).map(({ path }) => path.split('/').at(-1));
    expect(names.length).toBeGreaterThan(150);
    expect([...new Set(names)].filter((name = '') => !freeTextFields.has(name) && !keyFields.has(name))).toEqual([]);
  });
});

describe('two histories that differ in free words alone', () => {
  it.each(some)('%s: whoever is not of the operator cannot tell one from the other', expectAlike);

  it('are told apart by whoever reads free words: the comparison would see one that leaks', async () => {
    const { scenario, one, other } = await toldTwice(scenarioFiles[0] ?? '');
    const read = (log: readonly StoredEntry[]) => {
      const board = boardOf(scenario.shipment, after(log, log.length), log);
      return answersOf(board.as(standingAs('operator/auditor')), scenario.shipment);
    };
    expect(await read(one)).not.toEqual(await read(other));
  });
});

describe('what is withheld', () => {
  it('is sent back by no form', async () => {
    const scenario = scenarioIn(scenarioFiles[0] ?? '');
    const { log } = await dryRun(scenario);
    const board = boardOf(scenario.shipment, after(log, 40), log.slice(0, 40));
    for (const standing of outside) {
      const actions = await board.as(standingAs(standing)).actions(scenario.shipment);
      expect(JSON.stringify(actions?.actions.map(({ prefill }) => prefill))).not.toContain(withheld);
    }
  });
});
