import { scenarioFiles } from '../support/scenarios.js';
import { expectAlike } from '../support/twice-told.js';

it.each(scenarioFiles)('%s: told in other words, it is the same to whoever is not of the operator', expectAlike);
