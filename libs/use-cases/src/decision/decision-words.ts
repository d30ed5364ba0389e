import {
  decisionRules,
  mayIssue,
  mayKnow,
  type CellCountStatus,
  type CountDecision,
  type DecisionRole,
  type Standing,
} from '@cellrelay/shipment';

/** Whether they are told how the count compares with what was asked for: with the doses, or to decide on it. */
export function knowsHowItStands(held: readonly Standing[]): boolean {
  return mayKnow(held, 'counted-dose') || mayIssue(held, 'DecideOnCount');
}

/** How a count stands, in a sentence; whoever is told no more, that there is one. */
export function countSaidTo(held: readonly Standing[], status: CellCountStatus): string {
  return status === 'awaited' || knowsHowItStands(held) ? countSaid[status] : 'The cells have been counted.';
}

const countSaid: Readonly<Record<CellCountStatus, string>> = {
  awaited: 'The cells have not been counted yet.',
  short: 'The cells are fewer than requested.',
  'one-short': 'Some recipients are served, others are short.',
  enough: 'The count is enough.',
  'collecting-again': 'It was decided to collect again.',
  'accepted-less': 'Less was accepted.',
  'shipped-early': 'Day 1 flies alone.',
  cryopreserving: 'The cells are frozen where they were collected.',
  stopped: 'It was stopped.',
};

/** A decision as a title. */
export const decisionSaid: Readonly<Record<CountDecision, string>> = {
  enough: 'Enough',
  'collect-again': 'Collect again',
  'accept-less': 'Accept less',
  stop: 'Stop',
  'ship-day-1-early': 'Day 1 flies alone',
  'cryopreserve-at-origin': 'Freeze the cells where they were collected',
};

/** What a decision comes to, in a sentence. */
export const decisionMeans = {
  'collect-again': 'The donor is collected again, and the bags of both days fly together.',
  'accept-less': 'The cells that are there are enough, and fly.',
  'ship-day-1-early': 'The cells of day 1 fly now, those of day 2 by a shipment of their own.',
  stop: 'Nothing more is done for these recipients: their cells do not fly.',
} as const;

/** Who decides, as a sentence begins with it. */
export const roleSaid: Readonly<Record<DecisionRole, string>> = {
  'collection-physician': 'Collection physician',
  'transplant-physician': 'Transplant physician',
  'receiving-laboratory': 'Receiving laboratory',
  'patient-registry': 'Patient registry',
  rule: 'Nobody: it follows from the count',
};

/** Whose word that decision needs, one of them. */
export function decidersOf(decision: CountDecision): string[] {
  return decisionRules[decision].roles.map((role) => roleSaid[role]);
}
