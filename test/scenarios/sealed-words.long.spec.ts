import { scenarioFiles } from '../support/scenarios.js';
import { expectSealedAlike } from '../support/sealed-history.js';

describe('a history whose prose is sealed', () => {
  it.each(scenarioFiles)('%s: goes as it goes with the words themselves', expectSealedAlike);
});
