import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';

/** People enter and confirm rules by the API; the worker will print by them. */
export const borderRuleGrants = [
  { to: [roleNames.api, roleNames.worker], what: 'select on cellrelay.border_rule, cellrelay.rule_confirmation' },
  { to: [roleNames.api], what: 'insert on cellrelay.border_rule, cellrelay.rule_confirmation' },
  { to: [roleNames.api], what: 'update (withdrawn_at, withdrawn_by, withdrawn_for) on cellrelay.rule_confirmation' },
];
