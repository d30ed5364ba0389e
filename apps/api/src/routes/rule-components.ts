import {
  confirmationView,
  confirmationWithdrawn,
  newConfirmation,
  newRuleVersion,
  ruleList,
  ruleView,
  tripRule,
  tripRules,
} from '@cellrelay/use-cases';

/** What is answered about the rules of borders. */
export const ruleAnswers = {
  BorderRule: ruleView,
  BorderRules: ruleList,
  RuleConfirmation: confirmationView,
  TripRule: tripRule,
  TripRules: tripRules,
} as const;

/** What is sent about them. */
export const ruleBodies = {
  NewRuleVersion: newRuleVersion,
  NewRuleConfirmation: newConfirmation,
  RuleConfirmationWithdrawn: confirmationWithdrawn,
} as const;
