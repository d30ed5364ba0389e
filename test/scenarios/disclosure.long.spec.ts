import { scenarioFiles } from '../support/scenarios.js';
import { expectNoPatient } from '../support/another-patient.js';
import { expectAlike } from '../support/twice-told.js';

it.each(scenarioFiles)('%s: told in other words, it is the same to whoever is not of the operator', expectAlike);

it.each(scenarioFiles)(
  '%s: for another patient, it is the same to the donor’s side and to who carries the box',
  expectNoPatient,
);
