import { decisionRules, type ConfirmedBy, type DecisionName, type Word } from './decisions.js';
import { notWorded } from './deciding.js';
import type { Refusal, StatedBy } from './stage.js';

/** What a decision rests on, as it was stated. */
interface Backing {
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
  const who = allowed.map(inWords).join(' or the ');
  const sentence = `The decision to ${inWords(decision)} needs the word of the ${who}, not of the ${inWords(role)}.`;
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
  const sentence = `The decision to ${inWords(decision)} is grave: a second person confirms it, another than ${wordOf.person} and than ${statedBy.person}, with their organisation.`;
  return { code: 'second-person-needed', sentence, at: '/confirmedBy' };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** A key of ours as it stands in a sentence. */
function inWords(key: string): string {
  return key.replaceAll('-', ' ');
}
