/** Whose word a decision may rest on. `rule` stands for what follows from the figures alone. */
export type DecisionRole =
  'collection-physician' | 'transplant-physician' | 'receiving-laboratory' | 'patient-registry' | 'rule';

/** The decisions that change what becomes of the cells. */
export type DecisionName =
  | 'enough'
  | 'collect-again'
  | 'accept-less'
  | 'stop'
  | 'ship-day-1-early'
  | 'cryopreserve-at-origin'
  | 'divert'
  | 'return'
  | 'not-used'
  | 'not-used-at-origin';

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
  // A record of what became of a bag, and no plan: to wait for a second name would only keep it off the record.
  'not-used': {
    roles: ['transplant-physician', 'receiving-laboratory'],
    grave: false,
    allowedWhen: 'the transplant centre has the bag',
  },
  'not-used-at-origin': {
    roles: ['collection-physician', 'transplant-physician'],
    grave: false,
    allowedWhen: 'the bag stays at the collection centre',
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
