import type { PaperFacts } from '../facts/paper-facts.js';
import { airlineLetters } from './airline-letter.js';
import { contentsStatements } from './contents-statement.js';
import { courierAuthorisations } from './courier-authorisation.js';
import { customsDeclarations } from './customs-declaration.js';
import { emergencyCards } from './emergency-card.js';
import type { Made } from './making.js';
import { securityLetters } from './security-letter.js';
import { transportPlans } from './transport-plan.js';
import { visaLetters } from './visa-letter.js';

/** What the courier holds, then what is shown to officers, in the order of the way. */
export function papersOnTheWay(facts: PaperFacts): readonly Made[] {
  return [
    ...[transportPlans(facts), courierAuthorisations(facts), emergencyCards(facts), securityLetters(facts)],
    ...[airlineLetters(facts), customsDeclarations(facts), contentsStatements(facts), visaLetters(facts)],
  ].flat();
}
