import { BorderRuleRow } from './border-rule.row.js';
import { RuleConfirmationRow } from './rule-confirmation.row.js';

/** Tables of what a site makes of the rules of borders. */
export const borderRuleRows = [BorderRuleRow, RuleConfirmationRow];
