import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { digit, facilityCharacter, letterOrDigit, misfitOf, times, type Form } from './form.js';
import { checkDigitsOf } from './mod-37-2.js';
import { wrongCheck, type IdentifierProblem } from './problem.js';
import { capitals, withoutSpaces } from './text.js';

/** A Basic UDI-DI of the ICCBBA form: 16 characters and a check pair of two digits. */
export type BasicUdiDi = Branded<string, 'BasicUdiDi'>;

const form: Form = {
  identifier: 'Basic UDI-DI',
  expectedForm:
    '18 characters: 5 of the facility, 6 and 5 letters or digits of the product, 2 check digits, for example A9990ABC123T048008',
  places: [...times(5, facilityCharacter), ...times(11, letterOrDigit), ...times(2, digit)],
};

/** Reads a Basic UDI-DI and verifies its check pair (S65). Other issuers' forms (GS1, HIBCC, IFA) are not read here. */
export function parseBasicUdiDi(text: string): Result<BasicUdiDi, IdentifierProblem> {
  const compact = capitals(withoutSpaces(text));
  const problem = misfitOf(form, compact) ?? wrongCheckPair(compact);
  return problem ? err(problem) : ok(compact as BasicUdiDi);
}

function wrongCheckPair(compact: string): IdentifierProblem | undefined {
  return checkDigitsOf(compact.slice(0, 16)) === compact.slice(16) ? undefined : wrongCheck(form, 'check digits');
}
