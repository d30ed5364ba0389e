import { labelAnswers, labelBodies } from './label-components.js';
import { paperAnswers, paperBodies } from './paper-components.js';
import { paperFactAnswers, paperFactBodies } from './paper-fact-components.js';
import { ruleAnswers, ruleBodies } from './rule-components.js';

/** What is answered of what a site keeps beside its shipments (`registerRoutes`). */
export const registerAnswers = { ...ruleAnswers, ...paperAnswers, ...labelAnswers, ...paperFactAnswers } as const;

/** Bodies of the same. */
export const registerBodies = { ...ruleBodies, ...paperBodies, ...labelBodies, ...paperFactBodies } as const;
