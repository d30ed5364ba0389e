import { firstOf, notWorded } from '../deciding.js';
import type { CheckItem, ReceiptChecklist } from '../policy.js';
import type { Refusal } from '../stage.js';
import type { ChecklistAnswer } from './receipt.js';

/** What is to be looked at on receipt in a country: what everybody looks at, then what that country asks besides. */
export function checklistFor(lists: readonly ReceiptChecklist[], country: string | null): readonly CheckItem[] {
  const those = (wanted: string | null) =>
    lists.filter((list) => list.country === wanted).flatMap(({ items }) => items);
  return [...those('*'), ...those(country)];
}

/** That list as it reads by now, where points were answered already: those stay as they read then, though a policy words them otherwise or drops them. */
export function asAnswered(checklist: readonly CheckItem[], asked: readonly CheckItem[]): readonly CheckItem[] {
  const then = (id: string) => asked.find((each) => each.id === id);
  const dropped = asked.filter(({ id }) => !checklist.some((each) => each.id === id));
  return [...checklist.map((each) => then(each.id) ?? each), ...dropped];
}

/** The points to which there is an answer. */
export function pointsAnswered(
  answers: readonly ChecklistAnswer[],
  checklist: readonly CheckItem[],
): readonly CheckItem[] {
  return checklist.filter(({ id }) => answers.some(({ item }) => item === id));
}

/** What keeps answers from being taken: to a point that is not on the list, twice to one, or a difference without words. */
export function answersProblem(
  answers: readonly ChecklistAnswer[],
  checklist: readonly CheckItem[],
): Refusal | undefined {
  return firstOf(answers, (answer, index) => answerProblem(answer, index, { answers, checklist }));
}

interface Among {
  readonly answers: readonly ChecklistAnswer[];
  readonly checklist: readonly CheckItem[];
}

function answerProblem(answer: ChecklistAnswer, index: number, { answers, checklist }: Among): Refusal | undefined {
  const at = `/answers/${index}`;
  const allowed = checklist.map(({ id }) => id);
  if (!allowed.includes(answer.item)) {
    const sentence = `"${answer.item}" is not on the checklist of this receipt. On it: ${allowed.join(', ')}.`;
    return { code: 'no-such-check', sentence, at: `${at}/item`, allowed };
  }
  if (answers.findIndex(({ item }) => item === answer.item) !== index) {
    return { code: 'check-answered-twice', sentence: `${answer.item} is answered twice.`, at: `${at}/item` };
  }
  return wordsProblem(answer, `${at}/words`);
}

function wordsProblem({ found, words }: ChecklistAnswer, at: string): Refusal | undefined {
  if (words !== null) return notWorded(words, 'What was found', at);
  if (found !== 'differs') return undefined;
  return { code: 'difference-not-worded', sentence: 'Say in words what differs.', at };
}

/** The points that differ, each as a sentence. */
export function differencesIn(answers: readonly ChecklistAnswer[], checklist: readonly CheckItem[]): readonly string[] {
  return answers.filter(({ found }) => found === 'differs').map((answer) => differenceSaid(answer, checklist));
}

/** What differs on one point: what should be, and what was found. */
export function differenceSaid({ item, words }: ChecklistAnswer, checklist: readonly CheckItem[]): string {
  const text = checklist.find(({ id }) => id === item)?.text ?? item;
  return `Not so: ${text} (${(words ?? 'no words').trim().replace(/\.$/, '')}).`;
}
