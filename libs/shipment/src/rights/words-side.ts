import { mayIssue } from './rights.js';
import { standings, type Standing } from './standings.js';

/** Whose words are sealed apart from whose: those of either side, and those of everybody in between, which the operator keeps. */
export const wordsSides = ['donor', 'patient', 'operator'] as const;
export type WordsSide = (typeof wordsSides)[number];

/**
 * For which side somebody with these standings writes the words of a command: their own. Whoever stands on both sides, or on none, writes for the side that alone may issue the
 * command; so does the operator. Where neither side alone may, the words are the operator's.
 */
export function wordsSideOf(held: readonly Standing[], command: string): WordsSide {
  const issuing = held.filter((standing) => mayIssue([standing], command));
  return onlySide(issuing) ?? onlySide(standings.filter((standing) => mayIssue([standing], command))) ?? 'operator';
}

/** Undefined where these are of both sides, of none, or of others as well. The operator may issue everything, which tells nothing. */
function onlySide(issuing: readonly Standing[]): WordsSide | undefined {
  const found = new Set(issuing.filter((standing) => standing !== 'operator/coordinator').map(sideOf));
  const [side] = found;
  return found.size === 1 ? side : undefined;
}

function sideOf(standing: Standing): WordsSide {
  if (standing.startsWith('donor-registry/') || standing.startsWith('collection-centre/')) return 'donor';
  return standing.startsWith('patient-registry/') || standing.startsWith('transplant-centre/') ? 'patient' : 'operator';
}
