export * from './language.js';
export type * from './paper.js';
export { rulesFor, type Outcome, type Verdict, outcomes, isInForce } from './rules/choose.js';
export { exampleConfirmations } from './rules/example-confirmations.js';
export * from './rules/jurisdictions.js';
export * from './rules/rule.js';
export { shippedRules } from './rules/shipped.js';
export type * from './rules/trip.js';
