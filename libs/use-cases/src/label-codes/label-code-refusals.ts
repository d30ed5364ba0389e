import type { Refusal } from '@cellrelay/shipment';
import { mostImported } from './label-code-bodies.js';

/** More than a site of this trade ever labels; the list is read whole for each label. */
export const mostCodes = 1_000;

export const noSuchLabelCode: Refusal = {
  code: 'no-such-label-code',
  sentence: 'The list has no such entry that stands.',
};

export const noBloodGroup: Refusal = {
  code: 'no-such-label-code',
  sentence: 'A blood group is written as A+, AB- and the like.',
  at: '/group',
  allowed: ['A', 'B', 'AB', 'O'].flatMap((abo) => [`${abo}+`, `${abo}-`]),
};

export const tooManyLabelCodes: Refusal = {
  code: 'too-many-label-codes',
  sentence: `The list may have ${mostCodes} entries. End those that are not used any more.`,
};

/** For what was said of another version than stands; 0: none does. */
export function staleCode(version: number, at: string): Refusal {
  const stands = version === 0 ? 'No version of it stands' : `It stands at version ${version}`;
  const sentence = `${stands}, which is not what you read. Read the list again.`;
  return { code: 'stale-revision', sentence, at, allowed: [String(version)] };
}

/** Somebody wrote in the list at the same moment. */
export const listMoved: Refusal = {
  code: 'stale-revision',
  sentence: 'Somebody else has just changed the list. Read it again.',
};

/** For a code of another form, or a group or code that the list has already. */
export function faultyCode(sentence: string, at?: string): Refusal {
  return { code: 'label-code-faulty', sentence, ...(at === undefined ? {} : { at }) };
}

export const noTable: Refusal = {
  code: 'label-codes-without-table',
  sentence: 'The file has no table: its first line names the columns code, name and attributes.',
  at: '/csv',
  allowed: ['code', 'name', 'attributes'],
};

export const tooManyLines: Refusal = {
  code: 'too-many',
  sentence: `A file may have ${mostImported} lines. Send it in parts.`,
  at: '/csv',
};
