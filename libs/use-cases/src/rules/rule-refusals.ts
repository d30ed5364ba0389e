import type { Rule } from '@cellrelay/paperwork';
import type { LocalDate } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';

export const noSuchRule: Refusal = {
  code: 'no-such-rule',
  sentence: 'There is no rule of this id. One of your own begins with site-, in small letters, digits and hyphens.',
};

export const noSuchConfirmation: Refusal = {
  code: 'no-such-confirmation',
  sentence: 'There is no confirmation of this id that stands.',
};

/** For a confirmation of a rule that needs none, or can have none. */
export function notToConfirm({ confidence }: Pick<Rule, 'confidence'>): Refusal {
  if (confidence === 'V')
    return {
      code: 'rule-needs-no-confirmation',
      sentence: 'This rule was read in its source, and prints without a word of yours.',
    };
  return {
    code: 'rule-only-believed',
    sentence:
      'This rule was read nowhere, and is never printed. Enter a version with what you have read, then confirm that one.',
  };
}

export const confirmedAlready: Refusal = {
  code: 'rule-confirmed-already',
  sentence: 'This version is confirmed already. Withdraw that confirmation before you enter another.',
};

/** For what was said of another version than stands. */
export function staleVersion({ version }: Pick<Rule, 'version'>, at: string): Refusal {
  return {
    code: 'stale-revision',
    sentence: `The rule stands at version ${version}, which is not the one that you read. Read it again.`,
    at,
    allowed: [String(version)],
  };
}

export function otherJurisdiction({ jurisdiction }: Pick<Rule, 'jurisdiction'>): Refusal {
  return {
    code: 'rule-of-another-jurisdiction',
    sentence: `This rule is one of ${jurisdiction}. For another jurisdiction enter a rule of your own.`,
    at: '/rule/jurisdiction',
    allowed: [jurisdiction],
  };
}

export const endsBefore: Refusal = {
  code: 'ends-before-it-begins',
  sentence: 'A rule cannot be in force until a day before it comes into force.',
  at: '/rule/inForce/to',
};

export const saidTwice: Refusal = {
  code: 'sentence-named-twice',
  sentence: 'Each sentence of a rule has a name of its own.',
  at: '/rule/says',
};

/** A confirmation of a day that has not come, or of long ago. */
export function implausibleDay(at: string, [from, to]: readonly [LocalDate, LocalDate]): Refusal {
  const sentence = `From ${from} to ${to} is allowed here.`;
  return { code: 'date-implausible', sentence, at, allowed: [`${from} to ${to}`] };
}
