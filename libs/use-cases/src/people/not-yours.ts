import {
  mayGiveWord,
  mayIssue,
  nameInWords,
  seeing,
  standingsAmong,
  wordsOf,
  type Holder,
  type Refusal,
  type Someone,
  type Standing,
} from '@cellrelay/shipment';
import type { Acting } from './acting.js';

/** Exactly what is said of a shipment that there is not. */
const noSuchShipment: Refusal = { code: 'no-such-shipment', sentence: 'There is no such shipment.' };

/**
 * Why somebody may not issue that command on a shipment in which these stand; undefined where they may. Whoever stands nowhere in it is told that it is not there, and
 * only the operator's coordinator opens one.
 */
export function notYours(someone: Someone, command: string, holders: readonly Holder[]): Refusal | undefined {
  const held = seeing(standingsAmong(someone, holders));
  if (mayIssue(held, command)) return undefined;
  if (command === 'OpenShipment') return notToDo(someone, held, command);
  return held.length === 0 ? noSuchShipment : notToDo(someone, held, command);
}

function notToDo({ role }: Someone, held: readonly Standing[], command: string): Refusal {
  const as = held.length === 0 ? role : held.map(wordsOf).join('; ');
  const sentence = `You stand here as: ${as}. This is not yours to do: ${nameInWords(command)}. The coordination office may record it on your word.`;
  return { code: 'not-yours-to-do', sentence };
}

/** Why somebody outside the operator may not say it so: they state for themselves alone, and decide on nobody else's word. */
export function notYourWord(
  acting: Acting,
  said: { readonly stated: boolean; readonly data: unknown },
  holders: readonly Holder[],
): Refusal | undefined {
  if (acting.organisation.kind === 'operator') return undefined;
  if (said.stated) return statedForAnother;
  const whose = wordIn(said.data);
  return whose === undefined || mayGiveWord(standingsAmong(acting, holders), whose) ? undefined : wordOfAnother;
}

const statedForAnother: Refusal = {
  code: 'stated-for-another',
  sentence: 'You state for yourself: name nobody else who states it. What others say, the coordination office records.',
  at: '/statedBy',
};

const wordOfAnother: Refusal = {
  code: 'word-of-another',
  sentence: 'This rests on the word of somebody whose word is not yours to give; the coordination office records it.',
  at: '/wordOf',
};

/** Whose word a decision rests on: a role, or a party. */
function wordIn(data: unknown): string | undefined {
  const { wordOf } = data as { readonly wordOf?: { readonly role?: unknown; readonly party?: unknown } | string };
  if (typeof wordOf !== 'object') return undefined;
  const whose = wordOf.role ?? wordOf.party;
  return typeof whose === 'string' ? whose : undefined;
}
