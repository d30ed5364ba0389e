import { notWorded } from './deciding.js';
import type { Refusal, StatedBy } from './stage.js';

/** Whose word a decision may rest on. `rule` stands for what follows from the figures alone. */
export type DecisionRole = 'collection-physician' | 'transplant-physician' | 'patient-registry' | 'rule';

/** The decisions that change what becomes of the cells. */
export type DecisionName =
  | 'enough'
  | 'collect-again'
  | 'accept-less'
  | 'stop'
  | 'ship-day-1-early'
  | 'cryopreserve-at-origin'
  | 'divert'
  | 'return';

/** Who may take a decision, whether a second person must confirm it, and when it can be taken, in words for people. */
export interface DecisionRule {
  readonly roles: readonly DecisionRole[];
  readonly grave: boolean;
  readonly allowedWhen: string;
}

/** One row a decision. Grave is what cannot be taken back once it has been acted on. Roles are the working practice of cases.md; a site's own go by policy of the house. */
export const decisionRules: Readonly<Record<DecisionName, DecisionRule>> = {
  enough: { roles: ['rule'], grave: false, allowedWhen: 'every recipient is served, accepts less or is stopped for' },
  'collect-again': {
    roles: ['collection-physician'],
    grave: false,
    allowedWhen: 'the first count is short and a second day can be had',
  },
  'accept-less': {
    roles: ['transplant-physician'],
    grave: false,
    allowedWhen: 'a count is short, or the second day has come to nothing before it began',
  },
  stop: {
    roles: ['collection-physician', 'transplant-physician'],
    grave: true,
    allowedWhen: 'a count is short or a second day is awaited, and the box has not left',
  },
  'ship-day-1-early': {
    roles: ['transplant-physician'],
    grave: false,
    allowedWhen: 'the first count is short, a second day can be had, and the policy lets the days part',
  },
  'cryopreserve-at-origin': {
    roles: ['transplant-physician'],
    grave: true,
    allowedWhen: 'cells are collected and the box has not left',
  },
  divert: {
    roles: ['transplant-physician', 'patient-registry'],
    grave: true,
    allowedWhen: 'the box is with the courier',
  },
  return: {
    roles: ['transplant-physician', 'patient-registry'],
    grave: true,
    allowedWhen: 'the box is with the courier',
  },
};

/** The person on whose word it is done. */
export interface Word {
  readonly role: DecisionRole;
  readonly person: string;
}

/** The second person who confirms what is grave. */
export interface ConfirmedBy {
  readonly person: string;
  readonly organisation: string;
}

/** What a decision rests on, as it was stated. */
export interface Backing {
  readonly wordOf: Word;
  readonly confirmedBy: ConfirmedBy | null;
}

/** What is wrong with whose word a decision is, and with who confirms it. */
export function backingProblem(decision: DecisionName, backing: Backing, statedBy: StatedBy): Refusal | undefined {
  return (
    notTheirWord(decision, backing.wordOf) ??
    notWorded(backing.wordOf.person, 'The person who gave the word', '/wordOf/person', 200) ??
    (decisionRules[decision].grave ? secondPersonMissing(decision, backing, statedBy) : undefined)
  );
}

function notTheirWord(decision: DecisionName, { role }: Word): Refusal | undefined {
  const allowed: readonly string[] = decisionRules[decision].roles;
  if (allowed.includes(role)) return undefined;
  const sentence = `The decision "${decision}" needs the word of the ${allowed.join(' or the ')}, not of the ${role}.`;
  return { code: 'not-their-word', sentence, at: '/wordOf/role', allowed };
}

/** Neither the one whose word it is nor the one who records it can be the second person. */
function secondPersonMissing(
  decision: DecisionName,
  { wordOf, confirmedBy }: Backing,
  statedBy: StatedBy,
): Refusal | undefined {
  const others = [wordOf.person, statedBy.person].map(plain);
  const second = plain(confirmedBy?.person ?? '');
  if (second !== '' && !others.includes(second) && plain(confirmedBy?.organisation ?? '') !== '') return undefined;
  const sentence = `The decision "${decision}" is grave: a second person confirms it, another than ${wordOf.person} and than ${statedBy.person}, with their organisation.`;
  return { code: 'second-person-needed', sentence, at: '/confirmedBy' };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
